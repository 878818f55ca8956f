// complex: a pair of floats in a heap object. Immutable: no lock.

package struct ComplexBody {
  package var header: Header
  package var number: ComplexNumber
}

package struct ComplexObject {
  package let body: UnsafeMutablePointer<ComplexBody>

  /// The value must be a complex.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(ComplexBody.self) }
  @inline(__always) package var number: ComplexNumber { body.pointee.number }
  package var real: Double { number.real }
  package var imaginary: Double { number.imaginary }
  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }
}

extension Value {
  package var isComplex: Bool {
    isExactly(.complex) || (isReference && type.isSubtype(of: .complex))
  }
}

extension ThreadState {
  /// The complex of a number.
  package func complex(_ number: ComplexNumber) throws(Raised) -> Value {
    let body = try allocate(TypeObject(.complex), ComplexBody.self)
    body.pointee.number = number
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package func complex(_ real: Double, _ imaginary: Double) throws(Raised) -> Value {
    try complex(ComplexNumber(real, imaginary))
  }

  /// The number of a complex or of what converts to one (CPython's PyComplex_AsCComplex).
  package func complexNumber(from value: Value) throws(Raised) -> ComplexNumber {
    if value.isComplex { return ComplexObject(value).number }
    let converted = try ComplexObject.convertSpecial(self, value)
    if !converted.isUnbound {
      defer { release(converted) }
      return ComplexObject(converted).number
    }
    return ComplexNumber(try double(from: value), 0)
  }
}

extension ComplexObject {
  package static let definition = TypeDefinition(
    name: "complex", size: MemoryLayout<ComplexBody>.size,
    flags: TypeFlags.isBaseType,
    doc: """
      A complex number, made of a string or of one or two numbers.

      complex(real, imag) is real + imag * 1j; either part is 0 where missing.
      """,
    slots: [
      .repr(repr), .hash(hash), .bool(bool), .compare(compare), .power(power), .new(new),
      .unary(.negative, negative), .unary(.positive, plain), .unary(.absolute, absolute),
      .binary(.add, add), .binary(.subtract, subtract), .binary(.multiply, multiply),
      .binary(.trueDivide, trueDivide),
    ],
    methods: [
      Method("conjugate()", conjugate, "The number with the imaginary part's sign turned."),
      Method("__complex__()", plain, "The number as an exact complex."),
      Method("__getnewargs__()", getNewArguments, "Arguments of __new__ for a copy."),
      Method(
        "__format__(format_spec, /)", format, "The value as text by a format specification."),
    ],
    getters: [
      Getter("real", real, "the real part of a complex number"),
      Getter("imag", imaginary, "the imaginary part of a complex number"),
    ])

  static func real(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.float(ComplexObject(value).number.real)
  }
  static func imaginary(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.float(ComplexObject(value).number.imaginary)
  }
  static func conjugate(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let number = ComplexObject(value).number
    return try thread.complex(number.real, -number.imaginary)
  }
  static func getNewArguments(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let number = ComplexObject(value).number
    return try thread.tuple(
      owned: [try thread.float(number.real), try thread.float(number.imaginary)])
  }
  static func format(thread: ThreadState, self value: Value, spec: Value) throws(Raised) -> Value {
    try Formatting.formatComplex(thread, value, spec)
  }
}
