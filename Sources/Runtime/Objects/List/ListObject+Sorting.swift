// `list.sort`: snapshot, sort the copy, commit if every slot is still what it was (R5); so the list
// can be used while key functions and comparisons run. A change of it meanwhile is a ValueError
// where code in Python ran, which might have made it; else it was another thread's, and the sort
// starts again. Others that change the list all the time can't keep it from ending: numbers and
// strings are sorted under the lock in the end.

import CRuntime
import Glibc

/// What an element is ordered by: its own word, or the first of a (key, item) pair.
private protocol SortElement {
  var key: Value { get }
}

private struct PlainElement: SortElement {
  var word: UInt
  @inline(__always) var key: Value { Value(bits: word) }
}

private struct KeyedElement: SortElement {
  var keyWord: UInt
  var word: UInt
  @inline(__always) var key: Value { Value(bits: keyWord) }
}

private struct IntegerOrder<Element: SortElement>: SortOrder {
  @inline(__always) func precedes(_ x: Element, _ y: Element) throws(Raised) -> Bool {
    x.key.smallInteger < y.key.smallInteger
  }
}

private struct FloatOrder<Element: SortElement>: SortOrder {
  @inline(__always) func precedes(_ x: Element, _ y: Element) throws(Raised) -> Bool {
    x.key.immediateFloat < y.key.immediateFloat
  }
}

private struct StringOrder<Element: SortElement>: SortOrder {
  @inline(__always) func precedes(_ x: Element, _ y: Element) throws(Raised) -> Bool {
    StringObject.order(StringObject(x.key), StringObject(y.key)) < 0
  }
}

private struct GeneralOrder<Element: SortElement>: SortOrder {
  let thread: ThreadState
  @inline(__always) func precedes(_ x: Element, _ y: Element) throws(Raised) -> Bool {
    if x.key.isSmallInteger && y.key.isSmallInteger {
      return x.key.smallInteger < y.key.smallInteger
    }
    return try thread.isLess(x.key, y.key)
  }
}

/// Which comparison all keys allow.
private enum KeyKind {
  case integers, floats, strings, general

  init(_ words: UnsafeMutablePointer<UInt>, _ count: Int) {
    let first = Value(bits: words[0])
    if first.isSmallInteger {
      for index in 1..<count where words[index] & 1 == 0 {
        self = .general
        return
      }
      self = .integers
    } else if first.isImmediateFloat {
      for index in 1..<count where words[index] & 3 != 2 {
        self = .general
        return
      }
      self = .floats
    } else if first.isExactString {
      for index in 1..<count where !Value(bits: words[index]).isExactString {
        self = .general
        return
      }
      self = .strings
    } else {
      self = .general
    }
  }
}

extension ListObject {
  static func sort(thread: ThreadState, list: Value, key: Value, reverse: Value) throws(Raised)
    -> Value
  {
    try ListObject(list).sort(thread, key: key, isReverse: try thread.isTrue(reverse))
    return .none
  }

  /// Attempts before the lock is held throughout, and attempts in all.
  private static var freeAttempts: Int { 3 }
  private static var allAttempts: Int { 100 }

  /// Sorts in place; `key` is a function or None (borrowed).
  package func sort(_ thread: ThreadState, key: Value, isReverse: Bool) throws(Raised) {
    for attempt in 0..<ListObject.allAttempts {
      if attempt >= ListObject.freeAttempts, key.isNone, try sortLocked(thread, isReverse) {
        return
      }
      var original = try snapshot(thread)
      defer { original.discard(thread) }
      if try sort(thread, original, key, isReverse) { return }
    }
    throw ListObject.raiseModified(thread)
  }

  private static func raiseModified(_ thread: ThreadState) -> Raised {
    thread.raise(.valueError, "list modified during sort")
  }

  /// One attempt: false if another thread has changed the list meanwhile.
  private func sort(
    _ thread: ThreadState, _ original: ValueBuffer, _ key: Value, _ isReverse: Bool
  ) throws(Raised) -> Bool {
    if original.count == 0 { return true }
    var keys: ValueBuffer? = nil
    defer { keys?.discard(thread) }
    if !key.isNone {
      keys = try ValueBuffer(thread, capacity: original.count)
      for index in 0..<original.count {
        try keys!.append(thread, try thread.call(key, original[index]))
      }
    }
    // Result and scratch, for the larger kind of element.
    let bytes = original.count * MemoryLayout<KeyedElement>.size * 2
    let memory = try thread.allocateStore(bytes: bytes)
    defer { thread.freeStore(memory, bytes: bytes) }
    if let keys {
      try ListObject.sortKeyed(thread, original, keys, isReverse, memory)
    } else {
      try ListObject.sortPlain(thread, original, isReverse, memory)
    }
    if commitSorted(thread, original, memory.assumingMemoryBound(to: UInt.self)) { return true }
    if ListObject.sortsNatively(key, keys ?? original) { return false }
    throw ListObject.raiseModified(thread)
  }

  /// Where an item of the snapshot starts out: backwards for a reverse sort, so that equal items
  /// keep their order when the result is turned round.
  @inline(__always) private static func place(_ index: Int, _ count: Int, _ isReverse: Bool) -> Int
  {
    isReverse ? count - 1 - index : index
  }

