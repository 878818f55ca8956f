// Builtin functions about numbers and characters.

extension BuiltinFunctions {
  static func absolute(thread: ThreadState, number: Value) throws(Raised) -> Value {
    try thread.unary(.absolute, number)
  }

  static func binary(thread: ThreadState, number: Value) throws(Raised) -> Value {
    try digits(thread, number, radix: 2, prefix: "0b", specification: "#b")
  }
  static func octal(thread: ThreadState, number: Value) throws(Raised) -> Value {
    try digits(thread, number, radix: 8, prefix: "0o", specification: "#o")
  }
  static func hexadecimal(thread: ThreadState, number: Value) throws(Raised) -> Value {
    try digits(thread, number, radix: 16, prefix: "0x", specification: "#x")
  }

  private static func digits(
    _ thread: ThreadState, _ number: Value, radix: Int, prefix: String, specification: String
  ) throws(Raised) -> Value {
    let index = try thread.indexValue(number)
    if index.isSmallInteger {
      let value = index.smallInteger
      let sign = value < 0 ? "-" : ""
      return try thread.string(sign + prefix + String(value.magnitude, radix: radix))
    }
    defer { thread.release(index) }
    let text = try thread.string(specification)
    defer { thread.release(text) }
    return try thread.format(index, text)
  }

  static func character(thread: ThreadState, code: Value) throws(Raised) -> Value {
    let number = try thread.indexClamped(code)
    guard number >= 0 && number < 0x110000 else {
      throw thread.raise(.valueError, "chr() arg not in range(0x110000)")
    }
    return try StringObject.character(thread, UInt32(number))
  }

  static func codePoint(thread: ThreadState, character: Value) throws(Raised) -> Value {
    let length: Int
    if character.isInstance(TypeFlags.stringSubclass) {
      let string = StringObject(character)
      if string.count == 1 { return Value(small: Int(string[0])) }
      length = string.count
    } else if character.isInstance(TypeFlags.bytesSubclass)
      || character.isReference && character.type.isSubtype(of: .bytearray)
    {
      length = try thread.length(character)
      if length == 1 { return try thread.getItem(character, at: 0) }
    } else {
      throw thread.raise(
        .typeError, "ord() expected string of length 1, but \(character.type.nameText) found")
    }
    throw thread.raise(
      .typeError, "ord() expected a character, but string of length \(length) found")
  }

  static func divmod(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binary(.divmod, left, right)
  }

  static func power(thread: ThreadState, base: Value, exponent: Value, modulus: Value)
    throws(Raised) -> Value
  {
    try thread.power(base, exponent, modulus)
  }

  static func round(thread: ThreadState, number: Value, digits: Value) throws(Raised) -> Value {
    let result =
      digits.isNone
      ? try thread.callOptionalSpecial(number, .__round__)
      : try thread.callOptionalSpecial(number, .__round__, digits)
    if !result.isUnbound { return result }
    throw thread.raise(
      .typeError, "type \(number.type.nameText) doesn't define __round__ method")
  }
}
