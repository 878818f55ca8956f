// A started thread's life, seen from outside: not started, running, done.
//
// The native half outlives the Python handle and the thread, whichever goes first. `done` happens
// when the thread can touch no object any more, so that who joined it sees all its garbage gone.

import CRuntime
import Runtime

final class ThreadHandle: @unchecked Sendable {
  private let words: UnsafeMutablePointer<UInt32>
  private let identWord: UnsafeMutablePointer<UInt64>

  /// `get_ident` of the thread, or 0 before it has started. The starter and the thread itself both
  /// write it, the same number; relaxed, for nothing is read through it.
  var ident: UInt {
    get { UInt(racer_load_relaxed_u64(identWord)) }
    set { racer_store_relaxed_u64(identWord, UInt64(newValue)) }
  }

  enum State: UInt32 { case notStarted, starting, running }

  init() {
    words = .allocate(capacity: 2)
    words.initialize(repeating: 0, count: 2)
    identWord = .allocate(capacity: 1)
    identWord.initialize(to: 0)
  }

  deinit {
    words.deallocate()
    identWord.deallocate()
  }

  var done: BlockingEvent { BlockingEvent(words) }
  private var stateAddress: UnsafeMutablePointer<UInt32> { words + 1 }

  var state: State {
    get { State(rawValue: racer_load_acquire_u32(stateAddress)).unsafelyUnwrapped }
    set { racer_store_release_u32(stateAddress, newValue.rawValue) }
  }

  /// For the one that may start the thread.
  func claimStart() -> Bool {
    var expected = State.notStarted.rawValue
    return racer_cas_acqrel_u32(stateAddress, &expected, State.starting.rawValue)
  }
}

/// The threads that the process waits for at its end.
enum WaitedForThreads {
  nonisolated(unsafe) private static var handles: [ThreadHandle] = []
  nonisolated(unsafe) private static var nextPruning = 64
  nonisolated(unsafe) private static let byte: UnsafeMutablePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    byte.initialize(to: 0)
    return byte
  }()
  private static var lock: BlockingLock { BlockingLock(byte) }

  static func add(_ handle: ThreadHandle, _ thread: ThreadState) {
    lock.acquireUninterrupted(thread)
    defer { lock.release() }
    handles.append(handle)
    if handles.count >= nextPruning {
      handles.removeAll { $0.done.isSet }
      nextPruning = max(64, handles.count * 2)
    }
  }

  /// A thread that still runs, besides the caller.
  static func next(_ thread: ThreadState) -> ThreadHandle? {
    lock.acquireUninterrupted(thread)
    defer { lock.release() }
    return handles.last { !$0.done.isSet && $0.ident != thread.ident }
  }

  static func forget(_ handle: ThreadHandle, _ thread: ThreadState) {
    lock.acquireUninterrupted(thread)
    defer { lock.release() }
    handles.removeAll { $0 === handle }
  }

  /// In a forked child only the caller is left.
  static func resetAfterFork() {
    lock.resetAfterFork()
    handles = []
  }
}
