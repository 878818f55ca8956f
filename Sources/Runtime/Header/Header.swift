// The 24 bytes that begin every heap object (concurrency.md R1). Objects are 16-byte aligned.
//
//   0  bias    u64  owner:32 | local count:32, one relaxed word, written by the owner only
//   8  shared  u32  count:28 signed | DEAD | DEFERRED | state:2, atomic read-modify-write
//  12  lock    u8   compare-and-swap
//  13  collector bits u8
//  14  flags   u16  written before publication only
//  16  type    u64  uncounted field

import CRuntime

@frozen public struct Header {
  public var bias: UInt64
  public var shared: UInt32
  public var lock: UInt8
  public var collectorBits: UInt8
  public var flags: UInt16
  public var type: UInt
}

/// A heap object, borrowed: valid as long as somebody else's count, or the epoch, keeps it.
@frozen public struct Reference: Sendable {
  public let bits: UInt

  @inlinable @inline(__always) public init(bits: UInt) { self.bits = bits }
  @inlinable @inline(__always) public init(_ pointer: UnsafeMutableRawPointer) {
    bits = UInt(bitPattern: pointer)
  }

  @inlinable @inline(__always) public var pointer: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: bits).unsafelyUnwrapped
  }
  @inlinable @inline(__always) public var header: UnsafeMutablePointer<Header> {
    UnsafeMutablePointer<Header>(bitPattern: bits).unsafelyUnwrapped
  }
  /// The object's type. The header's field is uncounted: a live instance's type is alive.
  @inlinable @inline(__always) public var type: TypeObject {
    TypeObject(bits: header.pointee.type)
  }
  /// The object's memory as the given body, whose first field is a `Header`.
  @inlinable @inline(__always) public func body<Body>(_: Body.Type) -> UnsafeMutablePointer<Body> {
    UnsafeMutablePointer<Body>(bitPattern: bits).unsafelyUnwrapped
  }
}
