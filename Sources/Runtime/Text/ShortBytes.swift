// Copies and comparisons of few bytes. Most texts of a script are words: a call of memcpy or memcmp
// costs more than its work on them.

import Glibc

enum ShortBytes {
  /// As memcpy.
  @inline(__always) static func copy(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int
  ) {
    if count > 16 {
      memcpy(target, source, count)
    } else if count >= 8 {
      // The two halves overlap where there are fewer than 16: both are read before either is written.
      let low = source.loadUnaligned(as: UInt64.self)
      let high = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      target.storeBytes(of: low, as: UInt64.self)
      target.storeBytes(of: high, toByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      let low = source.loadUnaligned(as: UInt32.self)
      let high = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      target.storeBytes(of: low, as: UInt32.self)
      target.storeBytes(of: high, toByteOffset: count &- 4, as: UInt32.self)
    } else if count > 0 {
      let first = source.load(as: UInt8.self)
      let middle = source.load(fromByteOffset: count >> 1, as: UInt8.self)
      let last = source.load(fromByteOffset: count &- 1, as: UInt8.self)
      target.storeBytes(of: first, as: UInt8.self)
      target.storeBytes(of: middle, toByteOffset: count >> 1, as: UInt8.self)
      target.storeBytes(of: last, toByteOffset: count &- 1, as: UInt8.self)
    }
  }

  /// As memcmp's zero.
  @inline(__always) static func areEqual(
    _ one: UnsafeRawPointer, _ other: UnsafeRawPointer, count: Int
  ) -> Bool {
    if count > 16 { return memcmp(one, other, count) == 0 }
    if count >= 8 {
      let low = one.loadUnaligned(as: UInt64.self) ^ other.loadUnaligned(as: UInt64.self)
      let high =
        one.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return low | high == 0
    }
    if count >= 4 {
      let low = one.loadUnaligned(as: UInt32.self) ^ other.loadUnaligned(as: UInt32.self)
      let high =
        one.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
        ^ other.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return low | high == 0
    }
    var index = 0
    while index < count {
      if one.load(fromByteOffset: index, as: UInt8.self)
        != other.load(fromByteOffset: index, as: UInt8.self)
      {
        return false
      }
      index &+= 1
    }
    return true
  }

  /// As memcmp.
  @inline(__always) static func order(
    _ one: UnsafeRawPointer, _ other: UnsafeRawPointer, count: Int
  ) -> Int {
    if count == 0 { return 0 }
    let first = Int(one.load(as: UInt8.self)) &- Int(other.load(as: UInt8.self))
    return first != 0 || count == 1 ? first : Int(memcmp(one, other, count))
  }
}
