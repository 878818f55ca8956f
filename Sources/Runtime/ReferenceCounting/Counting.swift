// Biased reference counts (concurrency.md R1, R3; PEP 703).
//
// `bias` is written by the owner only, as one relaxed 64-bit word: owner in the upper half, local
// count in the lower. Everybody else counts in `shared`.

import CRuntime

extension Header {
  @inlinable @inline(__always) package static var immortalLocal: UInt32 { UInt32.max }
}

extension Reference {
  @inlinable @inline(__always) package var bias: UInt64 {
    racer_load_relaxed_u64(UnsafeRawPointer(bitPattern: bits).unsafelyUnwrapped)
  }
  @inlinable @inline(__always) package func storeBias(_ bias: UInt64) {
    racer_store_relaxed_u64(UnsafeMutableRawPointer(bitPattern: bits).unsafelyUnwrapped, bias)
  }
  @inlinable @inline(__always) package var sharedAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: bits &+ 8).unsafelyUnwrapped
  }
}

extension ThreadState {
  /// Takes a count on a value that the caller borrows, and returns it as an owned word without the
  /// uncounted mark.
  @inlinable @inline(__always) @discardableResult public func retain(_ value: Value) -> Value {
    if value.bits & 7 != 0 { return value }
    let reference = Reference(bits: value.bits & ~15)
    let bias = reference.bias
    if UInt32(truncatingIfNeeded: bias >> 32) == owner {
      reference.storeBias(bias &+ 1)
    } else if UInt32(truncatingIfNeeded: bias) != Header.immortalLocal {
      retainShared(reference)
    }
    return Value(reference)
  }

  /// Gives up a count. May destroy the object, which can run Python code: never call it while a
  /// lock is held or a sequence word is odd (use `releaseLater`).
  @inlinable @inline(__always) public func release(_ value: Value) {
    if value.bits & 15 != 0 { return }
    let reference = Reference(bits: value.bits)
    let bias = reference.bias
    if UInt32(truncatingIfNeeded: bias >> 32) == owner {
      reference.storeBias(bias &- 1)
      if UInt32(truncatingIfNeeded: bias) == 1 { releaseLast(reference) }
    } else if UInt32(truncatingIfNeeded: bias) != Header.immortalLocal {
      releaseShared(reference)
    }
  }
}
