// list: slices and `extend`. Each is one commit over the lists that take part.

import CRuntime

extension ListObject {
  /// The items of a slice at one moment.
  func slice(_ thread: ThreadState, _ bounds: SliceBounds) throws(Raised) -> ListObject {
    while true {
      let room = bounds.adjusted(to: count).count
      let result = try ListObject.make(thread, capacity: room)
      thread.lock(reference)
      let range = bounds.adjusted(to: count)
      let fits = range.count <= room
      if fits {
        if range.step == 1 {
          result.appendWhilePrivate(thread, store.items + range.start, range.count)
        } else {
          result.appendStrided(thread, store.items, range)
        }
      }
      thread.unlock(reference)
      if fits { return result }
      thread.release(result.value)
    }
  }

  private func appendStrided(
    _ thread: ThreadState, _ source: UnsafeMutablePointer<UInt>, _ range: SliceRange
  ) {
    let target = store.items
    for index in 0..<range.count {
      target[index] = thread.retain(Value(bits: source[range.start + index * range.step])).bits
    }
    setCount(range.count)
  }

  func deleteSlice(_ thread: ThreadState, _ bounds: SliceBounds) throws(Raised) {
    thread.lock(reference)
    let count = count
    let range = bounds.adjusted(to: count).ascending
    if range.count > 0 {
      let items = store.items
      sequence.beginWrite(thread)
      var target = range.start
      for index in 0..<range.count {
        let position = range.start + index * range.step
        thread.releaseLater(Value(bits: items[position]))
        let next = index + 1 < range.count ? position + range.step : count
        thread.moveWords(
          from: items + position + 1, to: items + target, count: next - position - 1)
        target += next - position - 1
      }
      setCount(count - range.count)
      sequence.endWrite(thread)
    }
    thread.unlock(reference)
    thread.drainReleases()
  }

  func assignSlice(_ thread: ThreadState, _ bounds: SliceBounds, _ value: Value) throws(Raised) {
    if value.isExactly(.list) {
      try assignSlice(thread, bounds, from: ListObject(value))
      return
    }
    var buffer: ValueBuffer
    do throws(Raised) {
      buffer = try thread.collect(value)
    } catch {
      guard thread.exceptionMatches(.typeError), !thread.isIterable(value.type) else { throw error }
      thread.clearException()
      throw thread.raise(.typeError, "must assign iterable to extended slice")
    }
    defer { buffer.discard(thread) }
    while true {
      let discarded = try lockWithRoom(thread, for: buffer.count)
      let range = bounds.adjusted(to: count)
      let expected = range.count
      let fits = range.step == 1 || expected == buffer.count
      let needed = buffer.count
      if fits { replaceLocked(thread, range, &buffer) }
      thread.unlock(reference)
      discarded.discard(thread)
      thread.drainReleases()
      if fits { return }
      throw ListObject.wrongSize(thread, needed, expected)
    }
  }

  private static func wrongSize(_ thread: ThreadState, _ given: Int, _ expected: Int) -> Raised {
    thread.raise(
      .valueError,
      "attempt to assign sequence of size \(given) to extended slice of size \(expected)")
  }

  private func assignSlice(
    _ thread: ThreadState, _ bounds: SliceBounds, from other: ListObject
  ) throws(Raised) {
    var buffer = try ValueBuffer(thread, capacity: other.count)
    defer { buffer.discard(thread) }
    while true {
      let discarded = try lockPairWithRoom(thread, other, for: buffer.capacity)
      let added = other.count
      let hasRoom = added <= buffer.capacity
      let range = bounds.adjusted(to: count)
      let expected = range.count
      let fits = range.step == 1 || expected == added
      if hasRoom && fits {
        let source = other.store.items
        for index in 0..<added {
          buffer.words[index] = thread.retain(Value(bits: source[index])).bits
        }
        buffer.count = added
        replaceLocked(thread, range, &buffer)
      }
      thread.unlockPair(reference, other.reference)
      discarded.discard(thread)
      thread.drainReleases()
      if !fits { throw ListObject.wrongSize(thread, added, expected) }
      if hasRoom { return }
      try buffer.grow(thread, to: added)
    }
  }

  /// `lockWithRoom`, with another list locked too.
  private func lockPairWithRoom(
    _ thread: ThreadState, _ other: ListObject, for extra: Int
  ) throws(Raised) -> DiscardedStore {
    thread.lockPair(reference, other.reference)
    var discarded = DiscardedStore.none
    while store.capacity - count < extra {
      let needed = count + extra
      thread.unlockPair(reference, other.reference)
      discarded.discard(thread)
      let fresh = try ListStore.make(thread, capacity: needed + needed >> 3)
      thread.lockPair(reference, other.reference)
      discarded = installLocked(thread, fresh, extra)
    }
    return discarded
  }

