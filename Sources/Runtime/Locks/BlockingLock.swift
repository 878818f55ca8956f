// A lock that may be held while its holder blocks: `threading.Lock`, buffered files, imports, "once".
// One byte of memory that does not move. Waiting detaches and lets signal handlers run.

import CRuntime

/// A lock at an address: a byte that is zero at first.
@frozen public struct BlockingLock {
  package let address: UnsafeMutableRawPointer

  package init(_ address: UnsafeMutableRawPointer) { self.address = address }

  package var isLocked: Bool { racer_load_acquire_u8(address) & Header.lockHeld != 0 }

  /// Takes the lock if it is free.
  package func tryAcquire() -> Bool { ByteLock.tryAcquire(address) }

  /// Takes the lock, or gives up at the deadline (false). Signal handlers that run meanwhile may
  /// raise.
  package func acquire(_ thread: ThreadState, until deadline: Int64 = Scheduler.forever)
    throws(Raised) -> Bool
  {
    thread.assertNoLockHeld()
    if ByteLock.tryAcquire(address) { return true }
    let start = WaitCounters.start()
    defer { WaitCounters.note(.blockingLock, thread, since: start) }
    while true {
      switch ByteLock.acquire(address, thread, until: deadline, isInterruptible: true) {
      case .woken: return true
      case .timedOut: return false
      case .interrupted, .mustMerge: try thread.safepoint()
      }
    }
  }

  /// Takes the lock, whatever happens: for the runtime's own sections that can't raise.
  package func acquireUninterrupted(_ thread: ThreadState) {
    thread.assertNoLockHeld()
    if ByteLock.tryAcquire(address) { return }
    let start = WaitCounters.start()
    defer { WaitCounters.note(.blockingLock, thread, since: start) }
    _ = ByteLock.acquire(
      address, thread, until: Scheduler.forever, isInterruptible: false)
  }

  package func release() { ByteLock.release(address) }

  /// In a forked child: nobody else is there to release it.
  package func resetAfterFork() { racer_store_release_u8(address, 0) }
}
