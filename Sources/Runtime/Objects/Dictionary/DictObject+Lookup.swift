// Reading a dict, and the search that every change starts with.

import CRuntime

extension DictObject {
  /// The value of a key, owned, or unbound.
  @inline(__always) package func get(_ thread: ThreadState, _ key: Value) throws(Raised) -> Value {
    try get(thread, key, hash: thread.keyHash(key))
  }

  @inline(__always) package func get(_ thread: ThreadState, _ key: Value, hash: Int) throws(Raised)
    -> Value
  {
    if !thread.isShared {
      let table = table
      var probe = DictProbe(hash, mask: table.mask)
      let found = table.find(key.stripped, hash, &probe)
      if found >= 0 { return thread.retain(table.value(found)) }
      if found == DictTable.absent { return .unbound }
      return try getLocked(thread, key, hash)
    }
    return try getShared(thread, key, hash)
  }

  /// As `get`, for a register: the word may be uncounted.
  @inline(__always) package func borrow(_ thread: ThreadState, _ key: Value) throws(Raised) -> Value
  {
    if thread.isShared, key.isSmallInteger || key.isExactString,
      let value = borrowShared(thread, key.stripped, try thread.keyHash(key))
    {
      return value
    }
    return try get(thread, key)
  }

  /// The value of an exact str, owned, or unbound. A dict with keys whose `__eq__` is Python code
  /// and whose hash collides is searched for exact strings only.
  @inline(__always) package func get(_ thread: ThreadState, name: Value) -> Value {
    let hash = StringObject(name).hash
    if !thread.isShared {
      let table = table
      var probe = DictProbe(hash, mask: table.mask)
      let found = table.find(name.stripped, hash, &probe)
      if found >= 0 { return thread.retain(table.value(found)) }
      if found == DictTable.absent { return .unbound }
    } else if let value = readShared(thread, name.stripped, hash) {
      return value
    }
    return getNameLocked(thread, name.stripped, hash)
  }

  @inline(never) private func getNameLocked(_ thread: ThreadState, _ name: Value, _ hash: Int)
    -> Value
  {
    thread.lock(reference)
    let table = table
    var probe = DictProbe(hash, mask: table.mask)
    var found = table.find(name, hash, &probe)
    while found == DictTable.undecided {
      probe.advance(mask: table.mask)
      found = table.find(name, hash, &probe)
    }
    let value = found >= 0 ? thread.retain(table.value(found)) : .unbound
    thread.unlock(reference)
    thread.drainReleases()
    return value
  }

  @inline(never) private func getShared(_ thread: ThreadState, _ key: Value, _ hash: Int)
    throws(Raised) -> Value
  {
    if key.isSmallInteger || key.isExactString,
      let value = readShared(thread, key.stripped, hash)
    {
      return value
    }
    return try getLocked(thread, key, hash)
  }

  /// Attempts before a reader whom writers keep disturbing takes the lock.
  private static let attempts = 3

  @inline(never) func readShared(_ thread: ThreadState, _ key: Value, _ hash: Int) -> Value? {
    read(thread, key, hash) { thread.tryRetain($0) }
  }
  @inline(never) private func borrowShared(_ thread: ThreadState, _ key: Value, _ hash: Int)
    -> Value?
  {
    read(thread, key, hash) { thread.tryBorrow($0) }
  }

  /// The lock-free read (R4); nil where it has to be done under the lock.
  @inline(__always) private func read(
    _ thread: ThreadState, _ key: Value, _ hash: Int,
    _ load: (UnsafeMutablePointer<Value>) -> Value?
  ) -> Value? {
    for _ in 0..<DictObject.attempts {
      guard let before = sequence.beginRead() else { return nil }
      let table = table
      let found = table.findShared(thread, key, hash)
      if found == DictTable.undecided { return nil }
      if found == DictTable.absent {
        if sequence.isUnchanged(since: before) { return .unbound }
        continue
      }
      guard let value = load(table.valueSlot(found).asValue) else { return nil }
      if self.table.base == table.base && sequence.isUnchanged(since: before) { return value }
      thread.releaseLater(value)
    }
    return nil
  }

  @inline(never) private func getLocked(_ thread: ThreadState, _ key: Value, _ hash: Int)
    throws(Raised) -> Value
  {
    var probe = DictProbe(hash, mask: 0)
    let found = try lockAndFind(thread, key, hash, &probe)
    let value = found >= 0 ? thread.retain(table.value(found)) : .unbound
    thread.unlock(reference)
    thread.drainReleases()
    return value
  }

  package func contains(_ thread: ThreadState, _ key: Value) throws(Raised) -> Bool {
    if !thread.isShared {
      let hash = try thread.keyHash(key)
      let table = table
      var probe = DictProbe(hash, mask: table.mask)
      let found = table.find(key.stripped, hash, &probe)
      if found != DictTable.undecided { return found >= 0 }
    }
    let value = try get(thread, key)
    if value.isUnbound { return false }
    thread.release(value)
    return true
  }

  /// Finds a key and returns with the lock held: its entry, or `absent` with the probe at the index
  /// slot where it would go. If `__eq__` raises, the lock is not held.
  @inline(__always) func lockAndFind(
    _ thread: ThreadState, _ key: Value, _ hash: Int, _ probe: inout DictProbe
  ) throws(Raised) -> Int {
    thread.lock(reference)
    let table = table
    probe = DictProbe(hash, mask: table.mask)
    let found = table.find(key.stripped, hash, &probe)
    if found != DictTable.undecided { return found }
    return try decide(thread, key.stripped, hash, &probe)
  }

  /// Continues a search at a candidate that only `__eq__` can compare (R5).
  @inline(never) private func decide(
    _ thread: ThreadState, _ key: Value, _ hash: Int, _ probe: inout DictProbe
  ) throws(Raised) -> Int {
    while true {
      let before = sequenceNumber
      let entry = probe.entry
      let candidate = thread.retain(table.key(entry))
      thread.unlock(reference)
      let isEqual: Bool
      do throws(Raised) { isEqual = try thread.isEqual(candidate, key) } catch {
        thread.release(candidate)
        throw error
      }
      thread.lock(reference)
      thread.releaseLater(candidate)
      let table = table
      if sequenceNumber != before
        || table.key(entry).bits != candidate.bits
      {
        probe = DictProbe(hash, mask: table.mask)
      } else if isEqual {
        return entry
      } else {
        probe.advance(mask: table.mask)
      }
      let found = table.find(key, hash, &probe)
      if found != DictTable.undecided { return found }
    }
  }
}
