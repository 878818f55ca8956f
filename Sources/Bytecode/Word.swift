/// An instruction word: `op:16 a:16 b:16 c:16`, lowest bits first.
///
/// `wide` is b and c together as one 32-bit operand. Bit 15 of a source register marks its last
/// use.
public struct Word: Equatable, Sendable {
  public static let lastUse = 0x8000
  public static let registerMask = 0x7fff
  /// The largest number of registers a code object may use.
  public static let registerLimit = 0x7fff

  public var bits: UInt64

  @inlinable
  public init(bits: UInt64) { self.bits = bits }

  public init(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0) {
    bits =
      UInt64(opcode.rawValue) | UInt64(UInt16(truncatingIfNeeded: a)) << 16
      | UInt64(UInt16(truncatingIfNeeded: b)) << 32 | UInt64(UInt16(truncatingIfNeeded: c)) << 48
  }

  public init(_ opcode: Opcode, a: Int = 0, wide: Int) {
    bits =
      UInt64(opcode.rawValue) | UInt64(UInt16(truncatingIfNeeded: a)) << 16
      | UInt64(UInt32(truncatingIfNeeded: wide)) << 32
  }

  /// The opcode; nil for operand words and words that are no instruction.
  public var opcode: Opcode? { Opcode(rawValue: UInt16(truncatingIfNeeded: bits)) }

  @inlinable public var a: Int { Int(truncatingIfNeeded: bits >> 16 & 0xffff) }
  @inlinable public var b: Int { Int(truncatingIfNeeded: bits >> 32 & 0xffff) }
  @inlinable public var c: Int { Int(truncatingIfNeeded: bits >> 48) }
  @inlinable public var signedB: Int { Int(Int16(truncatingIfNeeded: bits >> 32)) }
  @inlinable public var signedC: Int { Int(Int16(truncatingIfNeeded: bits >> 48)) }
  @inlinable public var wide: Int { Int(truncatingIfNeeded: bits >> 32) }
  @inlinable public var signedWide: Int { Int(Int32(truncatingIfNeeded: bits >> 32)) }
}
