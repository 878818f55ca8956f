// What operators and built-in functions do with floats. Each takes an int on one side.

import Glibc

extension FloatObject {
  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.string(ascii: FloatNotation.repr(value.float))
  }

  static func hash(thread: ThreadState, self value: Value) throws(Raised) -> Int {
    let number = value.float
    if number.isNaN {
      // NaNs differ from themselves, so they are told apart by identity (16-aligned addresses).
      let hash = Int(bitPattern: value.stripped.bits >> 4)
      return hash == -1 ? -2 : hash
    }
    return NumericHash.float(number)
  }

  static func bool(thread: ThreadState, self value: Value) throws(Raised) -> Bool {
    value.float != 0
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, operation: Comparison
  ) throws(Raised) -> Value {
    guard left.isFloat else {
      guard left.isInteger && right.isFloat else { return .notImplemented }
      return try compare(
        thread: thread, left: right, right: left, operation: operation.mirrored)
    }
    let number = left.float
    if right.isFloat { return Value(operation.holds(number, right.float)) }
    guard right.isInteger else { return .notImplemented }
    guard let order = IntegerArithmetic.order(right, number) else {
      return Value(operation == .notEqual)
    }
    return Value(operation.holds(0, order))
  }

  // MARK: Unary

  static func plain(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    value.isExactFloat ? thread.retain(value) : try thread.float(value.float)
  }
  static func negative(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.float(-value.float)
  }
  static func absolute(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.float(value.float.magnitude)
  }
  /// `int(value)`: rounded toward zero.
  static func integer(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try integer(thread, value.float)
  }

  /// The int that a whole float equals, or that another is rounded toward zero to.
  package static func integer(_ thread: ThreadState, _ number: Double) throws(Raised) -> Value {
    if number.isNaN { throw thread.raise(.valueError, "cannot convert float NaN to integer") }
    if number.isInfinite {
      throw thread.raise(.overflowError, "cannot convert float infinity to integer")
    }
    return try IntegerArithmetic.integer(thread, truncating: number)
  }

  // MARK: Binary

  static func add(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.float(x + y)
  }
  static func subtract(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.float(x - y)
  }
  static func multiply(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.float(x * y)
  }
  static func trueDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.float(try FloatArithmetic.divide(thread, x, y))
  }
  static func floorDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.float(try FloatArithmetic.floorDivide(thread, x, y))
  }
  static func modulo(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.float(try FloatArithmetic.modulo(thread, x, y))
  }
  static func divmod(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    if y == 0 { throw thread.raise(.zeroDivisionError, "float divmod()") }
    let (quotient, remainder) = FloatArithmetic.divideWithRemainder(x, y)
    return try thread.pair(owned: try thread.float(quotient), try thread.float(remainder))
  }

  static func power(
    thread: ThreadState, left: Value, right: Value, modulus: Value
  ) throws(Raised) -> Value {
    if !modulus.isNone {
      throw thread.raise(
        .typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    }
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try FloatArithmetic.power(thread, x, y)
  }
}
