// `format(value, specification)` for str, int, float and complex: what their `__format__` call.

/// Entry points of the built-in types' formatting. The specification is a str.
package enum Formatting {
  /// The specification's text, or TypeError.
  static func specification(_ thread: ThreadState, _ value: Value) throws(Raised) -> StringView {
    guard value.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "__format__() argument must be str, not \(value.type.nameText)")
    }
    return StringObject(value).view
  }

  // MARK: str

  /// `str.__format__`.
  package static func formatString(_ thread: ThreadState, _ value: Value, _ specification: Value)
    throws(Raised) -> Value
  {
    let text = try self.specification(thread, specification)
    if text.count == 0 {
      return value.isExactString ? thread.retain(value) : try thread.str(value)
    }
    let spec = try FormatSpecification.parse(
      thread, text, for: value, defaultType: 0x73, defaultAlignment: .left)
    if spec.type != 0x73 { throw FormatSpecification.unknownType(thread, spec.type, value) }
    try checkString(thread, spec)
    let string = StringObject(value)
    let count = spec.precision >= 0 ? min(spec.precision, string.count) : string.count
    if spec.width <= count { return try StringObject.slice(thread, value, 0, count) }
    var builder = StringBuilder(capacity: spec.width)
    defer { builder.discard() }
    append(string.view.slice(0, count), spec, to: &builder)
    return try builder.finish(thread)
  }

  private static func checkString(_ thread: ThreadState, _ spec: FormatSpecification)
    throws(Raised)
  {
    if spec.sign != 0 {
      let name = spec.sign == 0x20 ? "Space" : "Sign"
      throw thread.raise(.valueError, "\(name) not allowed in string format specifier")
    }
    if spec.coercesNegativeZero {
      throw thread.raise(
        .valueError, "Negative zero coercion (z) not allowed in string format specifier")
    }
    if spec.isAlternate {
      throw thread.raise(
        .valueError, "Alternate form (#) not allowed in string format specifier")
    }
    if spec.alignment == .afterSign {
      throw thread.raise(
        .valueError, "'=' alignment not allowed in string format specifier")
    }
  }

  /// Appends text padded to the specification's width.
  static func append(
    _ text: StringView, _ spec: FormatSpecification, to builder: inout StringBuilder
  ) {
    let padding = max(0, spec.width - text.count)
    let left: Int
    switch spec.alignment {
    case .left: left = 0
    case .center: left = padding / 2
    default: left = padding
    }
    builder.append(spec.fill, repeated: left)
    builder.append(text)
    builder.append(spec.fill, repeated: padding - left)
  }

  // MARK: int

  /// `int.__format__`; bools format as their number.
  package static func formatInteger(_ thread: ThreadState, _ value: Value, _ specification: Value)
    throws(Raised) -> Value
  {
    let text = try self.specification(thread, specification)
    if text.count == 0 { return try thread.str(value) }
    let spec = try FormatSpecification.parse(
      thread, text, for: value, defaultType: 0x64, defaultAlignment: .right)
    switch Unicode.Scalar(spec.type) {
    case "d", "b", "o", "x", "X", "n", "c": break
    case "e", "E", "f", "F", "g", "G", "%":
      return try formatDouble(thread, value, try thread.double(from: value), spec)
    default: throw FormatSpecification.unknownType(thread, spec.type, value)
    }
    if spec.precision >= 0 {
      throw thread.raise(.valueError, "Precision not allowed in integer format specifier")
    }
    if spec.coercesNegativeZero {
      throw thread.raise(
        .valueError, "Negative zero coercion (z) not allowed in integer format specifier")
    }
    var builder = StringBuilder()
    defer { builder.discard() }
    if spec.type == 0x63 {
      try appendCharacter(thread, value, spec, to: &builder)
    } else {
      try appendInteger(thread, value, spec, to: &builder)
    }
    return try builder.finish(thread)
  }

  private static func appendCharacter(
    _ thread: ThreadState, _ value: Value, _ spec: FormatSpecification,
    to builder: inout StringBuilder
  ) throws(Raised) {
    if spec.sign != 0 {
      throw thread.raise(
        .valueError, "Sign not allowed with integer format specifier 'c'")
    }
    if spec.isAlternate {
      throw thread.raise(
        .valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
    }
    let code = try thread.indexClamped(value)
    if code == Int.max || code == Int.min {
      throw thread.raise(.overflowError, "Python int too large to convert to C long")
    }
    guard code >= 0 && code < 0x110000 else {
      throw thread.raise(.overflowError, "%c arg not in range(0x110000)")
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1) { memory in
      memory[0] = UInt32(code)
      append(
        StringView(base: UnsafeRawPointer(memory.baseAddress!), count: 1, kind: 4), spec,
        to: &builder)
    }
  }

  private static func appendInteger(
    _ thread: ThreadState, _ value: Value, _ spec: FormatSpecification,
    to builder: inout StringBuilder
  ) throws(Raised) {
    var digits = StringBuilder()
    defer { digits.discard() }
    let radix = radix(spec.type)
    let isNegative = try IntegerDigits.append(thread, value, radix: radix, to: &digits)
    if spec.type == 0x58 { digits.uppercaseASCII() }
    let layout = NumberLayout(
      sign: NumberLayout.sign(isNegative: isNegative, spec.sign),
      prefix: spec.isAlternate ? IntegerDigits.prefix(spec.type) : "",
      digits: digits.view, remainder: digits.view.slice(0, 0))
    layout.append(spec, to: &builder)
  }

  private static func radix(_ type: UInt32) -> Int {
    switch Unicode.Scalar(type) {
    case "b": 2
    case "o": 8
    case "x", "X": 16
    default: 10
    }
  }

  // MARK: float

  /// `float.__format__`.
  package static func formatFloat(_ thread: ThreadState, _ value: Value, _ specification: Value)
    throws(Raised) -> Value
  {
    let text = try self.specification(thread, specification)
    if text.count == 0 { return try thread.str(value) }
    let spec = try FormatSpecification.parse(
      thread, text, for: value, defaultType: 0, defaultAlignment: .right)
    return try formatDouble(thread, value, try thread.double(from: value), spec)
  }

  private static func formatDouble(
    _ thread: ThreadState, _ value: Value, _ number: Double, _ spec: FormatSpecification
  ) throws(Raised) -> Value {
    let options = try floatOptions(thread, value, spec, addsPointZero: true)
    let isPercent = spec.type == 0x25
    var text = StringBuilder()
    defer { text.discard() }
    FloatText.append((isPercent ? number * 100 : number).magnitude, options, to: &text)
    if isPercent { text.append(UInt32(0x25)) }
    let layout = layout(number, text.view, spec)
    if layout.sign == 0 && spec.width <= text.count && spec.separator == 0 {
      return try text.finish(thread)
    }
    var builder = StringBuilder()
    defer { builder.discard() }
    layout.append(spec, to: &builder)
    return try builder.finish(thread)
  }

  /// Splits a float's text into digits before the point and the rest.
  static func layout(
    _ number: Double, _ text: StringView, _ spec: FormatSpecification
  ) -> NumberLayout {
    var whole = 0
    while whole < text.count && UnicodeProperties.isASCIIDigit(text[whole]) { whole += 1 }
    var isNegative = number.sign == .minus && !number.isNaN
    if isNegative && spec.coercesNegativeZero && isZero(text) { isNegative = false }
    return NumberLayout(
      sign: NumberLayout.sign(isNegative: isNegative, spec.sign),
      digits: text.slice(0, whole), remainder: text.slice(whole, text.count))
  }

  /// Whether all digits before the exponent are 0.
  private static func isZero(_ text: StringView) -> Bool {
    for index in 0..<text.count {
      let code = text[index]
      if code | 32 == 101 || code == 37 { return index > 0 }
      if code != 48 && code != 46 { return false }
    }
    return true
  }

  static func floatOptions(
    _ thread: ThreadState, _ value: Value, _ spec: FormatSpecification, addsPointZero: Bool
  ) throws(Raised) -> FloatText.Options {
    if spec.precision > Int(Int32.max) {
      throw thread.raise(.valueError, "precision too big")
    }
    var options = FloatText.Options(
      style: .fixed, precision: spec.precision < 0 ? 6 : spec.precision,
      isAlternate: spec.isAlternate)
    switch Unicode.Scalar(spec.type) {
    case "e": options.style = .exponent
    case "f", "%": options.style = .fixed
    case "g", "n": options.style = .general
    case "E":
      options.style = .exponent
      options.isUppercase = true
    case "F":
      options.style = .fixed
      options.isUppercase = true
    case "G":
      options.style = .general
      options.isUppercase = true
    case "\0":
      options.style = spec.precision < 0 ? .shortest : .general
      options.addsPointZero = addsPointZero
    default: throw FormatSpecification.unknownType(thread, spec.type, value)
    }
    return options
  }
}

extension StringBuilder {
  /// Upper case in place, for text that is all ASCII.
  mutating func uppercaseASCII() {
    let bytes = UnsafeMutablePointer(mutating: view.units(UInt8.self))
    for index in 0..<count where UnicodeProperties.isASCIILower(UInt32(bytes[index])) {
      bytes[index] -= 32
    }
  }
}
