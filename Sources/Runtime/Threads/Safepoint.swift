// Safepoints (concurrency.md R6): where a thread does what others asked it for. The interpreter tests
// `pending` at back-edges and calls; natives over about a millisecond test it where they hold
// nothing. A safepoint may run any code: a destructor, a signal handler.

import CRuntime

/// What the parts of the runtime that are not here do at a safepoint.
package struct SafepointHooks {
  /// Runs the Python handlers of the signals that arrived; main thread.
  package var handleSignals: (@convention(thin) (ThreadState) throws(Raised) -> Void)?
  /// Raises the exception that another thread asked for (`PyThreadState_SetAsyncExc`).
  package var raiseAsyncException: (@convention(thin) (ThreadState) throws(Raised) -> Void)?
  /// Collects cyclic garbage: memory has grown.
  package var collect: (@convention(thin) (ThreadState) -> Void)?
}

nonisolated(unsafe) package var safepointHooks = SafepointHooks()

extension ThreadState {
  /// Whether a safepoint would have anything to do.
  @inlinable @inline(__always) package var hasPending: Bool {
    racer_load_relaxed_u32(UnsafeRawPointer(record) + 4) != 0
  }

  @inlinable @inline(__always) package func safepoint() throws(Raised) {
    if hasPending { try safepointSlow() }
  }

  @usableFromInline @inline(never) package func safepointSlow() throws(Raised) {
    serveOthers()
    if racer_load_acquire_u32(record.pendingAddress) & PendingReasons.signal != 0 {
      try handleSignals()
    }
    if racer_load_acquire_u32(record.pendingAddress) & PendingReasons.asyncException != 0 {
      record.clearPending(PendingReasons.asyncException)
      if let hook = safepointHooks.raiseAsyncException { try hook(self) }
    }
  }

  /// The part of a safepoint that raises nothing.
  package func serveOthers() {
    assertNoLockHeld()
    // A thread that holds the world stopped neither stops nor yields itself.
    if record.pointee.scheduling.stopDepth != 0 { return }
    let reasons = racer_load_acquire_u32(record.pendingAddress)
    if reasons & PendingReasons.stop != 0 { stopHere() }
    if reasons & PendingReasons.giveUpGIL != 0 {
      record.clearPending(PendingReasons.giveUpGIL)
      Scheduler.yield(self)
    }
    if reasons & PendingReasons.merge != 0 {
      record.clearPending(PendingReasons.merge)
      mergeOwnQueue()
    }
    if reasons & PendingReasons.epoch != 0 {
      record.clearPending(PendingReasons.epoch)
      passEpoch()
    }
    if reasons & PendingReasons.pendingRelease != 0 {
      record.clearPending(PendingReasons.pendingRelease)
      drainReleases()
    }
    if reasons & PendingReasons.collect != 0 {
      record.clearPending(PendingReasons.collect)
      safepointHooks.collect?(self)
    }
  }

  /// Waits until the stop that was asked for is over.
  private func stopHere() {
    // Under the mutex, so that the stop can't end between the look and the store.
    RawMutex.lock(ThreadRegistry.mutex)
    guard StopTheWorld.isActive else { return RawMutex.unlock(ThreadRegistry.mutex) }
    leaveEpoch()
    racer_store_seqcst_u32(record.runStateAddress, RunState.stopped)
    RawMutex.unlock(ThreadRegistry.mutex)
    StopTheWorld.noteProgress()
    Scheduler.didDetach(self)
    while racer_load_acquire_u32(record.runStateAddress) == RunState.stopped {
      _ = racer_futex_wait(record.runStateAddress, RunState.stopped, -1)
    }
    attach()
  }
}
