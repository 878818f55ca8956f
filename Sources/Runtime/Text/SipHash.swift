// SipHash-1-3 (Aumasson, Bernstein), keyed by the process: the hash of str and bytes.

import CRuntime

package enum SipHash {
  /// The hash of bytes; 0 for none, and never -1, which CPython keeps for errors.
  package static func hash(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    if count == 0 { return 0 }
    let key = racer_globals.hashSeed
    let hash = Int(bitPattern: UInt(siphash13(bytes, count, key.0, key.1)))
    return hash == -1 ? -2 : hash
  }

  private static func siphash13(
    _ bytes: UnsafeRawPointer, _ count: Int, _ key0: UInt64, _ key1: UInt64
  ) -> UInt64 {
    var v0 = key0 ^ 0x736f_6d65_7073_6575
    var v1 = key1 ^ 0x646f_7261_6e64_6f6d
    var v2 = key0 ^ 0x6c79_6765_6e65_7261
    var v3 = key1 ^ 0x7465_6462_7974_6573
    var offset = 0
    while offset &+ 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      v3 ^= word
      round(&v0, &v1, &v2, &v3)
      v0 ^= word
      offset &+= 8
    }
    var last = UInt64(truncatingIfNeeded: count) << 56
    var shift: UInt64 = 0
    while offset < count {
      last |= UInt64(bytes.load(fromByteOffset: offset, as: UInt8.self)) << shift
      shift &+= 8
      offset &+= 1
    }
    v3 ^= last
    round(&v0, &v1, &v2, &v3)
    v0 ^= last
    v2 ^= 0xff
    round(&v0, &v1, &v2, &v3)
    round(&v0, &v1, &v2, &v3)
    round(&v0, &v1, &v2, &v3)
    return v0 ^ v1 ^ v2 ^ v3
  }

  @inline(__always) private static func round(
    _ v0: inout UInt64, _ v1: inout UInt64, _ v2: inout UInt64, _ v3: inout UInt64
  ) {
    v0 = v0 &+ v1
    v1 = rotate(v1, 13) ^ v0
    v0 = rotate(v0, 32)
    v2 = v2 &+ v3
    v3 = rotate(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = rotate(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = rotate(v1, 17) ^ v2
    v2 = rotate(v2, 32)
  }

  @inline(__always) private static func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word &<< bits | word &>> (64 &- bits)
  }
}
