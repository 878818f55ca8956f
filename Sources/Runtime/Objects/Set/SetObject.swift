// set and frozenset.
//
// Invariants (concurrency.md R4, R5):
// - Table pointer, count and slots of a set change only under its byte lock, bracketed by the
//   sequence word; a table's own rules are in SetTable. A frozenset changes only before it is
//   published, so nobody locks one.
// - `in` with an exact str or small int takes no lock: sequence, table, slots, table, sequence.
// - Other keys are found under the lock; where only `__eq__` can compare, the candidate is
//   counted, the lock given up, and the search restarts if the sequence moved. A new table moves
//   the sequence in solo mode too.
// - Operators over two sets work on private copies that were taken with both locks held, and
//   updates in place commit with both locks held, if neither sequence has moved since (pitfall 24).
// - Displaced keys and tables are released after the unlock; tables by epoch.

import CRuntime

package struct SetBody {
  package var header: Header
  package var sequence: UInt64
  package var table: UnsafeMutableRawPointer?
  package var count: Int
  /// Where `pop` looks next; for a frozenset the cached hash, -1 = not computed.
  package var finger: Int
}

/// A set or frozenset, borrowed.
package struct SetObject {
  package let body: UnsafeMutablePointer<SetBody>

  /// The value must be a set or a frozenset.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(SetBody.self) }
  @inline(__always) package var value: Value { Value(reference) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
}

extension SetObject {
  @inline(__always) var sequenceAddress: UnsafeMutablePointer<UInt64> {
    (UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size)
      .assumingMemoryBound(to: UInt64.self)
  }
  @inline(__always) var sequence: SequenceWord { SequenceWord(sequenceAddress) }
  @inline(__always) var sequenceNumber: UInt64 { racer_load_relaxed_u64(sequenceAddress) }
  @inline(__always) private var tableAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 8
  }
  @inline(__always) private var countAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 16
  }
  @inline(__always) var fingerAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 24
  }

  /// The table; valid until the next safepoint, lock or release (R6).
  @inline(__always) var table: SetTable {
    SetTable(
      UnsafeMutableRawPointer(bitPattern: racer_load_acquire_word(tableAddress)).unsafelyUnwrapped)
  }
  @inline(__always) func setTable(_ table: SetTable) {
    racer_store_release_word(tableAddress, UInt(bitPattern: table.base))
  }
  @inline(__always) package var count: Int {
    Int(bitPattern: racer_load_relaxed_word(countAddress))
  }
  @inline(__always) func setCount(_ count: Int) {
    racer_store_relaxed_word(countAddress, UInt(bitPattern: count))
  }
  @inline(__always) var isFrozen: Bool {
    let type = reference.type
    return !type.isExactly(.set)
      && (type.isExactly(.frozenset) || type.isSubtype(of: .frozenset))
  }

  /// An empty set, frozenset, or instance of a subclass.
  package static func make(_ thread: ThreadState, _ type: TypeObject) throws(Raised) -> SetObject {
    let table = try SetTable.make(thread, mask: SetTable.minimumMask)
    let body: UnsafeMutablePointer<SetBody>
    do throws(Raised) {
      if type.isExactly(.set) || type.isExactly(.frozenset) {
        body = try thread.allocate(type, SetBody.self)
      } else {
        body = try thread.allocateInstance(type, SetBody.self)
      }
    } catch {
      thread.freeStore(table.base, bytes: table.bytes)
      throw error
    }
    body.pointee.table = table.base
    let set = SetObject(Value(Reference(UnsafeMutableRawPointer(body))))
    if set.isFrozen { body.pointee.finger = -1 }
    return set
  }

  /// An empty set.
  package static func make(_ thread: ThreadState) throws(Raised) -> SetObject {
    try make(thread, TypeObject(.set))
  }
}

extension Value {
  /// Whether this is a set, a frozenset, or an instance of a subclass of one.
  var isAnySet: Bool {
    guard isReference else { return false }
    let type = reference.type
    return type.isExactly(.set) || type.isExactly(.frozenset)
      || type.isSubtype(of: .set) || type.isSubtype(of: .frozenset)
  }
}

// MARK: Searching

extension SetObject {
  package func contains(_ thread: ThreadState, _ key: Value) throws(Raised) -> Bool {
    try contains(thread, key, hash: thread.keyHash(key))
  }

  func contains(_ thread: ThreadState, _ key: Value, hash: Int) throws(Raised) -> Bool {
    if thread.isShared && (key.isSmallInteger || key.isExactString) {
      if let before = sequence.beginRead() {
        let outcome = table.findShared(thread, key.stripped, hash)
        if outcome != .undecided && sequence.isUnchanged(since: before) { return outcome == .found }
      }
    }
    var probe = SetProbe(hash, mask: 0)
    let isFound = try lockAndFind(thread, key, hash, &probe)
    thread.unlock(reference)
    thread.drainReleases()
    return isFound
  }

