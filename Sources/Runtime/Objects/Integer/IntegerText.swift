// Ints as text, in any base from 2 to 36.
//
// Conversions to and from bases that are no power of two take more than linear time; so that a
// hostile number in some input can't stall a program, they are limited to `maximumDigits`.

import CGMP

package enum IntegerText {
  /// `sys.set_int_max_str_digits`; 0 is no limit. Written as one word.
  nonisolated(unsafe) package static var maximumDigits = 4300
  /// The lowest limit that may be set.
  package static let lowestLimit = 640
}

// MARK: To text

extension IntegerObject {
  /// The decimal digits, raising ValueError past the limit.
  package static func decimalText(_ thread: ThreadState, _ value: Value) throws(Raised) -> String {
    if let word = value.machineInteger { return String(word) }
    let limit = IntegerText.maximumDigits
    // 3.33 bits make a digit: the product is surely past the limit before any work is done.
    if limit > 0 && IntegerArithmetic.bitLength(value) / 4 > limit {
      throw digitLimitReached(thread)
    }
    let text = text(value, radix: 10)
    if limit > 0 && text.utf8.count - (value.isNegativeInteger ? 1 : 0) > limit {
      throw digitLimitReached(thread)
    }
    return text
  }

  private static func digitLimitReached(_ thread: ThreadState) -> Raised {
    thread.raise(
      .valueError,
      "Exceeds the limit (\(IntegerText.maximumDigits) digits) for integer string conversion; "
        + "use sys.set_int_max_str_digits() to increase the limit")
  }

  /// The digits in lower case after an optional minus sign, without a prefix and without limit.
  package static func text(_ value: Value, radix: Int) -> String {
    if let word = value.machineInteger { return String(word, radix: radix) }
    let integer = IntegerObject(value)
    let count = integer.count
    // GMP overwrites its operand.
    let limbs = UnsafeMutablePointer<UInt>.allocate(capacity: count + 1)
    defer { limbs.deallocate() }
    limbs.update(from: integer.limbs, count: count)
    let capacity = Int(__gmpn_sizeinbase(limbs, count, Int32(radix))) + 2
    return String(unsafeUninitializedCapacity: capacity + 1) { buffer in
      let start = integer.isNegative ? 1 : 0
      let digits = buffer.baseAddress.unsafelyUnwrapped + start
      if integer.isNegative { buffer[0] = UInt8(ascii: "-") }
      let length = Int(__gmpn_get_str(digits, Int32(radix), limbs, count))
      var leading = 0
      while leading < length - 1 && digits[leading] == 0 { leading += 1 }
      for index in leading..<length {
        let digit = digits[index]
        digits[index - leading] = digit < 10 ? digit + 48 : digit + 87
      }
      return start + length - leading
    }
  }
}

// MARK: From text

extension IntegerText {
  /// The int that ASCII text spells, or nil where it spells none. `base` is 0 or 2 to 36. Raises
  /// ValueError past the digit limit.
  package static func parse(
    _ thread: ThreadState, _ text: UnsafeBufferPointer<UInt8>, base: Int
  ) throws(Raised) -> Value? {
    var scanner = IntegerScanner(text)
    guard scanner.scan(base: base) else { return nil }
    let limit = maximumDigits
    let base = scanner.base
    if limit > 0 && base & (base - 1) != 0 && scanner.digitCount > limit {
      throw thread.raise(
        .valueError,
        "Exceeds the limit (\(limit) digits) for integer string conversion: value has "
          + "\(scanner.digitCount) digits; use sys.set_int_max_str_digits() to increase the limit")
    }
    return try scanner.value(thread)
  }

  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (byte >= 9 && byte <= 13)
  }

  /// The value of a digit or letter, 36 for others.
  @inline(__always) static func digit(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 48...57: byte - 48
    case 97...122: byte - 87
    case 65...90: byte - 55
    default: 36
    }
  }
}

