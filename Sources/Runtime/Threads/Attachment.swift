// Attaching and detaching (concurrency.md R6, R10).
//
// Attached: the thread may touch objects; stops and epochs wait for it. Detached: it may not, and
// nobody waits for it. Whatever blocks detaches. Attaching is a safepoint, and so is everything
// that detaches: no raw pointer to a store lives across it.

import CRuntime
import Glibc

extension ThreadState {
  /// Makes the thread able to touch objects. May wait: for a stop's end, a claim, the GIL.
  package func attach() {
    Scheduler.willAttach(self)
    while true {
      var state = RunState.detached
      if racer_cas_acqrel_u32(record.runStateAddress, &state, RunState.attached) { break }
      Scheduler.didDetach(self)
      _ = racer_futex_wait(record.runStateAddress, state, -1)
      Scheduler.willAttach(self)
    }
    enterEpoch()
    if racer_load_relaxed_u32(record.pointee.heap.mergeCountAddress) != 0 {
      record.setPending(PendingReasons.merge)
    }
  }

  /// Gives up touching objects until `attach`. The caller holds no lock.
  package func detach() {
    assertNoLockHeld()
    repeat { mergeOwnQueue() } while !tryDetach()
  }

  /// Detaches unless there is something to merge: who queued before the heap became idle saw it
  /// running, and left the merging to us. A waiting thread in a queue can't run destructors itself.
  func tryDetach() -> Bool {
    becomeDetached()
    guard racer_load_seqcst_u32(record.pointee.heap.mergeCountAddress) != 0 else { return true }
    attach()
    return false
  }

  private func becomeDetached() {
    leaveEpoch()
    racer_store_seqcst_u32(record.runStateAddress, RunState.detached)
    if racer_load_seqcst_u32(record.pendingAddress) & PendingReasons.stop != 0 {
      StopTheWorld.noteProgress()
    }
    Scheduler.didDetach(self)
  }

  /// Runs something that blocks, or that takes long and touches no object. `errno` is kept.
  @inline(__always) package func whileDetached<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    detach()
    defer { attachKeepingErrorNumber() }
    return try body()
  }

  @inline(never) package func attachKeepingErrorNumber() {
    let number = errno
    attach()
    errno = number
  }

  package var isAttached: Bool {
    racer_load_relaxed_u32(record.runStateAddress) == RunState.attached
  }
}
