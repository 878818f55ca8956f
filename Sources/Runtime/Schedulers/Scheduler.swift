// Who may run (concurrency.md R10). Fixed at start:
//
//   free           attaching is free; threads share nothing but what scripts share.
//   gil            one thread is attached at a time, as CPython: hand-over on request (5 ms) and at
//                  blocking calls. One heap, no locks, no sequences: a fair comparison.
//   deterministic  as gil, the next thread chosen by a strategy.
//
// Every blocking primitive is written once over `block` and `wake`.

import CRuntime

package enum Scheduler {
  package enum Mode: UInt32 { case free, gil, deterministic }

  @inline(__always) package static var mode: Mode {
    Mode(rawValue: racer_heap.schedulerMode).unsafelyUnwrapped
  }

  /// Before the first thread.
  package static func choose(_ mode: Mode) { racer_heap.schedulerMode = mode.rawValue }

  /// `sys.setswitchinterval`, in nanoseconds.
  package static var switchInterval: Int64 {
    get { GlobalLock.switchInterval }
    set { GlobalLock.switchInterval = newValue }
  }
}

// MARK: Attaching

extension Scheduler {
  static func willAttach(_ thread: ThreadState) {
    switch mode {
    case .free: thread.record.pointee.heap.beginRunning()
    case .gil, .deterministic: GlobalLock.acquire(thread)
    }
  }

  static func didDetach(_ thread: ThreadState) {
    switch mode {
    case .free: thread.record.pointee.heap.endRunning(HeapState.idle)
    case .gil, .deterministic: GlobalLock.release()
    }
  }

  /// Lets another thread have a turn; `time.sleep(0)`, and the GIL's request.
  package static func yield(_ thread: ThreadState) {
    switch mode {
    case .free: thread.whileDetached { _ = racer_yield_processor() }
    case .gil, .deterministic: GlobalLock.handOver(thread)
    }
  }
}

// MARK: Blocking

package enum WaitOutcome {
  case woken, timedOut
  /// A signal or an asynchronous exception is to be handled first.
  case interrupted
  /// The thread's heap has counts to merge first; wait again after `mergeOwnQueue`.
  case mustMerge
}

extension Scheduler {
  /// No deadline.
  package static var forever: Int64 { Int64.max }

  /// A deadline in nanoseconds of the monotonic clock, `duration` from now.
  package static func deadline(after duration: Int64) -> Int64 {
    let (sum, overflow) = racer_now().addingReportingOverflow(max(0, duration))
    return overflow ? forever : sum
  }

  /// Sleeps, detached, until `isDone` or the deadline. Whoever makes `isDone` true then calls `wake`.
  /// Loops look like: block → pending signals → block.
  static func block(
    _ thread: ThreadState, until deadline: Int64, isInterruptible: Bool, isDone: () -> Bool
  ) -> WaitOutcome {
    guard thread.tryDetach() else { return .mustMerge }
    defer { thread.attachKeepingErrorNumber() }
    let record = thread.record
    while true {
      let ticket = racer_load_acquire_u32(record.parkWordAddress)
      if isDone() { return .woken }
      if isInterruptible,
        racer_load_acquire_u32(record.pendingAddress)
          & (PendingReasons.signal | PendingReasons.asyncException) != 0
      {
        return .interrupted
      }
      if deadline == forever {
        _ = racer_futex_wait(record.parkWordAddress, ticket, -1)
      } else {
        let rest = deadline - racer_now()
        if rest <= 0 { return .timedOut }
        _ = racer_futex_wait(record.parkWordAddress, ticket, rest)
      }
    }
  }

  /// Makes a blocked thread look at its condition again.
  static func wake(_ record: UnsafeMutablePointer<ThreadRecord>) {
    _ = racer_add_acqrel_u32(record.parkWordAddress, 1)
    racer_futex_wake(record.parkWordAddress, 1)
  }
}

extension ThreadState {
  /// `time.sleep`: until the deadline, signal handlers run meanwhile.
  package func sleep(until deadline: Int64) throws(Raised) {
    while true {
      mergeOwnQueue()
      switch Scheduler.block(self, until: deadline, isInterruptible: true, isDone: { false }) {
      case .interrupted: try safepoint()
      case .mustMerge: break
      case .woken, .timedOut: return
      }
    }
  }
}
