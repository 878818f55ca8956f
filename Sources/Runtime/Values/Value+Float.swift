// Floats as immediates (interpreter.md I5): the exponent moved up by 256 and the word rotated left by
// 3, so that the sign and the exponent's two highest bits become the lowest: `s10` for the 512
// exponents around 1. No shift and no tag has to be put in or taken out; others are boxed.
// The two words that would be ±2^-255 are given to ±0 instead.

import CRuntime

extension Value {
  @inlinable @inline(__always) public var isImmediateFloat: Bool { bits & 3 == 2 }

  /// Both are immediate floats, with one test.
  @inlinable @inline(__always) public static func areImmediateFloats(_ x: Value, _ y: Value) -> Bool
  {
    ((x.bits ^ 2) | (y.bits ^ 2)) & 3 == 0
  }

  /// What the exponent is moved by, in its place.
  @inlinable @inline(__always) static var floatBias: UInt64 { 256 << 52 }

  /// The number of an immediate float; meaningless for others.
  @inlinable @inline(__always) public var immediateFloat: Double {
    let word = UInt64(truncatingIfNeeded: bits)
    if _slowPath(word < 8) {
      // As a conditional move it would lengthen every float operation.
      racer_keep_branch()
      return Double(bitPattern: (word & 4) << 61)
    }
    return Double(bitPattern: (word >> 3 | word << 61) &- Value.floatBias)
  }

  /// The immediate for a number, or nil where it has to be boxed.
  @inlinable @inline(__always) public init?(immediate number: Double) {
    let pattern = number.bitPattern
    let moved = pattern &+ Value.floatBias
    let word = moved << 3 | moved >> 61
    if _fastPath(word & 3 == 2) {
      if _slowPath(word < 8) { return nil }
      bits = UInt(truncatingIfNeeded: word)
    } else if pattern << 1 == 0 {
      racer_keep_branch()
      bits = UInt(truncatingIfNeeded: (pattern >> 63) << 2 | 2)
    } else {
      return nil
    }
  }
}
