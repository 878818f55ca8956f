// Dynamic deferral (concurrency.md R3): an object that threads other than its owner keep counting
// becomes deferred, and is from then on read into registers without a count.
//
// Each thread remembers the objects that it counted last in their shared half, with their count
// words as it left them. A word found changed at the next visit was changed by somebody else in
// between: contention, which weighs 64 times as much as a count that only this thread takes. An
// object whose weight reaches the limit is promoted. (Promoting each 64th foreign count, as the
// design first said, would also hit objects that merely pass through a queue, one in a few, and
// those would then wait for a collection.)
//
// The promoting thread holds a count that it took through the shared half: so the state is not fresh,
// the object is alive, and DEFERRED may be set by one atomic OR. Whoever drops or merges counts
// reads the word in the compare-and-swap that decides about the object's death: with DEFERRED in
// it, nobody sees the word of a dead object.
//
// Never promoted: objects with a finalizer or a weak reference, whose death others can see. Large
// ones are promoted later, in proportion to the memory that could wait for a collection.

import CRuntime

/// What a thread remembers of an object that it counted in the shared half.
@frozen public struct ForeignCountEntry {
  /// The object's address; compared, never followed.
  var address: UInt = 0
  /// The count words after this thread's last operation, mixed.
  var words: UInt32 = 0
  /// Counts taken, and `DynamicDeferral.contentionWeight` for each change by somebody else.
  var weight: UInt32 = 0
}

package enum DynamicDeferral {
  fileprivate static var contentionWeight: UInt32 { 64 }

  /// The weight that makes an object deferred, for each 64 KiB of its size.
  fileprivate static var limit: UInt32 {
    #if RACER_STRESS
      256
    #else
      4096
    #endif
  }

  /// How many objects were promoted. Relaxed: a statistic.
  package static var promotions: UInt64 { racer_load_relaxed_u64(promotionCount) }
  fileprivate nonisolated(unsafe) static let promotionCount: UnsafeMutablePointer<UInt64> = {
    let word = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    word.initialize(to: 0)
    return word
  }()

  fileprivate static var tableSize: Int { 256 }

  static func makeTable() -> UnsafeMutablePointer<ForeignCountEntry> {
    let table = UnsafeMutablePointer<ForeignCountEntry>.allocate(capacity: tableSize)
    table.initialize(repeating: ForeignCountEntry(), count: tableSize)
    return table
  }

  @inline(__always) fileprivate static func index(_ reference: Reference) -> Int {
    Int((reference.bits >> 4 ^ reference.bits >> 12) & UInt(tableSize - 1))
  }

  @inline(__always) fileprivate static func mix(_ shared: UInt32, _ bias: UInt64) -> UInt32 {
    shared ^ UInt32(truncatingIfNeeded: bias) &* 0x9e37_79b1
  }
}

extension ThreadState {
  @inline(__always) private func foreignCountEntry(_ reference: Reference)
    -> UnsafeMutablePointer<ForeignCountEntry>
  {
    let table: UnsafeMutablePointer<ForeignCountEntry>
    if let made = record.pointee.foreignCounts {
      table = made
    } else {
      table = DynamicDeferral.makeTable()
      record.pointee.foreignCounts = table
    }
    return table + DynamicDeferral.index(reference)
  }

  /// Notes a count taken in the shared half, whose word was `before` and is `after`. The caller holds
  /// that count.
  @inline(__always) func noteForeignCount(
    _ reference: Reference, _ before: UInt32, _ after: UInt32
  ) {
    if after & SharedWord.deferred != 0 { return }
    let entry = foreignCountEntry(reference)
    let bias = reference.bias
    if entry.pointee.address != reference.bits || before & 3 == SharedWord.fresh {
      entry.pointee.address = reference.bits
      entry.pointee.weight = 0
    } else {
      let isContended = entry.pointee.words != DynamicDeferral.mix(before, bias)
      let old = entry.pointee.weight
      let weight = old &+ (isContended ? DynamicDeferral.contentionWeight : 1)
      entry.pointee.weight = weight
      if old / DynamicDeferral.limit != weight / DynamicDeferral.limit {
        considerPromotion(reference, weight)
      }
    }
    entry.pointee.words = DynamicDeferral.mix(after, bias)
  }

  /// Notes a count given up in the shared half. The object may be gone: its memory is not looked at.
  @inline(__always) func noteForeignRelease(_ reference: Reference, _ after: UInt32, _ bias: UInt64)
  {
    let entry = foreignCountEntry(reference)
    if entry.pointee.address == reference.bits {
      entry.pointee.words = DynamicDeferral.mix(after, bias)
    }
  }

  /// Makes a contended object deferred, if its death is nobody's business.
  @inline(never) private func considerPromotion(_ reference: Reference, _ weight: UInt32) {
    guard reference.type.slot(.finalize) == nil,
      reference.collectorBits & CollectorBits.weaklyReferenced == 0,
      Int(weight) >= Int(DynamicDeferral.limit) * (1 + reference.storeSize >> 16)
    else { return }
    yieldPoint()
    _ = racer_or_acqrel_u32(reference.sharedAddress, SharedWord.deferred)
    _ = racer_add_relaxed_u64(DynamicDeferral.promotionCount, 1)
  }
}

extension Reference {
  /// About how many bytes the object's death would free beside its header. An estimate: read while
  /// others may change the object.
  fileprivate var storeSize: Int {
    let block = Int(Page.descriptor(ofObject: bits).pointee.blockSize)
    if type.isExactly(.list) { return block + ListObject(Value(self)).count * 8 }
    if type.isExactly(.dict) { return block + DictObject(Value(self)).count * 24 }
    if type.isExactly(.set) { return block + SetObject(Value(self)).count * 16 }
    if type.isExactly(.str) { return block + StringObject(Value(self)).count }
    return block
  }
}
