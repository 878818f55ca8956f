// A mutex in one word for the runtime's own short critical sections (Drepper's futex mutex).
//
// 0 free, 1 held, 2 held and somebody may sleep. Who holds it does not block, call, or reach a
// safepoint, so waiting for it needs no detaching. Taking is an acquire, giving back a release.

import CRuntime

enum RawMutex {
  @inline(__always) static func lock(_ word: UnsafeMutablePointer<UInt32>) {
    var expected: UInt32 = 0
    if !racer_cas_acqrel_u32(word, &expected, 1) { lockSlow(word) }
  }

  @inline(__always) static func unlock(_ word: UnsafeMutablePointer<UInt32>) {
    if racer_exchange_acqrel_u32(word, 0) == 2 { racer_futex_wake(word, 1) }
  }

  static func tryLock(_ word: UnsafeMutablePointer<UInt32>) -> Bool {
    var expected: UInt32 = 0
    return racer_cas_acqrel_u32(word, &expected, 1)
  }

  @inline(never) private static func lockSlow(_ word: UnsafeMutablePointer<UInt32>) {
    for _ in 0..<64 {
      racer_pause()
      var expected: UInt32 = 0
      if racer_load_relaxed_u32(word) == 0, racer_cas_acqrel_u32(word, &expected, 1) { return }
    }
    while racer_exchange_acqrel_u32(word, 2) != 0 { _ = racer_futex_wait(word, 2, -1) }
  }
}
