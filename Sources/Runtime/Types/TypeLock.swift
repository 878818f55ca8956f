// The type lock: one process-wide mutex for shape trees, version assignment with the lookup that
// it vouches for, and class changes (concurrency.md R9). No Python code runs under it.

import CRuntime

package enum TypeLock {
  nonisolated(unsafe) private static let word: UnsafeMutablePointer<UInt8> = {
    let word = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    word.initialize(to: 0)
    return word
  }()

  /// Skipped while one thread exists. Spins: the sections are a few hundred nanoseconds long.
  @inline(__always) static func lock(_ thread: ThreadState) {
    if thread.isShared { lockSlow() }
  }

  @inline(__always) static func unlock(_ thread: ThreadState) {
    if thread.isShared { racer_store_release_u8(word, 0) }
  }

  @inline(never) private static func lockSlow() {
    var expected: UInt8 = 0
    while !racer_cas_acqrel_u8(word, &expected, 1) {
      expected = 0
      while racer_load_relaxed_u8(word) != 0 { racer_pause() }
    }
  }
}
