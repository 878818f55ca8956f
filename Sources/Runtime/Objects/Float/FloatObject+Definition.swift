// The type `float`: its table and constructor.

extension FloatObject {
  package static let definition = TypeDefinition(
    name: "float", size: MemoryLayout<FloatBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.floatSubclass,
    doc: "A floating-point number, made of a string or a number if possible.",
    slots: [
      .repr(repr), .hash(hash), .bool(bool), .compare(compare), .power(power), .new(new),
      .unary(.negative, negative), .unary(.positive, plain), .unary(.absolute, absolute),
      .unary(.integer, integer), .unary(.float, plain),
      .binary(.add, add), .binary(.subtract, subtract), .binary(.multiply, multiply),
      .binary(.trueDivide, trueDivide), .binary(.floorDivide, floorDivide),
      .binary(.modulo, modulo), .binary(.divmod, divmod),
    ],
    methods: [
      Method("conjugate()", plain, "The complex conjugate, which of a float is the float itself."),
      Method(
        "as_integer_ratio()", asIntegerRatio,
        """
        A pair of integers whose ratio is exactly the float, in lowest terms.

        The denominator is positive. Infinities raise OverflowError, NaNs ValueError.
        """),
      Method("is_integer()", isIntegerMethod, "Whether the float is a whole number."),
      Method("hex()", hexadecimal, "The float in hexadecimal, exactly."),
      Method(
        "fromhex(string, /)", fromHexadecimal, "The float that a hexadecimal string spells.",
        kind: .classMethod),
      Method("__trunc__()", integer, "The float rounded toward zero, as an int."),
      Method("__floor__()", floor, "The float rounded down, as an int."),
      Method("__ceil__()", ceiling, "The float rounded up, as an int."),
      Method(
        "__round__(ndigits=None, /)", round,
        "The nearest int, or the nearest float with so many decimals; halves to even."),
      Method("__getnewargs__()", getNewArguments, "Arguments of __new__ for a copy."),
      Method(
        "__getformat__(typestr, /)", getFormat,
        "The layout of C's 'double' or 'float' on this machine.", kind: .classMethod),
      Method(
        "__format__(format_spec, /)", format, "The value as text by a format specification."),
    ],
    getters: [
      Getter("real", plain, "the real part of a complex number"),
      Getter("imag", imaginary, "the imaginary part of a complex number"),
    ])

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0, type.isIdentical(to: TypeObject(.float).value) {
      throw thread.raise(.typeError, "float() takes no keyword arguments")
    }
    if arguments.count > 1 {
      throw thread.raise(
        .typeError, "float expected at most 1 argument, got \(arguments.count)")
    }
    let number = try arguments.count == 0 ? thread.float(0) : convert(thread, arguments[0])
    if type.isIdentical(to: TypeObject(.float).value) { return number }
    defer { thread.release(number) }
    let body = try thread.allocateInstance(TypeObject(type), FloatBody.self)
    body.pointee.number = number.float
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// `float(source)` for any object: an exact float.
  package static func convert(_ thread: ThreadState, _ source: Value) throws(Raised) -> Value {
    if source.isExactFloat { return thread.retain(source) }
    if let text = try parseIfText(thread, source) { return try thread.float(text) }
    let number = try convertNumber(thread, source)
    if number.isUnbound {
      throw thread.raise(
        .typeError,
        "float() argument must be a string or a real number, not '\(source.type.nameText)'")
    }
    if number.isExactFloat { return number }
    defer { thread.release(number) }
    return try thread.float(number.float)
  }

  /// The number that a str or bytes-like object spells; nil for other objects.
  private static func parseIfText(_ thread: ThreadState, _ source: Value) throws(Raised)
    -> Double?
  {
    var result: Double?
    if source.isInstance(TypeFlags.stringSubclass) {
      result = try NumericText.withASCII(source) {
        (text: UnsafeBufferPointer<UInt8>) throws(Raised) in FloatNotation.parse(text)
      }
    } else if ByteSource.isBytesLike(source) {
      result = try NumericText.withBytes(thread, source) {
        (text: UnsafeBufferPointer<UInt8>) throws(Raised) in FloatNotation.parse(text)
      }
    } else {
      return nil
    }
    if let result { return result }
    let spelled = try thread.repr(source)
    defer { thread.release(spelled) }
    throw thread.raise(
      .valueError,
      "could not convert string to float: \(StringObject(spelled).text)")
  }
}
