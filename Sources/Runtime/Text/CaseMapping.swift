// Full case mapping: one code point may become up to three.

enum CaseMapping {
  enum Form { case lower, upper, title, fold }

  /// Appends the mapping of one code point.
  static func append(_ code: UInt32, _ form: Form, to builder: inout StringBuilder) {
    if code < 0x80 {
      builder.append(ascii(code, form))
      return
    }
    guard let scalar = Unicode.Scalar(code) else {
      builder.append(code)
      return
    }
    switch form {
    case .lower: append(scalar.properties.lowercaseMapping, to: &builder)
    case .upper: append(scalar.properties.uppercaseMapping, to: &builder)
    case .title: append(scalar.properties.titlecaseMapping, to: &builder)
    case .fold: fold(scalar, to: &builder)
    }
  }

  @inline(__always) static func ascii(_ code: UInt32, _ form: Form) -> UInt32 {
    switch form {
    case .lower, .fold: UnicodeProperties.isASCIIUpper(code) ? code | 32 : code
    case .upper, .title: UnicodeProperties.isASCIILower(code) ? code & ~32 : code
    }
  }

  private static func append(_ text: String, to builder: inout StringBuilder) {
    for scalar in text.unicodeScalars { builder.append(scalar.value) }
  }

  /// Case folding from the other mappings: lower case of the upper case of the lower case, except
  /// where Unicode folds otherwise.
  private static func fold(_ scalar: Unicode.Scalar, to builder: inout StringBuilder) {
    switch scalar.value {
    case 0x130: append("i\u{307}", to: &builder)
    case 0x131, 0x13a0...0x13f5: builder.append(scalar.value)
    case 0x13f8...0x13fd: builder.append(scalar.value - 8)
    case 0xab70...0xabbf: builder.append(scalar.value - 0xab70 + 0x13a0)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        for upper in lower.properties.uppercaseMapping.unicodeScalars {
          append(upper.properties.lowercaseMapping, to: &builder)
        }
      }
    }
  }

  /// Lower case of a code point of a text: a capital sigma that ends a word becomes a final sigma.
  static func appendLower(_ view: StringView, at index: Int, to builder: inout StringBuilder) {
    let code = view[index]
    if code == 0x3a3 {
      builder.append(isFinalSigma(view, index) ? 0x3c2 : 0x3c3 as UInt32)
    } else {
      append(code, .lower, to: &builder)
    }
  }

  /// Unicode's Final_Sigma: a cased letter before, none after, case-ignorable ones skipped.
  private static func isFinalSigma(_ view: StringView, _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0 && UnicodeProperties.isCaseIgnorable(view[before]) { before -= 1 }
    guard before >= 0, UnicodeProperties.isCased(view[before]) else { return false }
    var after = index + 1
    while after < view.count && UnicodeProperties.isCaseIgnorable(view[after]) { after += 1 }
    return after == view.count || !UnicodeProperties.isCased(view[after])
  }
}
