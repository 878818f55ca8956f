// Stores that have to be given back once no lock is held.

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
