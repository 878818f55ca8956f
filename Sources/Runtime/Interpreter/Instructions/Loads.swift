// Constants, moves, locals, cells.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func nop(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {}

  @inline(__always) static func loadConstant(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    store(r, a(w), Value(bits: k[wide(w)]))
  }

  @inline(__always) static func loadInteger(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    store(r, a(w), Value(small: signedWide(w)))
  }

  @inline(__always) static func loadSpecial(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    store(r, a(w), Value(bits: UInt(fullB(w)) << 4 | 4))
  }

  @inline(__always) static func move(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let word = r[b(w)]
    if word & 15 == 0 {
      if isLastB(w) {
        r[b(w)] = Value.none.bits
      } else if !canRetain(word, thread) {
        return .slow
      }
    }
    return store(r, a(w), Value(bits: word))
  }
  @inline(never) static func moveSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    put(r, a(w), take(r, b(w), isLast: isLastB(w), thread), thread)
    return State(pc, r, k)
  }

  @inline(__always) static func drop(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    takeOut(r, a(w))
  }

  // MARK: Locals

  @inline(__always) static func checkBound(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    value(r, a(w)).isUnbound ? .slow : .next
  }
  @inline(never) static func checkBoundSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    raiseUnboundLocal(pc, r, k, thread, fullB(w))
  }

  @inline(__always) static func deleteLocal(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if value(r, a(w)).isUnbound {
      apply(raiseUnboundLocal(pc, r, k, thread, fullB(w)), &pc, &r, &k)
    } else {
      put(r, a(w), .unbound, thread)
    }
  }

  @inline(never) static func raiseUnboundLocal(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ index: Int
  ) -> State {
    publish(pc, thread)
    let name = Frame(r).code.blueprint.localNames[index]
    _ = thread.raiseNamed(
      .unboundLocalError,
      "cannot access local variable '\(name)' where it is not associated with a value",
      thread.intern(name), .unbound)
    return raised(pc, r, k, thread)
  }

  @inline(__always) static func clearLocals(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let first = a(w)
    for index in first..<(first + fullB(w)) { r[index] = Value.unbound.bits }
  }

  // MARK: Cells

  @inline(never) static func makeCellSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let cell = try CellObject.make(thread, owned: .unbound)
      let content = move(r, a(w))
      CellObject(cell).body.pointee.content =
        content.isCounted || !content.isReference ? content : thread.retain(content)
      r[a(w)] = cell.bits
    }
  }

  @inline(__always) static func loadCell(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let content = read(CellObject(value(r, b(w))).slot, thread)
    return content.isUnbound ? .slow : store(r, a(w), content)
  }
  @inline(never) static func loadCellSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let content = CellObject(value(r, b(w))).borrow(thread)
    if content.isUnbound { return raiseUnboundLocal(pc, r, k, thread, fullC(w)) }
    publish(pc, thread)
    put(r, a(w), content, thread)
    return State(pc, r, k)
  }

  /// The first part of a store into a slot that only one thread can see; false: take the slow one.
  @inline(__always) static func write(
    _ slot: UnsafeMutablePointer<UInt>, _ r: Registers, _ index: Int, isLast: Bool,
    _ thread: ThreadState
  ) -> Bool {
    let word = r[index]
    if word & 15 == 0, isLast {
      r[index] = Value.none.bits
    } else if word & 15 == 8 || !canRetain(word, thread) {
      return false
    }
    slot.pointee = word
    return true
  }

  @inline(__always) static func storeCell(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    storeCell(CellObject(value(r, a(w))), r, thread, w)
  }
  @inline(__always) private static func storeCell(
    _ cell: CellObject, _ r: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    if thread.isShared { return .slow }
    let old = cell.slot.pointee
    return write(cell.slot, r, b(w), isLast: isLastB(w), thread) ? .dropping(old) : .slow
  }
  @inline(never) static func storeCellSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    storeCellSlow(CellObject(value(r, a(w))), pc, r, k, thread, w)
  }
  private static func storeCellSlow(
    _ cell: CellObject, _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    let old = cell.exchange(thread, with: takeForHeap(r, b(w), isLast: isLastB(w), thread))
    if old.isCounted { releaseCounted(old, thread) }
    return State(pc, r, k)
  }

  /// As `take`, for a word that goes to the heap: always counted.
  @inline(__always) static func takeForHeap(
    _ r: Registers, _ index: Int, isLast: Bool, _ thread: ThreadState
  ) -> Value {
    let value = Value(bits: r[index])
    if value.isCounted && isLast {
      r[index] = Value.none.bits
      return value
    }
    return thread.retain(value)
  }

  @inline(__always) static func deleteCell(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let old = CellObject(value(r, a(w))).exchange(thread, with: .unbound)
    if old.isUnbound {
      apply(raiseUnboundLocal(pc, r, k, thread, fullB(w)), &pc, &r, &k)
    } else if old.isCounted {
      releaseCounted(old, thread)
    }
  }

  // MARK: Free variables: cells in the running function's closure

  @inline(__always) private static func freeCell(_ r: Registers, _ index: Int) -> CellObject {
    CellObject(TupleObject(Frame(r).function.body.pointee.closure)[index])
  }

  @inline(__always) static func loadFree(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let content = read(freeCell(r, fullB(w)).slot, thread)
    return content.isUnbound ? .slow : store(r, a(w), content)
  }
  @inline(never) static func loadFreeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let content = freeCell(r, fullB(w)).borrow(thread)
    if content.isUnbound { return raiseUnboundFree(pc, r, k, thread, fullB(w)) }
    publish(pc, thread)
    put(r, a(w), content, thread)
    return State(pc, r, k)
  }

  @inline(never) static func raiseUnboundFree(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ index: Int
  ) -> State {
    publish(pc, thread)
    let name = Frame(r).code.blueprint.freeNames[index]
    _ = thread.raiseNamed(
      .nameError,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing "
        + "scope", thread.intern(name), .unbound)
    return raised(pc, r, k, thread)
  }

  @inline(__always) static func storeFree(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    storeCell(freeCell(r, fullA(w)), r, thread, w)
  }
  @inline(never) static func storeFreeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    storeCellSlow(freeCell(r, fullA(w)), pc, r, k, thread, w)
  }

  @inline(__always) static func deleteFree(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let old = freeCell(r, fullA(w)).exchange(thread, with: .unbound)
    if old.isUnbound {
      apply(raiseUnboundFree(pc, r, k, thread, fullA(w)), &pc, &r, &k)
    } else if old.isCounted {
      releaseCounted(old, thread)
    }
  }

  @inline(__always) static func loadClosure(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let cell = TupleObject(Frame(r).function.body.pointee.closure)[fullB(w)]
    put(r, a(w), thread.retain(cell), thread)
  }
}
