// Line-wise text work of the traceback printer.

enum TextLines {
  /// The pieces between newlines.
  static func splitAtNewlines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
  }

  /// Each line of the text with a prefix; a last line without newline counts.
  static func indented(_ text: String, by prefix: String) -> String {
    var result = ""
    var pieces = splitAtNewlines(text)
    let endsInNewline = pieces.last == ""
    if endsInNewline { pieces.removeLast() }
    for (index, piece) in pieces.enumerated() {
      result += prefix + piece
      if index < pieces.count - 1 || endsInNewline { result += "\n" }
    }
    return result
  }

  static func isBlank(_ line: some StringProtocol) -> Bool {
    line.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// The lines without the leading whitespace that all but the blank ones share; blank ones empty.
  static func dedented(_ lines: [String]) -> [String] {
    var margin: [Unicode.Scalar]?
    for line in lines where !isBlank(line) {
      let indent = Array(line.unicodeScalars.prefix { $0 == " " || $0 == "\t" })
      guard let known = margin else {
        margin = indent
        continue
      }
      margin = Array(zip(known, indent).prefix { $0 == $1 }.map(\.0))
    }
    let width = margin?.count ?? 0
    return lines.map { isBlank($0) ? "" : dropping(width, from: $0) }
  }

  static func dropping(_ count: Int, from line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(count)))
  }

  static func trimmingEnd(_ line: String) -> String {
    var scalars = line.unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  static func trimming(_ line: String) -> String {
    let scalars = line.unicodeScalars.drop { $0.properties.isWhitespace }
    return trimmingEnd(String(String.UnicodeScalarView(scalars)))
  }

  /// Number of code points in the first `offset` bytes of a line's UTF-8.
  static func characterOffset(_ line: String, utf8 offset: Int) -> Int {
    var bytes = 0
    var count = 0
    for scalar in line.unicodeScalars {
      if bytes >= offset { break }
      bytes += UTF8.width(scalar)
      count += 1
    }
    return count
  }

  /// Columns that the first `count` code points take on a terminal.
  static func displayWidth(_ line: [Unicode.Scalar], upTo count: Int) -> Int {
    var width = 0
    for scalar in line.prefix(count) { width += isWide(scalar) ? 2 : 1 }
    return width + max(0, count - line.count)
  }

  /// East Asian wide and fullwidth characters, emoji included.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0, 0x23F3,
      0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA...0x26AB,
      0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2...0x26F3, 0x26F5, 0x26FA,
      0x26FD, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x274E, 0x2753...0x2755, 0x2757,
      0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B...0x2B1C, 0x2B50, 0x2B55, 0x2E80...0x303E,
      0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18CD5, 0x1AFF0...0x1B2FB, 0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A,
      0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
      0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4, 0x1F3F8...0x1F43E,
      0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
      0x1F57A, 0x1F595...0x1F596, 0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC,
      0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC,
      0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945,
      0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
