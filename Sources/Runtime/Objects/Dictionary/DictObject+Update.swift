// dict: copies, snapshots and `update`. Two dicts are copied with both locks held; an update from a
// dict commits with both locks held.

import CRuntime

/// What an iteration over a dict gives.
enum DictPart { case keys, values, items }

extension DictObject {
  /// A shallow copy as an exact dict, of one moment.
  package func copied(_ thread: ThreadState) throws(Raised) -> DictObject {
    while true {
      let room = count
      let result = try DictObject.make(thread, capacity: room)
      thread.lock(reference)
      let fits = count <= room
      if fits { result.fillWhilePrivate(thread, from: self) }
      thread.unlock(reference)
      if fits { return result }
      thread.release(result.value)
    }
  }

  /// Gives a fresh dict with room the entries of a locked one.
  private func fillWhilePrivate(_ thread: ThreadState, from other: DictObject) {
    if other.count == 0 { return }
    table.fill(from: other.table, retaining: thread)
    setCount(other.count)
  }

  /// Copies of two dicts as they are at one moment.
  func snapshotPair(_ thread: ThreadState, _ other: DictObject) throws(Raised) -> (
    DictObject, DictObject
  ) {
    while true {
      let firstRoom = count
      let secondRoom = other.count
      let first = try DictObject.make(thread, capacity: firstRoom)
      let second: DictObject
      do throws(Raised) { second = try DictObject.make(thread, capacity: secondRoom) } catch {
        thread.release(first.value)
        throw error
      }
      thread.lockPair(reference, other.reference)
      let fits = count <= firstRoom && other.count <= secondRoom
      if fits {
        first.fillWhilePrivate(thread, from: self)
        second.fillWhilePrivate(thread, from: other)
      }
      thread.unlockPair(reference, other.reference)
      if fits { return (first, second) }
      thread.release(first.value)
      thread.release(second.value)
    }
  }

  /// Keys or values at one moment, owned.
  func snapshot(_ thread: ThreadState, _ part: DictPart) throws(Raised) -> ValueBuffer {
    let perEntry = part == .items ? 2 : 1
    var buffer = try ValueBuffer(thread, capacity: count * perEntry)
    while true {
      thread.lock(reference)
      let needed = count * perEntry
      if needed <= buffer.capacity {
        let table = table
        var index = 0
        for entry in table.scanStart..<max(table.scanStart, table.used) {
          let key = table.key(entry)
          if key.isUnbound { continue }
          if part != .values {
            buffer.words[index] = thread.retain(key).bits
            index += 1
          }
          if part != .keys {
            buffer.words[index] = thread.retain(table.value(entry)).bits
            index += 1
          }
        }
        thread.unlock(reference)
        buffer.count = index
        return buffer
      }
      thread.unlock(reference)
      try buffer.grow(thread, to: needed)
    }
  }

  // MARK: update

  /// `dict(…)` and `update(…)`: a mapping or pairs, then keyword arguments.
  func update(_ thread: ThreadState, _ arguments: Arguments, _ name: String) throws(Raised) {
    if arguments.count > 1 {
      throw thread.raise(
        .typeError, "\(name) expected at most 1 argument, got \(arguments.count)")
    }
    if arguments.count == 1 { try update(thread, from: arguments[0]) }
    for index in 0..<arguments.keywordCount {
      try set(thread, arguments.keywordName(index), arguments.keywordValue(index))
    }
  }

  /// Adds a mapping's entries, or the pairs of an iterable.
  package func update(_ thread: ThreadState, from source: Value) throws(Raised) {
    if source.isInstance(TypeFlags.dictionarySubclass), DictObject.iteratesPlainly(source) {
      try merge(thread, DictObject(source))
      return
    }
    let keys = try thread.getOptionalAttribute(source, .name(.keys))
    if keys.isUnbound {
      try update(thread, fromPairs: source)
      return
    }
    defer { thread.release(keys) }
    try update(thread, fromMapping: source, keysMethod: keys)
  }

  /// Whether a dict's class leaves iteration alone, so that its table may be read directly.
  private static func iteratesPlainly(_ value: Value) -> Bool {
    value.isExactly(.dict)
      || value.type.slot(.iterate) == TypeObject(.dict).slot(.iterate)
  }

  private func update(_ thread: ThreadState, fromMapping source: Value, keysMethod: Value)
    throws(Raised)
  {
    let keys = try thread.call(keysMethod)
    defer { thread.release(keys) }
    let iterator = try thread.iterator(keys)
    defer { thread.release(iterator) }
    while true {
      let key = try thread.next(iterator)
      if key.isUnbound { return }
      defer { thread.release(key) }
      let value = try thread.getItem(source, key)
      defer { thread.release(value) }
      try set(thread, key, value)
    }
  }