  /// Puts a buffer's values where a slice was; the buffer is empty afterwards. There is room.
  private func replaceLocked(
    _ thread: ThreadState, _ range: SliceRange, _ buffer: inout ValueBuffer
  ) {
    let items = store.items
    let count = count
    let added = buffer.count
    sequence.beginWrite(thread)
    for index in 0..<range.count {
      thread.releaseLater(Value(bits: items[range.start + index * range.step]))
    }
    if range.step == 1 {
      let tail = range.start + range.count
      thread.moveWords(
        from: items + tail, to: items + range.start + added, count: count - tail)
      setCount(count + added - range.count)
    }
    for index in 0..<added {
      racer_store_release_word(items + range.start + index * range.step, buffer.words[index])
    }
    sequence.endWrite(thread)
    buffer.count = 0
  }

  // MARK: extend

  static func extend(thread: ThreadState, list: Value, iterable: Value) throws(Raised) -> Value {
    try ListObject(list).extend(thread, iterable)
    return .none
  }

  /// Appends all items of an iterable: in one step if it is a list, tuple, set, dict or dict view,
  /// else in one step for each item.
  package func extend(_ thread: ThreadState, _ iterable: Value) throws(Raised) {
    if iterable.isExactly(.list) {
      try extend(thread, from: ListObject(iterable))
    } else if var buffer = try thread.snapshotOfContainer(iterable) {
      defer { buffer.discard(thread) }
      try extend(thread, taking: &buffer)
    } else {
      try extend(thread, iterating: iterable)
    }
  }

  private func extend(_ thread: ThreadState, from other: ListObject) throws(Raised) {
    while true {
      let room = other.count
      let discarded = try lockPairWithRoom(thread, other, for: room)
      let added = other.count
      let fits = added <= room
      if fits && added > 0 {
        let source = other.store.items
        let target = store.items + count
        sequence.beginWrite(thread)
        for index in 0..<added {
          racer_store_release_word(
            target + index, thread.retain(Value(bits: source[index])).bits)
        }
        setCount(count + added)
        sequence.endWrite(thread)
      }
      thread.unlockPair(reference, other.reference)
      discarded.discard(thread)
      if fits { return }
    }
  }

  /// Appends a buffer's values in one step.
  func extend(_ thread: ThreadState, taking buffer: inout ValueBuffer) throws(Raised) {
    if buffer.count == 0 { return }
    let discarded = try lockWithRoom(thread, for: buffer.count)
    let target = store.items + count
    sequence.beginWrite(thread)
    for index in 0..<buffer.count { racer_store_release_word(target + index, buffer.words[index]) }
    setCount(count + buffer.count)
    sequence.endWrite(thread)
    thread.unlock(reference)
    buffer.count = 0
    discarded.discard(thread)
  }

  private func extend(_ thread: ThreadState, iterating iterable: Value) throws(Raised) {
    let iterator = try thread.iterator(iterable)
    defer { thread.release(iterator) }
    let hint = try thread.lengthHint(iterable)
    if hint > 4 && hint < 1 << 40 {
      let discarded = try lockWithRoom(thread, for: hint)
      thread.unlock(reference)
      discarded.discard(thread)
    }
    while true {
      let item = try thread.next(iterator)
      if item.isUnbound { return }
      try appendOwned(thread, item)
    }
  }
}

extension ThreadState {
  /// The items of a container as they are at one moment, owned; nil for other iterables.
  func snapshotOfContainer(_ value: Value) throws(Raised) -> ValueBuffer? {
    if value.isExactly(.list) { return try ListObject(value).snapshot(self) }
    if value.isExactly(.tuple) { return try TupleObject(value).snapshot(self) }
    if value.isExactly(.set) || value.isExactly(.frozenset) {
      return try SetObject(value).snapshot(self)
    }
    if value.isExactly(.dict) { return try DictObject(value).snapshot(self, .keys) }
    if value.isExactly(.dictKeys) { return try DictView(value).dict.snapshot(self, .keys) }
    if value.isExactly(.dictValues) { return try DictView(value).dict.snapshot(self, .values) }
    if value.isExactly(.dictItems) { return try snapshotOfItems(DictView(value).dict) }
    return nil
  }

  /// Pairs of the keys and values at one moment.
  private func snapshotOfItems(_ dict: DictObject) throws(Raised) -> ValueBuffer {
    var words = try dict.snapshot(self, .items)
    defer { words.discard(self) }
    var pairs = try ValueBuffer(self, capacity: words.count / 2)
    do throws(Raised) {
      for index in stride(from: 0, to: words.count, by: 2) {
        try pairs.append(self, try tuple(words[index], words[index + 1]))
      }
    } catch {
      pairs.discard(self)
      throw error
    }
    return pairs
  }

  /// All items of an iterable, owned.
  func collect(_ iterable: Value) throws(Raised) -> ValueBuffer {
    if let buffer = try snapshotOfContainer(iterable) { return buffer }
    let iterator = try iterator(iterable)
    defer { release(iterator) }
    let hint = try lengthHint(iterable)
    var buffer = try ValueBuffer(self, capacity: min(hint, 1 << 30))
    do throws(Raised) {
      while true {
        let item = try next(iterator)
        if item.isUnbound { return buffer }
        try buffer.append(self, item)
      }
    } catch {
      buffer.discard(self)
      throw error
    }
  }
}
