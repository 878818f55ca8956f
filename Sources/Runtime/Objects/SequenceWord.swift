// The sequence word of a container (concurrency.md R4): even at rest, odd while a holder of the
// lock changes the store.
//
// Reader: `read` (acquire; nil when odd), loads, TryIncref, then `isUnchanged` (fence, load).
// Writer, holding the lock: `begin` (odd, relaxed; release fence), relaxed word stores, `end`
// (even, release). Solo threads skip it all: leaving solo mode is a stop, and no commit is open
// at a safepoint (R7).

import CRuntime

struct SequenceWord {
  let address: UnsafeMutableRawPointer

  @inline(__always) func read() -> UInt64? {
    let value = racer_load_acquire_u64(address)
    return value & 1 == 0 ? value : nil
  }

  @inline(__always) func isUnchanged(since value: UInt64) -> Bool {
    racer_fence_acquire()
    return racer_load_relaxed_u64(address) == value
  }

  @inline(__always) func begin(_ thread: ThreadState) {
    guard thread.isShared else { return }
    racer_store_relaxed_u64(address, racer_load_relaxed_u64(address) &+ 1)
    racer_fence_release()
  }

  @inline(__always) func end(_ thread: ThreadState) {
    guard thread.isShared else { return }
    racer_store_release_u64(address, racer_load_relaxed_u64(address) &+ 1)
  }
}

/// A store that left its container, or never got into one: to be given back after the unlock.
struct DiscardedStore {
  let base: UnsafeMutableRawPointer?
  let bytes: Int
  /// Whether lock-free readers may still look at it.
  let wasPublished: Bool

  static var none: DiscardedStore { DiscardedStore(base: nil, bytes: 0, wasPublished: false) }

  @inline(__always) func discard(_ thread: ThreadState) {
    if let base { discardSlow(thread, base) }
  }

  @inline(never) private func discardSlow(_ thread: ThreadState, _ base: UnsafeMutableRawPointer) {
    if wasPublished && thread.isShared {
      thread.retireStore(base, bytes: bytes)
    } else {
      thread.freeStore(base, bytes: bytes)
    }
  }
}

extension ThreadState {
  /// Moves words of a store that others may be reading: each word whole (R4).
  @inline(__always) func moveWords(
    _ target: UnsafeMutablePointer<UInt>, _ source: UnsafePointer<UInt>, _ count: Int
  ) {
    if count <= 0 { return }
    if isShared {
      moveWordsShared(target, source, count)
    } else {
      target.update(from: source, count: count)
    }
  }

  @inline(never) private func moveWordsShared(
    _ target: UnsafeMutablePointer<UInt>, _ source: UnsafePointer<UInt>, _ count: Int
  ) {
    if UnsafePointer(target) <= source {
      for index in 0..<count {
        racer_store_relaxed_word(target + index, racer_load_relaxed_word(source + index))
      }
    } else {
      var index = count
      while index > 0 {
        index -= 1
        racer_store_relaxed_word(target + index, racer_load_relaxed_word(source + index))
      }
    }
  }
}
