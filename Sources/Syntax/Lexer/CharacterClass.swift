/// What the lexer needs to know of a byte.
struct CharacterClass: OptionSet {
  let rawValue: UInt8
  /// May start a name; bytes outside ASCII are judged later.
  static let nameStart = CharacterClass(rawValue: 1)
  static let nameContinue = CharacterClass(rawValue: 2)
  static let digit = CharacterClass(rawValue: 4)

  static let table: [CharacterClass] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      return [.nameStart, .nameContinue]
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return [.nameContinue, .digit]
    default:
      return []
    }
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The value of a digit in a radix up to 16; 255 for any other byte.
  static func digitValue(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte - 0x37
    default: return 255
    }
  }

  /// Whether `str.isprintable` holds for the character.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    case .spaceSeparator:
      return scalar == " "
    default:
      return true
    }
  }
}
