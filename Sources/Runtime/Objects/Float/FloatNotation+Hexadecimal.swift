// `float.hex` and `float.fromhex`.

extension FloatNotation {
  package static func hexadecimal(_ number: Double) -> String {
    if !number.isFinite { return repr(number) }
    let sign = number.sign == .minus ? "-" : ""
    if number == 0 { return sign + "0x0.0p+0" }
    let digits = String(number.significandBitPattern, radix: 16)
    let fraction = String(repeating: "0", count: 13 - digits.utf8.count) + digits
    let exponent = number.isNormal ? Int(number.exponent) : -1022
    let lead = number.isNormal ? "1" : "0"
    return "\(sign)0x\(lead).\(fraction)p\(exponent < 0 ? "" : "+")\(exponent)"
  }

  /// The number that hexadecimal text, or "inf" or "nan", spells; infinite past the range, nil where
  /// it spells none.
  package static func parseHexadecimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let text = strip(text)
    if let special = parseSpecial(text) { return special }
    guard let plain = plainHexadecimal(text) else { return nil }
    return Double(plain)
  }

  /// The literal with all its optional parts present, as Swift reads it.
  private static func plainHexadecimal(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
    func isSign(_ index: Int) -> Bool { byte(index) == 43 || byte(index) == 45 }
    func hexadecimalDigits(from start: Int) -> Int {
      var index = start
      while IntegerText.digit(byte(index)) < 16 { index += 1 }
      return index
    }
    var index = isSign(0) ? 1 : 0
    let sign = byte(0) == UInt8(ascii: "-") ? "-" : ""
    if byte(index) == UInt8(ascii: "0") && byte(index + 1) | 32 == UInt8(ascii: "x") { index += 2 }
    let wholeStart = index
    index = hexadecimalDigits(from: index)
    let whole = String(decoding: text[wholeStart..<index], as: UTF8.self)
    var fraction = ""
    if byte(index) == UInt8(ascii: ".") {
      let fractionStart = index + 1
      index = hexadecimalDigits(from: fractionStart)
      fraction = String(decoding: text[fractionStart..<index], as: UTF8.self)
    }
    if whole.isEmpty && fraction.isEmpty { return nil }
    var exponent = "0"
    if byte(index) | 32 == UInt8(ascii: "p") {
      let exponentStart = index + 1
      index = exponentStart + (isSign(exponentStart) ? 1 : 0)
      let digitsStart = index
      while byte(index) &- 48 < 10 { index += 1 }
      if index == digitsStart { return nil }
      exponent = String(decoding: text[exponentStart..<index], as: UTF8.self)
    }
    guard index == text.count else { return nil }
    return
      "\(sign)0x\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)p\(exponent)"
  }
}
