// What operators and built-in functions do with ints.

extension IntegerObject {
  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    guard let word = value.machineInteger else {
      return try thread.string(ascii: try decimalText(thread, value))
    }
    return try decimal(thread, word)
  }

  /// The digits of a machine word, without a detour over Swift's strings.
  static func decimal(_ thread: ThreadState, _ number: Int) throws(Raised) -> Value {
    try DecimalDigits.with(number.magnitude) { (digits, count) throws(Raised) -> Value in
      if number >= 0 { return try StringObject.make(thread, ascii: digits, count: count) }
      // There is room for a sign in front.
      (digits - 1).pointee = 0x2d
      return try StringObject.make(thread, ascii: digits - 1, count: count &+ 1)
    }
  }

  static func hash(thread: ThreadState, self value: Value) throws(Raised) -> Int {
    NumericHash.integer(value)
  }

  static func bool(thread: ThreadState, self value: Value) throws(Raised) -> Bool {
    value.machineInteger != 0
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, operation: Comparison
  ) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return Value(operation.holds(IntegerArithmetic.order(left, right), 0))
  }

  // MARK: Unary

  static func plain(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try IntegerArithmetic.plain(thread, value)
  }
  static func negative(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try IntegerArithmetic.negate(thread, value)
  }
  static func absolute(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try IntegerArithmetic.absolute(thread, value)
  }
  static func invert(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try IntegerArithmetic.invert(thread, value)
  }
  static func float(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.float(try IntegerArithmetic.double(thread, value))
  }

  // MARK: Binary

  static func add(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.add(thread, left, right)
  }
  static func subtract(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.subtract(thread, left, right)
  }
  static func multiply(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.multiply(thread, left, right)
  }
  static func trueDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try thread.float(try IntegerArithmetic.trueDivide(thread, left, right))
  }
  static func floorDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.floorDivide(thread, left, right)
  }
  static func modulo(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.modulo(thread, left, right)
  }
  static func divmod(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    let (quotient, remainder) = try IntegerArithmetic.divideWithRemainder(thread, left, right)
    return try thread.pair(owned: quotient, remainder)
  }
  static func leftShift(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.leftShift(thread, left, right)
  }
  static func rightShift(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.rightShift(thread, left, right)
  }
  static func and(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.and(thread, left, right)
  }
  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.or(thread, left, right)
  }
  static func xor(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    return try IntegerArithmetic.xor(thread, left, right)
  }

  /// `left ** right`, and `pow` with a modulus. A negative exponent alone makes a float.
  static func power(
    thread: ThreadState, left: Value, right: Value, modulus: Value
  ) throws(Raised) -> Value {
    guard left.isInteger && right.isInteger else { return .notImplemented }
    if modulus.isNone {
      if !right.isNegativeInteger { return try IntegerArithmetic.power(thread, left, right) }
      let base = try IntegerArithmetic.double(thread, left)
      let exponent = try IntegerArithmetic.double(thread, right)
      return try FloatArithmetic.power(thread, base, exponent)
    }
    guard modulus.isInteger else { return .notImplemented }
    return try IntegerArithmetic.power(thread, left, right, modulo: modulus)
  }
}
