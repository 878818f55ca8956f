// The digits of ints of any size, in a builder.

enum IntegerDigits {
  /// Appends the digits of the magnitude in lower case; says whether the int is negative. Raises
  /// ValueError past the limit of decimal digits.
  static func append(
    _ thread: ThreadState, _ value: Value, radix: Int, to builder: inout StringBuilder
  ) throws(Raised) -> Bool {
    if value.isSmallInteger {
      append(UInt(value.smallInteger.magnitude), radix: UInt(radix), to: &builder)
      return value.smallInteger < 0
    }
    if value.isBool {
      builder.append(UInt32(value.isTrue ? 49 : 48))
      return false
    }
    let text =
      radix == 10
      ? try IntegerObject.decimalText(thread, value) : IntegerObject.text(value, radix: radix)
    for byte in text.utf8 where byte != 45 { builder.append(UInt32(byte)) }
    return text.utf8.first == 45
  }

  private static func append(_ magnitude: UInt, radix: UInt, to builder: inout StringBuilder) {
    if radix == 10 { return builder.append(digits: UInt64(magnitude)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
      var index = 64
      var rest = magnitude
      repeat {
        index -= 1
        digits[index] = UInt8(TextEscapes.hexDigit(UInt32(rest % radix)))
        rest /= radix
      } while rest != 0
      builder.append(ascii: digits.baseAddress! + index, count: 64 - index)
    }
  }

  /// `0x` and its like for a presentation type.
  static func prefix(_ type: UInt32) -> StaticString {
    switch Unicode.Scalar(type) {
    case "b": "0b"
    case "o": "0o"
    case "x": "0x"
    case "X": "0X"
    default: ""
    }
  }
}
