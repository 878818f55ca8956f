// Methods and attributes of float.

extension FloatObject {
  static func imaginary(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.float(0)
  }
  static func isIntegerMethod(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let number = value.float
    return Value(number.isFinite && number == number.rounded(.towardZero))
  }
  static func getNewArguments(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.tuple(owned: [try thread.float(value.float)])
  }
  static func floor(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try integer(thread, value.float.rounded(.down))
  }
  static func ceiling(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try integer(thread, value.float.rounded(.up))
  }
  static func hexadecimal(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.string(FloatNotation.hexadecimal(value.float))
  }
  static func format(thread: ThreadState, self value: Value, spec: Value) throws(Raised) -> Value {
    try Formatting.formatFloat(thread, value, spec)
  }

  static func fromHexadecimal(thread: ThreadState, type: Value, text: Value) throws(Raised)
    -> Value
  {
    guard text.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "bad argument type for built-in operation")
    }
    let number = try NumericText.withASCII(text) {
      (text: UnsafeBufferPointer<UInt8>) throws(Raised) -> Double in
      guard let number = FloatNotation.parseHexadecimal(text) else {
        throw thread.raise(.valueError, "invalid hexadecimal floating-point string")
      }
      if number.isInfinite && !text.contains(where: { $0 | 32 == UInt8(ascii: "i") }) {
        throw thread.raise(
          .overflowError, "hexadecimal value too large to represent as a float")
      }
      return number
    }
    let result = try thread.float(number)
    if type.isIdentical(to: TypeObject(.float).value) { return result }
    defer { thread.release(result) }
    return try thread.call(type, result)
  }

  static func getFormat(thread: ThreadState, type: Value, name: Value) throws(Raised) -> Value {
    guard name.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "__getformat__() argument must be str, not \(name.type.nameText)")
    }
    let text = StringObject(name)
    guard text.isEqual(to: "double") || text.isEqual(to: "float") else {
      throw thread.raise(
        .valueError, "__getformat__() argument 1 must be 'double' or 'float'")
    }
    return try thread.string("IEEE, little-endian")
  }

  static func asIntegerRatio(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let number = value.float
    if number.isNaN { throw thread.raise(.valueError, "cannot convert NaN to integer ratio") }
    if number.isInfinite {
      throw thread.raise(.overflowError, "cannot convert Infinity to integer ratio")
    }
    if number == number.rounded(.towardZero) {
      return try thread.tuple(
        owned: [try IntegerArithmetic.integer(thread, truncating: number), Value(small: 1)])
    }
    var mantissa = Int(number.significandBitPattern)
    var exponent = 1074
    if number.isNormal {
      mantissa |= 1 << 52
      exponent = 52 - Int(number.exponent)
    }
    let zeros = mantissa.trailingZeroBitCount
    mantissa >>= zeros
    let denominator = try IntegerArithmetic.leftShift(
      thread, Value(small: 1), by: exponent - zeros)
    return try thread.tuple(
      owned: [Value(small: number < 0 ? -mantissa : mantissa), denominator])
  }

  // MARK: Rounding

  static func round(thread: ThreadState, self value: Value, digits: Value) throws(Raised) -> Value {
    let number = value.float
    if digits.isNone || digits.isUnbound {
      return try integer(thread, number.rounded(.toNearestOrEven))
    }
    let digits = try thread.indexClamped(digits)
    // Past these, no digit is dropped, or all are.
    if !number.isFinite || digits > 323 { return try thread.float(number) }
    if digits < -308 { return try thread.float(0 * number) }
    let rounded =
      digits >= 0
      ? Double(FloatNotation.fixed(number, digits: digits)) ?? number
      : try round(thread, number, toMultipleOfTenTo: -digits)
    if rounded.isInfinite {
      throw thread.raise(.overflowError, "rounded value too large to represent")
    }
    return try thread.float(rounded)
  }

  /// The nearest multiple of a power of ten, by exact arithmetic on the magnitude.
  private static func round(
    _ thread: ThreadState, _ number: Double, toMultipleOfTenTo exponent: Int
  ) throws(Raised) -> Double {
    let unit = try IntegerArithmetic.power(thread, Value(small: 10), Value(small: exponent))
    defer { thread.release(unit) }
    // The unit is even: a fraction decides nothing but a tie, and half a unit of it does not.
    let magnitude = number.magnitude
    let whole = try IntegerArithmetic.integer(thread, truncating: magnitude)
    defer { thread.release(whole) }
    let doubled = try IntegerArithmetic.add(thread, whole, whole)
    defer { thread.release(doubled) }
    let hasFraction = magnitude != magnitude.rounded(.towardZero)
    let sticky = try IntegerArithmetic.add(thread, doubled, Value(small: hasFraction ? 1 : 0))
    defer { thread.release(sticky) }
    let doubledUnit = try IntegerArithmetic.add(thread, unit, unit)
    defer { thread.release(doubledUnit) }
    let rounded = try IntegerArithmetic.roundHalfEven(thread, sticky, toMultipleOf: doubledUnit)
    defer { thread.release(rounded) }
    let half = try IntegerArithmetic.rightShift(thread, rounded, Value(small: 1))
    defer { thread.release(half) }
    let result = IntegerArithmetic.nearestDouble(half)
    return number.sign == .minus ? -result : result
  }
}
