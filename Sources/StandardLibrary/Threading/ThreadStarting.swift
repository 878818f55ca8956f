// What runs in a thread that a script started.

import CRuntime
import Runtime

/// Goes from the starter to the new thread, which owns the values.
final class ThreadTask {
  let function: Value
  let arguments: Value
  let keywords: Value
  let handle: ThreadHandle?

  init(function: Value, arguments: Value, keywords: Value, handle: ThreadHandle?) {
    self.function = function
    self.arguments = arguments
    self.keywords = keywords
    self.handle = handle
  }

  /// The stack size that `_thread.stack_size` set, 0 for the default; atomic.
  nonisolated(unsafe) static let stackSize: UnsafeMutablePointer<UInt64> = {
    let word = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    word.initialize(to: 0)
    return word
  }()
  /// Deep recursion needs more than the system's default where that is small.
  static let defaultStackSize = 16 << 20

  /// Starts the thread; it retains what it needs. Raises RuntimeError if the system refuses.
  func start(_ thread: ThreadState, isDaemon: Bool) throws(Raised) -> UInt {
    try thread.checkNotFinalizing("create new thread")
    for value in [function, arguments, keywords] { thread.retain(value) }
    let size = Int(racer_load_relaxed_u64(ThreadTask.stackSize))
    let opaque = Unmanaged.passRetained(self).toOpaque()
    let ident = thread.startThread(
      { thread, argument in ThreadTask.run(thread, argument) }, argument: opaque,
      stackSize: size == 0 ? ThreadTask.defaultStackSize : size, isDaemon: isDaemon,
      completion: { argument in ThreadTask.complete(argument) })
    if let ident { return ident }
    Unmanaged<ThreadTask>.fromOpaque(opaque).release()
    for value in [function, arguments, keywords] { thread.release(value) }
    throw thread.raise(.runtimeError, "can't start new thread")
  }

  private static func run(_ thread: ThreadState, _ argument: UnsafeMutableRawPointer?) {
    let task = Unmanaged<ThreadTask>.fromOpaque(argument.unsafelyUnwrapped).takeUnretainedValue()
    task.handle?.ident = thread.ident
    task.handle?.state = .running
    do throws(Raised) {
      let arguments = CallArguments(
        TupleObject(task.arguments), keywords: task.keywords, thread)
      thread.release(try arguments.call(task.function, thread))
    } catch { task.report(thread) }
    thread.release(task.function)
    thread.release(task.arguments)
    thread.release(task.keywords)
  }

  /// SystemExit ends a thread silently.
  private func report(_ thread: ThreadState) {
    if thread.exceptionMatches(.systemExit) { return thread.clearException() }
    thread.reportUnraisable(in: function, "Exception ignored in thread started by")
  }

  private static func complete(_ argument: UnsafeMutableRawPointer?) {
    let task = Unmanaged<ThreadTask>.fromOpaque(argument.unsafelyUnwrapped).takeRetainedValue()
    task.handle?.done.set()
  }
}