  /// Finds a key and returns with the lock held, and the probe at the key's slot or where it would
  /// go. If `__eq__` raises, the lock is not held.
  @inline(__always) func lockAndFind(
    _ thread: ThreadState, _ key: Value, _ hash: Int, _ probe: inout SetProbe
  ) throws(Raised) -> Bool {
    thread.lock(reference)
    let table = table
    probe = SetProbe(hash, mask: table.mask)
    let outcome = table.find(key.stripped, hash, &probe)
    if outcome != .undecided { return outcome == .found }
    return try decide(thread, key.stripped, hash, &probe)
  }

  /// Continues a search at a candidate that only `__eq__` can compare (R5).
  @inline(never) private func decide(
    _ thread: ThreadState, _ key: Value, _ hash: Int, _ probe: inout SetProbe
  ) throws(Raised) -> Bool {
    while true {
      let before = sequenceNumber
      let slot = probe.slot
      let candidate = thread.retain(Value(bits: table.keyBits(slot)))
      thread.unlock(reference)
      let isEqual: Bool
      do throws(Raised) { isEqual = try thread.isEqual(candidate, key) } catch {
        thread.release(candidate)
        throw error
      }
      thread.lock(reference)
      thread.releaseLater(candidate)
      let table = table
      if sequenceNumber != before || table.keyBits(slot) != candidate.bits {
        probe = SetProbe(hash, mask: table.mask)
      } else if isEqual {
        return true
      } else {
        probe.advance(mask: table.mask)
      }
      let outcome = table.find(key, hash, &probe)
      if outcome != .undecided { return outcome == .found }
    }
  }
}

// MARK: Single keys

extension SetObject {
  /// Adds a borrowed key; false if it was there.
  @discardableResult package func add(_ thread: ThreadState, _ key: Value) throws(Raised) -> Bool {
    try add(thread, key, hash: thread.keyHash(key))
  }

  @discardableResult func add(_ thread: ThreadState, _ key: Value, hash: Int) throws(Raised) -> Bool
  {
    var probe = SetProbe(hash, mask: 0)
    while true {
      if try lockAndFind(thread, key, hash, &probe) {
        thread.unlock(reference)
        thread.drainReleases()
        return false
      }
      let table = table
      // Others may have filled the table since the last one that grew it.
      if thread.isShared && (table.fill + 1) * 8 > table.mask * 7 {
        thread.unlock(reference)
        try grow(thread)
        continue
      }
      sequence.beginWrite(thread)
      putIn(probe.slot, thread.retain(key), hash)
      sequence.endWrite(thread)
      let isCrowded = table.fill * 5 >= table.mask * 3
      thread.unlock(reference)
      thread.drainReleases()
      if isCrowded { try grow(thread) }
      return true
    }
  }

  /// Removes a key; false if it is not there.
  func discard(_ thread: ThreadState, _ key: Value, hash: Int) throws(Raised) -> Bool {
    var probe = SetProbe(hash, mask: 0)
    let isFound = try lockAndFind(thread, key, hash, &probe)
    let removed = isFound ? removeLocked(thread, probe.slot) : .unbound
    thread.unlock(reference)
    thread.release(removed)
    thread.drainReleases()
    return isFound
  }

  /// Removes and returns some key, owned, or unbound.
  func popAny(_ thread: ThreadState) -> Value {
    thread.lock(reference)
    if count == 0 {
      thread.unlock(reference)
      return .unbound
    }
    let table = table
    var slot = body.pointee.finger & table.mask
    while !SetTable.isKey(table.keyBits(slot)) { slot = slot == table.mask ? 0 : slot + 1 }
    let key = removeLocked(thread, slot)
    body.pointee.finger = slot + 1
    thread.unlock(reference)
    return key
  }

  /// Takes a key out; returns it, owned.
  func removeLocked(_ thread: ThreadState, _ slot: Int) -> Value {
    sequence.beginWrite(thread)
    let key = takeOut(slot)
    sequence.endWrite(thread)
    return key
  }

  /// The steps within a change: a new key (owned) at an unused slot, and a key out of its slot.
  @inline(__always) func putIn(_ slot: Int, _ key: Value, _ hash: Int) {
    let table = table
    racer_store_relaxed_word(table.slots + slot, UInt(bitPattern: hash))
    racer_store_release_word(table.keySlot(slot), key.bits)
    table.setFill(table.fill + 1)
    setCount(count + 1)
  }

  func takeOut(_ slot: Int) -> Value {
    let table = table
    let key = Value(bits: table.keyBits(slot))
    racer_store_release_word(table.keySlot(slot), SetTable.deleted)
    racer_store_relaxed_word(table.slots + slot, UInt.max)
    setCount(count - 1)
    return key
  }

  package func clear(_ thread: ThreadState) throws(Raised) {
    let fresh = try SetTable.make(thread, mask: SetTable.minimumMask)
    thread.lock(reference)
    let old = table
    replaceTableLocked(fresh, count: 0)
    thread.unlock(reference)
    SetObject.release(thread, contentsOf: old)
  }

