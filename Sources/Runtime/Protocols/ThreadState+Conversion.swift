// Conversion of any value to the numbers that native code works with.

extension ThreadState {
  /// Whether the value is an int or has `__index__`.
  package func isIndex(_ value: Value) -> Bool {
    value.isSmallInteger || value.type.slot(.index) != nil
  }

  /// `operator.index(value)`: an int, owned.
  package func indexValue(_ value: Value) throws(Raised) -> Value {
    if value.isSmallInteger { return value }
    if value.isExactly(.int) { return retain(value) }
    guard let code = value.type.slot(.index) else {
      throw raise(
        .typeError, "'\(value.type.nameText)' object cannot be interpreted as an integer")
    }
    let result = try invoke(unary: code, value)
    if result.isSmallInteger || result.isExactly(.int) { return result }
    defer { release(result) }
    if result.isBool { return Value(small: result.isTrue ? 1 : 0) }
    guard result.isInstance(TypeFlags.integerSubclass) else {
      throw raise(
        .typeError, "__index__ returned non-int (type \(result.type.nameText))")
    }
    return try IntegerObject.exact(self, result)
  }

  /// The value as a Swift integer, by `__index__`. Too big is an OverflowError, or the given error.
  package func index(_ value: Value, overflow: WellKnownType? = nil) throws(Raised) -> Int {
    if value.isSmallInteger { return value.smallInteger }
    if value.isBool { return value.isTrue ? 1 : 0 }
    let result = try indexValue(value)
    defer { release(result) }
    if let number = IntegerObject.int(result) { return number }
    guard let overflow else {
      throw raise(.overflowError, "Python int too large to convert to C ssize_t")
    }
    throw raise(
      overflow, "cannot fit '\(value.type.nameText)' into an index-sized integer")
  }

  /// As `index`, saturating: for slices.
  package func indexClamped(_ value: Value) throws(Raised) -> Int {
    if value.isSmallInteger { return value.smallInteger }
    let result = try indexValue(value)
    defer { release(result) }
    return IntegerObject.int(result) ?? (IntegerObject.isNegative(result) ? Int.min : Int.max)
  }

  /// The value as a float, by `__float__` or `__index__`.
  package func double(from value: Value) throws(Raised) -> Double {
    if value.isImmediateFloat { return value.immediateFloat }
    if value.isSmallInteger { return Double(value.smallInteger) }
    if value.isInstance(TypeFlags.floatSubclass) { return FloatObject.double(value) }
    let type = value.type
    if let code = type.slot(.float) {
      let result = try invoke(unary: code, value)
      defer { release(result) }
      if result.isImmediateFloat { return result.immediateFloat }
      if result.isInstance(TypeFlags.floatSubclass) { return FloatObject.double(result) }
      throw raise(
        .typeError,
        "\(type.nameText).__float__ returned non-float (type \(result.type.nameText))")
    }
    guard type.slot(.index) != nil else {
      throw raise(.typeError, "must be real number, not \(type.nameText)")
    }
    let number = try indexValue(value)
    defer { release(number) }
    return try double(from: number)
  }
}
