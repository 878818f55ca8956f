// Stopping all other threads: for collections, `fork`, changes of types, leaving solo mode
// (concurrency.md R6, R7).
//
// The stopper, attached, sets STOP in every thread's `pending`. An attached thread stops itself at its
// next safepoint or detaches; a detached one is made `stopped` by compare-and-swap, so that it
// can't attach. New records begin stopped. The end makes all of them detached; they attach again
// by themselves. A thread has stopped when the stopper read `stopped` (acquire) after its store
// (seq-cst): all that it did is before the stop, and all that the stopper did is before its
// attaching compare-and-swap.
//
// In GIL mode the others are detached already and need the GIL, which the stopper keeps.

import CRuntime

enum StopTheWorld {
  private static var progress: UnsafeMutablePointer<UInt32> { processWord(RACER_STOP_PENDING) }
  private static var active: UnsafeMutablePointer<UInt32> { processWord(RACER_STOP_ACTIVE) }

  static var isActive: Bool { racer_load_acquire_u32(active) != 0 }

  /// Whether a thread has stopped the others, or waits for them to stop: in a copy of the process.
  static func isMade(by thread: ThreadState) -> Bool {
    thread.record.pointee.scheduling.isStopping || thread.record.pointee.scheduling.stopDepth > 0
  }

  /// Told by each thread that stops or detaches while a stop is being made.
  static func noteProgress() {
    _ = racer_add_acqrel_u32(progress, 1)
    racer_futex_wake(progress, 1)
  }

  static func holdOthers(except stopper: UnsafeMutablePointer<ThreadRecord>) {
    RawMutex.lock(ThreadRegistry.mutex)
    racer_store_release_u32(active, 1)
    RawMutex.unlock(ThreadRegistry.mutex)
    while true {
      let ticket = racer_load_acquire_u32(progress)
      if !isAnyoneRunning(except: stopper) { return }
      _ = racer_futex_wait(progress, ticket, 1_000_000)
    }
  }

  private static func isAnyoneRunning(except stopper: UnsafeMutablePointer<ThreadRecord>) -> Bool {
    var isRunning = false
    ThreadRegistry.forEach { record in
      if record == stopper { return }
      var state = RunState.detached
      if racer_cas_acqrel_u32(record.runStateAddress, &state, RunState.stopped) { return }
      if state == RunState.attached {
        record.setPending(PendingReasons.stop)
        isRunning = true
      }
    }
    return isRunning
  }

  static func letOthersGo() {
    RawMutex.lock(ThreadRegistry.mutex)
    racer_store_release_u32(active, 0)
    ThreadRegistry.forEach { record in
      record.clearPending(PendingReasons.stop)
      var state = RunState.stopped
      if racer_cas_acqrel_u32(record.runStateAddress, &state, RunState.detached) {
        racer_futex_wake(record.runStateAddress, UInt32.max)
      }
    }
    RawMutex.unlock(ThreadRegistry.mutex)
  }
}

extension ThreadState {
  /// Stops all other threads. The caller is at a point that could be a safepoint. May be nested.
  package func beginStop() {
    assertNoLockHeld()
    if record.pointee.scheduling.stopDepth == 0, Scheduler.mode == .free {
      let mutex = processWord(RACER_STOP_MUTEX)
      if !RawMutex.tryLock(mutex) { whileDetached { RawMutex.lock(mutex) } }
      record.pointee.scheduling.stopStart = WaitCounters.start()
      record.pointee.scheduling.isStopping = true
      StopTheWorld.holdOthers(except: record)
      record.pointee.scheduling.isStopping = false
    }
    record.pointee.scheduling.stopDepth += 1
  }

  package func endStop() {
    record.pointee.scheduling.stopDepth -= 1
    guard record.pointee.scheduling.stopDepth == 0, Scheduler.mode == .free else { return }
    StopTheWorld.letOthersGo()
    WaitCounters.note(.stop, self, since: record.pointee.scheduling.stopStart)
    RawMutex.unlock(processWord(RACER_STOP_MUTEX))
  }

  /// Runs something while no other thread runs. It must not block, detach, or run Python code.
  package func stopTheWorld<Result, Failure: Error>(_ body: () throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    beginStop()
    defer { endStop() }
    return try body()
  }

  /// Every thread in use, in a stop: for the collector's roots and `sys._current_frames`.
  package func forEachThreadInStop(_ body: (ThreadState) -> Void) {
    ThreadRegistry.forEach { body(ThreadState($0)) }
  }
}
