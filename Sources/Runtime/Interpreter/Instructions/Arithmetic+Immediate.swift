// Binary operators with a small immediate on the right, and unary operators.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) private static func immediate(_ w: UInt64) -> UInt {
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

  @inline(__always) static func addImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastAdd(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .add), &pc, &r, &k)
    }
  }

  @inline(__always) static func subtractImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastSubtract(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .subtract), &pc, &r, &k)
    }
  }

  @inline(__always) static func multiplyImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastMultiply(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .multiply), &pc, &r, &k)
    }
  }

  @inline(__always) static func floorDivideImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastFloorDivide(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .floorDivide), &pc, &r, &k)
    }
  }

  @inline(__always) static func moduloImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastModulo(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .modulo), &pc, &r, &k)
    }
  }

  @inline(__always) static func leftShiftImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastLeftShift(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .leftShift), &pc, &r, &k)
    }
  }

  @inline(__always) static func rightShiftImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastRightShift(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .rightShift), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitAndImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitAnd(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateSlow(pc, r, k, thread, w, .and), &pc, &r, &k)
    }
  }

  @inline(__always) static func addInPlaceImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastAdd(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateInPlaceSlow(pc, r, k, thread, w, .add), &pc, &r, &k)
    }
  }

  @inline(__always) static func subtractInPlaceImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastSubtract(r[b(w)], immediate(w)) {
      put(r, a(w), result, thread)
    } else {
      apply(immediateInPlaceSlow(pc, r, k, thread, w, .subtract), &pc, &r, &k)
    }
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
  ) {
    let x = value(r, b(w))
    if x.isSmallInteger, x.bits != UInt(1) << 63 | 1 {
      put(r, a(w), Value(small: -x.smallInteger), thread)
    } else {
      apply(unarySlow(pc, r, k, thread, w, .negative), &pc, &r, &k)
    }
  }

  @inline(__always) static func positive(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(unarySlow(pc, r, k, thread, w, .positive), &pc, &r, &k)
  }

  @inline(__always) static func invert(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(unarySlow(pc, r, k, thread, w, .invert), &pc, &r, &k)
  }

  @inline(__always) static func `not`(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = value(r, b(w))
    if x.isBool {
      put(r, a(w), Value(bits: x.bits ^ 0x10), thread)
    } else {
      apply(notSlow(pc, r, k, thread, w), &pc, &r, &k)
    }
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
