/// The values of number literals.
extension TreeParser {
  /// Decimal integers of more digits are refused, as `int` does, because their conversion takes
  /// quadratic time.
  private static let maximumDecimalDigits = 4300

  func parseNumber(_ token: Token) throws(ParseFailure) -> ConstantValue {
    let start = Int(token.start)
    let end = Int(token.end)
    if source[start] == UInt8(ascii: "0"), end - start > 2 {
      switch source[start + 1] | 0x20 {
      case UInt8(ascii: "x"): return integer(start + 2, end, radix: 16)
      case UInt8(ascii: "o"): return integer(start + 2, end, radix: 8)
      case UInt8(ascii: "b"): return integer(start + 2, end, radix: 2)
      default: break
      }
    }
    if source[start..<end].allSatisfy({ CharacterClass.isDigit($0) || $0 == UInt8(ascii: "_") }) {
      let value = integer(start, end, radix: 10)
      if case .bigInteger(let digits, _) = value,
        digits.utf8.count > TreeParser.maximumDecimalDigits
      {
        throw .fault(tooManyDigits(digits.utf8.count, token))
      }
      return value
    }
    let isImaginary = token.isImaginary(source)
    let text = digits(start, isImaginary ? end - 1 : end)
    let value = Double(text) ?? .infinity
    return isImaginary ? .imaginary(value) : .float(value)
  }

  private func integer(_ start: Int, _ end: Int, radix: Int) -> ConstantValue {
    var value = 0
    for byte in source[start..<end] where byte != UInt8(ascii: "_") {
      let (product, overflows) = value.multipliedReportingOverflow(by: radix)
      let (sum, carries) = product.addingReportingOverflow(Int(CharacterClass.digitValue(byte)))
      if overflows || carries { return .bigInteger(digits: digits(start, end), radix: radix) }
      value = sum
    }
    return .integer(value)
  }

  /// The text of a literal without underscores.
  private func digits(_ start: Int, _ end: Int) -> String {
    String(decoding: source[start..<end].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  private func tooManyDigits(_ count: Int, _ token: Token) -> SourceFault {
    SourceFault(
      "Exceeds the limit (4300 digits) for integer string conversion: value has \(count) digits; "
        + "use sys.set_int_max_str_digits() to increase the limit"
        + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
      range: token.range)
  }
}

extension Token {
  /// Whether a number ends in `j`.
  func isImaginary(_ source: [UInt8]) -> Bool {
    source[Int(end) - 1] | 0x20 == UInt8(ascii: "j")
  }
}
