// Binary operators with a small immediate on the right, and unary operators.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func immediate(_ w: UInt64) -> UInt {
    Value(small: signedC(w)).bits
  }

  @inline(never) static func immediateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.binary(slot, value(r, b(w)), Value(small: signedC(w)))
      consumeB(r, w, thread)
      return result
    }
  }

  @inline(never) static func immediateInPlaceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.binaryInPlace(slot, value(r, b(w)), Value(small: signedC(w)))
      consumeB(r, w, thread)
      return result
    }
  }

  @inline(__always) static func binaryImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: NumberOperation
  ) -> Outcome {
    guard let result = operation.onNumbers(r[b(w)], immediate(w)) else { return .slow }
    return store(r, a(w), result)
  }

  // MARK: Unary

  @inline(never) static func unarySlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.unary(slot, value(r, b(w)))
      consumeB(r, w, thread)
      return result
    }
  }

  @inline(__always) static func negate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let x = value(r, b(w))
    if x.isSmallInteger, x.bits != UInt(1) << 63 | 1 {
      return store(r, a(w), Value(small: -x.smallInteger))
    }
    // The lowest of an immediate float's bits above its tag is the sign.
    return x.isImmediateFloat ? store(r, a(w), Value(bits: x.bits ^ 4)) : .slow
  }

  @inline(__always) static func `not`(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let x = value(r, b(w))
    return x.isBool ? store(r, a(w), Value(bits: x.bits ^ 0x10)) : .slow
  }

  @inline(never) static func notSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = Value(try !thread.isTrue(value(r, b(w))))
      consumeB(r, w, thread)
      return result
    }
  }
}
