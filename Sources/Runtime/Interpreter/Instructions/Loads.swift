// Constants, moves, locals, cells.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func nop(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {}

  @inline(__always) static func loadConstant(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    put(r, a(w), Value(bits: k[wide(w)]), thread)
  }

  @inline(__always) static func loadInteger(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    put(r, a(w), Value(small: signedWide(w)), thread)
  }

  @inline(__always) static func loadSpecial(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    put(r, a(w), Value(bits: UInt(fullB(w)) << 4 | 4), thread)
  }

  @inline(__always) static func move(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    put(r, a(w), take(r, b(w), isLast: isLastB(w), thread), thread)
  }

  @inline(__always) static func drop(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    clear(r, a(w), thread)
  }

  // MARK: Locals

  @inline(__always) static func checkBound(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if value(r, a(w)).isUnbound {
      apply(raiseUnboundLocal(pc, r, k, thread, fullB(w)), &pc, &r, &k)
    }
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
      thread.internOrNone(name), .unbound)
    return raised(pc, r, k, thread)
  }

  @inline(__always) static func clearLocals(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let first = a(w)
    for index in first..<(first + fullB(w)) { r[index] = Value.unbound.bits }
  }

  // MARK: Cells

  @inline(__always) static func makeCell(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(makeCellSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
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
  ) {
    let content = CellObject(value(r, b(w))).load(thread)
    if content.isUnbound {
      apply(raiseUnboundLocal(pc, r, k, thread, fullC(w)), &pc, &r, &k)
    } else {
      put(r, a(w), content, thread)
    }
  }

  @inline(__always) static func storeCell(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let cell = CellObject(value(r, a(w)))
    let old = cell.exchange(thread, with: takeForHeap(r, b(w), isLast: isLastB(w), thread))
    if old.isCounted { releaseCounted(old, thread) }
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
  ) {
    let content = freeCell(r, fullB(w)).load(thread)
    if content.isUnbound {
      apply(raiseUnboundFree(pc, r, k, thread, fullB(w)), &pc, &r, &k)
    } else {
      put(r, a(w), content, thread)
    }
  }

  @inline(never) static func raiseUnboundFree(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ index: Int
  ) -> State {
    publish(pc, thread)
    let name = Frame(r).code.blueprint.freeNames[index]
    _ = thread.raiseNamed(
      .nameError,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing "
        + "scope", thread.internOrNone(name), .unbound)
    return raised(pc, r, k, thread)
  }

  @inline(__always) static func storeFree(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let cell = freeCell(r, fullA(w))
    let old = cell.exchange(thread, with: takeForHeap(r, b(w), isLast: isLastB(w), thread))
    if old.isCounted { releaseCounted(old, thread) }
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
