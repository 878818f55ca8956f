// The one-byte lock in every object's header (concurrency.md R5).
//
// Every mutating built-in is *prepare*, then *commit*. Prepare may do anything but mutate. Commit
// holds the locks of all objects that it changes, two at most, and does nothing but mutate: no call,
// no allocation, no release, no safepoint, no error. So locks never nest, and a thread never waits
// for a lock while it holds one, except for the second of `lockPair`, which has the higher address.
// Debug builds count the locks held and trap where the rule is broken.
//
// `lock` may park, and parking is a safepoint: load stores, tables and counts *after* it.
// In solo and GIL mode both operations are one test of the thread (R7, R10).
//
// Ordering: taking is a compare-and-swap with acquire, giving back a compare-and-swap with release.

import CRuntime

extension Header {
  /// Bits of the lock byte.
  @inlinable @inline(__always) package static var lockHeld: UInt8 { 1 }
  @inlinable @inline(__always) package static var lockHasWaiters: UInt8 { 2 }
}

extension Reference {
  @inlinable @inline(__always) package var lockAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: bits &+ 12).unsafelyUnwrapped
  }
  @inlinable @inline(__always) package var collectorBitsAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: bits &+ 13).unsafelyUnwrapped
  }
}

extension ThreadState {
  /// Locks one object for a commit.
  @inlinable @inline(__always) package func lock(_ reference: Reference) {
    willLock(1)
    guard isShared else { return }
    yieldPoint()
    var expected: UInt8 = 0
    if !racer_cas_acqrel_u8(reference.lockAddress, &expected, Header.lockHeld) {
      lockSlow(reference)
    }
    yieldPoint()
  }

  @inlinable @inline(__always) package func unlock(_ reference: Reference) {
    didUnlock(1)
    guard isShared else { return }
    yieldPoint()
    var expected = Header.lockHeld
    if !racer_cas_acqrel_u8(reference.lockAddress, &expected, 0) { unlockSlow(reference) }
    yieldPoint()
  }

  /// Locks two objects by address; the same object twice is locked once.
  @inlinable @inline(__always) package func lockPair(_ one: Reference, _ other: Reference) {
    willLock(2)
    if isShared { lockPairSlow(one, other) }
  }

  @inlinable @inline(__always) package func unlockPair(_ one: Reference, _ other: Reference) {
    didUnlock(2)
    if isShared { unlockPairSlow(one, other) }
  }

  /// Takes the lock if that needs no waiting.
  @inlinable @inline(__always) package func tryLock(_ reference: Reference) -> Bool {
    if isShared {
      var expected: UInt8 = 0
      guard racer_cas_acqrel_u8(reference.lockAddress, &expected, Header.lockHeld) else {
        return false
      }
    }
    willLock(1)
    return true
  }

  /// Gives the lock back if nobody waits for it; else the caller has to call `unlockSlow`.
  @inlinable @inline(__always) package func tryUnlock(_ reference: Reference) -> Bool {
    didUnlock(1)
    guard isShared else { return true }
    yieldPoint()
    var expected = Header.lockHeld
    return racer_cas_acqrel_u8(reference.lockAddress, &expected, 0)
  }
}

// MARK: The debug check of the two phases

extension ThreadState {
  /// Traps in debug builds where something that may run code, block or fail is done in a commit.
  @inlinable @inline(__always) package func assertNoLockHeld() {
    #if DEBUG
      if record.pointee.locksHeld != 0 { trapInCommit() }
    #endif
  }

  @inlinable @inline(__always) package func willLock(_ count: Int32) {
    #if DEBUG
      if record.pointee.locksHeld != 0 { trapInCommit() }
      record.pointee.locksHeld = count
    #endif
  }

  @inlinable @inline(__always) package func didUnlock(_ count: Int32) {
    #if DEBUG
      if record.pointee.locksHeld != count { trapUnpairedUnlock() }
      record.pointee.locksHeld = 0
    #endif
  }

  @usableFromInline @inline(never) package func trapInCommit() {
    fatalError("a lock is held: a commit must not lock, release, allocate, call or block (R5)")
  }
  @usableFromInline @inline(never) package func trapUnpairedUnlock() {
    fatalError("unlock does not pair with the lock taken (R5)")
  }
}
