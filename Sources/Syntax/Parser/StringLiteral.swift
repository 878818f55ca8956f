/// Evaluates the text of one string token or of one piece of an f-string's text.
struct StringLiteral {
  let source: [UInt8]
  /// Where the text is, without prefix and quotes.
  var position: Int
  let end: Int
  var prefix: StringPrefix
  var warnings: [SourceFault] = []

  private let textStart: Int
  private let isMiddle: Bool
  private let token: Token
  private var hasWarned = false
  /// How much longer the text is in the form that messages count in: CPython writes each character
  /// outside ASCII as ten bytes before it evaluates escapes.
  private var expansion = 0

  /// The literal of a string token.
  init(source: [UInt8], token: Token) {
    let quoteIndex =
      source[Int(token.start)...].firstIndex { $0 == 0x22 || $0 == 0x27 } ?? Int(token.start)
    let prefix = StringPrefix(source[Int(token.start)..<quoteIndex]) ?? StringPrefix()
    let quote = source[quoteIndex]
    let isTriple =
      Int(token.end) - quoteIndex >= 6 && source[quoteIndex + 1] == quote
      && source[quoteIndex + 2] == quote
    let width = isTriple ? 3 : 1
    self.init(
      source, quoteIndex + width, Int(token.end) - width, prefix, token, reportedAt: token)
  }

  /// A piece of an f-string's text; faults in it are reported at another token.
  init(source: [UInt8], middle: Token, reportedAt reported: Token) {
    self.init(
      source, Int(middle.start), Int(middle.end), StringPrefix(), middle,
      reportedAt: reported)
  }

  private init(
    _ source: [UInt8], _ start: Int, _ end: Int, _ prefix: StringPrefix, _ token: Token,
    reportedAt reported: Token
  ) {
    self.source = source
    position = start
    textStart = start
    self.end = end
    self.prefix = prefix
    self.token = reported
    isMiddle = token.kind == .fStringMiddle
  }

  // MARK: Bytes