  private static func sortPlain(
    _ thread: ThreadState, _ original: ValueBuffer, _ isReverse: Bool,
    _ memory: UnsafeMutableRawPointer
  ) throws(Raised) {
    try sortWords(
      thread, original.words, original.count, isReverse, memory,
      KeyKind(original.words, original.count))
  }

  private static func sortWords(
    _ thread: ThreadState, _ words: UnsafeMutablePointer<UInt>, _ count: Int, _ isReverse: Bool,
    _ memory: UnsafeMutableRawPointer, _ kind: KeyKind
  ) throws(Raised) {
    let items = memory.assumingMemoryBound(to: PlainElement.self)
    for index in 0..<count {
      items[place(index, count, isReverse)] = PlainElement(word: words[index])
    }
    try sort(thread, items, count, kind)
    if isReverse { ListObject.reverse(memory.assumingMemoryBound(to: UInt.self), count) }
  }

  private static func sortKeyed(
    _ thread: ThreadState, _ original: ValueBuffer, _ keys: ValueBuffer, _ isReverse: Bool,
    _ memory: UnsafeMutableRawPointer
  ) throws(Raised) {
    let count = original.count
    let items = memory.assumingMemoryBound(to: KeyedElement.self)
    for index in 0..<count {
      items[place(index, count, isReverse)] = KeyedElement(
        keyWord: keys.words[index], word: original.words[index])
    }
    try sort(thread, items, count, KeyKind(keys.words, count))
    let words = memory.assumingMemoryBound(to: UInt.self)
    for index in 0..<count { words[index] = items[index].word }
    if isReverse { ListObject.reverse(words, count) }
  }

  private static func sort<Element: SortElement>(
    _ thread: ThreadState, _ items: UnsafeMutablePointer<Element>, _ count: Int, _ kind: KeyKind
  ) throws(Raised) {
    let scratch = items + count
    switch kind {
    case .integers:
      try MergeSort.sort(items, count, scratch: scratch, by: IntegerOrder<Element>())
    case .floats: try MergeSort.sort(items, count, scratch: scratch, by: FloatOrder<Element>())
    case .strings: try MergeSort.sort(items, count, scratch: scratch, by: StringOrder<Element>())
    case .general:
      try MergeSort.sort(
        items, count, scratch: scratch, by: GeneralOrder<Element>(thread: thread))
    }
  }

  private static func reverse(_ words: UnsafeMutablePointer<UInt>, _ count: Int) {
    var low = 0
    var high = count - 1
    while low < high {
      let word = words[low]
      words[low] = words[high]
      words[high] = word
      low += 1
      high -= 1
    }
  }

  /// Puts the sorted words in place if the list still holds what was sorted. The list's own counts
  /// stay with it: the words are the same, in another order.
  private func commitSorted(
    _ thread: ThreadState, _ original: ValueBuffer, _ sorted: UnsafeMutablePointer<UInt>
  ) -> Bool {
    thread.lock(reference)
    let items = store.items
    let count = original.count
    let isCurrent =
      self.count == count && memcmp(items, original.words, count * MemoryLayout<UInt>.size) == 0
    if isCurrent {
      sequence.beginWrite(thread)
      thread.moveWords(from: sorted, to: items, count: count)
      sequence.endWrite(thread)
    }
    thread.unlock(reference)
    return isCurrent
  }

  /// Sorts with the lock held. False where comparing may run code, or the list has outgrown the memory
  /// made for it.
  private func sortLocked(_ thread: ThreadState, _ isReverse: Bool) throws(Raised) -> Bool {
    let room = count + 64
    let bytes = room * MemoryLayout<PlainElement>.size * 2
    let memory = try thread.allocateStore(bytes: bytes)
    defer { thread.freeStore(memory, bytes: bytes) }
    thread.lock(reference)
    defer { thread.unlock(reference) }
    let count = count
    if count < 2 { return true }
    let items = store.items
    let kind = KeyKind(items, count)
    guard count <= room, kind != .general else { return false }
    try ListObject.sortWords(thread, items, count, isReverse, memory, kind)
    sequence.beginWrite(thread)
    thread.moveWords(from: memory.assumingMemoryBound(to: UInt.self), to: items, count: count)
    sequence.endWrite(thread)
    return true
  }

  // MARK: Whether a sort ran code in Python

  private static func sortsNatively(_ key: Value, _ compared: ValueBuffer) -> Bool {
    // Built-in functions, item getters and their like; what those may call in turn, is called again.
    let isNative =
      !key.isExactly(.function) && !key.isExactly(.method) && !key.type.has(TypeFlags.isHeapType)
    guard key.isNone || isNative else { return false }
    for index in 0..<compared.count where !comparesNatively(compared[index], depth: 3) {
      return false
    }
    return true
  }

  private static func comparesNatively(_ value: Value, depth: Int) -> Bool {
    if !value.isReference || value.isExactly(.int) || value.isExactly(.float)
      || value.isExactly(.str) || value.isExactly(.bytes)
    {
      return true
    }
    guard value.isExactly(.tuple), depth > 0 else { return false }
    let tuple = TupleObject(value)
    for index in 0..<tuple.count where !comparesNatively(tuple[index], depth: depth - 1) {
      return false
    }
    return true
  }
}
