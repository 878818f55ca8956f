// Binary operators. Small ints and immediate floats are computed in place; everything else goes
// through the types' slots.

import Bytecode
import CRuntime

extension Instructions {
  // MARK: Fast paths; nil means: take the slow one

  @inline(__always) static func fastAdd(_ x: UInt, _ y: UInt) -> Value? {
    if x & y & 1 != 0 {
      let (sum, overflow) = Int(bitPattern: x).addingReportingOverflow(Int(bitPattern: y &- 1))
      return overflow ? nil : Value(bits: UInt(bitPattern: sum))
    }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard Value.areImmediateFloats(l, m) else { return nil }
    return Value(immediate: l.immediateFloat + m.immediateFloat)
  }

  @inline(__always) static func fastSubtract(_ x: UInt, _ y: UInt) -> Value? {
    if x & y & 1 != 0 {
      let (difference, overflow) = Int(bitPattern: x)
        .subtractingReportingOverflow(Int(bitPattern: y &- 1))
      return overflow ? nil : Value(bits: UInt(bitPattern: difference))
    }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard Value.areImmediateFloats(l, m) else { return nil }
    return Value(immediate: l.immediateFloat - m.immediateFloat)
  }

  @inline(__always) static func fastMultiply(_ x: UInt, _ y: UInt) -> Value? {
    if x & y & 1 != 0 {
      let (product, overflow) = (Int(bitPattern: x) >> 1)
        .multipliedReportingOverflow(by: Int(bitPattern: y &- 1))
      return overflow ? nil : Value(bits: UInt(bitPattern: product) | 1)
    }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard Value.areImmediateFloats(l, m) else { return nil }
    return Value(immediate: l.immediateFloat * m.immediateFloat)
  }

  @inline(__always) static func fastTrueDivide(_ x: UInt, _ y: UInt) -> Value? {
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard Value.areImmediateFloats(l, m) else { return nil }
    let divisor = m.immediateFloat
    return divisor == 0 ? nil : Value(immediate: l.immediateFloat / divisor)
  }

  /// Python's floor: towards minus infinity.
  @inline(__always) static func fastFloorDivide(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, d) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    if d <= 0 { return nil }
    let quotient = n / d
    return Value(small: quotient &* d > n ? quotient &- 1 : quotient)
  }

  @inline(__always) static func fastModulo(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, d) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    if d <= 0 { return nil }
    let remainder = n % d
    return Value(small: remainder < 0 ? remainder &+ d : remainder)
  }

  @inline(__always) static func fastLeftShift(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, count) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    guard count >= 0, count < 62 else { return nil }
    let shifted = n << count
    guard shifted >> count == n, Value.fitsSmall(shifted) else { return nil }
    return Value(small: shifted)
  }

  @inline(__always) static func fastRightShift(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, count) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    guard count >= 0 else { return nil }
    return Value(small: n >> min(count, 63))
  }

  @inline(__always) static func fastBitAnd(_ x: UInt, _ y: UInt) -> Value? {
    x & y & 1 != 0 ? Value(bits: x & y) : nil
  }
  @inline(__always) static func fastBitOr(_ x: UInt, _ y: UInt) -> Value? {
    x & y & 1 != 0 ? Value(bits: x | y) : nil
  }
  @inline(__always) static func fastBitXor(_ x: UInt, _ y: UInt) -> Value? {
    x & y & 1 != 0 ? Value(bits: (x ^ y) | 1) : nil
  }

  // MARK: The slow half

  @inline(never) static func binarySlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.binary(slot, value(r, b(w)), value(r, c(w)))
      consumeBC(r, w, thread)
      return result
    }
  }

  @inline(never) static func binaryInPlaceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.binaryInPlace(slot, value(r, b(w)), value(r, c(w)))
      consumeBC(r, w, thread)
      return result
    }
  }

  @inline(never) static func powerSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, inPlace: Bool
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result =
        inPlace
        ? try thread.powerInPlace(value(r, b(w)), value(r, c(w)))
        : try thread.power(value(r, b(w)), value(r, c(w)), .none)
      consumeBC(r, w, thread)
      return result
    }
  }

  // MARK: Instructions

  @inline(__always) static func add(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastAdd(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .add), &pc, &r, &k)
    }
  }

  @inline(__always) static func subtract(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastSubtract(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .subtract), &pc, &r, &k)
    }
  }

  @inline(__always) static func multiply(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastMultiply(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .multiply), &pc, &r, &k)
    }
  }

  @inline(__always) static func matrixMultiply(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(binarySlow(pc, r, k, thread, w, .matrixMultiply), &pc, &r, &k)
  }

  @inline(__always) static func trueDivide(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastTrueDivide(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .trueDivide), &pc, &r, &k)
    }
  }

  @inline(__always) static func floorDivide(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastFloorDivide(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .floorDivide), &pc, &r, &k)
    }
  }

  @inline(__always) static func modulo(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastModulo(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .modulo), &pc, &r, &k)
    }
  }

  @inline(__always) static func leftShift(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastLeftShift(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .leftShift), &pc, &r, &k)
    }
  }

  @inline(__always) static func rightShift(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastRightShift(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .rightShift), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitAnd(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitAnd(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .and), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitOr(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitOr(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .or), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitXor(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitXor(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binarySlow(pc, r, k, thread, w, .xor), &pc, &r, &k)
    }
  }

  @inline(__always) static func addInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastAdd(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(addInPlaceSlow(pc, r, k, thread, w), &pc, &r, &k)
    }
  }

  @inline(__always) static func subtractInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastSubtract(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .subtract), &pc, &r, &k)
    }
  }

  @inline(__always) static func multiplyInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastMultiply(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .multiply), &pc, &r, &k)
    }
  }

  @inline(__always) static func matrixMultiplyInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(binaryInPlaceSlow(pc, r, k, thread, w, .matrixMultiply), &pc, &r, &k)
  }

  @inline(__always) static func trueDivideInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastTrueDivide(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .trueDivide), &pc, &r, &k)
    }
  }

  @inline(__always) static func floorDivideInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastFloorDivide(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .floorDivide), &pc, &r, &k)
    }
  }

  @inline(__always) static func moduloInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastModulo(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .modulo), &pc, &r, &k)
    }
  }

  @inline(__always) static func leftShiftInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastLeftShift(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .leftShift), &pc, &r, &k)
    }
  }

  @inline(__always) static func rightShiftInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastRightShift(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .rightShift), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitAndInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitAnd(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .and), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitOrInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitOr(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .or), &pc, &r, &k)
    }
  }

  @inline(__always) static func bitXorInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let result = fastBitXor(r[b(w)], r[c(w)]) {
      put(r, a(w), result, thread)
    } else {
      apply(binaryInPlaceSlow(pc, r, k, thread, w, .xor), &pc, &r, &k)
    }
  }

  @inline(__always) static func power(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(powerSlow(pc, r, k, thread, w, inPlace: false), &pc, &r, &k)
  }

  @inline(__always) static func powerInPlace(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(powerSlow(pc, r, k, thread, w, inPlace: true), &pc, &r, &k)
  }

  /// `s += t` grows a str in place when the register owns the only count; all else is as usual.
  @inline(never) static func addInPlaceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    if a(w) == b(w), value(r, b(w)).isExactString, value(r, c(w)).isExactString {
      return perform(pc, r, k, thread) { () throws(Raised) in
        try StringObject.concatenateInPlace(thread, r + a(w), value(r, c(w)))
        if isLastC(w) { clear(r, c(w), thread) }
      }
    }
    return binaryInPlaceSlow(pc, r, k, thread, w, .add)
  }
}