  /// Releases the keys of a table that has left its set, and the table.
  static func release(_ thread: ThreadState, contentsOf old: SetTable) {
    // SAFETY: the table is nobody's any more, and only this thread retires it.
    for slot in 0...old.mask { thread.release(Value(bits: old.keyBits(slot))) }
    old.discarded(wasPublished: true).discard(thread)
  }

  /// Puts another table in place. Moves the sequence in solo mode too (see the heading).
  func replaceTableLocked(_ table: SetTable, count: Int) {
    let before = sequenceNumber
    racer_store_relaxed_u64(sequenceAddress, before &+ 1)
    racer_fence_release()
    setTable(table)
    setCount(count)
    racer_store_release_u64(sequenceAddress, before &+ 2)
  }

  /// Gives a crowded set a larger table, or one without deleted slots. The lock is not held.
  @inline(never) func grow(_ thread: ThreadState) throws(Raised) {
    let current = count
    try resize(thread, mask: SetTable.mask(over: current > 50_000 ? current * 2 : current * 4))
  }

  /// Gives the set a table with this mask, if that still suits. The lock is not held.
  func resize(_ thread: ThreadState, mask: Int) throws(Raised) {
    let fresh = try SetTable.make(thread, mask: mask)
    thread.lock(reference)
    let old = table
    var discarded = fresh.discarded(wasPublished: false)
    let isStillWanted = mask > old.mask || old.fill * 5 >= old.mask * 3
    if isStillWanted && (count + 1) * 5 <= mask * 4 {
      fresh.fill(from: old, retaining: nil)
      replaceTableLocked(fresh, count: count)
      discarded = old.discarded(wasPublished: true)
    }
    thread.unlock(reference)
    discarded.discard(thread)
  }
}

// MARK: All keys

extension SetObject {
  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let set = SetObject(Value(reference))
    guard set.body.pointee.table != nil else { return }
    let table = set.table
    for slot in 0...table.mask where SetTable.isKey(table.keyBits(slot)) {
      visitor.counted(
        UnsafeMutableRawPointer(table.keySlot(slot)).assumingMemoryBound(to: Value.self))
    }
  }

  static func dispose(_ thread: ThreadState, _ reference: Reference) {
    let set = SetObject(Value(reference))
    guard set.body.pointee.table != nil else { return }
    set.table.discarded(wasPublished: true).discard(thread)
  }

  /// The keys at one moment, owned.
  func snapshot(_ thread: ThreadState) throws(Raised) -> ValueBuffer {
    var buffer = try ValueBuffer(thread, capacity: count)
    while true {
      thread.lock(reference)
      let needed = count
      if needed <= buffer.capacity {
        let table = table
        var index = 0
        for slot in 0...table.mask where SetTable.isKey(table.keyBits(slot)) {
          buffer.words[index] = thread.retain(Value(bits: table.keyBits(slot))).bits
          index += 1
        }
        thread.unlock(reference)
        buffer.count = index
        return buffer
      }
      thread.unlock(reference)
      try buffer.grow(thread, to: needed)
    }
  }

  /// The next key, owned, with its hash, from a position that starts at 0.
  func next(_ position: inout Int, _ thread: ThreadState) -> (key: Value, hash: Int)? {
    if thread.isShared {
      switch nextShared(position, thread) {
      case .key(let following, let key, let hash):
        position = following
        return (key, hash)
      case .end: return nil
      case .disturbed: thread.drainReleases()
      }
    }
    return nextLocked(&position, thread)
  }

  private enum Walk { case key(Int, Value, Int), end, disturbed }

  /// The lock-free read of the key at or after a position (R4).
  private func nextShared(_ position: Int, _ thread: ThreadState) -> Walk {
    guard let before = sequence.beginRead() else { return .disturbed }
    let table = table
    let mask = table.mask
    var slot = position
    while slot <= mask && !SetTable.isKey(table.keyBits(slot)) { slot += 1 }
    if slot > mask { return sequence.isUnchanged(since: before) ? .end : .disturbed }
    let hash = table.hash(slot)
    guard let key = thread.tryRetain(table.keySlot(slot).asValue) else { return .disturbed }
    if self.table.base == table.base && sequence.isUnchanged(since: before) {
      return .key(slot + 1, key, hash)
    }
    thread.releaseLater(key)
    return .disturbed
  }

  private func nextLocked(_ position: inout Int, _ thread: ThreadState) -> (key: Value, hash: Int)?
  {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    let table = table
    var slot = position
    while slot <= table.mask {
      let bits = table.keyBits(slot)
      if SetTable.isKey(bits) {
        position = slot + 1
        return (thread.retain(Value(bits: bits)), table.hash(slot))
      }
      slot += 1
    }
    position = slot
    return nil
  }
}
