extension Lexer {
  /// Reads a number; `position` is at its first character, a digit or a dot before one.
  mutating func readNumber(_ first: UInt8) throws {
    if first == UInt8(ascii: "0") {
      switch peek(1) | 0x20 {
      case UInt8(ascii: "x"): try readDigits(radix: 16, name: "hexadecimal")
      case UInt8(ascii: "o"): try readDigits(radix: 8, name: "octal")
      case UInt8(ascii: "b"): try readDigits(radix: 2, name: "binary")
      default: try readZeros()
      }
    } else {
      if first != UInt8(ascii: ".") { try readDecimalTail() }
      try readFraction()
    }
    append(.number)
  }

  private mutating func readDigits(radix: UInt8, name: String) throws {
    position += 2
    repeat {
      if peek() == UInt8(ascii: "_") { position += 1 }
      guard CharacterClass.digitValue(peek()) < radix else {
        throw invalidDigit(radix: radix, name: name)
      }
      while CharacterClass.digitValue(peek()) < radix { position += 1 }
    } while peek() == UInt8(ascii: "_")
    if CharacterClass.isDigit(peek()) { throw invalidDigit(radix: radix, name: name) }
    try verifyEnd(of: name)
  }

  private mutating func invalidDigit(radix: UInt8, name: String) -> SourceFault {
    let byte = peek()
    guard CharacterClass.isDigit(byte) else { return fault("invalid \(name) literal") }
    position += 1
    return fault("invalid digit '\(Character(Unicode.Scalar(byte)))' in \(name) literal")
  }

  /// Reads a number that starts with zero: only zeros may follow, unless it is not an integer.
  private mutating func readZeros() throws {
    while true {
      if peek() == UInt8(ascii: "_") {
        position += 1
        guard CharacterClass.isDigit(peek()) else { throw fault("invalid decimal literal") }
      }
      guard peek() == UInt8(ascii: "0") else { break }
      position += 1
    }
    let zerosEnd = position
    let hasOtherDigits = CharacterClass.isDigit(peek())
    if hasOtherDigits { try readDecimalTail() }
    let next = peek() | 0x20
    if peek() == UInt8(ascii: ".") || next == UInt8(ascii: "e") || next == UInt8(ascii: "j") {
      try readFraction()
    } else if hasOtherDigits {
      var fault = SourceFault(
        message: "leading zeros in decimal integer literals are not permitted; "
          + "use an 0o prefix for octal integers",
        line: line, offset: .column(tokenStart - lineStart),
        endOffset: .column(zerosEnd - lineStart))
      fault.outranksParser = fStrings.isEmpty
      throw fault
    } else {
      try verifyEnd(of: "decimal")
    }
  }

  /// Reads digits with underscores between them.
  private mutating func readDecimalTail() throws {
    while true {
      while CharacterClass.isDigit(peek()) { position += 1 }
      guard peek() == UInt8(ascii: "_") else { return }
      position += 1
      guard CharacterClass.isDigit(peek()) else { throw fault("invalid decimal literal") }
    }
  }

  /// Reads what may follow the digits of a number: a fraction, an exponent, an imaginary unit.
  private mutating func readFraction() throws {
    if peek() == UInt8(ascii: ".") {
      position += 1
      if CharacterClass.isDigit(peek()) { try readDecimalTail() }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        position += 2
        guard CharacterClass.isDigit(peek()) else { throw fault("invalid decimal literal") }
      } else if CharacterClass.isDigit(sign) {
        position += 1
      } else {
        try verifyEnd(of: "decimal")
        return
      }
      try readDecimalTail()
    }
    if peek() | 0x20 == UInt8(ascii: "j") {
      position += 1
      try verifyEnd(of: "imaginary")
    } else {
      try verifyEnd(of: "decimal")
    }
  }

  /// Refuses letters after a number, except the start of a keyword that may follow it (`1or 2`),
  /// which is only warned about.
  private mutating func verifyEnd(of name: String) throws {
    let byte = peek()
    guard CharacterClass.table[Int(byte)].contains(.nameContinue), byte < 0x80 else { return }
    if startsKeyword(byte) {
      warnings.append(fault("invalid \(name) literal"))
      return
    }
    throw fault("invalid \(name) literal")
  }

  private func startsKeyword(_ byte: UInt8) -> Bool {
    func follows(_ rest: String) -> Bool {
      guard source[(position + 1)...].starts(with: rest.utf8) else { return false }
      let next = source[position + 1 + rest.utf8.count]
      return !CharacterClass.table[Int(next)].contains(.nameContinue)
    }
    switch byte {
    case UInt8(ascii: "a"): return follows("nd")
    case UInt8(ascii: "e"): return follows("lse")
    case UInt8(ascii: "f"): return follows("or")
    case UInt8(ascii: "i"): return "fns".utf8.contains(source[position + 1])
    case UInt8(ascii: "n"): return follows("ot")
    case UInt8(ascii: "o"): return follows("r")
    default: return false
    }
  }
}
