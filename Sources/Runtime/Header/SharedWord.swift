// The shared half of a biased count (concurrency.md R1), a value of 32 bits:
//
//   31…4  count, signed     3  DEAD     2  DEFERRED     1…0  state
//
// States only go up: fresh (no other thread ever counted it) → shared → queued (the owner has to
// merge) → merged (the local half was added in, there is no owner any more). A fresh word is all
// zero, so one comparison tells the owner that nobody else can hold or take a count.
//
// A reader that holds no count may take one (`isTakeable`) unless the block is DEAD, or the count is
// zero in state fresh or merged without DEFERRED. Freed blocks are `DEAD | merged` with bias 0, and
// never-used memory is all zero: neither can be taken.

import CRuntime

@frozen public struct SharedWord: Equatable {
  public var bits: UInt32

  @inlinable @inline(__always) public init(_ bits: UInt32) { self.bits = bits }
  @inlinable @inline(__always) init(count: Int32, flags: UInt32) {
    bits = UInt32(bitPattern: count) << 4 | flags
  }
}

extension SharedWord {
  @inlinable @inline(__always) package static var one: UInt32 { 16 }
  @inlinable @inline(__always) package static var fresh: UInt32 { 0 }
  @inlinable @inline(__always) package static var shared: UInt32 { 1 }
  @inlinable @inline(__always) package static var queued: UInt32 { 2 }
  @inlinable @inline(__always) package static var merged: UInt32 { 3 }
  @inlinable @inline(__always) package static var deferred: UInt32 { 4 }
  @inlinable @inline(__always) package static var dead: UInt32 { 8 }
  /// The word of a free block.
  @inlinable @inline(__always) package static var freed: UInt32 { 11 }

  /// Counts this far from zero are stuck there: such an object is immortal. Stress builds make the
  /// limit small, so that tests reach it.
  @inlinable @inline(__always) package static var saturation: Int32 {
    #if RACER_STRESS
      1 << 10
    #else
      1 << 26
    #endif
  }

  @inlinable @inline(__always) package var count: Int32 { Int32(bitPattern: bits) >> 4 }
  @inlinable @inline(__always) package var state: UInt32 { bits & 3 }
  @inlinable @inline(__always) package var isDeferred: Bool { bits & 4 != 0 }
  @inlinable @inline(__always) package var isSaturated: Bool {
    let count = count
    return count >= SharedWord.saturation || count <= -SharedWord.saturation
  }

  /// Whether somebody without a count of his own may add one.
  @inlinable @inline(__always) package var isTakeable: Bool {
    if bits & 8 != 0 { return false }
    return bits != SharedWord.fresh && bits != SharedWord.merged
  }

  /// The stuck word that a saturated one becomes: far above the limit, so that additions that are
  /// under way can't bring it back.
  @inlinable @inline(__always) package var stuck: SharedWord {
    SharedWord(count: SharedWord.saturation / 2 * 3, flags: bits & 15)
  }
}

/// Bits of the header's collector byte. Set by atomic OR, or by the collector in a stop (R1).
package struct CollectorBits {
  package static let marked: UInt8 = 1
  /// The finalizer ran; it runs once.
  package static let finalised: UInt8 = 2
  package static let frozen: UInt8 = 4
  /// The object is complete: the collector may visit it.
  package static let built: UInt8 = 8
  /// A finalizer is running on it, at count zero or one: the collector must not free it (R8).
  package static let dying: UInt8 = 16
  /// A weak reference was made to it: `clearWeakReferences` has to be asked at its death.
  package static let weaklyReferenced: UInt8 = 32
}

extension Reference {
  @inlinable @inline(__always) package var shared: SharedWord {
    SharedWord(racer_load_acquire_u32(sharedAddress))
  }
  @inlinable @inline(__always) package var collectorBits: UInt8 {
    racer_load_relaxed_u8(collectorBitsAddress)
  }
  @inline(__always) package func setCollectorBits(_ bits: UInt8) {
    _ = racer_or_acqrel_u8(collectorBitsAddress, bits)
  }
  @inline(__always) package func clearCollectorBits(_ bits: UInt8) {
    _ = racer_and_acqrel_u8(collectorBitsAddress, ~bits)
  }

  /// Deferred or immortal: registers may name it without a count.
  @inlinable @inline(__always) package var needsNoCount: Bool {
    if UInt32(truncatingIfNeeded: bias) == Header.immortalLocal { return true }
    return racer_load_acquire_u32(sharedAddress) & SharedWord.deferred != 0
  }
  package var isImmortal: Bool {
    UInt32(truncatingIfNeeded: bias) == Header.immortalLocal || shared.isSaturated
  }
}
