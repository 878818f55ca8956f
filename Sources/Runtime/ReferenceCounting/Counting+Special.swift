// Immortal and deferred objects, and counts in bulk (concurrency.md R3).

import CRuntime

extension ThreadState {
  /// Nobody counts the object any more and it is never freed. For the owner, before publication (or
  /// the collector in a stop).
  package func makeImmortal(_ reference: Reference) {
    reference.storeBias(UInt64(Header.immortalLocal))
  }

  /// Registers and caches may name the object without a count; only a collection frees it. For the
  /// owner before publication: modules, code, module-level functions, classes.
  package func makeDeferred(_ reference: Reference) {
    _ = racer_or_acqrel_u32(reference.sharedAddress, SharedWord.deferred)
  }

  /// Marks the object shared, so that others can take it without its lock, and its owner does not
  /// destroy it by the short path: who makes a weak reference needs this. The caller holds a count.
  package func makeTakeable(_ reference: Reference) {
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while word & 3 == SharedWord.fresh {
      if racer_cas_acqrel_u32(address, &word, word | SharedWord.shared) { return }
    }
  }

  /// Takes `times` counts at once (`[x] * n`). A sum out of range makes the object immortal.
  package func retain(_ value: Value, times: Int) {
    if value.bits & 7 != 0 || times <= 0 { return }
    let reference = value.reference
    let bias = reference.bias
    let local = UInt32(truncatingIfNeeded: bias)
    if UInt32(truncatingIfNeeded: bias >> 32) == owner {
      if times < Int(Int32.max) - Int(min(local, UInt32(Int32.max))) {
        reference.storeBias(bias &+ UInt64(times))
      } else {
        makeImmortal(reference)
      }
    } else if local != Header.immortalLocal {
      retainShared(reference, times: times)
    }
  }

  private func retainShared(_ reference: Reference, times: Int) {
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while true {
      let shared = SharedWord(word)
      if shared.isSaturated { return stick(reference) }
      let sum = Int(shared.count) + times
      let flags = shared.bits & 15 | (shared.state == SharedWord.fresh ? SharedWord.shared : 0)
      let next =
        sum >= Int(SharedWord.saturation)
        ? SharedWord(flags).stuck : SharedWord(count: Int32(sum), flags: flags)
      if racer_cas_relaxed_u32(address, &word, next.bits) { return }
    }
  }
}
