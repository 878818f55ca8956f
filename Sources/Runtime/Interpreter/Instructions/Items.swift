// Subscripts and slices.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func loadItem(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    guard canDrop(r, w) else { return .slow }
    let found = fastItem(value(r, b(w)), value(r, c(w)), thread)
    if found.isUnbound { return .slow }
    pc += 1
    return store(r, found, consumingB: w)
  }

  /// A list's or tuple's item at a small int; unbound: take the slow path. Owned or uncounted.
  @inline(__always) static func fastItem(_ object: Value, _ key: Value, _ thread: ThreadState)
    -> Value
  {
    guard object.isReference, key.isSmallInteger else { return .unbound }
    let type = object.reference.type
    if type.isExactly(.list) {
      return readItem(ListObject(object), at: key.smallInteger, thread)
    }
    if type.isExactly(.tuple) {
      let tuple = TupleObject(object)
      let index = key.smallInteger
      if UInt(bitPattern: index) >= UInt(bitPattern: tuple.count) { return .unbound }
      return read(tuple.words + index, thread)
    }
    if type.isExactly(.str) {
      let string = StringObject(object)
      let count = string.count
      let index = key.smallInteger
      let position = index < 0 ? index &+ count : index
      guard UInt(bitPattern: position) < UInt(bitPattern: count), string.kind == 1 else {
        return .unbound
      }
      return StringObject.latin(string.bytes.load(fromByteOffset: position, as: UInt8.self))
    }
    return .unbound
  }

  /// The same where another thread may interfere, or the count is another thread's.
  private static func borrowedItem(_ object: Value, _ key: Value, _ thread: ThreadState) -> Value {
    guard object.isReference, key.isSmallInteger else { return .unbound }
    let type = object.reference.type
    if type.isExactly(.list) {
      return ListObject(object).borrowedItem(thread, at: key.smallInteger)
    }
    guard type.isExactly(.tuple) else { return .unbound }
    let tuple = TupleObject(object)
    let index = key.smallInteger
    guard UInt(bitPattern: index) < UInt(bitPattern: tuple.count) else { return .unbound }
    return thread.isShared ? thread.borrowOrRetain(tuple[index]) : thread.retain(tuple[index])
  }

  @inline(never) static func loadItemSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let object = value(r, b(w))
      let key = value(r, c(w))
      var result = borrowedItem(object, key, thread)
      if !result.isUnbound {
        // Read without a key to be hashed.
      } else if object.isExactly(.dict) {
        result = try DictObject(object).borrow(thread, key)
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
  ) -> Outcome {
    guard canDrop(r, w) else { return .slow }
    let found = fastItem(value(r, b(w)), Value(small: signedC(w)), thread)
    return found.isUnbound ? .slow : store(r, found, consumingB: w)
  }
  @inline(never) static func loadItemImmediateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let key = Value(small: signedC(w))
      var result = borrowedItem(value(r, b(w)), key, thread)
      if result.isUnbound { result = try thread.getItem(value(r, b(w)), key) }
      consumeB(r, w, thread)
      return result
    }
  }

  /// Overwrites an item of a list.
  @inline(__always) static func storeItem(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let (object, key) = (value(r, a(w)), value(r, b(w)))
    guard object.isReference, key.isSmallInteger, object.reference.type.isExactly(.list),
      !isLastA(w) || !object.isCounted
    else { return .slow }
    let list = ListObject(object)
    let index = key.smallInteger
    if thread.isShared {
      return overwrite(
        &pc, r, list.reference, source: c(w), isLast: isLastC(w), thread, length: 0,
        locate: { itemSlot(list, index) })
    }
    guard let slot = itemSlot(list, index) else { return .slow }
    let old = slot.pointee
    return write(slot, r, c(w), isLast: isLastC(w), thread) ? .dropping(old) : .slow
  }
  /// Where an item lies, if there is one of this number. The list is locked, or private.
  @inline(__always) private static func itemSlot(_ list: ListObject, _ index: Int)
    -> UnsafeMutablePointer<UInt>?
  {
    let count = list.count
    let position = index < 0 ? index &+ count : index
    return UInt(bitPattern: position) < UInt(bitPattern: count)
      ? list.store.items + position : nil
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

  @inline(never) static func deleteItemSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try thread.deleteItem(value(r, a(w)), value(r, b(w)))
      consumeAB(r, w, thread)
    }
  }

  @inline(never) static func buildSliceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    if let state = loadSlice(pc, r, k, thread, w) { return state }
    return produce(pc, r, k, thread, w) { () throws(Raised) in
      let base = b(w)
      let result = try SliceObject.make(
        thread, value(r, base), value(r, base + 1),
        fullC(w) == 3 ? value(r, base + 2) : .none)
      for index in base..<(base + fullC(w)) { clear(r, index, thread) }
      return result
    }
  }
}
