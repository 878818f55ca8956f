// Division with Python's signs: the quotient is rounded down, the remainder has the divisor's sign.

import CGMP

extension IntegerArithmetic {
  @inline(__always)
  package static func floorDivide(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger, y != 0, y != -1 {
      return try thread.integer(floorQuotient(x, y))
    }
    return try divideLarge(
      thread, left, right, message: "integer division or modulo by zero", keep: .quotient
    )
    .quotient
  }

  @inline(__always)
  package static func modulo(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger, y != 0, y != -1 {
      return try thread.integer(floorRemainder(x, y))
    }
    return try divideLarge(
      thread, left, right, message: "integer modulo by zero", keep: .remainder
    )
    .remainder
  }

  /// Quotient and remainder, both owned.
  package static func divideWithRemainder(
    _ thread: ThreadState, _ left: Value, _ right: Value
  ) throws(Raised) -> (quotient: Value, remainder: Value) {
    if let x = left.machineInteger, let y = right.machineInteger, y != 0, y != -1 {
      return (
        try thread.integer(floorQuotient(x, y)), try thread.integer(floorRemainder(x, y))
      )
    }
    return try divideLarge(
      thread, left, right, message: "integer division or modulo by zero", keep: .both)
  }

  @inline(__always) package static func floorQuotient(_ x: Int, _ y: Int) -> Int {
    let quotient = x / y
    return (x ^ y) < 0 && quotient &* y != x ? quotient - 1 : quotient
  }

  @inline(__always) package static func floorRemainder(_ x: Int, _ y: Int) -> Int {
    let remainder = x % y
    return remainder != 0 && (remainder ^ y) < 0 ? remainder + y : remainder
  }
}

// MARK: Limbs

extension IntegerArithmetic {
  private enum Kept { case quotient, remainder, both }

  @inline(never)
  private static func divideLarge(
    _ thread: ThreadState, _ left: Value, _ right: Value, message: String, keep: Kept
  ) throws(Raised) -> (quotient: Value, remainder: Value) {
    try withOperands(left, right) { (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      if y.isZero { throw thread.raise(.zeroDivisionError, message) }
      if compareMagnitudes(x, y) < 0 {
        return try divideByLarger(thread, left, right, x, y)
      }
      if keep == .remainder && y.count == 1 {
        let remainder = __gmpn_mod_1(x.limbs, x.count, y[0])
        return (.none, try signedRemainder(thread, remainder, x, y))
      }
      return try divideMagnitudes(thread, x, y, keep: keep)
    }
  }

  /// |x| < |y|: the quotient is 0 or -1.
  private static func divideByLarger(
    _ thread: ThreadState, _ left: Value, _ right: Value, _ x: IntegerOperand,
    _ y: IntegerOperand
  ) throws(Raised) -> (quotient: Value, remainder: Value) {
    if x.isZero || x.isNegative == y.isNegative {
      return (Value(small: 0), try plain(thread, left))
    }
    return (Value(small: -1), try addLarge(thread, left, right, negateRight: false))
  }

  /// The floor remainder of a one-limb divisor from that of the magnitudes.
  private static func signedRemainder(
    _ thread: ThreadState, _ remainder: UInt, _ x: IntegerOperand, _ y: IntegerOperand
  ) throws(Raised) -> Value {
    let differs = remainder != 0 && x.isNegative != y.isNegative
    let magnitude = differs ? y[0] - remainder : remainder
    if let small = Value(magnitude: magnitude, isNegative: y.isNegative) { return small }
    return try thread.largeInteger(magnitude: magnitude, isNegative: y.isNegative)
  }

  /// |x| >= |y| > 0.
  private static func divideMagnitudes(
    _ thread: ThreadState, _ x: IntegerOperand, _ y: IntegerOperand, keep: Kept
  ) throws(Raised) -> (quotient: Value, remainder: Value) {
    let quotientCount = x.count - y.count + 1
    // One limb more, for the step away from zero.
    let quotient = try IntegerObject.allocate(thread, limbs: quotientCount + 1)
    let remainder: IntegerObject
    do throws(Raised) {
      remainder = try IntegerObject.allocate(thread, limbs: y.count)
    } catch {
      thread.release(quotient.value)
      throw error
    }
    __gmpn_tdiv_qr(quotient.limbs, remainder.limbs, 0, x.limbs, x.count, y.limbs, y.count)
    let isNegative = x.isNegative != y.isNegative
    if isNegative && !isZero(remainder.limbs, y.count) {
      _ = __gmpn_add_1(quotient.limbs, quotient.limbs, quotientCount + 1, 1)
      _ = __gmpn_sub_n(remainder.limbs, y.limbs, remainder.limbs, y.count)
    }
    var result = (quotient: Value.none, remainder: Value.none)
    if keep == .remainder {
      thread.release(quotient.value)
    } else {
      result.quotient = try quotient.normalised(
        thread, capacity: quotientCount + 1, isNegative: isNegative)
    }
    if keep == .quotient {
      thread.release(remainder.value)
    } else {
      result.remainder = try remainder.normalised(
        thread, capacity: y.count, isNegative: y.isNegative)
    }
    return result
  }

  static func isZero(_ limbs: UnsafePointer<UInt>, _ count: Int) -> Bool {
    for index in 0..<count where limbs[index] != 0 { return false }
    return true
  }
}
