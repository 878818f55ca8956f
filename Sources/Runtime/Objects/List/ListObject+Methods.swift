// list: the methods that scripts call by name.

import CRuntime

extension ListObject {
  static let methods = [
    Method("append(object, /)", append, "Append object to the end of the list."),
    Method("clear()", clear, "Remove all items from list."),
    Method("copy()", copy, "Return a shallow copy of the list."),
    Method("count(value, /)", count, "Return number of occurrences of value."),
    Method(
      "extend(iterable, /)", extend, "Extend list by appending elements from the iterable."),
    Method(
      "index(value, start=0, stop=sys.maxsize, /)", index,
      "Return first index of value.\n\nRaises ValueError if the value is not present."),
    Method("insert(index, object, /)", insert, "Insert object before index."),
    Method(
      "pop(index=-1, /)", pop,
      """
      Remove and return item at index (default last).

      Raises IndexError if list is empty or index is out of range.
      """),
    Method(
      "remove(value, /)", remove,
      "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."),
    Method("reverse()", reverse, "Reverse *IN PLACE*."),
    Method(
      "sort(*, key=None, reverse=False)", sort,
      """
      Sort the list in ascending order and return None.

      The sort is in-place and stable: equal elements keep their order.
      With a key function, the items are ordered by what it returns for them.
      With reverse, the order is descending.
      """),
    Method("__reversed__()", reversed, "Return a reverse iterator over the list."),
    Method("__sizeof__()", sizeOf, "Return the size of the list in memory, in bytes."),
    Method(
      "__class_getitem__(object, /)", classGetItem, "See PEP 585", kind: .classMethod),
  ]

  static func classGetItem(thread: ThreadState, type: Value, item: Value) throws(Raised) -> Value {
    try thread.genericAlias(type, item)
  }

  static func append(thread: ThreadState, list: Value, object: Value) throws(Raised) -> Value {
    try ListObject(list).append(thread, object)
    return .none
  }

  static func clear(thread: ThreadState, list: Value) throws(Raised) -> Value {
    ListObject(list).clear(thread)
    return .none
  }

  package func clear(_ thread: ThreadState) {
    thread.lock(reference)
    let old = store
    let displaced = count
    sequence.beginWrite(thread)
    setStore(.empty)
    setCount(0)
    sequence.endWrite(thread)
    thread.unlock(reference)
    // SAFETY: the store left the list above, and only this thread retires it.
    for index in 0..<displaced { thread.release(Value(bits: old.items[index])) }
    old.discarded(wasPublished: true).discard(thread)
  }

  static func copy(thread: ThreadState, list: Value) throws(Raised) -> Value {
    try ListObject(list).copied(thread).value
  }

  /// A list of the items as they are at one moment.
  package func copied(_ thread: ThreadState) throws(Raised) -> ListObject {
    try slice(thread, SliceBounds(start: 0, stop: Int.max, step: 1))
  }

  /// The items at one moment, owned.
  func snapshot(_ thread: ThreadState) throws(Raised) -> ValueBuffer {
    var buffer = try ValueBuffer(thread, capacity: count)
    while true {
      thread.lock(reference)
      let count = count
      if count <= buffer.capacity {
        let items = store.items
        for index in 0..<count {
          buffer.words[index] = thread.retain(Value(bits: items[index])).bits
        }
        thread.unlock(reference)
        buffer.count = count
        return buffer
      }
      thread.unlock(reference)
      try buffer.grow(thread, to: count)
    }
  }

  /// While several threads run, the items of one moment are counted: a list that another thread is
  /// reversing would show some items twice.
  static func count(thread: ThreadState, list: Value, value: Value) throws(Raised) -> Value {
    if !thread.isShared { return try countItems(thread, ListObject(list), value) }
    let snapshot = try copy(thread: thread, list: list)
    defer { thread.release(snapshot) }
    return try countItems(thread, ListObject(snapshot), value)
  }

  private static func countItems(_ thread: ThreadState, _ list: ListObject, _ value: Value)
    throws(Raised) -> Value
  {
    var index = 0
    var result = 0
    while true {
      let item = list.item(thread, at: index)
      if item.isUnbound { return Value(small: result) }
      defer { thread.release(item) }
      if try thread.areItemsEqual(item, value) { result += 1 }
      index += 1
    }
  }

  static func index(
    thread: ThreadState, list: Value, value: Value, start: Value, stop: Value
  ) throws(Raised) -> Value {
    let list = ListObject(list)
    var first = try thread.searchBound(start)
    var last = stop.isUnbound ? Int.max : try thread.searchBound(stop)
    if first < 0 { first = max(0, first + list.count) }
    if last < 0 { last += list.count }
    let found = try list.firstIndex(thread, of: value, from: first, to: last)
    if found >= 0 { return Value(small: found) }
    let text = try thread.repr(value)
    defer { thread.release(text) }
    throw thread.raise(.valueError, "\(StringObject(text).text) is not in list")
  }

  static func insert(thread: ThreadState, list: Value, index: Value, object: Value) throws(Raised)
    -> Value
  {
    try ListObject(list).insert(thread, object, at: try thread.index(index))
    return .none
  }

