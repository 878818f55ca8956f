// Backslash escapes in bytes: `unicode_escape` and its raw kin.

struct EscapeReader {
  enum Result {
    case character(UInt32)
    /// A line break that the backslash joins.
    case nothing
    /// No escape: the bytes up to `position` stand for themselves.
    case verbatim
    case invalid(String)
  }

  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// At the backslash before `read`, after the escape afterwards.
  var position: Int

  mutating func read() -> Result {
    position += 1
    if position == count { return .invalid("\\ at end of string") }
    let code = bytes[position]
    position += 1
    switch Unicode.Scalar(code) {
    case "\n": return .nothing
    case "\\", "'", "\"": return .character(UInt32(code))
    case "a": return .character(7)
    case "b": return .character(8)
    case "t": return .character(9)
    case "n": return .character(10)
    case "v": return .character(11)
    case "f": return .character(12)
    case "r": return .character(13)
    case "0"..."7": return octal(UInt32(code) - 48)
    case "x": return hex(2, "truncated \\xXX escape")
    case "u": return hex(4, "truncated \\uXXXX escape")
    case "U": return hex(8, "truncated \\UXXXXXXXX escape")
    case "N": return name()
    default: return .verbatim
    }
  }

  /// Only `\u` and `\U` count, after an odd number of backslashes.
  mutating func readRaw() -> Result {
    position += 1
    guard position < count else { return .verbatim }
    let code = bytes[position]
    position += 1
    switch Unicode.Scalar(code) {
    case "u": return hex(4, "truncated \\uXXXX escape")
    case "U":
      return hex(8, "truncated \\UXXXXXXXX escape", outOfRange: "\\Uxxxxxxxx out of range")
    case "\\": return .verbatim
    default:
      position -= 1
      return .verbatim
    }
  }

  private mutating func octal(_ first: UInt32) -> Result {
    var code = first
    var digits = 1
    while digits < 3 && position < count && bytes[position] & 0xf8 == 0x30 {
      code = code << 3 | UInt32(bytes[position] & 7)
      position += 1
      digits += 1
    }
    return .character(code)
  }

  private mutating func hex(
    _ digits: Int, _ reason: String, outOfRange: String = "illegal Unicode character"
  ) -> Result {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard position < count, let digit = ByteClass.hexValue(bytes[position]) else {
        return .invalid(reason)
      }
      code = code << 4 | digit
      position += 1
    }
    return code < 0x110000 ? .character(code) : .invalid(outOfRange)
  }

  private mutating func name() -> Result {
    guard position < count, bytes[position] == 0x7b else {
      return .invalid("malformed \\N character escape")
    }
    var end = position + 1
    while end < count && bytes[end] != 0x7d { end += 1 }
    guard end < count, end > position + 1 else {
      position = end
      return .invalid("malformed \\N character escape")
    }
    let name = String(
      decoding: UnsafeBufferPointer(start: bytes + position + 1, count: end - position - 1),
      as: UTF8.self)
    position = end + 1
    guard let code = UnicodeNames.find(name) else {
      return .invalid("unknown Unicode character name")
    }
    return .character(code)
  }
}

/// Code points by name, found by trying them all: names in escapes are rare.
package enum UnicodeNames {
  package static func find(_ name: String) -> UInt32? {
    let wanted = name.uppercased()
    for code: UInt32 in 0..<0x32000 {
      guard let properties = Unicode.Scalar(code)?.properties else { continue }
      if properties.name == wanted || properties.nameAlias == wanted { return code }
    }
    for code: UInt32 in 0xe0000..<0xe0200
    where Unicode.Scalar(code)?.properties.name == wanted {
      return code
    }
    return nil
  }
}
