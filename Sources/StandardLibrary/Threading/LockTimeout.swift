// The arguments `blocking` and `timeout` of locks and joins.

import Runtime

enum LockTimeout {
  /// `TIMEOUT_MAX`: the longest wait in seconds.
  static let maximum = 9223372036.0

  /// The deadline of a wait; nil where no waiting is asked for.
  static func deadline(_ thread: ThreadState, blocking: Value, timeout: Value) throws(Raised)
    -> Int64?
  {
    let isBlocking = try thread.isTrue(blocking)
    let seconds = try thread.double(from: timeout)
    if !isBlocking {
      guard seconds == -1 else {
        throw thread.raise(.valueError, "can't specify a timeout for a non-blocking call")
      }
      return nil
    }
    if seconds == -1 { return Scheduler.forever }
    if seconds.isNaN { throw thread.raise(.valueError, "Invalid value NaN (not a number)") }
    guard seconds >= 0 else {
      throw thread.raise(.valueError, "timeout value must be a non-negative number")
    }
    return seconds == 0 ? nil : try deadline(thread, seconds: seconds)
  }

  static func deadline(_ thread: ThreadState, seconds: Double) throws(Raised) -> Int64 {
    guard seconds <= maximum else {
      throw thread.raise(.overflowError, "timeout value is too large")
    }
    return Scheduler.deadline(after: Int64((seconds * 1e9).rounded(.up)))
  }
}
