// Something that happens once: a thread's end, a lazily made value. One word of memory that does not
// move; waiting detaches and lets signal handlers run.

import CRuntime

@frozen public struct BlockingEvent {
  package let address: UnsafeMutablePointer<UInt32>

  /// At a word that is zero at first.
  package init(_ address: UnsafeMutablePointer<UInt32>) { self.address = address }

  package var isSet: Bool { racer_load_acquire_u32(address) != 0 }

  /// Wakes all that wait. Needs no thread state; all before it is seen by who sees the event.
  package func set() {
    racer_store_seqcst_u32(address, 1)
    ParkingLot.unparkAll(at: UInt(bitPattern: address))
  }

  /// Waits for the event; false at the deadline. Signal handlers that run meanwhile may raise.
  package func wait(_ thread: ThreadState, until deadline: Int64 = Scheduler.forever)
    throws(Raised) -> Bool
  {
    thread.assertNoLockHeld()
    while !isSet {
      let outcome = ParkingLot.park(
        thread, at: UInt(bitPattern: address), until: deadline, isInterruptible: true
      ) { !isSet }
      switch outcome {
      case .woken, .refused: break
      case .timedOut: return isSet
      case .interrupted: try thread.safepoint()
      }
    }
    return true
  }
}
