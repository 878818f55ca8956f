// What the scheduler keeps about a thread. Its own thread's, unless said otherwise.

/// A function that a new thread runs, attached.
package typealias ThreadEntry = @convention(thin) (ThreadState, UnsafeMutableRawPointer?) -> Void

/// A function that runs after a thread's end, in the same OS thread, with the entry's argument.
package typealias ThreadCompletion = @convention(thin) (UnsafeMutableRawPointer?) -> Void

@frozen public struct SchedulingState {
  /// `threading.get_ident` and `get_native_id`. The first is nonzero only while the thread's windows
  /// can be read in a stop; atomic (`StackDump`).
  public var ident: UInt = 0
  public var nativeIdent: UInt64 = 0
  /// Start order; the main thread is 1.
  public var number: UInt64 = 0
  public var isMain = false
  /// Does not keep the process alive.
  public var isDaemon = false
  /// The `ThreadEntry` and its argument, until the thread runs.
  public var entry: UInt = 0
  public var argument: UnsafeMutableRawPointer?
  /// The `ThreadCompletion`, or 0.
  public var completion: UInt = 0
  /// Values that belong to this thread, by key (`ThreadLocals`), made on first use.
  public var locals: UnsafeMutablePointer<ThreadLocals>?

  // The thread's place in the parking lot; under the bucket's mutex.
  public var parkedAt: UInt = 0
  public var parkedSince: Int64 = 0
  public var nextParked: UnsafeMutablePointer<ThreadRecord>?
  public var previousParked: UnsafeMutablePointer<ThreadRecord>?
  /// What the waker wants the woken thread to know.
  public var wakeToken: UInt32 = 0

  /// The thread whose end this one waits for, or 0: for who looks in a stop.
  public var awaitedThread: UInt = 0

  /// Stops are counted while this thread keeps the world stopped.
  public var stopDepth: Int32 = 0
  /// Waits for the others to stop.
  public var isStopping = false
  /// When the stop began that this thread makes, if waits are counted.
  public var stopStart: Int64 = 0

  public init() {}
}
