// Classes of code points, from the standard library's Unicode tables. ASCII and Latin-1 are decided
// without them. Surrogates have no `Unicode.Scalar`: they belong to no class.
//
// Python 3.13 knows Unicode 15.1; the library may know more. What later versions assigned counts as
// unassigned.

enum UnicodeProperties {
  /// A code point's properties, or nil where Unicode 15.1 has none.
  @inline(never) static func properties(_ code: UInt32) -> Unicode.Scalar.Properties? {
    guard let scalar = Unicode.Scalar(code) else { return nil }
    let properties = scalar.properties
    if code < 0x800 { return properties }
    guard let age = properties.age, age.major < 15 || age.major == 15 && age.minor <= 1 else {
      return nil
    }
    return properties
  }

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
    guard let properties = properties(code) else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  static func isDecimal(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    return properties(code)?.numericType == .decimal
  }

  static func isDigit(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    switch properties(code)?.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  static func isNumeric(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    return properties(code)?.numericType != nil
  }

  static func isAlphanumeric(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) || isASCIIDigit(code) }
    return isAlpha(code) || isNumeric(code)
  }

  /// The value of a decimal digit in any script, or nil.
  package static func decimalValue(_ code: UInt32) -> Int? {
    if code < 0x80 { return isASCIIDigit(code) ? Int(code) - 48 : nil }
    guard let properties = properties(code), properties.numericType == .decimal,
      let number = properties.numericValue
    else { return nil }
    return Int(number)
  }

  static func isLower(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIILower(code) }
    return properties(code)?.isLowercase ?? false
  }

  static func isUpper(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIUpper(code) }
    return properties(code)?.isUppercase ?? false
  }

  static func isTitle(_ code: UInt32) -> Bool {
    if code < 0x80 { return false }
    return properties(code)?.generalCategory == .titlecaseLetter
  }

  static func isCased(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) }
    return properties(code)?.isCased ?? false
  }

  static func isCaseIgnorable(_ code: UInt32) -> Bool {
    properties(code)?.isCaseIgnorable ?? false
  }

  static func isIdentifierStart(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) || code == 95 }
    return properties(code)?.isXIDStart ?? false
  }

  static func isIdentifierContinue(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIAlpha(code) || code == 95 || isASCIIDigit(code) }
    return properties(code)?.isXIDContinue ?? false
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
    guard let properties = properties(code) else { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }
}
