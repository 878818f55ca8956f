// Access to words that another thread may read or write at the same time (concurrency.md R4).
//
// Plain loads and stores may be torn, doubled or moved by the compiler, `memcpy` and `memmove` work
// byte-wise if they like: shared slots go through these. While one thread exists the block
// operations are `memmove`.

import CRuntime
import Glibc

@inlinable @inline(__always)
public func loadWordRelaxed(_ address: UnsafeMutablePointer<UInt>) -> UInt {
  racer_load_relaxed_word(address)
}
@inlinable @inline(__always)
public func loadWordAcquire(_ address: UnsafeMutablePointer<UInt>) -> UInt {
  racer_load_acquire_word(address)
}
@inlinable @inline(__always)
public func storeWordRelaxed(_ address: UnsafeMutablePointer<UInt>, _ word: UInt) {
  racer_store_relaxed_word(address, word)
}
/// Publishes what the word names.
@inlinable @inline(__always)
public func storeWordRelease(_ address: UnsafeMutablePointer<UInt>, _ word: UInt) {
  racer_store_release_word(address, word)
}

@inlinable @inline(__always)
public func loadCountRelaxed(_ address: UnsafeMutablePointer<Int>) -> Int {
  Int(bitPattern: racer_load_relaxed_word(address))
}
@inlinable @inline(__always)
public func storeCountRelaxed(_ address: UnsafeMutablePointer<Int>, _ count: Int) {
  racer_store_relaxed_word(address, UInt(bitPattern: count))
}

/// The word in a slot whose owner is locked, or not shared: borrowed.
@inlinable @inline(__always)
public func loadSlot(_ slot: UnsafeMutablePointer<Value>) -> Value {
  Value(bits: racer_load_acquire_word(slot))
}
/// Stores an owned value into a slot and publishes it. The previous word is overwritten.
@inlinable @inline(__always)
public func storeSlot(_ slot: UnsafeMutablePointer<Value>, _ value: Value) {
  racer_store_release_word(slot, value.bits)
}
/// Stores an owned value under the lock and hands back the displaced one, which is then owned.
@inlinable @inline(__always)
public func exchangeSlot(_ slot: UnsafeMutablePointer<Value>, _ value: Value) -> Value {
  let old = racer_load_relaxed_word(slot)
  racer_store_release_word(slot, value.bits)
  return Value(bits: old)
}

extension ThreadState {
  /// `memmove` of words that readers may be looking at: each word is stored once and whole, with
  /// release, so that a reader who takes one from its new place also sees what it names.
  @inline(__always) package func moveWords(
    from source: UnsafePointer<UInt>, to target: UnsafeMutablePointer<UInt>, count: Int
  ) {
    if isShared {
      atomicMoveWords(from: source, to: target, count: count)
    } else {
      memmove(target, source, count &* 8)
    }
  }
}

/// `memmove`, each word loaded and stored once, atomically. The areas may overlap.
@inline(never) package func atomicMoveWords(
  from source: UnsafePointer<UInt>, to target: UnsafeMutablePointer<UInt>, count: Int
) {
  if UnsafePointer(target) <= source {
    for index in 0..<count {
      racer_store_release_word(target + index, racer_load_relaxed_word(source + index))
      yieldPoint()
    }
  } else {
    for index in stride(from: count - 1, through: 0, by: -1) {
      racer_store_release_word(target + index, racer_load_relaxed_word(source + index))
      yieldPoint()
    }
  }
}

/// `memcpy` from words that others may be writing (copying a live store) or into memory that others
/// may be reading.
@inline(never) package func atomicCopyWords(
  from source: UnsafePointer<UInt>, to target: UnsafeMutablePointer<UInt>, count: Int
) {
  for index in 0..<count {
    racer_store_relaxed_word(target + index, racer_load_acquire_word(source + index))
    yieldPoint()
  }
}
