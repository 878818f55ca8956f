// Floats as immediates (interpreter.md I5): rotate left by 1, so that the sign is the lowest bit,
// rebase the exponent by 768, and shift in the tag `10`. Exponents outside 512 values are boxed.
// The two words of ±2^-255 are given to ±0 instead.

extension Value {
  @inlinable @inline(__always) public var isImmediateFloat: Bool { bits & 3 == 2 }

  /// Both are immediate floats, with one test.
  @inlinable @inline(__always) public static func areImmediateFloats(_ x: Value, _ y: Value) -> Bool
  {
    ((x.bits ^ 2) | (y.bits ^ 2)) & 3 == 0
  }

  /// The number of an immediate float; meaningless for others.
  @inlinable @inline(__always) public var immediateFloat: Double {
    var word = UInt64(truncatingIfNeeded: bits >> 2)
    if word > 1 { word &+= 768 << 53 }
    return Double(bitPattern: (word >> 1) | (word << 63))
  }

  /// The immediate for a number, or nil where it has to be boxed.
  @inlinable @inline(__always) public init?(immediate number: Double) {
    let pattern = number.bitPattern
    let word = ((pattern << 1) | (pattern >> 63)) &- (768 << 53)
    if word >> 62 == 0 && word > 1 {
      bits = UInt(truncatingIfNeeded: word << 2 | 2)
    } else if pattern << 1 == 0 {
      bits = UInt(truncatingIfNeeded: (pattern >> 63) << 2 | 2)
    } else {
      return nil
    }
  }
}
