// Subscripts and slices.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func loadItem(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let found = fastItem(value(r, b(w)), value(r, c(w)), thread)
    if found.isUnbound {
      apply(loadItemSlow(pc, r, k, thread, w), &pc, &r, &k)
    } else {
      consumeB(r, w, thread)
      put(r, a(w), found, thread)
      pc += 1
    }
  }

  /// A list's or tuple's item at a small int; unbound: take the slow path. Owned (or uncounted).
  @inline(__always) static func fastItem(_ object: Value, _ key: Value, _ thread: ThreadState)
    -> Value
  {
    guard object.isReference, key.isSmallInteger else { return .unbound }
    let type = object.reference.type
    if type.isExactly(.list) { return ListObject(object).item(thread, at: key.smallInteger) }
    if type.isExactly(.tuple) {
      let tuple = TupleObject(object)
      let index = key.smallInteger
      return UInt(bitPattern: index) < UInt(bitPattern: tuple.count)
        ? thread.retain(tuple[index]) : .unbound
    }
    return .unbound
  }

  @inline(never) static func loadItemSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let object = value(r, b(w))
      let key = value(r, c(w))
      let result: Value
      if object.isExactly(.dict) {
        result = try DictObject(object).get(thread, key)
        if result.isUnbound { throw thread.raise(.keyError, value: key) }
      } else {
        result = try thread.getItem(object, key)
      }
      consumeBC(r, w, thread)
      return result
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(__always) static func loadItemImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let found = fastItem(value(r, b(w)), Value(small: signedC(w)), thread)
    if found.isUnbound {
      apply(loadItemImmediateSlow(pc, r, k, thread, w), &pc, &r, &k)
    } else {
      consumeB(r, w, thread)
      put(r, a(w), found, thread)
    }
  }
  @inline(never) static func loadItemImmediateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.getItem(value(r, b(w)), Value(small: signedC(w)))
      consumeB(r, w, thread)
      return result
    }
  }

  @inline(__always) static func storeItem(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(storeItemSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func storeItemSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let object = value(r, a(w))
      if object.isExactly(.dict) {
        try DictObject(object).set(thread, value(r, b(w)), value(r, c(w)))
      } else {
        try thread.setItem(object, value(r, b(w)), value(r, c(w)))
      }
      if isLastC(w) { clear(r, c(w), thread) }
      consumeAB(r, w, thread)
    }
  }

  @inline(__always) static func deleteItem(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(deleteItemSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func deleteItemSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try thread.deleteItem(value(r, a(w)), value(r, b(w)))
      consumeAB(r, w, thread)
    }
  }

  @inline(__always) static func buildSlice(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(buildSliceSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func buildSliceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let base = b(w)
      let result = try SliceObject.make(
        thread, value(r, base), value(r, base + 1),
        fullC(w) == 3 ? value(r, base + 2) : .none)
      for index in base..<(base + fullC(w)) { clear(r, index, thread) }
      return result
    }
  }
}
