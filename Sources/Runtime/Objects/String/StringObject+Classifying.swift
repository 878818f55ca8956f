// isalpha and its relatives.

extension StringObject {
  static let classifyingMethods: [Method] = [
    Method("isalnum()", isAlphanumeric, "Whether all characters are letters or numbers."),
    Method("isalpha()", isAlpha, "Whether all characters are letters, and there is one."),
    Method("isascii()", isASCIIOnly, "Whether all characters are ASCII."),
    Method("isdecimal()", isDecimal, "Whether all characters are decimal digits."),
    Method("isdigit()", isDigit, "Whether all characters are digits, and there is one."),
    Method("isidentifier()", isIdentifier, "Whether the string is a valid Python identifier."),
    Method("islower()", isLower, "Whether all cased characters are lower case."),
    Method("isnumeric()", isNumeric, "Whether all characters are numeric, and there is one."),
    Method("isprintable()", isPrintable, "Whether repr shows all characters as they are."),
    Method("isspace()", isSpace, "Whether all characters are white space, and there is one."),
    Method("istitle()", isTitle, "Whether words begin in title case and go on in lower case."),
    Method("isupper()", isUpper, "Whether all cased characters are upper case."),
  ]

  /// Whether the string is not empty and the test holds for all its code points.
  @inline(__always) private static func all(_ string: Value, _ test: (UInt32) -> Bool) -> Value {
    let view = StringObject(string).view
    if view.count == 0 { return .false }
    for index in 0..<view.count where !test(view[index]) { return .false }
    return .true
  }

  static func isAlphanumeric(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    all(string, UnicodeProperties.isAlphanumeric)
  }
  static func isAlpha(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    all(string, UnicodeProperties.isAlpha)
  }
  static func isASCIIOnly(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    Value(StringObject(string).isASCII)
  }
  static func isDecimal(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    all(string, UnicodeProperties.isDecimal)
  }
  static func isDigit(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    all(string, UnicodeProperties.isDigit)
  }
  static func isNumeric(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    all(string, UnicodeProperties.isNumeric)
  }
  static func isSpace(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    all(string, UnicodeProperties.isSpace)
  }
  static func isPrintable(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    if StringObject(string).isEmpty { return .true }
    return all(string, UnicodeProperties.isPrintable)
  }

  static func isIdentifier(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    Value(StringObject(string).isIdentifier)
  }

  /// Whether the text is a valid identifier; keywords count as such.
  package var isIdentifier: Bool {
    let view = view
    guard view.count > 0, UnicodeProperties.isIdentifierStart(view[0]) else { return false }
    for index in 1..<view.count where !UnicodeProperties.isIdentifierContinue(view[index]) {
      return false
    }
    return true
  }

  static func isLower(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let view = StringObject(string).view
    var hasCased = false
    for index in 0..<view.count {
      let code = view[index]
      if UnicodeProperties.isUpper(code) || UnicodeProperties.isTitle(code) { return .false }
      if !hasCased { hasCased = UnicodeProperties.isLower(code) }
    }
    return Value(hasCased)
  }

  static func isUpper(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let view = StringObject(string).view
    var hasCased = false
    for index in 0..<view.count {
      let code = view[index]
      if UnicodeProperties.isLower(code) || UnicodeProperties.isTitle(code) { return .false }
      if !hasCased { hasCased = UnicodeProperties.isUpper(code) }
    }
    return Value(hasCased)
  }

  static func isTitle(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let view = StringObject(string).view
    var hasCased = false
    var isInWord = false
    for index in 0..<view.count {
      let code = view[index]
      if UnicodeProperties.isUpper(code) || UnicodeProperties.isTitle(code) {
        if isInWord { return .false }
        isInWord = true
        hasCased = true
      } else if UnicodeProperties.isLower(code) {
        if !isInWord { return .false }
        hasCased = true
      } else {
        isInWord = false
      }
    }
    return Value(hasCased)
  }
}
