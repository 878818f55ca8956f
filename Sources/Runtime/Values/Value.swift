// One 64-bit word for every Python value (architecture.md, "Values").
//
//   …xxx1  63-bit integer
//   …xx10  float whose exponent fits (see Value+Float)
//   …x100  special: unbound, None, False, True, NotImplemented, Ellipsis
//   …x000  reference to a heap object; bit 3 set means *uncounted* (concurrency.md R3),
//          which occurs in registers, call windows and declared uncounted fields only
//
// Ownership is a convention: parameters are borrowed, results are owned. An owned result is given
// to a container (which takes it over), returned, or released through the thread.

/// A Python value: an immediate, or a reference to a heap object.
@frozen public struct Value: Sendable {
  public var bits: UInt

  @inlinable @inline(__always) public init(bits: UInt) { self.bits = bits }
}

extension Value {
  @inlinable @inline(__always) public static var unbound: Value { Value(bits: 0x04) }
  @inlinable @inline(__always) public static var none: Value { Value(bits: 0x14) }
  @inlinable @inline(__always) public static var `false`: Value { Value(bits: 0x24) }
  @inlinable @inline(__always) public static var `true`: Value { Value(bits: 0x34) }
  @inlinable @inline(__always) public static var notImplemented: Value { Value(bits: 0x44) }
  @inlinable @inline(__always) public static var ellipsis: Value { Value(bits: 0x54) }

  @inlinable @inline(__always) public init(_ bool: Bool) { bits = bool ? 0x34 : 0x24 }

  @inlinable @inline(__always) public var isUnbound: Bool { bits == 0x04 }
  @inlinable @inline(__always) public var isNone: Bool { bits == 0x14 }
  @inlinable @inline(__always) public var isTrue: Bool { bits == 0x34 }
  @inlinable @inline(__always) public var isFalse: Bool { bits == 0x24 }
  @inlinable @inline(__always) public var isBool: Bool { bits & ~0x10 == 0x24 }
  @inlinable @inline(__always) public var isNotImplemented: Bool { bits == 0x44 }
  @inlinable @inline(__always) public var isEllipsis: Bool { bits == 0x54 }

  /// Whether the two words name the same object; an uncounted reference equals a counted one.
  @inlinable @inline(__always) public func isIdentical(to other: Value) -> Bool {
    if bits == other.bits { return true }
    return bits ^ other.bits == 8 && bits & 7 == 0
  }
}

// MARK: Integers

extension Value {
  @inlinable @inline(__always) public var isSmallInteger: Bool { bits & 1 != 0 }
  /// The integer of an immediate; meaningless for others.
  @inlinable @inline(__always) public var smallInteger: Int { Int(bitPattern: bits) >> 1 }
  /// An immediate; the number must fit 63 bits.
  @inlinable @inline(__always) public init(small number: Int) {
    bits = UInt(bitPattern: number << 1) | 1
  }
  @inlinable @inline(__always) public static func fitsSmall(_ number: Int) -> Bool {
    (number << 1) >> 1 == number
  }
}

// MARK: References

extension Value {
  @inlinable @inline(__always) public var isReference: Bool { bits & 7 == 0 }
  /// Whether a release is owed for this word.
  @inlinable @inline(__always) public var isCounted: Bool { bits & 15 == 0 }
  /// The heap object; the value must be a reference.
  @inlinable @inline(__always) public var reference: Reference {
    Reference(bits: bits & ~15)
  }
  /// The same word without the uncounted mark.
  @inlinable @inline(__always) public var stripped: Value {
    Value(bits: bits & 7 == 0 ? bits & ~8 : bits)
  }
  @inlinable @inline(__always) public init(_ reference: Reference) { bits = reference.bits }
  @inlinable @inline(__always) public init(uncounted reference: Reference) {
    bits = reference.bits | 8
  }
}
