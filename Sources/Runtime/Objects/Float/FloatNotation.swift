// Floats as text: the shortest decimal digits that read back as the same number.

import Glibc

package enum FloatNotation {
  /// `repr(number)`: positional from 1e-4 up to 1e16, else with an exponent.
  package static func repr(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    // Swift's digits are the shortest too. It changes to exponents at 2^53 already; up to 1e16,
    // floats are two apart, so that all digits of the whole number are needed.
    if number.magnitude >= 0x1p53 && number.magnitude < 1e16 { return "\(Int(number)).0" }
    return number.description
  }

  /// Decimal digits with so many after the point, correctly rounded, halves to even.
  package static func fixed(_ number: Double, digits: Int) -> String {
    withVaList([Int32(digits), number]) { arguments in
      // 309 digits before the point, sign, point, NUL.
      String(unsafeUninitializedCapacity: 320 + digits) { buffer in
        buffer.withMemoryRebound(to: CChar.self) { buffer in
          Int(vsnprintf(buffer.baseAddress, buffer.count, "%.*f", arguments))
        }
      }
    }
  }
}

// MARK: From text

extension FloatNotation {
  /// The number that ASCII text spells, or nil where it spells none.
  package static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    parseStripped(strip(text))
  }

  /// The text without surrounding space.
  static func strip(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = text.count
    while start < end && IntegerText.isSpace(text[start]) { start += 1 }
    while end > start && IntegerText.isSpace(text[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  /// The number of text that has no surrounding space.
  static func parseStripped(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    if let special = parseSpecial(text) { return special }
    guard let plain = plainLiteral(text) else { return nil }
    return Double(plain)
  }

  /// inf, infinity and nan, in any case, with a sign.
  static func parseSpecial(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count >= 3 && text.count <= 9 else { return nil }
    var letters = text.map { $0 | 32 }
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { letters.removeFirst() }
    switch String(decoding: letters, as: UTF8.self) {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return isNegative ? -Double.nan : .nan
    default: return nil
    }
  }

  /// The text without its underscores, if it is a decimal literal with an optional sign.
  static func plainLiteral(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var scanner = DecimalScanner(text)
    guard let end = scanner.scan(from: 0), end == text.count else { return nil }
    if !scanner.hasUnderscore { return String(decoding: text, as: UTF8.self) }
    return String(decoding: text.lazy.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}

/// Recognises decimal literals: digits with single underscores between them, point, exponent.
struct DecimalScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var hasUnderscore = false

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
  private func isDigit(_ index: Int) -> Bool { byte(index) &- 48 < 10 }

  /// Where the literal that begins at `start` ends; nil where there is none.
  mutating func scan(from start: Int) -> Int? {
    var index = start
    if byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "+") { index += 1 }
    let whole = digits(from: index)
    var hasDigits = whole > index
    index = whole
    if byte(index) == UInt8(ascii: ".") {
      let fraction = digits(from: index + 1)
      hasDigits = hasDigits || fraction > index + 1
      index = fraction
    }
    guard hasDigits else { return nil }
    if byte(index) | 32 == UInt8(ascii: "e") {
      var exponent = index + 1
      if byte(exponent) == UInt8(ascii: "-") || byte(exponent) == UInt8(ascii: "+") {
        exponent += 1
      }
      let end = digits(from: exponent)
      if end > exponent { index = end }
    }
    return index
  }

  private mutating func digits(from start: Int) -> Int {
    var index = start
    while isDigit(index) {
      index += 1
      if byte(index) == UInt8(ascii: "_") && isDigit(index + 1) {
        hasUnderscore = true
        index += 1
      }
    }
    return index
  }
}
