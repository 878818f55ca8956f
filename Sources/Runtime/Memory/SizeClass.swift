// Size classes of blocks: steps of 16 bytes up to 512, then four steps to each power of two.

import CRuntime

package enum SizeClass {
  /// Larger objects get pages of their own, larger stores come from `malloc`.
  @inlinable @inline(__always) package static var largest: Int { 32768 }
  /// Up to here classes are steps of 16 bytes.
  @inlinable @inline(__always) package static var fineLimit: Int { 512 }
  /// Classes of one kind of page, rounded up to a power of two.
  @inlinable @inline(__always) package static var perKind: Int { 64 }

  /// The class for a size of 1 to `largest` bytes.
  @inlinable @inline(__always) package static func index(_ bytes: Int) -> Int {
    if bytes <= fineLimit { return (bytes &+ 15) >> 4 }
    let power = 63 &- (bytes &- 1).leadingZeroBitCount
    return 33 &+ (power &- 9) &* 4 &+ ((bytes &- 1) >> (power &- 2)) & 3
  }

  /// Bytes of a class's blocks.
  package static func blockSize(_ index: Int) -> Int {
    if index <= 32 { return index * 16 }
    let power = 9 + (index - 33) / 4
    return 1 << power + ((index - 33) % 4 + 1) << (power - 2)
  }

  /// Bytes that an allocation of `bytes` really occupies.
  package static func roundUp(_ bytes: Int) -> Int {
    bytes <= largest ? blockSize(index(max(bytes, 1))) : (bytes + 15) & ~15
  }
}
