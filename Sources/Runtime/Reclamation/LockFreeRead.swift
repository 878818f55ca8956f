// Reading a slot without its lock (concurrency.md R4): type-stable blocks make it safe.
//
// A slot's word may go stale at any moment: its object may be freed, and its block reused for another
// object of the same size. Bias and shared count of a block are valid at any time and can't be
// taken while the block is free or fresh (Header/SharedWord.swift); so a reader *tries* to count,
// and then looks whether the slot still names the block. If it does, the count is on the slot's
// object: the slot's own count kept that object alive when the slot was read the second time, and
// the count was taken on whatever lived in the block before that; only one object lives in a block
// at a time, and it can't have died in between, because our count is on it.
//
// Worked example, `l[index]` (exact list):
//
//     let sequence = SequenceWord(&body.pointee.sequence)
//     if let start = sequence.beginRead() {                        // acquire, must be even
//       let store = loadWordAcquire(&body.pointee.store)           // pointer to the store
//       let capacity = ...                                         // kept IN the store: fits it
//       let count = loadCountRelaxed(&body.pointee.count)
//       if index < min(count, capacity) {
//         let item = thread.tryRetain(items + index)               // slot (acquire), count, recheck
//         if let item {
//           if loadWordRelaxed(&body.pointee.store) == store, sequence.isUnchanged(since: start) {
//             return item
//           }
//           thread.releaseLater(item)                              // wrong state: put it back
//         }
//       } else if sequence.isUnchanged(since: start) { raise IndexError }
//     }
//     return slowItem(...)          // takes the lock, retains, unlocks, then drainReleases()
//
// No allocation, release, call or safepoint lies between `beginRead` and `isUnchanged`; the store is
// kept by the epoch (`retireStore`). Use it only where `thread.isShared`; a solo or GIL thread
// reads plainly and retains.

import CRuntime

extension ThreadState {
  /// The slot's value with a count taken (immediates as they are), or nil: take the lock instead.
  @inlinable @inline(__always) package func tryRetain(_ slot: UnsafeMutablePointer<Value>) -> Value?
  {
    let bits = racer_load_acquire_word(slot)
    if bits & 7 != 0 { return Value(bits: bits) }
    yieldPoint()
    guard tryCount(Reference(bits: bits)) else { return nil }
    yieldPoint()
    if racer_load_acquire_word(slot) == bits { return Value(bits: bits) }
    releaseLater(Value(bits: bits))
    return nil
  }

  /// The same, but a deferred or immortal target is not counted: the word then carries the uncounted
  /// mark, and may go into registers and windows only (R3). Such a block is freed in a stop only.
  @inlinable @inline(__always) package func tryBorrow(_ slot: UnsafeMutablePointer<Value>) -> Value?
  {
    let bits = racer_load_acquire_word(slot)
    if bits & 7 != 0 { return Value(bits: bits) }
    yieldPoint()
    let reference = Reference(bits: bits)
    if reference.needsNoCount {
      yieldPoint()
      return racer_load_acquire_word(slot) == bits ? Value(bits: bits | 8) : nil
    }
    guard tryCount(reference) else { return nil }
    yieldPoint()
    if racer_load_acquire_word(slot) == bits { return Value(bits: bits) }
    releaseLater(Value(bits: bits))
    return nil
  }

  /// A register's word for a value whose slot can't change meanwhile (locked, or a solo or GIL
  /// thread): uncounted where the target allows it, else counted.
  @inlinable @inline(__always) package func borrowOrRetain(_ value: Value) -> Value {
    if value.bits & 7 != 0 { return value }
    let reference = value.reference
    return reference.needsNoCount ? Value(uncounted: reference) : retain(value)
  }

  /// Counts an object that may be dead, or another one, by now: false if it can't be taken.
  @inlinable @inline(__always) package func tryCount(_ reference: Reference) -> Bool {
    let bias = reference.bias
    if UInt32(truncatingIfNeeded: bias >> 32) == owner {
      if UInt32(truncatingIfNeeded: bias) == 0 { return false }
      reference.storeBias(bias &+ 1)
      return true
    }
    if UInt32(truncatingIfNeeded: bias) == Header.immortalLocal { return true }
    return tryCountShared(reference)
  }
}
