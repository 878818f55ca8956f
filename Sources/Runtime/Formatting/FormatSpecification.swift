// The format specification mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].

package struct FormatSpecification {
  package enum Alignment: UInt32 {
    case left = 0x3c, right = 0x3e, center = 0x5e, afterSign = 0x3d
  }

  var fill: UInt32 = 32
  var alignment: Alignment
  /// `+`, `-`, space, or 0 where none is given.
  var sign: UInt32 = 0
  var coercesNegativeZero = false
  var isAlternate = false
  /// -1 where none is given, as in `precision`.
  var width = -1
  /// `,` or `_`, or 0.
  var separator: UInt32 = 0
  var precision = -1
  /// The presentation type; 0 where none is given and the value's type has no default.
  var type: UInt32

  /// Parses a specification for a value whose type's defaults are given.
  static func parse(
    _ thread: ThreadState, _ text: StringView, for value: Value, defaultType: UInt32,
    defaultAlignment: Alignment
  ) throws(Raised) -> FormatSpecification {
    var parser = FormatSpecificationParser(
      thread: thread, text: text, value: value,
      result: FormatSpecification(alignment: defaultAlignment, type: defaultType))
    try parser.parse()
    return parser.result
  }

  static func unknownType(_ thread: ThreadState, _ type: UInt32, _ value: Value) -> Raised {
    let code: String
    if type > 32 && type < 128 {
      code = String(Character(Unicode.Scalar(UInt8(type))))
    } else {
      code = "\\x" + String(type, radix: 16)
    }
    return thread.raise(
      .valueError,
      "Unknown format code '\(code)' for object of type '\(value.type.nameText)'")
  }
}

private struct FormatSpecificationParser {
  let thread: ThreadState
  let text: StringView
  let value: Value
  var result: FormatSpecification
  private var position = 0

  init(thread: ThreadState, text: StringView, value: Value, result: FormatSpecification) {
    self.thread = thread
    self.text = text
    self.value = value
    self.result = result
  }

  private var current: UInt32 { position < text.count ? text[position] : 0 }

  private mutating func accept(_ code: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == code.value else { return false }
    position += 1
    return true
  }

  mutating func parse() throws(Raised) {
    let hasFill = parseAlignment()
    switch current {
    case 0x20, 0x2b, 0x2d:
      result.sign = current
      position += 1
    default: break
    }
    result.coercesNegativeZero = accept("z")
    result.isAlternate = accept("#")
    if !hasFill.fill && accept("0") {
      result.fill = 0x30
      if !hasFill.alignment && result.alignment == .right { result.alignment = .afterSign }
    }
    if let width = try parseNumber() { result.width = width }
    try parseSeparator()
    if accept(".") {
      guard let precision = try parseNumber() else {
        throw thread.raise(.valueError, "Format specifier missing precision")
      }
      result.precision = precision
    }
    try parseType()
  }

  private mutating func parseAlignment() -> (fill: Bool, alignment: Bool) {
    typealias Alignment = FormatSpecification.Alignment
    if text.count >= 2, let alignment = Alignment(rawValue: text[1]) {
      result.fill = text[0]
      result.alignment = alignment
      position = 2
      return (true, true)
    }
    if text.count >= 1, let alignment = Alignment(rawValue: text[0]) {
      result.alignment = alignment
      position = 1
      return (false, true)
    }
    return (false, false)
  }

  private mutating func parseNumber() throws(Raised) -> Int? {
    var number = 0
    let start = position
    while position < text.count, let digit = UnicodeProperties.decimalValue(text[position]) {
      let (scaled, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, carries) = scaled.addingReportingOverflow(digit)
      if overflows || carries {
        throw thread.raise(.valueError, "Too many decimal digits in format string")
      }
      number = sum
      position += 1
    }
    return position > start ? number : nil
  }

  private mutating func parseSeparator() throws(Raised) {
    if accept(",") { result.separator = 0x2c }
    if accept("_") {
      if result.separator != 0 { throw bothSeparators() }
      result.separator = 0x5f
    }
    if result.separator == 0x5f && current == 0x2c { throw bothSeparators() }
  }

  private func bothSeparators() -> Raised {
    thread.raise(.valueError, "Cannot specify both ',' and '_'.")
  }

  private mutating func parseType() throws(Raised) {
    let rest = text.count - position
    if rest > 1 {
      throw thread.raise(
        .valueError,
        "Invalid format specifier '\(spelled)' for object of type '\(value.type.nameText)'")
    }
    if rest == 1 { result.type = text[position] }
    guard result.separator != 0 else { return }
    switch Unicode.Scalar(result.type) ?? "?" {
    case "d", "e", "f", "g", "E", "F", "G", "%", "\0": return
    case "b", "o", "x", "X": if result.separator == 0x5f { return }
    default: break
    }
    let separator = result.separator == 0x2c ? "," : "_"
    let type =
      result.type > 32 && result.type < 128
      ? String(Character(Unicode.Scalar(UInt8(result.type))))
      : "\\x" + String(result.type, radix: 16)
    throw thread.raise(.valueError, "Cannot specify '\(separator)' with '\(type)'.")
  }

  private var spelled: String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<text.count { scalars.append(Unicode.Scalar(text[index]) ?? "\u{fffd}") }
    return String(scalars)
  }
}
