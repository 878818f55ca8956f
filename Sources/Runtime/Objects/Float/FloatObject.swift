// float: an immediate, or a box where the exponent is out of the immediates' range.
//
// Infinities are immortal boxes; instances of subclasses are boxes always.

import CRuntime

package struct FloatBody {
  package var header: Header
  package var number: Double
}

package struct FloatObject {
  package let body: UnsafeMutablePointer<FloatBody>

  /// The value must be a boxed float.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(FloatBody.self) }
  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }
}

extension Value {
  /// Whether this is a float: immediate, boxed, or of a subclass.
  @inline(__always) package var isFloat: Bool {
    isImmediateFloat || isInstance(TypeFlags.floatSubclass)
  }
  @inline(__always) package var isExactFloat: Bool { isImmediateFloat || isExactly(.float) }

  /// The number of a float; the value must be one.
  @inline(__always) package var float: Double {
    isImmediateFloat ? immediateFloat : FloatObject(self).body.pointee.number
  }
}

extension ThreadState {
  /// The float of a number.
  @inline(__always) package func float(_ number: Double) throws(Raised) -> Value {
    if let value = Value(immediate: number) { return value }
    return try boxedFloat(number)
  }

  @inline(never) private func boxedFloat(_ number: Double) throws(Raised) -> Value {
    let shared = FloatObject.sharedBox(of: number)
    if shared != 0 { return Value(bits: shared) }
    let body = try allocate(TypeObject(.float), FloatBody.self)
    body.pointee.number = number
    return FloatObject(Value(Reference(UnsafeMutableRawPointer(body)))).value
  }
}

extension FloatObject {
  /// The immortal box of an infinity; 0 for others. NaNs have boxes of their own each, as they are
  /// told apart by identity.
  fileprivate static func sharedBox(of number: Double) -> UInt {
    if number == .infinity { return racer_globals.positiveInfinity }
    if number == -.infinity { return racer_globals.negativeInfinity }
    return 0
  }

  /// Makes the immortal boxes, once, at start-up.
  package static func makeSharedBoxes(_ thread: ThreadState) throws(Raised) {
    racer_globals.positiveInfinity = try makeImmortal(thread, .infinity)
    racer_globals.negativeInfinity = try makeImmortal(thread, -.infinity)
  }

  private static func makeImmortal(_ thread: ThreadState, _ number: Double) throws(Raised)
    -> UInt
  {
    let body = try thread.allocate(TypeObject(.float), FloatBody.self)
    body.pointee.number = number
    let reference = Reference(UnsafeMutableRawPointer(body))
    reference.storeBias(UInt64(Header.immortalLocal))
    return reference.bits
  }
}

// MARK: Conversion

extension FloatObject {
  /// The float of an object with `__float__` or `__index__`, owned; unbound for other objects.
  static func convertNumber(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    let type = value.type
    if let code = type.slot(.float) {
      let result = try unsafeBitCast(code, to: UnaryFunction.self)(thread, value)
      if result.isFloat { return result }
      defer { thread.release(result) }
      throw thread.raise(
        .typeError,
        "\(type.nameText).__float__ returned non-float (type \(result.type.nameText))")
    }
    if type.slot(.index) != nil {
      let index = try thread.indexValue(value)
      defer { thread.release(index) }
      return try thread.float(try IntegerArithmetic.double(thread, index))
    }
    return .unbound
  }

  /// The number of a float; the value must be one.
  @inline(__always) package static func double(_ value: Value) -> Double { value.float }

  /// Both numbers of a binary operation, or nil where an operand is neither float nor int.
  @inline(__always) static func operands(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> (Double, Double)?
  {
    guard let x = try operand(thread, left), let y = try operand(thread, right) else {
      return nil
    }
    return (x, y)
  }

  @inline(__always) private static func operand(_ thread: ThreadState, _ value: Value)
    throws(Raised) -> Double?
  {
    if value.isImmediateFloat { return value.immediateFloat }
    if value.isSmallInteger { return Double(value.smallInteger) }
    if value.isInstance(TypeFlags.floatSubclass) { return FloatObject(value).body.pointee.number }
    if value.isInteger { return try IntegerArithmetic.double(thread, value) }
    return nil
  }
}
