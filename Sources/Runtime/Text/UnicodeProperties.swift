// Classes of code points, from the standard library's Unicode tables. ASCII and Latin-1 are decided
// without them. Surrogates have no `Unicode.Scalar`: they belong to no class.

enum UnicodeProperties {
  @inline(__always) static func isASCIILower(_ code: UInt32) -> Bool { code &- 97 < 26 }
  @inline(__always) static func isASCIIUpper(_ code: UInt32) -> Bool { code &- 65 < 26 }
  @inline(__always) static func isASCIIDigit(_ code: UInt32) -> Bool { code &- 48 < 10 }
  @inline(__always) static func isASCIIAlpha(_ code: UInt32) -> Bool { (code | 32) &- 97 < 26 }

  @inline(__always) static func isSpace(_ code: UInt32) -> Bool {
    if code < 0x80 { return code == 32 || code &- 9 < 5 || code &- 0x1c < 4 }
    return isWideSpace(code)
  }

  @inline(never) private static func isWideSpace(_ code: UInt32) -> Bool {
    switch code {
    case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }

  static func isAlpha(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) }
    guard let scalar = Unicode.Scalar(code) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  static func isDecimal(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    return Unicode.Scalar(code)?.properties.numericType == .decimal
  }

  static func isDigit(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    switch Unicode.Scalar(code)?.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  static func isNumeric(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    return Unicode.Scalar(code)?.properties.numericType != nil
  }

  static func isAlphanumeric(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) || isASCIIDigit(code) }
    return isAlpha(code) || isNumeric(code)
  }

  /// The value of a decimal digit in any script, or nil.
  package static func decimalValue(_ code: UInt32) -> Int? {
    if code < 0x80 { return isASCIIDigit(code) ? Int(code) - 48 : nil }
    guard let properties = Unicode.Scalar(code)?.properties, properties.numericType == .decimal,
      let number = properties.numericValue
    else { return nil }
    return Int(number)
  }

  static func isLower(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIILower(code) }
    return Unicode.Scalar(code)?.properties.isLowercase ?? false
  }

  static func isUpper(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIUpper(code) }
    return Unicode.Scalar(code)?.properties.isUppercase ?? false
  }

  static func isTitle(_ code: UInt32) -> Bool {
    if code < 0x80 { return false }
    return Unicode.Scalar(code)?.properties.generalCategory == .titlecaseLetter
  }

  static func isCased(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) }
    return Unicode.Scalar(code)?.properties.isCased ?? false
  }

  static func isCaseIgnorable(_ code: UInt32) -> Bool {
    Unicode.Scalar(code)?.properties.isCaseIgnorable ?? false
  }

  static func isIdentifierStart(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) || code == 95 }
    return Unicode.Scalar(code)?.properties.isXIDStart ?? false
  }

  static func isIdentifierContinue(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) || code == 95 || isASCIIDigit(code) }
    return Unicode.Scalar(code)?.properties.isXIDContinue ?? false
  }

  /// What repr shows as it is: no control, format, surrogate, private or unassigned code point, and
  /// of the separators only the space.
  @inline(__always) static func isPrintable(_ code: UInt32) -> Bool {
    if code < 0x7f { return code >= 32 }
    return isWidePrintable(code)
  }

  @inline(never) private static func isWidePrintable(_ code: UInt32) -> Bool {
    if code < 0xa1 || code == 0xad { return false }
    if code < 0x100 { return true }
    guard let scalar = Unicode.Scalar(code) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }
}
