// Shifts and bitwise operations: negative ints act as infinite two's complement.

import CGMP

extension IntegerArithmetic {
  package static func leftShift(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if right.isNegativeInteger { throw thread.raise(.valueError, "negative shift count") }
    let number = left.machineInteger
    if number == 0 { return Value(small: 0) }
    guard let shift = right.machineInteger else {
      throw thread.raise(.overflowError, "too many digits in integer")
    }
    if let number, shift < 62 {
      let shifted = number << shift
      if shifted >> shift == number { return try thread.integer(shifted) }
    }
    return try leftShift(thread, left, by: shift)
  }

  @inline(never)
  package static func leftShift(_ thread: ThreadState, _ left: Value, by shift: Int)
    throws(Raised) -> Value
  {
    try withOperand(left) { (x: IntegerOperand) throws(Raised) in
      if x.isZero { return Value(small: 0) }
      let whole = shift / UInt.bitWidth
      let rest = UInt32(shift % UInt.bitWidth)
      let capacity = x.count + whole + 1
      let result = try IntegerObject.allocate(thread, limbs: capacity)
      let limbs = result.limbs + whole
      if rest == 0 {
        limbs.update(from: x.limbs, count: x.count)
      } else {
        limbs[x.count] = __gmpn_lshift(limbs, x.limbs, x.count, rest)
      }
      return try result.normalised(thread, capacity: capacity, isNegative: x.isNegative)
    }
  }

  package static func rightShift(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if right.isNegativeInteger { throw thread.raise(.valueError, "negative shift count") }
    guard let shift = right.machineInteger else {
      return Value(small: left.isNegativeInteger ? -1 : 0)
    }
    if let number = left.machineInteger { return try thread.integer(number >> min(shift, 63)) }
    return try rightShiftLarge(thread, left, by: shift)
  }

  @inline(never)
  private static func rightShiftLarge(_ thread: ThreadState, _ left: Value, by shift: Int)
    throws(Raised) -> Value
  {
    try withOperand(left) { (x: IntegerOperand) throws(Raised) in
      let whole = shift / UInt.bitWidth
      let count = x.count - whole
      if count <= 0 { return Value(small: x.isNegative ? -1 : 0) }
      let rest = UInt32(shift % UInt.bitWidth)
      // One limb more: rounding a negative number down may carry.
      let result = try IntegerObject.allocate(thread, limbs: count + 1)
      if rest == 0 {
        result.limbs.update(from: x.limbs + whole, count: count)
      } else {
        _ = __gmpn_rshift(result.limbs, x.limbs + whole, count, rest)
      }
      if x.isNegative && x.hasSetBit(below: shift) {
        _ = __gmpn_add_1(result.limbs, result.limbs, count + 1, 1)
      }
      return try result.normalised(thread, capacity: count + 1, isNegative: x.isNegative)
    }
  }

  package static func and(_ thread: ThreadState, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      return try thread.integer(x & y)
    }
    if !left.isNegativeInteger && !right.isNegativeInteger {
      return try maskMagnitudes(thread, left, right)
    }
    return try combine(thread, left, right) { $0 & $1 }
  }

  /// `&` of numbers that are not negative: as long as the shorter one.
  private static func maskMagnitudes(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    try withOperands(left, right) { (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      let count = min(x.count, y.count)
      if count <= 1 { return try thread.integer(count == 0 ? 0 : x[0] & y[0]) }
      let result = try IntegerObject.allocate(thread, limbs: count)
      let limbs = result.limbs
      for index in 0..<count { limbs[index] = x[index] & y[index] }
      return try result.normalised(thread, capacity: count, isNegative: false)
    }
  }

  package static func or(_ thread: ThreadState, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      return try thread.integer(x | y)
    }
    return try combine(thread, left, right) { $0 | $1 }
  }

  package static func xor(_ thread: ThreadState, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      return try thread.integer(x ^ y)
    }
    return try combine(thread, left, right) { $0 ^ $1 }
  }

  /// -x - 1
  package static func invert(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if let word = value.machineInteger { return try thread.integer(~word) }
    return try combine(thread, value, Value(small: -1)) { $0 ^ $1 }
  }

  /// Limb by limb over the two's complements, one limb longer than the longer operand so that the
  /// last limb is all sign.
  @inline(__always)
  private static func combine(
    _ thread: ThreadState, _ left: Value, _ right: Value, _ operation: (UInt, UInt) -> UInt
  ) throws(Raised) -> Value {
    try withOperands(left, right) { (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      let capacity = max(x.count, y.count) + 1
      let result = try IntegerObject.allocate(thread, limbs: capacity)
      let limbs = result.limbs
      var first = TwosComplement(x)
      var second = TwosComplement(y)
      for index in 0..<capacity { limbs[index] = operation(first.next(), second.next()) }
      let isNegative = limbs[capacity - 1] >> 63 != 0
      if isNegative { _ = __gmpn_neg(limbs, limbs, capacity) }
      return try result.normalised(thread, capacity: capacity, isNegative: isNegative)
    }
  }
}

/// The limbs of a number in two's complement, lowest first, without end.
private struct TwosComplement {
  private let operand: IntegerOperand
  private var index = 0
  private var carry: UInt = 1

  @inline(__always) init(_ operand: IntegerOperand) { self.operand = operand }

  @inline(__always) mutating func next() -> UInt {
    let limb = index < operand.count ? operand[index] : 0
    index += 1
    if !operand.isNegative { return limb }
    let (result, overflow) = (~limb).addingReportingOverflow(carry)
    carry = overflow ? 1 : 0
    return result
  }
}

// MARK: Counting bits

extension IntegerArithmetic {
  package static func bitLength(_ value: Value) -> Int {
    if let word = value.machineInteger {
      return UInt.bitWidth - word.magnitude.leadingZeroBitCount
    }
    let integer = IntegerObject(value)
    return integer.count * UInt.bitWidth - integer.limbs[integer.count - 1].leadingZeroBitCount
  }

  /// Ones in the magnitude.
  package static func bitCount(_ value: Value) -> Int {
    if let word = value.machineInteger { return word.magnitude.nonzeroBitCount }
    let integer = IntegerObject(value)
    return Int(__gmpn_popcount(integer.limbs, integer.count))
  }
}
