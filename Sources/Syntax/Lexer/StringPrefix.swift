/// The letters before the quote of a string literal.
struct StringPrefix {
  var isRaw = false
  var isBytes = false
  var isFormatted = false
  var isUnicode = false

  init() {}

  /// Reads the letters; nil if they are not a prefix of a string.
  init?(_ letters: ArraySlice<UInt8>) {
    for letter in letters {
      switch letter | 0x20 {
      case UInt8(ascii: "r") where !isRaw && !isUnicode: isRaw = true
      case UInt8(ascii: "b") where !isBytes && !isUnicode && !isFormatted: isBytes = true
      case UInt8(ascii: "f") where !isBytes && !isUnicode && !isFormatted: isFormatted = true
      case UInt8(ascii: "u") where !isBytes && !isUnicode && !isFormatted && !isRaw:
        isUnicode = true
      default: return nil
      }
    }
  }
}
