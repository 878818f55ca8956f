// The decimal digits of a machine word on the native stack, two at a time.

struct DecimalDigits {
  /// A word has at most 20 digits: there is room for something in front.
  private static var capacity: Int { 24 }

  /// The digit pairs 00 to 99, ASCII.
  private static var pairs: StaticString {
    """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546\
    4748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293\
    949596979899
    """
  }

  /// Calls the body with the digits of a magnitude, ASCII.
  @inline(__always) static func with<Result, Failure: Error>(
    _ magnitude: UInt, _ body: (UnsafeMutablePointer<UInt8>, Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var memory: (UInt64, UInt64, UInt64) = (0, 0, 0)
    return try withUnsafeMutablePointer(to: &memory) { (memory) throws(Failure) -> Result in
      let digits = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: UInt8.self)
      let pairs = UnsafeRawPointer(DecimalDigits.pairs.utf8Start)
      var index = capacity
      var rest = magnitude
      while rest >= 10 {
        let quotient = rest / 100
        let pair = Int(bitPattern: (rest &- quotient &* 100) &* 2)
        index &-= 2
        UnsafeMutableRawPointer(digits + index).storeBytes(
          of: pairs.loadUnaligned(fromByteOffset: pair, as: UInt16.self), as: UInt16.self)
        rest = quotient
      }
      if rest != 0 || index == capacity {
        index &-= 1
        digits[index] = UInt8(truncatingIfNeeded: 48 &+ rest)
      }
      return try body(digits + index, capacity &- index)
    }
  }
}
