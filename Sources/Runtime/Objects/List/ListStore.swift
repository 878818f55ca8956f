// Backing memory of a list: the capacity, then the items.
//
// The capacity stands in the store itself, so that a lock-free reader who has loaded the store
// pointer can't run past its end whatever the count says (concurrency.md R4). All slots of a fresh
// store are unbound: a reader whose count is older than the store may look at a slot that was never
// used, and counts what it finds before it notices (prior-art.md 1.10, pitfall 1).

import CRuntime

struct ListStore {
  let base: UnsafeMutableRawPointer

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }

  static var empty: ListStore { ListStore(racer_empty_list_store()) }
  static let maximumCapacity = 1 << 58

  @inline(__always) static func bytes(capacity: Int) -> Int { 8 + capacity * 8 }
  @inline(__always) var capacity: Int { base.load(as: Int.self) }
  @inline(__always) var items: UnsafeMutablePointer<UInt> {
    (base + 8).assumingMemoryBound(to: UInt.self)
  }
  @inline(__always) var isEmpty: Bool { capacity == 0 }

  static func make(_ thread: ThreadState, capacity: Int) throws(Raised) -> ListStore {
    if capacity == 0 { return empty }
    if capacity > maximumCapacity { throw thread.raiseMemoryError() }
    let base = try thread.allocateStore(bytes: bytes(capacity: capacity))
    base.storeBytes(of: capacity, as: Int.self)
    let store = ListStore(base)
    store.items.update(repeating: Value.unbound.bits, count: capacity)
    return store
  }

  /// Room to grow by half, so that appending costs constant time.
  static func grownCapacity(for count: Int) -> Int { (count + count >> 1 + 6) & ~3 }

  func discarded(wasPublished: Bool) -> DiscardedStore {
    if isEmpty { return .none }
    return DiscardedStore(
      base: base, bytes: ListStore.bytes(capacity: capacity), wasPublished: wasPublished)
  }
}