  private func update(_ thread: ThreadState, fromPairs source: Value) throws(Raised) {
    let iterator = try thread.iterator(source)
    defer { thread.release(iterator) }
    var index = 0
    while true {
      let pair = try thread.next(iterator)
      if pair.isUnbound { return }
      defer { thread.release(pair) }
      try setPair(thread, pair, index)
      index += 1
    }
  }

  private func setPair(_ thread: ThreadState, _ pair: Value, _ index: Int) throws(Raised) {
    var items: ValueBuffer
    do throws(Raised) { items = try thread.collect(pair) } catch {
      guard thread.exceptionMatches(.typeError), !thread.isIterable(pair.type) else { throw error }
      thread.clearException()
      throw thread.raise(
        .typeError, "cannot convert dictionary update sequence element #\(index) to a sequence")
    }
    defer { items.discard(thread) }
    if items.count != 2 {
      throw thread.raise(
        .valueError,
        "dictionary update sequence element #\(index) has length \(items.count); 2 is required")
    }
    try set(thread, items[0], items[1])
  }

  /// Adds another dict's entries, as one step if no key needs Python code to be compared.
  func merge(_ thread: ThreadState, _ other: DictObject) throws(Raised) {
    if other.body == body || other.count == 0 { return }
    if count == 0, try takeCopy(thread, of: other) { return }
    if thread.isShared, try mergeAtOnce(thread, other) { return }
    let expected = other.count
    var position = 0
    while let (key, value) = other.next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      try set(thread, key, value)
      if !thread.isShared && other.count != expected {
        throw thread.raise(.runtimeError, "dict mutated during update")
      }
    }
  }

  /// An empty dict gets a copy of the other one's table. False if it is not empty any more.
  private func takeCopy(_ thread: ThreadState, of other: DictObject) throws(Raised) -> Bool {
    while true {
      let room = other.count
      let fresh = try DictTable.make(thread, forEntries: room)
      if fresh.isEmptyTable { return true }
      thread.lockPair(reference, other.reference)
      let isEmpty = count == 0
      let fits = other.count <= room
      var discarded = fresh.discarded(wasPublished: false)
      if isEmpty && fits {
        fresh.fill(from: other.table, retaining: thread)
        discarded = table.discarded(wasPublished: true)
        table.invalidateIfOwn()
        replaceTableLocked(fresh, count: other.count)
      }
      thread.unlockPair(reference, other.reference)
      discarded.discard(thread)
      if !isEmpty || fits { return isEmpty }
    }
  }

  /// The whole merge in one commit. False, with nothing done, where a key has to be compared by
  /// `__eq__`.
  private func mergeAtOnce(_ thread: ThreadState, _ other: DictObject) throws(Raised) -> Bool {
    while true {
      let extra = other.count
      let needed = table.used + extra
      if needed > table.capacity { try grow(thread, for: max(2, extra)) }
      thread.lockPair(reference, other.reference)
      let hasRoom = table.capacity - table.used >= other.count
      let isDecidable =
        hasRoom
        && other.table.allKeys { key, hash in
          var probe = DictProbe(hash, mask: table.mask)
          return table.find(key, hash, &probe) != DictTable.undecided
        }
      if isDecidable { mergeLocked(thread, other) }
      thread.unlockPair(reference, other.reference)
      thread.drainReleases()
      if hasRoom { return isDecidable }
    }
  }

  private func mergeLocked(_ thread: ThreadState, _ other: DictObject) {
    let source = other.table
    sequence.beginWrite(thread)
    for entry in 0..<source.used {
      let key = source.key(entry)
      if key.isUnbound { continue }
      let hash = source.entries[entry].hash
      let value = thread.retain(source.value(entry))
      var probe = DictProbe(hash, mask: table.mask)
      let found = table.find(key, hash, &probe)
      if found >= 0 {
        thread.releaseLater(overwriteLocked(found, value))
      } else {
        table.skipToEmpty(&probe)
        addEntry(probe.slot, thread.retain(key), hash, value)
      }
    }
    sequence.endWrite(thread)
  }
}

extension DictTable {
  /// Whether a predicate holds for all live keys and their hashes.
  func allKeys(_ predicate: (Value, Int) -> Bool) -> Bool {
    for entry in 0..<used {
      let key = key(entry)
      if !key.isUnbound && !predicate(key, entries[entry].hash) { return false }
    }
    return true
  }

  /// Moves a probe to the end of its sequence. Keys that only `__eq__` could compare were added by
  /// the same merge, whose keys differ from one another.
  func skipToEmpty(_ probe: inout DictProbe) {
    let mask = mask
    while indexSlot(probe.slot) != DictTable.emptySlot { probe.advance(mask: mask) }
  }
}
