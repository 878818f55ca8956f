// Sequence words: how a reader notices that a writer was at work (concurrency.md R4).
//
// A movable body (list, dict, set) holds one `UInt64`. Even: nobody writes. A writer, who holds the
// object's lock, makes it odd, changes the data with relaxed atomics, and makes it even again.
//
// Ordering, for aarch64 as for x86:
// - writer: the odd store is relaxed and the release fence keeps it *before* every data store; the
//   even store is a release, so every data store is before it.
// - reader: the first load is an acquire, so no data load is before it; `isUnchanged` has an acquire
//   fence before its load, so no data load is after it. A reader that saw any data store of a
//   writer therefore sees that writer's odd value, or a later one, in its second load.
//
// Worked example, the commit of `list.append` (R5). All that can fail, allocate or call comes first:
//
//     let item = thread.retain(value)                       // prepare: own what will be stored
//     while true {
//       thread.lock(list)                                   // may park: hold no raw pointer yet
//       let body = list.body(ListBody.self)
//       if body.pointee.count < capacity(body) { break }
//       thread.unlock(list)                                 // prepare again: a larger store
//       try reserve(thread, list)                           // (allocates; takes the lock to commit)
//     }
//     let sequence = SequenceWord(&body.pointee.sequence)
//     sequence.beginWrite(thread)                           // commit: no call, no release, no error
//     storeWordRelaxed(items + count, item.bits)
//     storeWordRelaxed(&body.pointee.count, count + 1)
//     sequence.endWrite(thread)
//     thread.unlock(list)
//     thread.drainReleases()                                // displaced values, if there were any
//
// The overwrite of a single slot (`l[i] = x`) needs the lock but no sequence:
//
//     let old = exchangeSlot(items + index, item)           // release: publishes the new value
//     thread.releaseLater(old)
//
// The lock-free read that goes with it stands in Reclamation/LockFreeRead.swift.

import CRuntime

/// The sequence word of a movable body.
@frozen public struct SequenceWord {
  @usableFromInline let address: UnsafeMutablePointer<UInt64>

  @inlinable @inline(__always) public init(_ address: UnsafeMutablePointer<UInt64>) {
    self.address = address
  }

  /// The caller holds the object's lock. Does nothing in solo and GIL mode.
  @inlinable @inline(__always) public func beginWrite(_ thread: ThreadState) {
    guard thread.isShared else { return }
    yieldPoint()
    racer_store_relaxed_u64(address, racer_load_relaxed_u64(address) | 1)
    racer_fence_release()
    yieldPoint()
  }

  @inlinable @inline(__always) public func endWrite(_ thread: ThreadState) {
    guard thread.isShared else { return }
    yieldPoint()
    racer_store_release_u64(address, (racer_load_relaxed_u64(address) | 1) &+ 1)
    yieldPoint()
  }

  /// The number to hand to `isUnchanged`, or nil while a writer is at work.
  @inlinable @inline(__always) public func beginRead() -> UInt64? {
    let sequence = racer_load_acquire_u64(address)
    yieldPoint()
    return sequence & 1 == 0 ? sequence : nil
  }

  /// Whether all that was loaded since `beginRead` belongs to one state of the object.
  @inlinable @inline(__always) public func isUnchanged(since sequence: UInt64) -> Bool {
    yieldPoint()
    racer_fence_acquire()
    return racer_load_relaxed_u64(address) == sequence
  }
}
