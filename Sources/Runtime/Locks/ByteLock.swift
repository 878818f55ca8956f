// The algorithm of the one-byte lock, for object headers and for blocking locks (concurrency.md R5).
//
// Bit 0: held; bit 1: threads may wait in the parking lot. Barging: a freed lock goes to whoever comes
// first, so that a running thread need not wait for a sleeping one; but a waiter older than 1 ms
// gets it handed over, so that nobody starves (always handing over is a convoy). A failed attempt
// spins for a short time, looking again each turn, before it parks.
//
// Ordering: every way to get the lock is a compare-and-swap with acquire, or being told so by the
// holder through the parking lot; every way to give it up is a release.

import CRuntime

enum ByteLock {
  private static var held: UInt8 { Header.lockHeld }
  private static var waiters: UInt8 { Header.lockHasWaiters }
  /// What a woken thread is told.
  private static var tryAgain: UInt32 { 0 }
  private static var handedOver: UInt32 { 1 }

  private static var spinLimit: Int { 40 }
  private static var patience: Int64 { 1_000_000 }

  static func tryAcquire(_ lock: UnsafeMutableRawPointer) -> Bool {
    var state = racer_load_relaxed_u8(lock)
    while state & held == 0 {
      if racer_cas_acqrel_u8(lock, &state, state | held) { return true }
    }
    return false
  }

  /// Waits for the lock. Detaches while it sleeps.
  @inline(never) static func acquire(
    _ lock: UnsafeMutableRawPointer, _ thread: ThreadState, until deadline: Int64,
    isInterruptible: Bool
  ) -> WaitOutcome {
    if spin(lock) { return .woken }
    while true {
      var state = racer_load_relaxed_u8(lock)
      if state & held == 0 {
        if racer_cas_acqrel_u8(lock, &state, state | held) { return .woken }
        continue
      }
      if state & waiters == 0, !racer_cas_acqrel_u8(lock, &state, state | waiters) { continue }
      yieldPoint()
      let outcome = ParkingLot.park(
        thread, at: UInt(bitPattern: lock), until: deadline, isInterruptible: isInterruptible
      ) { racer_load_relaxed_u8(lock) == held | waiters }
      switch outcome {
      case .woken(let token): if token == handedOver { return .woken }
      case .refused: break
      case .timedOut: return .timedOut
      case .interrupted: return .interrupted
      }
    }
  }

  private static func spin(_ lock: UnsafeMutableRawPointer) -> Bool {
    for _ in 0..<spinLimit {
      let state = racer_load_relaxed_u8(lock)
      if state & waiters != 0 { return false }
      if state & held == 0, tryAcquire(lock) { return true }
      racer_pause()
    }
    return false
  }

  static func release(_ lock: UnsafeMutableRawPointer) {
    var state = held
    if !racer_cas_acqrel_u8(lock, &state, 0) { releaseSlow(lock) }
  }

  @inline(never) static func releaseSlow(_ lock: UnsafeMutableRawPointer) {
    ParkingLot.unparkOne(at: UInt(bitPattern: lock)) { since, more in
      let rest = more ? waiters : 0
      if let since, racer_now() - since > patience {
        racer_store_release_u8(lock, held | rest)
        return handedOver
      }
      racer_store_release_u8(lock, rest)
      return tryAgain
    }
  }

  /// In a fork's child: frees a lock that was being handed to a thread that is no more. Nobody waits
  /// any longer.
  static func releaseHandedOver(to record: UnsafeMutablePointer<ThreadRecord>) {
    guard let message = ParkingLot.messageUnderWay(to: record), message.token == handedOver,
      let lock = UnsafeMutableRawPointer(bitPattern: message.address)
    else { return }
    racer_store_release_u8(lock, 0)
  }
}
