// What operators and built-in functions do with complex numbers. Each takes a real on one side.

import Glibc

extension ComplexObject {
  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.string(ascii: text(ComplexObject(value).number))
  }

  package static func text(_ number: ComplexNumber) -> String {
    let imaginary = partText(number.imaginary)
    if number.real == 0 && number.real.sign == .plus { return imaginary + "j" }
    let sign = imaginary.utf8.first == UInt8(ascii: "-") ? "" : "+"
    return "(\(partText(number.real))\(sign)\(imaginary)j)"
  }

  /// The float without a trailing ".0".
  private static func partText(_ number: Double) -> String {
    let text = FloatNotation.repr(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func hash(thread: ThreadState, self value: Value) throws(Raised) -> Int {
    let number = ComplexObject(value).number
    let real = number.real.isNaN ? identityHash(value) : NumericHash.float(number.real)
    let imaginary =
      number.imaginary.isNaN ? identityHash(value) : NumericHash.float(number.imaginary)
    let hash = real &+ Int(NumericHash.imaginary) &* imaginary
    return hash == -1 ? -2 : hash
  }

  private static func identityHash(_ value: Value) -> Int {
    Int(bitPattern: value.stripped.bits >> 4)
  }

  static func bool(thread: ThreadState, self value: Value) throws(Raised) -> Bool {
    !ComplexObject(value).number.isZero
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, operation: Comparison
  ) throws(Raised) -> Value {
    guard operation == .equal || operation == .notEqual else { return .notImplemented }
    guard left.isComplex else {
      guard right.isComplex else { return .notImplemented }
      return try compare(thread: thread, left: right, right: left, operation: operation)
    }
    let x = ComplexObject(left).number
    let isEqual: Bool
    if right.isComplex {
      let y = ComplexObject(right).number
      isEqual = x.real == y.real && x.imaginary == y.imaginary
    } else if right.isInteger {
      isEqual = x.imaginary == 0 && IntegerArithmetic.order(right, x.real) == 0
    } else if right.isFloat {
      isEqual = x.imaginary == 0 && x.real == right.float
    } else {
      return .notImplemented
    }
    return Value(isEqual == (operation == .equal))
  }

  // MARK: Unary

  static func plain(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    value.isExactly(.complex)
      ? thread.retain(value) : try thread.complex(ComplexObject(value).number)
  }
  static func negative(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.complex(ComplexObject(value).number.negated)
  }
  static func absolute(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let number = ComplexObject(value).number
    let result = hypot(number.real, number.imaginary)
    if result.isInfinite && number.isFinite {
      throw thread.raise(.overflowError, "absolute value too large")
    }
    return try thread.float(result)
  }

  // MARK: Binary

  /// Both numbers, or nil where an operand is no number.
  private static func operands(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> (ComplexNumber, ComplexNumber)?
  {
    guard let x = try operand(thread, left), let y = try operand(thread, right) else {
      return nil
    }
    return (x, y)
  }

  private static func operand(_ thread: ThreadState, _ value: Value) throws(Raised)
    -> ComplexNumber?
  {
    if value.isFloat { return ComplexNumber(value.float, 0) }
    if value.isInteger {
      return ComplexNumber(try IntegerArithmetic.double(thread, value), 0)
    }
    return value.isComplex ? ComplexObject(value).number : nil
  }

  static func add(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.complex(x + y)
  }
  static func subtract(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.complex(x - y)
  }
  static func multiply(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    return try thread.complex(x * y)
  }
  static func trueDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    guard let quotient = ComplexNumber.quotient(x, y) else {
      throw thread.raise(.zeroDivisionError, "complex division by zero")
    }
    return try thread.complex(quotient)
  }

  static func power(
    thread: ThreadState, left: Value, right: Value, modulus: Value
  ) throws(Raised) -> Value {
    guard let (x, y) = try operands(thread, left, right) else { return .notImplemented }
    if !modulus.isNone { throw thread.raise(.valueError, "complex modulo") }
    return try power(thread, x, y)
  }

  static func power(_ thread: ThreadState, _ x: ComplexNumber, _ y: ComplexNumber)
    throws(Raised) -> Value
  {
    guard let result = ComplexNumber.power(x, y) else {
      throw thread.raise(.zeroDivisionError, "0.0 to a negative or complex power")
    }
    if result.hasInfinity { throw thread.raise(.overflowError, "complex exponentiation") }
    return try thread.complex(result)
  }
}
