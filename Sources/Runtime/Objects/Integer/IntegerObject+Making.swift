// `int(...)`: numbers, text and whatever has `__int__`, `__index__` or `__trunc__`.

extension IntegerObject {
  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let (source, base) = try constructorArguments(thread, arguments)
    let number = try make(thread, source, base: base)
    if type.isIdentical(to: TypeObject(.int).value) { return number }
    defer { thread.release(number) }
    return try makeSubclassInstance(thread, TypeObject(type), number)
  }

  /// The number or text and the base, unbound where missing.
  private static func constructorArguments(_ thread: ThreadState, _ arguments: Arguments)
    throws(Raised) -> (source: Value, base: Value)
  {
    let total = arguments.count + arguments.keywordCount
    if total > 2 {
      throw thread.raise(
        .typeError,
        arguments.keywordCount == 0
          ? "int expected at most 2 arguments, got \(total)"
          : "int() takes at most 2 arguments (\(total) given)")
    }
    let source = arguments.count > 0 ? arguments[0] : .unbound
    var base = arguments.count > 1 ? arguments[1] : .unbound
    for index in 0..<arguments.keywordCount {
      let name = StringObject(arguments.keywordName(index)).text
      if name != "base" {
        throw thread.raise(.typeError, "int() got an unexpected keyword argument '\(name)'")
      }
      if !base.isUnbound {
        throw thread.raise(
          .typeError, "argument for int() given by name ('base') and position (2)")
      }
      base = arguments.keywordValue(index)
    }
    if source.isUnbound && !base.isUnbound {
      throw thread.raise(.typeError, "int() missing string argument")
    }
    return (source, base)
  }

  private static func make(_ thread: ThreadState, _ source: Value, base: Value) throws(Raised)
    -> Value
  {
    if source.isUnbound { return Value(small: 0) }
    if base.isUnbound { return try convert(thread, source) }
    let base = try thread.indexClamped(base)
    if base != 0 && (base < 2 || base > 36) {
      throw thread.raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    let result = try parseIfText(thread, source, base: base)
    if result.isUnbound {
      throw thread.raise(.typeError, "int() can't convert non-string with explicit base")
    }
    return result
  }

  /// `int(source)` for any object: an exact int.
  package static func convert(_ thread: ThreadState, _ source: Value) throws(Raised) -> Value {
    if source.isExactInteger { return thread.retain(source) }
    let type = source.type
    if let code = type.slot(.integer) {
      let result = try unsafeBitCast(code, to: UnaryFunction.self)(thread, source)
      return try checked(thread, result, from: "__int__")
    }
    if type.slot(.index) != nil {
      let result = try thread.indexValue(source)
      return try checked(thread, result, from: "__index__")
    }
    let method = try thread.lookupSpecial(source, .name(.__trunc__))
    if !method.isUnbound {
      defer { thread.release(method) }
      let result = try thread.call(method)
      defer { thread.release(result) }
      if !result.isInteger && result.type.slot(.index) == nil {
        throw thread.raise(
          .typeError,
          "__trunc__ returned non-Integral (type \(result.type.nameText))")
      }
      return try checked(thread, try thread.indexValue(result), from: "__trunc__")
    }
    let result = try parseIfText(thread, source, base: 10)
    if !result.isUnbound { return result }
    throw thread.raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not "
        + "'\(type.nameText)'")
  }

  /// The result of a conversion method as an exact int; the result is used up.
  private static func checked(_ thread: ThreadState, _ result: Value, from method: String)
    throws(Raised) -> Value
  {
    if result.isExactInteger { return result }
    defer { thread.release(result) }
    if result.isInteger { return try IntegerArithmetic.plain(thread, result) }
    throw thread.raise(
      .typeError, "\(method) returned non-int (type \(result.type.nameText))")
  }

  // MARK: Text

  /// The int that a str or bytes-like object spells; unbound for other objects.
  private static func parseIfText(_ thread: ThreadState, _ source: Value, base: Int)
    throws(Raised) -> Value
  {
    var result: Value?
    if source.isInstance(TypeFlags.stringSubclass) {
      result = try NumericText.withASCII(source) {
        (text: UnsafeBufferPointer<UInt8>) throws(Raised) in
        try IntegerText.parse(thread, text, base: base)
      }
    } else if ByteSource.isBytesLike(source) {
      result = try NumericText.withBytes(thread, source) {
        (text: UnsafeBufferPointer<UInt8>) throws(Raised) in
        try IntegerText.parse(thread, text, base: base)
      }
    } else {
      return .unbound
    }
    if let result { return result }
    let spelled = try thread.repr(source)
    defer { thread.release(spelled) }
    throw thread.raise(
      .valueError,
      "invalid literal for int() with base \(base): \(StringObject(spelled).text)")
  }
}

extension IntegerObject {
  /// The number of an int that fits a machine word.
  @inline(__always) package static func int(_ value: Value) -> Int? { value.machineInteger }
  package static func isNegative(_ value: Value) -> Bool { value.isNegativeInteger }
  /// The same number as an exact int, owned.
  package static func exact(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    try IntegerArithmetic.plain(thread, value)
  }
}
