// The halves of retain and release that leave the owner's fast path.
//
// Merging (gh-119999): `bias` is set to nobody *before* the compare-and-swap to merged, and only off
// the fast path (gh-121794), so that "owner 0" is seen by whoever sees merged: the swap is a
// release, and who reads the merged word acquires.

import CRuntime

extension ThreadState {
  /// A count by a thread that does not own the object, and holds or borrows a count. The first one
  /// marks the object shared: from then on lock-free readers can take it.
  @usableFromInline @inline(never) package func retainShared(_ reference: Reference) {
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while word & 3 == SharedWord.fresh {
      yieldPoint()
      let next = (word &+ SharedWord.one) | SharedWord.shared
      if racer_cas_relaxed_u32(address, &word, next) {
        return noteForeignCount(reference, word, next)
      }
    }
    if SharedWord(word).isSaturated {
      stick(reference)
    } else {
      yieldPoint()
      word = racer_add_relaxed_u32(address, SharedWord.one)
      noteForeignCount(reference, word, word &+ SharedWord.one)
    }
  }

  /// Takes a count that may be refused: see `tryCount`.
  @usableFromInline @inline(never) package func tryCountShared(_ reference: Reference) -> Bool {
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while true {
      let shared = SharedWord(word)
      if !shared.isTakeable { return false }
      if shared.isSaturated { return true }
      yieldPoint()
      let next = word &+ SharedWord.one
      if racer_cas_acqrel_u32(address, &word, next) {
        noteForeignCount(reference, word, next)
        return true
      }
    }
  }

  /// The owner's local count reached zero.
  @usableFromInline @inline(never) package func releaseLast(_ reference: Reference) {
    if racer_load_acquire_u32(reference.sharedAddress) == SharedWord.fresh {
      destroy(reference)
    } else if mergeLocalZero(reference) {
      destroy(reference)
    }
  }

  /// Gives the object up as owner, at local count zero. True if no count is left.
  func mergeLocalZero(_ reference: Reference) -> Bool {
    yieldPoint()
    reference.storeBias(0)
    yieldPoint()
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while true {
      let next = word | SharedWord.merged
      yieldPoint()
      if racer_cas_acqrel_u32(address, &word, next) { return next == SharedWord.merged }
    }
  }

  /// A release by a thread that does not own the object.
  @usableFromInline @inline(never) package func releaseShared(_ reference: Reference) {
    if dropShared(reference) { destroy(reference) }
  }

  /// True if that was the last count.
  func dropShared(_ reference: Reference) -> Bool {
    let address = reference.sharedAddress
    let bias = reference.bias
    var word = racer_load_relaxed_u32(address)
    while true {
      let shared = SharedWord(word)
      if shared.isSaturated {
        stick(reference)
        return false
      }
      yieldPoint()
      if !shared.isDeferred, shared.count == 0, shared.state < SharedWord.queued {
        // The owner holds the rest of the count, and has to merge. The queue takes our count over.
        let next = word & ~3 | SharedWord.queued
        if racer_cas_acqrel_u32(address, &word, next) {
          queueForMerge(reference)
          return false
        }
        continue
      }
      let next = word &- SharedWord.one
      if racer_cas_acqrel_u32(address, &word, next) {
        noteForeignRelease(reference, next, bias)
        return next == SharedWord.merged
      }
    }
  }

  /// Makes a saturated count stay where it is.
  func stick(_ reference: Reference) {
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while SharedWord(word).isSaturated {
      let next = SharedWord(word).stuck.bits
      if next == word || racer_cas_relaxed_u32(address, &word, next) { return }
    }
  }
}
