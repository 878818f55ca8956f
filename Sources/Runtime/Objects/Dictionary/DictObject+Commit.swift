// Changing a dict: prepare, then commit under the lock (concurrency.md R5).

import CRuntime

extension DictObject {
  /// Stores a borrowed value under a borrowed key.
  @inline(__always) package func set(_ thread: ThreadState, _ key: Value, _ value: Value)
    throws(Raised)
  {
    try set(thread, key, value, hash: thread.keyHash(key))
  }

  package func set(_ thread: ThreadState, _ key: Value, _ value: Value, hash: Int) throws(Raised) {
    var probe = DictProbe(hash, mask: 0)
    while true {
      let found = try lockAndFind(thread, key, hash, &probe)
      if found >= 0 {
        let old = overwriteLocked(found, thread.retain(value))
        thread.unlock(reference)
        thread.release(old)
        break
      }
      if hasRoomLocked {
        insertLocked(thread, probe.slot, thread.retain(key), hash, thread.retain(value))
        thread.unlock(reference)
        break
      }
      thread.unlock(reference)
      try grow(thread, for: 1)
    }
    thread.drainReleases()
  }

  /// Stores under a well-known or interned name.
  @inline(__always) package func set(_ thread: ThreadState, name: Value, _ value: Value)
    throws(Raised)
  {
    try set(thread, name, value, hash: StringObject(name).hash)
  }

  /// Removes a key; false if it is not there.
  package func remove(_ thread: ThreadState, _ key: Value) throws(Raised) -> Bool {
    let value = try pop(thread, key, hash: thread.keyHash(key))
    if value.isUnbound { return false }
    thread.release(value)
    return true
  }

  /// Removes a key and returns its value, owned, or unbound.
  package func pop(_ thread: ThreadState, _ key: Value, hash: Int) throws(Raised) -> Value {
    var probe = DictProbe(hash, mask: 0)
    let found = try lockAndFind(thread, key, hash, &probe)
    if found < 0 {
      thread.unlock(reference)
      thread.drainReleases()
      return .unbound
    }
    let removed = removeLocked(thread, found, indexSlot: probe.slot)
    thread.unlock(reference)
    thread.release(removed.key)
    thread.drainReleases()
    return removed.value
  }

  /// The value of a key, owned; a missing key gets the borrowed default first.
  package func setDefault(_ thread: ThreadState, _ key: Value, _ value: Value) throws(Raised)
    -> Value
  {
    let hash = try thread.keyHash(key)
    var probe = DictProbe(hash, mask: 0)
    while true {
      let found = try lockAndFind(thread, key, hash, &probe)
      if found >= 0 {
        let present = thread.retain(table.value(found))
        thread.unlock(reference)
        thread.drainReleases()
        return present
      }
      if hasRoomLocked {
        insertLocked(thread, probe.slot, thread.retain(key), hash, thread.retain(value))
        thread.unlock(reference)
        thread.drainReleases()
        return thread.retain(value)
      }
      thread.unlock(reference)
      try grow(thread, for: 1)
    }
  }

  /// Stores a borrowed value if the key still has the expected one (unbound: is not there).
  package func replace(
    _ thread: ThreadState, _ key: Value, expecting old: Value, with value: Value
  ) throws(Raised) -> Bool {
    let hash = try thread.keyHash(key)
    var probe = DictProbe(hash, mask: 0)
    while true {
      let found = try lockAndFind(thread, key, hash, &probe)
      if found >= 0 || !old.isUnbound {
        let isExpected = found >= 0 && table.value(found).isIdentical(to: old)
        if isExpected { thread.releaseLater(overwriteLocked(found, thread.retain(value))) }
        thread.unlock(reference)
        thread.drainReleases()
        return isExpected
      }
      if hasRoomLocked {
        insertLocked(thread, probe.slot, thread.retain(key), hash, thread.retain(value))
        thread.unlock(reference)
        thread.drainReleases()
        return true
      }
      thread.unlock(reference)
      try grow(thread, for: 1)
    }
  }

  /// Removes and returns the last entry, owned, or nil.
  package func popLast(_ thread: ThreadState) -> (key: Value, value: Value)? {
    thread.lock(reference)
    if count == 0 {
      thread.unlock(reference)
      return nil
    }
    let table = table
    var entry = table.scanEnd - 1
    while table.key(entry).isUnbound { entry -= 1 }
    let removed = removeLocked(thread, entry, indexSlot: table.indexSlot(ofEntry: entry))
    table.setScanEnd(entry)
    thread.unlock(reference)
    return removed
  }

  /// Removes everything.
  package func clear(_ thread: ThreadState) {
    thread.lock(reference)
    let old = table
    old.invalidateIfOwn()
    replaceTableLocked(.empty, count: 0)
    thread.unlock(reference)
    DictObject.release(thread, contentsOf: old)
  }

  /// Releases the entries of a table that has left its dict, and the table.
  static func release(_ thread: ThreadState, contentsOf old: DictTable) {
    // SAFETY: the table is nobody's any more, and only this thread retires it.
    for entry in 0..<old.used {
      thread.release(old.key(entry))
      thread.release(old.value(entry))
    }
    old.discarded(wasPublished: true).discard(thread)
  }
}

// MARK: Under the lock

extension DictObject {
  @inline(__always) var hasRoomLocked: Bool {
    let table = table
    return table.used < table.capacity
  }

