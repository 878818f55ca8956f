// A mutex for something that the process has once, and that may block while it is held, also by a
// thread that is not attached: a standard stream, the watchdog's output. `fork` does not wait for it,
// for its holder may be in a system call for ever; instead, the child finds it free. What it protects
// has to bear that (a buffer that was being written out is written by both).
//
// All such mutexes are in a list that only grows. Adding to it is a compare-and-swap with release; the
// child walks it alone.

import CRuntime
import Glibc

package struct ProcessMutex {
  private struct Node {
    var mutex: pthread_mutex_t
    var next: UInt
  }

  private let node: UnsafeMutablePointer<Node>

  nonisolated(unsafe) private static let first: UnsafeMutablePointer<UInt> = {
    let word = UnsafeMutablePointer<UInt>.allocate(capacity: 1)
    word.initialize(to: 0)
    return word
  }()

  /// It lives for ever.
  package init() {
    node = .allocate(capacity: 1)
    node.initialize(to: Node(mutex: pthread_mutex_t(), next: 0))
    pthread_mutex_init(&node.pointee.mutex, nil)
    var head = UInt64(racer_load_relaxed_word(ProcessMutex.first))
    repeat {
      node.pointee.next = UInt(head)
    } while !racer_cas_acqrel_u64(ProcessMutex.first, &head, UInt64(UInt(bitPattern: node)))
  }

  /// Takes the mutex; a thread that has to wait for it is detached meanwhile.
  package func lock(_ thread: ThreadState) {
    if pthread_mutex_trylock(&node.pointee.mutex) == 0 { return }
    thread.whileDetached { lockUnattached() }
  }

  /// For a thread that is not attached.
  package func lockUnattached() { pthread_mutex_lock(&node.pointee.mutex) }

  package func unlock() { pthread_mutex_unlock(&node.pointee.mutex) }

  /// In a fork's child: who held them is no more.
  static func freeAllInChild() {
    var next = UnsafeMutablePointer<Node>(bitPattern: racer_load_acquire_word(first))
    while let node = next {
      pthread_mutex_init(&node.pointee.mutex, nil)
      next = UnsafeMutablePointer(bitPattern: node.pointee.next)
    }
  }
}
