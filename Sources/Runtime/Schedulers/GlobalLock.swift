// The lock of GIL mode. A waiter that sees no switch within the interval asks the holder to give it
// up; a holder that gives up on request waits until somebody else had it, so that it does not
// simply take it again.

import CRuntime
import Glibc

enum GlobalLock {
  private static var word: UnsafeMutablePointer<UInt32> { processWord(RACER_GIL) }
  private static var switches: UnsafeMutablePointer<UInt32> { processWord(RACER_GIL_SWITCHES) }
  private static var waiters: UnsafeMutablePointer<UInt32> { processWord(RACER_GIL_WAITERS) }
  private static var holder: UnsafeMutablePointer<UInt64> { processLongWord(RACER_GIL_HOLDER) }
  private static var interval: UnsafeMutablePointer<UInt64> { processLongWord(RACER_GIL_INTERVAL) }

  static var switchInterval: Int64 {
    get {
      let stored = racer_load_relaxed_u64(interval)
      return stored == 0 ? 5_000_000 : Int64(stored)
    }
    set { racer_store_relaxed_u64(interval, UInt64(max(1, newValue))) }
  }

  static func acquire(_ thread: ThreadState) {
    if ThreadState.isFinalizing, isHolder(thread) { return }
    var expected: UInt32 = 0
    if !racer_cas_acqrel_u32(word, &expected, 1) { acquireSlow(thread) }
    racer_store_release_u64(holder, UInt64(UInt(bitPattern: thread.record)))
    _ = racer_add_acqrel_u32(switches, 1)
    if racer_load_relaxed_u32(waiters) != 0 { racer_futex_wake(switches, UInt32.max) }
  }

  @inline(never) private static func acquireSlow(_ thread: ThreadState) {
    let start = WaitCounters.start()
    defer { WaitCounters.note(.globalLock, thread, since: start) }
    _ = racer_add_acqrel_u32(waiters, 1)
    while true {
      var expected: UInt32 = 0
      if racer_cas_acqrel_u32(word, &expected, 1) { break }
      let before = racer_load_acquire_u32(switches)
      let timedOut = racer_futex_wait(word, 1, switchInterval) == ETIMEDOUT
      if timedOut, racer_load_relaxed_u32(word) == 1, racer_load_acquire_u32(switches) == before {
        askHolder()
      }
    }
    _ = racer_add_acqrel_u32(waiters, UInt32.max)
  }

  private static func askHolder() {
    let address = UInt(racer_load_acquire_u64(holder))
    UnsafeMutablePointer<ThreadRecord>(bitPattern: address)?.setPending(PendingReasons.giveUpGIL)
  }

  private static func isHolder(_ thread: ThreadState) -> Bool {
    racer_load_acquire_u64(holder) == UInt64(UInt(bitPattern: thread.record))
  }

  /// The thread that finalizes never gives it up: the others wait for ever (Finalization.swift).
  static func release() {
    if ThreadState.isFinalizing { return }
    racer_store_seqcst_u32(word, 0)
    if racer_load_seqcst_u32(waiters) != 0 { racer_futex_wake(word, 1) }
  }

  /// Lets a waiter have its turn.
  static func handOver(_ thread: ThreadState) {
    guard racer_load_seqcst_u32(waiters) != 0, !ThreadState.isFinalizing else { return }
    let before = racer_load_acquire_u32(switches)
    racer_store_seqcst_u32(thread.record.runStateAddress, RunState.detached)
    release()
    while racer_load_acquire_u32(switches) == before, racer_load_relaxed_u32(waiters) != 0 {
      _ = racer_futex_wait(switches, before, switchInterval)
    }
    thread.attach()
  }
}
