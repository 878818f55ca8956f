// `complex(...)`: of text, or of one or two numbers.

extension ComplexObject {
  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments, "complex(real=<unrepresentable>, imag=<unrepresentable>)")
    let number = try makeNumber(thread, bound[0], bound[1])
    if type.isIdentical(to: TypeObject(.complex).value) { return try thread.complex(number) }
    let body = try thread.allocateInstance(TypeObject(type), ComplexBody.self)
    body.pointee.number = number
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static func makeNumber(_ thread: ThreadState, _ first: Value, _ second: Value)
    throws(Raised) -> ComplexNumber
  {
    if first.isInstance(TypeFlags.stringSubclass) {
      if !second.isUnbound {
        throw thread.raise(
          .typeError, "complex() can't take second arg if first is a string")
      }
      return try parse(thread, first)
    }
    if second.isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(.typeError, "complex() second arg can't be a string")
    }
    let (real, realIsComplex) = try firstPart(thread, first)
    if second.isUnbound { return real }
    if second.isComplex {
      let imaginary = ComplexObject(second).number
      return ComplexNumber(
        real.real - imaginary.imaginary,
        realIsComplex ? imaginary.real + real.imaginary : imaginary.real)
    }
    let imaginary = try part(
      thread, second, "complex() second argument must be a number, not")
    return ComplexNumber(
      real.real, realIsComplex ? imaginary + real.imaginary : imaginary)
  }

  private static func firstPart(_ thread: ThreadState, _ value: Value) throws(Raised)
    -> (ComplexNumber, isComplex: Bool)
  {
    if value.isUnbound { return (ComplexNumber(0, 0), false) }
    if value.isComplex { return (ComplexObject(value).number, true) }
    let converted = try convertSpecial(thread, value)
    if !converted.isUnbound {
      defer { thread.release(converted) }
      return (ComplexObject(converted).number, true)
    }
    let number = try part(
      thread, value, "complex() first argument must be a string or a number, not")
    return (ComplexNumber(number, 0), false)
  }

  private static func part(_ thread: ThreadState, _ value: Value, _ complaint: String)
    throws(Raised) -> Double
  {
    if value.isFloat { return value.float }
    let number = try FloatObject.convertNumber(thread, value)
    if number.isUnbound {
      throw thread.raise(.typeError, "\(complaint) '\(value.type.nameText)'")
    }
    defer { thread.release(number) }
    return number.float
  }

  /// The result of `__complex__` (owned), or unbound where the object has none.
  static func convertSpecial(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if value.isFloat || value.isInteger { return .unbound }
    let method = try thread.lookupSpecial(value, .name(.__complex__))
    if method.isUnbound { return .unbound }
    defer { thread.release(method) }
    let result = try thread.call(method)
    if result.isComplex { return result }
    defer { thread.release(result) }
    throw thread.raise(
      .typeError,
      "__complex__ returned non-complex (type \(result.type.nameText))")
  }

  // MARK: Text

  private static func parse(_ thread: ThreadState, _ string: Value) throws(Raised)
    -> ComplexNumber
  {
    let number = try NumericText.withASCII(string) {
      (text: UnsafeBufferPointer<UInt8>) throws(Raised) in
      var parser = ComplexParser(text)
      return parser.parse()
    }
    guard let number else {
      throw thread.raise(.valueError, "complex() arg is a malformed string")
    }
    return number
  }
}

/// Reads `real`, `real±imaginary j` or `imaginary j`, in parentheses or not. A missing number before
/// `j` is 1.
private struct ComplexParser {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private var byte: UInt8 { index < text.count ? text[index] : 0 }
  private var isSign: Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }

  mutating func parse() -> ComplexNumber? {
    skipSpace()
    let isParenthesised = byte == UInt8(ascii: "(")
    if isParenthesised {
      index += 1
      skipSpace()
    }
    guard let number = parseNumber() else { return nil }
    skipSpace()
    if isParenthesised {
      guard byte == UInt8(ascii: ")") else { return nil }
      index += 1
      skipSpace()
    }
    return index == text.count ? number : nil
  }

  private mutating func parseNumber() -> ComplexNumber? {
    guard let first = parseFloat() else {
      let unit = parseUnit()
      return skipLetter() ? ComplexNumber(0, unit) : nil
    }
    if isSign {
      let second = parseFloat() ?? parseUnit()
      return skipLetter() ? ComplexNumber(first, second) : nil
    }
    return skipLetter() ? ComplexNumber(0, first) : ComplexNumber(first, 0)
  }

  /// A sign that stands for 1 or -1.
  private mutating func parseUnit() -> Double {
    guard isSign else { return 1 }
    let unit: Double = byte == UInt8(ascii: "-") ? -1 : 1
    index += 1
    return unit
  }

  private mutating func parseFloat() -> Double? {
    if let special = parseSpecial() { return special }
    var scanner = DecimalScanner(text)
    guard let end = scanner.scan(from: index) else { return nil }
    let literal = UnsafeBufferPointer(rebasing: text[index..<end])
    guard let number = FloatNotation.parseStripped(literal) else { return nil }
    index = end
    return number
  }

  private mutating func parseSpecial() -> Double? {
    let sign = isSign ? 1 : 0
    for length in [8, 3] where index + sign + length <= text.count {
      let word = UnsafeBufferPointer(rebasing: text[index..<(index + sign + length)])
      if let special = FloatNotation.parseSpecial(word) {
        index += sign + length
        return special
      }
    }
    return nil
  }

  private mutating func skipLetter() -> Bool {
    guard byte | 32 == UInt8(ascii: "j") else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < text.count && IntegerText.isSpace(text[index]) { index += 1 }
  }
}