  mutating func decodeBytes() throws -> [UInt8] {
    if source[position..<end].contains(where: { $0 >= 0x80 }) {
      throw SourceFault("bytes can only contain ASCII literal characters", range: token.range)
    }
    if prefix.isRaw || !source[position..<end].contains(UInt8(ascii: "\\")) {
      return Array(source[position..<end])
    }
    var result: [UInt8] = []
    while position < end {
      let byte = source[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      if let value = try readCommonEscape(isText: false) {
        result.append(UInt8(truncatingIfNeeded: value))
      } else if position < end, source[position] == UInt8(ascii: "\n") {
        position += 1
      } else {
        warnInvalidEscape()
        result.append(byte)
      }
    }
    return result
  }

  // MARK: Text

  mutating func decodeText(_ names: inout CharacterNames) throws -> StringConstant {
    if prefix.isRaw || !source[position..<end].contains(UInt8(ascii: "\\")) {
      return StringConstant(utf8: Array(source[position..<end]))
    }
    var result = StringConstant()
    result.utf8.reserveCapacity(end - position)
    while position < end {
      let byte = source[position]
      position += 1
      if byte == UInt8(ascii: "\\") {
        try readEscape(into: &result, &names)
      } else {
        if byte >= 0xC0 { expansion += 10 - StringLiteral.length(of: byte) }
        result.utf8.append(byte)
      }
    }
    return result
  }

  private static func length(of lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  private mutating func readEscape(
    into result: inout StringConstant, _ names: inout CharacterNames
  ) throws {
    guard position < end, source[position] < 0x80 else {
      // A backslash at the end of a piece, or before a character outside ASCII, stands for itself.
      expansion += 5
      result.utf8.append(UInt8(ascii: "\\"))
      return
    }
    let start = position - 1
    if let value = try readCommonEscape(isText: true) {
      result.append(codePoint: value)
      return
    }
    switch source[position] {
    case UInt8(ascii: "\n"):
      position += 1
    case UInt8(ascii: "u"):
      result.append(codePoint: try readHexadecimal(4, "truncated \\uXXXX escape", start))
    case UInt8(ascii: "U"):
      let value = try readHexadecimal(8, "truncated \\UXXXXXXXX escape", start)
      if value > 0x10FFFF {
        throw fault(unicodeMessage("illegal Unicode character", start, position))
      }
      result.append(codePoint: value)
    case UInt8(ascii: "N"):
      result.append(codePoint: try readNamed(start, &names))
    default:
      warnInvalidEscape()
      result.utf8.append(UInt8(ascii: "\\"))
    }
  }

  /// The digits of `\x`, `\u` and `\U`; `position` is at the letter.
  private mutating func readHexadecimal(
    _ count: Int, _ message: String, _ start: Int
  ) throws -> UInt32 {
    position += 1
    var value: UInt32 = 0
    for _ in 0..<count {
      let digit = position < end ? CharacterClass.digitValue(source[position]) : 255
      guard digit < 16 else { throw fault(unicodeMessage(message, start, position)) }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// A character by name; `position` is at the `N`.
  private mutating func readNamed(_ start: Int, _ names: inout CharacterNames) throws -> UInt32 {
    position += 1
    let malformed = "malformed \\N character escape"
    guard position < end, source[position] == UInt8(ascii: "{") else {
      throw fault(unicodeMessage(malformed, start, position))
    }
    let nameStart = position + 1
    guard let close = source[nameStart..<end].firstIndex(of: UInt8(ascii: "}")) else {
      throw fault(unicodeMessage(malformed, start, end))
    }
    guard close > nameStart else { throw fault(unicodeMessage(malformed, start, close)) }
    position = close + 1
    let name = String(decoding: source[nameStart..<close], as: UTF8.self)
    guard let value = names.find(name) else {
      throw fault(unicodeMessage("unknown Unicode character name", start, position))
    }
    return value
  }

  // MARK: Escapes of both kinds

  /// The escapes that mean the same in text and bytes, after the backslash; nil for others.
  private mutating func readCommonEscape(isText: Bool) throws -> UInt32? {
    guard position < end else { return nil }
    let value: UInt32
    switch source[position] {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""):
      value = UInt32(source[position])
    case UInt8(ascii: "a"): value = 7
    case UInt8(ascii: "b"): value = 8
    case UInt8(ascii: "f"): value = 12
    case UInt8(ascii: "n"): value = 10
    case UInt8(ascii: "r"): value = 13
    case UInt8(ascii: "t"): value = 9
    case UInt8(ascii: "v"): value = 11
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return readOctal()
    case UInt8(ascii: "x"):
      if isText { return try readHexadecimal(2, "truncated \\xXX escape", position - 1) }
      let offset = position - 1 - textStart
      guard let value = try? readHexadecimal(2, "", 0) else {
        throw fault("(value error) invalid \\x escape at position \(offset)")
      }
      return value
    default:
      return nil
    }
    position += 1
    return value
  }

  private mutating func readOctal() -> UInt32 {
    let start = position
    var value: UInt32 = 0
    while position < end, position < start + 3, source[position] &- 0x30 < 8 {
      value = value << 3 | UInt32(source[position] - 0x30)
      position += 1
    }
    if value > 0o377 {
      let digits = String(decoding: source[start..<position], as: UTF8.self)
      warn("invalid octal escape sequence '\\\(digits)'")
    }
    return value
  }

  // MARK: Messages

  private mutating func warnInvalidEscape() {
    // The lexer has warned about braces in an f-string.
    let isBrace = source[position] == UInt8(ascii: "{") || source[position] == UInt8(ascii: "}")
    guard position < end, !(isMiddle && isBrace) else { return }
    let name = Character(Unicode.Scalar(source[position]))
    warn("invalid escape sequence '\\\(name)'")
  }

  /// Only the first doubtful escape of a literal is warned about.
  private mutating func warn(_ message: String) {
    if hasWarned { return }
    hasWarned = true
    warnings.append(fault(message))
  }

  private func fault(_ message: String) -> SourceFault {
    SourceFault(message, range: token.range)
  }

  private func unicodeMessage(_ reason: String, _ start: Int, _ end: Int) -> String {
    let first = start - textStart + expansion
    let last = end - 1 - textStart + expansion
    let place =
      first == last ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
    return "(unicode error) 'unicodeescape' codec can't decode \(place): \(reason)"
  }
}