extension IntegerObject {
  /// The int of digits that are known to be valid, without limit: a literal of source code.
  package static func parse(_ thread: ThreadState, digits: String, radix: Int) throws(Raised)
    -> Value
  {
    var text = digits
    return try text.withUTF8Typed { (bytes: UnsafeBufferPointer<UInt8>) throws(Raised) in
      var scanner = IntegerScanner(bytes)
      return scanner.scan(base: radix) ? try scanner.value(thread) : Value(small: 0)
    }
  }
}

extension String {
  /// `withUTF8` for a body that throws Python errors.
  @inline(__always) package mutating func withUTF8Typed<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Raised) -> Result
  ) throws(Raised) -> Result {
    let outcome: Swift.Result<Result, Raised> = withUTF8 { bytes in
      do throws(Raised) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }
}

/// Finds sign, base and digits of an int in text.
private struct IntegerScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var base = 10
  private(set) var digitCount = 0
  private var isNegative = false
  private var start = 0
  private var end: Int

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    end = text.count
  }

  mutating func scan(base: Int) -> Bool {
    while start < end && IntegerText.isSpace(text[start]) { start += 1 }
    while end > start && IntegerText.isSpace(text[end - 1]) { end -= 1 }
    if start < end && (text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+")) {
      isNegative = text[start] == UInt8(ascii: "-")
      start += 1
    }
    let allowsZeros = scanPrefix(base: base)
    guard scanDigits() else { return false }
    return allowsZeros || isZeroOrUnpadded
  }

  /// Settles the base; false where a leading zero would be the old octal notation.
  private mutating func scanPrefix(base: Int) -> Bool {
    self.base = base == 0 ? 10 : base
    guard end - start >= 2, text[start] == UInt8(ascii: "0") else { return base != 0 }
    let prefixed: Int
    switch text[start + 1] | 32 {
    case UInt8(ascii: "x"): prefixed = 16
    case UInt8(ascii: "o"): prefixed = 8
    case UInt8(ascii: "b"): prefixed = 2
    default: return base != 0
    }
    guard base == 0 || base == prefixed else { return true }
    self.base = prefixed
    start += 2
    if start < end && text[start] == UInt8(ascii: "_") { start += 1 }
    return true
  }

  private mutating func scanDigits() -> Bool {
    var previousIsDigit = false
    for index in start..<max(start, end) {
      if text[index] == UInt8(ascii: "_") {
        if !previousIsDigit { return false }
        previousIsDigit = false
      } else {
        if Int(IntegerText.digit(text[index])) >= base { return false }
        digitCount += 1
        previousIsDigit = true
      }
    }
    return previousIsDigit
  }

  private var isZeroOrUnpadded: Bool {
    if text[start] != UInt8(ascii: "0") { return true }
    for index in start..<end where text[index] != UInt8(ascii: "0") && text[index] != 95 {
      return false
    }
    return true
  }

  func value(_ thread: ThreadState) throws(Raised) -> Value {
    // 12 digits of base 36 and 18 of base 10 fit a word.
    if digitCount <= (base <= 10 ? 18 : 12) {
      var word = 0
      for index in start..<end where text[index] != 95 {
        word = word * base + Int(IntegerText.digit(text[index]))
      }
      return try thread.integer(isNegative ? -word : word)
    }
    let digits = UnsafeMutablePointer<UInt8>.allocate(capacity: digitCount)
    defer { digits.deallocate() }
    var count = 0
    for index in start..<end where text[index] != 95 {
      let digit = IntegerText.digit(text[index])
      if count == 0 && digit == 0 { continue }
      digits[count] = digit
      count += 1
    }
    if count == 0 { return Value(small: 0) }
    let bitsPerDigit = Int.bitWidth - (base - 1).leadingZeroBitCount
    let capacity = count * bitsPerDigit / UInt.bitWidth + 2
    let result = try IntegerObject.allocate(thread, limbs: capacity)
    _ = __gmpn_set_str(result.limbs, digits, count, Int32(base))
    return try result.normalised(thread, capacity: capacity, isNegative: isNegative)
  }
}