  /// Replaces a value; returns the old one, owned.
  @inline(__always) func overwriteLocked(_ entry: Int, _ owned: Value) -> Value {
    let slot = table.valueSlot(entry)
    let old = Value(bits: slot.pointee)
    racer_store_release_word(slot, owned.bits)
    return old
  }

  /// Adds an entry for owned words at the index slot where the search for its key ended.
  @inline(__always) func insertLocked(
    _ thread: ThreadState, _ indexSlot: Int, _ key: Value, _ hash: Int, _ value: Value
  ) {
    sequence.beginWrite(thread)
    addEntry(indexSlot, key, hash, value)
    sequence.endWrite(thread)
  }

  /// The same within a change that covers more.
  @inline(__always) func addEntry(_ indexSlot: Int, _ key: Value, _ hash: Int, _ value: Value) {
    let table = table
    let entry = table.used
    table.invalidateCaches()
    racer_store_relaxed_word(table.entries + entry, UInt(bitPattern: hash))
    racer_store_release_word(table.keySlot(entry), key.bits)
    racer_store_release_word(table.valueSlot(entry), value.bits)
    table.setUsed(entry &+ 1)
    table.setScanEnd(entry &+ 1)
    table.setIndexSlot(indexSlot, entry)
    setCount(count &+ 1)
  }

  /// Takes an entry out; returns its words, owned.
  func removeLocked(_ thread: ThreadState, _ entry: Int, indexSlot: Int) -> (
    key: Value, value: Value
  ) {
    let table = table
    let key = Value(bits: table.keySlot(entry).pointee)
    let value = Value(bits: table.valueSlot(entry).pointee)
    table.invalidateCaches()
    sequence.beginWrite(thread)
    table.setIndexSlot(indexSlot, DictTable.deletedSlot)
    racer_store_release_word(table.valueSlot(entry), Value.unbound.bits)
    racer_store_release_word(table.keySlot(entry), Value.unbound.bits)
    if entry == table.scanStart { table.setScanStart(entry + 1) }
    setCount(count - 1)
    sequence.endWrite(thread)
    return (key, value)
  }

  /// Puts another table in place. Moves the sequence in solo mode too (see the heading).
  func replaceTableLocked(_ table: DictTable, count: Int) {
    let before = sequenceNumber
    racer_store_relaxed_u64(sequenceAddress, before &+ 1)
    racer_fence_release()
    setTable(table)
    setCount(count)
    racer_store_release_u64(sequenceAddress, before &+ 2)
  }

  /// Gives the dict a table with room for so many more entries. The lock is not held.
  @inline(never) func grow(_ thread: ThreadState, for extra: Int) throws(Raised) {
    let current = count
    // Room for half as many again: a table that is full of deleted entries keeps its size.
    let wanted = extra == 1 ? max(5, current * 2) : current + extra
    let fresh = try DictTable.make(thread, logSize: DictTable.logSize(forEntries: wanted))
    thread.lock(reference)
    let old = table
    var discarded = fresh.discarded(wasPublished: false)
    if old.capacity - old.used < extra && fresh.capacity - count >= extra {
      fresh.fill(from: old, retaining: nil)
      old.invalidateIfOwn()
      replaceTableLocked(fresh, count: count)
      discarded = old.discarded(wasPublished: true)
    }
    thread.unlock(reference)
    discarded.discard(thread)
  }
}

extension DictTable {
  func invalidateIfOwn() {
    if !isEmptyTable { invalidateCaches() }
  }

  /// The index slot that names an entry.
  func indexSlot(ofEntry entry: Int) -> Int {
    var probe = DictProbe(entries[entry].hash, mask: mask)
    while indexSlot(probe.slot) != entry { probe.advance(mask: mask) }
    return probe.slot
  }
}

// MARK: Walking

extension DictObject {
  /// The next entry in insertion order, owned, from a position that starts at 0.
  package func next(_ position: inout Int, _ thread: ThreadState) -> (key: Value, value: Value)? {
    if thread.isShared {
      switch nextShared(position, thread) {
      case .entry(let following, let key, let value):
        position = following
        return (key, value)
      case .end: return nil
      case .disturbed: thread.drainReleases()
      }
    }
    return nextLocked(&position, thread)
  }

  private enum Step { case entry(Int, Value, Value), end, disturbed }

  /// The lock-free read of the entry at or after a position (R4).
  private func nextShared(_ position: Int, _ thread: ThreadState) -> Step {
    guard let before = sequence.beginRead() else { return .disturbed }
    let table = table
    var entry = max(position, table.scanStart)
    let used = min(table.used, table.capacity)
    while entry < used && table.key(entry).isUnbound { entry += 1 }
    if entry >= used { return sequence.isUnchanged(since: before) ? .end : .disturbed }
    guard let key = thread.tryRetain(table.keySlot(entry).asValue) else { return .disturbed }
    if let value = thread.tryRetain(table.valueSlot(entry).asValue) {
      if self.table.base == table.base && sequence.isUnchanged(since: before) {
        return .entry(entry + 1, key, value)
      }
      thread.releaseLater(value)
    }
    thread.releaseLater(key)
    return .disturbed
  }

  private func nextLocked(_ position: inout Int, _ thread: ThreadState) -> (
    key: Value, value: Value
  )? {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    let table = table
    var entry = max(position, table.scanStart)
    let used = table.used
    while entry < used {
      let key = table.key(entry)
      if !key.isUnbound {
        position = entry + 1
        return (thread.retain(key), thread.retain(table.value(entry)))
      }
      entry += 1
    }
    position = used
    return nil
  }
}
