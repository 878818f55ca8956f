// Iterators whose result needs several items of the source in a row: pairwise, batched.
//
// Which items belong together is known only if nobody else draws in between, so each step is a turn,
// and other threads wait for it. The source may be Python code, which may block: the wait is one of a
// lock that is held while its holder blocks (detached, interruptible). A source that comes back to the
// iterator within its own turn goes on without waiting, as in CPython. Who asks for an item while it
// holds a lock that the source needs as well waits for ever, as with any two locks.
//
// Ordering: a turn is handed on by the lock's release and acquire. The number of the thread is written
// by whose turn it is and compared by others with their own only: relaxed.

import CRuntime
import Runtime

extension IteratorState {
  private var turnLock: BlockingLock {
    let offset = MemoryLayout<IteratorBody>.offset(of: \.turn).unsafelyUnwrapped
    return BlockingLock(UnsafeMutableRawPointer(body) + offset)
  }
  private var turnHolder: UnsafeMutableRawPointer { turnLock.address + 4 }

  /// Runs one step of the iterator while no other thread runs one. With one thread, and under the
  /// GIL, which others get only when Python code runs, there is nothing to wait for.
  @inline(__always) func inTurn(
    _ thread: ThreadState, _ step: () throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let own = thread.owner
    if !thread.isShared || racer_load_relaxed_u32(turnHolder) == own { return try step() }
    _ = try turnLock.acquire(thread)
    racer_store_relaxed_u32(turnHolder, own)
    defer {
      racer_store_relaxed_u32(turnHolder, 0)
      turnLock.release()
    }
    return try step()
  }
}