  /// Inserts a borrowed value before an index, which is clamped.
  package func insert(_ thread: ThreadState, _ value: Value, at index: Int) throws(Raised) {
    let owned = thread.retain(value)
    let discarded: DiscardedStore
    do throws(Raised) { discarded = try lockWithRoom(thread, for: 1) } catch {
      thread.release(owned)
      throw error
    }
    let count = count
    let position = index < 0 ? max(0, index + count) : min(index, count)
    let items = store.items
    sequence.beginWrite(thread)
    thread.moveWords(from: items + position, to: items + position + 1, count: count - position)
    racer_store_release_word(items + position, owned.bits)
    setCount(count + 1)
    sequence.endWrite(thread)
    thread.unlock(reference)
    discarded.discard(thread)
  }

  static func pop(thread: ThreadState, list: Value, index: Value) throws(Raised) -> Value {
    let list = ListObject(list)
    let position = index.isSmallInteger ? index.smallInteger : try thread.index(index)
    let removed = position == -1 ? list.popLast(thread) : list.remove(thread, at: position)
    if !removed.isUnbound { return removed }
    throw thread.raise(
      .indexError, list.count == 0 ? "pop from empty list" : "pop index out of range")
  }

  /// Removes and returns an item, or unbound where the index is out of range.
  func remove(_ thread: ThreadState, at index: Int) -> Value {
    thread.lock(reference)
    let count = count
    let position = index < 0 ? index &+ count : index
    guard UInt(bitPattern: position) < UInt(bitPattern: count) else {
      thread.unlock(reference)
      return .unbound
    }
    let removed = removeLocked(thread, at: position)
    thread.unlock(reference)
    return removed
  }

  private func removeLocked(_ thread: ThreadState, at position: Int) -> Value {
    let items = store.items
    let count = count
    let removed = Value(bits: items[position])
    sequence.beginWrite(thread)
    thread.moveWords(
      from: items + position + 1, to: items + position, count: count - position - 1)
    setCount(count - 1)
    sequence.endWrite(thread)
    return removed
  }

  static func remove(thread: ThreadState, list: Value, value: Value) throws(Raised) -> Value {
    let list = ListObject(list)
    var index = 0
    while true {
      let candidate = list.item(thread, at: index)
      if candidate.isUnbound { break }
      defer { thread.release(candidate) }
      if try !thread.areItemsEqual(candidate, value) {
        index += 1
      } else if list.remove(thread, at: index, ifStill: candidate) {
        return .none
      } else {
        index = 0
      }
    }
    if thread.isShared, try list.removeByCopy(thread, value) { return .none }
    throw thread.raise(.valueError, "list.remove(x): x not in list")
  }

  /// Looks for a value that a scan of the live list missed, which items may have moved past, in a
  /// copy of one moment; then removes the very object that was found equal.
  private func removeByCopy(_ thread: ThreadState, _ value: Value) throws(Raised) -> Bool {
    while true {
      let copy = try copied(thread)
      defer { thread.release(copy.value) }
      let found = try copy.firstIndex(thread, of: value, from: 0, to: Int.max)
      if found < 0 { return false }
      let candidate = copy.item(thread, at: found)
      defer { thread.release(candidate) }
      thread.lock(reference)
      var position = 0
      let count = count
      while position < count && store.items[position] != candidate.bits { position += 1 }
      let removed = position < count ? removeLocked(thread, at: position) : .unbound
      thread.unlock(reference)
      thread.release(removed)
      if !removed.isUnbound { return true }
    }
  }

  /// Removes an item if it is the very object that was compared: `__eq__` may have let other code
  /// change the list (prior-art.md 1.10, pitfall 21).
  private func remove(_ thread: ThreadState, at index: Int, ifStill candidate: Value) -> Bool {
    thread.lock(reference)
    let isStill = index < count && store.items[index] == candidate.bits
    let removed = isStill ? removeLocked(thread, at: index) : .unbound
    thread.unlock(reference)
    thread.release(removed)
    return isStill
  }

  static func reverse(thread: ThreadState, list: Value) throws(Raised) -> Value {
    let list = ListObject(list)
    thread.lock(list.reference)
    let items = list.store.items
    var low = 0
    var high = list.count - 1
    list.sequence.beginWrite(thread)
    while low < high {
      let word = items[low]
      racer_store_relaxed_word(items + low, items[high])
      racer_store_relaxed_word(items + high, word)
      low += 1
      high -= 1
    }
    list.sequence.endWrite(thread)
    thread.unlock(list.reference)
    return .none
  }

  static func reversed(thread: ThreadState, list: Value) throws(Raised) -> Value {
    try SequencePosition.make(
      thread, .listReverseIterator, list, at: ListObject(list).count - 1)
  }

  static func sizeOf(thread: ThreadState, list: Value) throws(Raised) -> Value {
    let list = ListObject(list)
    let bytes = list.reference.type.body.pointee.basicSize
    return Value(small: Int(bytes) + list.store.capacity * 8)
  }
}
