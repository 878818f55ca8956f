// Epochs: when memory that lock-free readers may look at can be freed (concurrency.md R6; QSBR).
//
// There is one global epoch. Each attached thread has the last one that it saw at a quiescent point
// (a safepoint, or attaching); a detached thread has 0 and counts as absent. Memory is retired with
// the epoch of that moment, after it was unlinked, and freed once every attached thread has seen a
// later one. Retired memory past 1 MiB or 1,000 items advances the epoch and sets EPOCH in all
// `pending` words.
//
// Ordering, for aarch64 as for x86. Retiring: unlink; fence(seq-cst); read the epoch e. A reader that
// may still use the memory has loaded its pointer since its last quiescent point, where it read the
// epoch r, fenced (seq-cst), and then loaded. If r > e, the reader's load of the epoch comes after
// the retirer's in the total order of fences, and so its later loads see the unlinking: it can't have
// found the memory. An attaching thread stores its epoch, fences, and loads only then; a scan that
// still saw 0 had its fence before, so what it frees was unlinked before that thread's loads.

import CRuntime

enum Epoch {
  static var word: UnsafeMutablePointer<UInt64> { processLongWord(RACER_EPOCH) }

  /// The global epoch; counts from 1, 0 is "absent".
  static var current: UInt64 { racer_load_seqcst_u64(word) + 1 }

  /// Asks every thread to pass a quiescent point.
  static func advance() {
    _ = racer_add_acqrel_u64(word, 1)
    ThreadRegistry.setPendingEverywhere(PendingReasons.epoch)
  }

  /// The oldest epoch that an attached thread has seen; the current one if none is attached.
  static func oldestSeen() -> UInt64 {
    racer_fence_seqcst()
    var oldest = current
    ThreadRegistry.forEach { record in
      let seen = racer_load_acquire_u64(record.epochAddress)
      if seen != 0 && seen < oldest { oldest = seen }
    }
    return oldest
  }
}

extension ThreadState {
  /// The thread holds no pointer into anything that may be retired: start of each attachment.
  func enterEpoch() {
    racer_store_seqcst_u64(record.epochAddress, Epoch.current)
    racer_fence_seqcst()
  }

  func leaveEpoch() {
    racer_store_release_u64(record.epochAddress, 0)
  }

  /// The safepoint's part: a quiescent point, after which retired memory may be free.
  func passEpoch() {
    enterEpoch()
    reclaimRetired()
  }
}
