// Methods and attributes of int.

extension IntegerObject {
  static func imaginary(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(small: 0)
  }
  static func denominator(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(small: 1)
  }
  static func bitLength(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(small: IntegerArithmetic.bitLength(value))
  }
  static func bitCount(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(small: IntegerArithmetic.bitCount(value))
  }
  static func isIntegerMethod(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    .true
  }
  static func asIntegerRatio(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.tuple(owned: [try IntegerArithmetic.plain(thread, value), Value(small: 1)])
  }
  static func getNewArguments(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.tuple(owned: [try IntegerArithmetic.plain(thread, value)])
  }

  static func format(thread: ThreadState, self value: Value, spec: Value) throws(Raised) -> Value {
    try Formatting.formatInteger(thread, value, spec)
  }

  static func sizeOf(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    if !value.isReference { return Value(small: 0) }
    let limbs = max(IntegerObject(value).count, 1)
    return Value(small: limbsOffset + limbs * MemoryLayout<UInt>.stride)
  }

  /// `round(value, ndigits)`: to the nearest multiple of 10 ** -ndigits, halves to even.
  static func round(thread: ThreadState, self value: Value, digits: Value) throws(Raised) -> Value {
    if digits.isUnbound { return try IntegerArithmetic.plain(thread, value) }
    let digits = try thread.indexValue(digits)
    defer { thread.release(digits) }
    if !digits.isNegativeInteger { return try IntegerArithmetic.plain(thread, value) }
    let exponent = try IntegerArithmetic.negate(thread, digits)
    defer { thread.release(exponent) }
    let unit = try IntegerArithmetic.power(thread, Value(small: 10), exponent)
    defer { thread.release(unit) }
    return try IntegerArithmetic.roundHalfEven(thread, value, toMultipleOf: unit)
  }
}

extension IntegerArithmetic {
  /// The multiple of `unit` (positive) that is nearest to the value.
  static func roundHalfEven(_ thread: ThreadState, _ value: Value, toMultipleOf unit: Value)
    throws(Raised) -> Value
  {
    let (quotient, remainder) = try divideWithRemainder(thread, value, unit)
    defer {
      thread.release(quotient)
      thread.release(remainder)
    }
    let doubled = try add(thread, remainder, remainder)
    defer { thread.release(doubled) }
    let order = order(doubled, unit)
    let down = try subtract(thread, value, remainder)
    if order < 0 || (order == 0 && !isOdd(quotient)) { return down }
    defer { thread.release(down) }
    return try add(thread, down, unit)
  }
}
