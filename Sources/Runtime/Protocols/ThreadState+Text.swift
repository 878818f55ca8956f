// repr, str, ascii, format.

extension ThreadState {
  /// `repr(value)`: owned, always a str.
  package func repr(_ value: Value) throws(Raised) -> Value {
    let type = value.type
    guard let code = type.slot(.repr) else {
      return try string("<\(type.nameText) object>")
    }
    try enterRecursion(" while getting the repr of an object")
    defer { leaveRecursion() }
    return try checkedString(invoke(unary: code, value), "__repr__")
  }

  /// `str(value)`: owned, always a str.
  package func str(_ value: Value) throws(Raised) -> Value {
    if value.isExactString { return retain(value) }
    guard let code = value.type.slot(.str) else { return try repr(value) }
    try enterRecursion(" while getting the str of an object")
    defer { leaveRecursion() }
    return try checkedString(invoke(unary: code, value), "__str__")
  }

  private func checkedString(_ result: Value, _ method: StaticString) throws(Raised) -> Value {
    if result.isInstance(TypeFlags.stringSubclass) { return result }
    defer { release(result) }
    throw raise(.typeError, "\(method) returned non-string (type \(result.type.nameText))")
  }

  /// `ascii(value)`: the repr with everything outside ASCII escaped.
  package func ascii(_ value: Value) throws(Raised) -> Value {
    let representation = try repr(value)
    let object = StringObject(representation)
    var isASCII = true
    for index in 0..<object.count where object[index] >= 128 {
      isASCII = false
      break
    }
    if isASCII { return representation }
    defer { release(representation) }
    var text = ""
    for index in 0..<object.count { text += asciiEscape(object[index]) }
    return try string(text)
  }

  /// `format(value, specification)`; the specification is a str.
  package func format(_ value: Value, _ specification: Value) throws(Raised) -> Value {
    let isEmpty = specification.isExactString && StringObject(specification).count == 0
    if isEmpty {
      if value.isExactString { return retain(value) }
      if value.isSmallInteger { return try IntegerObject.decimal(self, value.smallInteger) }
    }
    // Exact built-in values: their `__format__` without the look-up.
    if value.isImmediateFloat { return try Formatting.formatFloat(self, value, specification) }
    if value.isSmallInteger {
      if let simple = SimpleSpecification(specification) {
        let result = try simple.format(self, integer: value.smallInteger)
        if !result.isUnbound { return result }
      }
      return try Formatting.formatInteger(self, value, specification)
    }
    if value.isExactString {
      if let simple = SimpleSpecification(specification) {
        let result = try simple.format(self, string: value)
        if !result.isUnbound { return result }
      }
      return try Formatting.formatString(self, value, specification)
    }
    let result = try callOptionalSpecial(value, .__format__, specification)
    if result.isUnbound {
      throw raise(.typeError, "Type \(value.type.nameText) doesn't define __format__")
    }
    if result.isInstance(TypeFlags.stringSubclass) { return result }
    defer { release(result) }
    throw raise(.typeError, "__format__ must return a str, not \(result.type.nameText)")
  }

  /// `str(value)` as Swift text, for messages and files.
  package func text(_ value: Value) throws(Raised) -> String {
    let result = try str(value)
    defer { release(result) }
    return StringObject(result).text
  }

  /// `repr(value)` as Swift text.
  package func reprText(_ value: Value) throws(Raised) -> String {
    let result = try repr(value)
    defer { release(result) }
    return StringObject(result).text
  }
}

/// A code point as itself, or as the shortest of `\x..`, `\u....`, `\U........`.
private func asciiEscape(_ code: UInt32) -> String {
  if code < 128 { return String(UnicodeScalar(UInt8(code))) }
  let digits = String(code, radix: 16)
  let (prefix, width) = code < 0x100 ? ("\\x", 2) : code < 0x10000 ? ("\\u", 4) : ("\\U", 8)
  return prefix + String(repeating: "0", count: width - digits.utf8.count) + digits
}
