// Full case mapping: one code point may become up to three.

enum CaseMapping {
  enum Form { case lower, upper, title, fold }

  /// Appends the mapping of one code point.
  static func append(_ code: UInt32, _ form: Form, to builder: inout StringBuilder) {
    if code < 0x80 {
      builder.append(ascii(code, form))
      return
    }
    guard let properties = UnicodeProperties.properties(code) else {
      builder.append(code)
      return
    }
    switch form {
    case .lower: append(properties.lowercaseMapping, of: code, to: &builder)
    case .upper: append(properties.uppercaseMapping, of: code, to: &builder)
    case .title: append(properties.titlecaseMapping, of: code, to: &builder)
    case .fold: fold(code, properties, to: &builder)
    }
  }

  /// Appends a mapping, or the code point itself where Unicode 15.1 did not have the mapping's target.
  private static func append(
    _ mapping: String, of code: UInt32, to builder: inout StringBuilder
  ) {
    let isKnown = mapping.unicodeScalars.allSatisfy {
      UnicodeProperties.properties($0.value) != nil
    }
    if isKnown { append(mapping, to: &builder) } else { builder.append(code) }
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
  private static func fold(
    _ code: UInt32, _ properties: Unicode.Scalar.Properties, to builder: inout StringBuilder
  ) {
    switch code {
    case 0x130: append("i\u{307}", to: &builder)
    case 0x131, 0x13a0...0x13f5: builder.append(code)
    case 0x13f8...0x13fd: builder.append(code - 8)
    case 0xab70...0xabbf: builder.append(code - 0xab70 + 0x13a0)
    default:
      for lower in properties.lowercaseMapping.unicodeScalars {
        for upper in lower.properties.uppercaseMapping.unicodeScalars {
          append(upper.properties.lowercaseMapping, of: lower.value, to: &builder)
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
