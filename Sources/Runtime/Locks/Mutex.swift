// A recursive mutex for natives that block while they hold it: a buffered file's state, an import.

import CRuntime

@frozen public struct Mutex {
  /// The `BlockingLock`'s byte.
  private var lock: UInt64 = 0
  /// The holder's record, atomic; read by others only to compare with their own.
  private var holder: UInt = 0
  private var depth = 0

  package init() {}
}

extension UnsafeMutablePointer where Pointee == Mutex {
  private var byte: BlockingLock { BlockingLock(UnsafeMutableRawPointer(self)) }
  private var holderAddress: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) + 8 }
  private var depth: UnsafeMutablePointer<Int> {
    (UnsafeMutableRawPointer(self) + 16).assumingMemoryBound(to: Int.self)
  }

  package func isHeld(by thread: ThreadState) -> Bool {
    racer_load_relaxed_word(holderAddress) == UInt(bitPattern: thread.record)
  }

  /// Waits, detached; lets signal handlers run, which may raise.
  package func acquire(_ thread: ThreadState) throws(Raised) {
    if !isHeld(by: thread) {
      _ = try byte.acquire(thread)
      racer_store_relaxed_word(holderAddress, UInt(bitPattern: thread.record))
    }
    depth.pointee += 1
  }

  package func release(_ thread: ThreadState) {
    depth.pointee -= 1
    guard depth.pointee == 0 else { return }
    racer_store_relaxed_word(holderAddress, 0)
    byte.release()
  }

  package func resetAfterFork() {
    racer_store_relaxed_word(holderAddress, 0)
    depth.pointee = 0
    byte.resetAfterFork()
  }
}
