// The contended halves of the header lock, and pairs.

import CRuntime

extension ThreadState {
  @usableFromInline @inline(never) package func lockSlow(_ reference: Reference) {
    let start = WaitCounters.start()
    defer { WaitCounters.note(.objectLock, self, since: start) }
    // Parking detaches, which is fine only while no commit is open: the lock is not held yet.
    allowingDetach {
      _ = ByteLock.acquire(
        reference.lockAddress, self, until: Scheduler.forever, isInterruptible: false)
    }
  }

  @usableFromInline @inline(never) package func unlockSlow(_ reference: Reference) {
    ByteLock.releaseSlow(reference.lockAddress)
  }

  /// By address, so that two threads that want the same two objects can't wait for each other.
  @usableFromInline @inline(never) package func lockPairSlow(
    _ one: Reference, _ other: Reference
  ) {
    let (low, high) = one.bits < other.bits ? (one, other) : (other, one)
    lockOne(low)
    yieldPoint()
    if high.bits != low.bits { lockOne(high) }
  }

  @usableFromInline @inline(never) package func unlockPairSlow(
    _ one: Reference, _ other: Reference
  ) {
    ByteLock.release(one.lockAddress)
    yieldPoint()
    if other.bits != one.bits { ByteLock.release(other.lockAddress) }
  }

  private func lockOne(_ reference: Reference) {
    if !ByteLock.tryAcquire(reference.lockAddress) { lockSlow(reference) }
  }

  /// The debug count is set before the lock is taken; waiting for it is no breach.
  private func allowingDetach(_ body: () -> Void) {
    let locksHeld = record.pointee.locksHeld
    record.pointee.locksHeld = 0
    body()
    record.pointee.locksHeld = locksHeld
  }
}
