// Heaps and sorted lists in one step, where the items' order needs no Python code: all comparisons are
// made first, under the lock and without a change; then the words are moved. Each answers `.unknown`,
// with the list as it was, when it meets items that only `__lt__` can compare: the caller then goes
// step by step.

import CRuntime

package enum OrderedOutcome {
  case done
  case unknown
  /// What the heap gave: owned.
  case taken(Value)
}

extension ListObject {
  /// Positions between the root of the largest heap and a leaf.
  private static var longestPath: Int { 64 }

  /// `heapq.heappush` of a borrowed item.
  package func heapPush(_ thread: ThreadState, _ item: Value) throws(Raised) -> OrderedOutcome {
    let discarded = try lockWithRoom(thread, for: 1)
    let items = store.items
    let end = count
    var position = end
    while position > 0 {
      let parent = (position - 1) >> 1
      guard let isLess = Value.nativeLess(item.stripped, Value(bits: items[parent])) else {
        thread.unlock(reference)
        discarded.discard(thread)
        return .unknown
      }
      if !isLess { break }
      position = parent
    }
    let owned = thread.retain(item)
    sequence.beginWrite(thread)
    var place = end
    while place > position {
      let parent = (place - 1) >> 1
      racer_store_release_word(items + place, items[parent])
      place = parent
    }
    racer_store_release_word(items + position, owned.bits)
    setCount(end + 1)
    sequence.endWrite(thread)
    thread.unlock(reference)
    discarded.discard(thread)
    return .done
  }

  /// `heapq.heappop`; the heap is not empty, or `.unknown` is the answer.
  package func heapPop(_ thread: ThreadState) -> OrderedOutcome {
    withPath { path in
      thread.lock(reference)
      let end = count - 1
      guard end >= 0 else {
        thread.unlock(reference)
        return .unknown
      }
      let items = store.items
      let last = Value(bits: items[end])
      guard end > 0 else { return giveLast(thread, last) }
      guard let length = plan(last, items, end, path) else {
        thread.unlock(reference)
        return .unknown
      }
      let first = Value(bits: items[0])
      sequence.beginWrite(thread)
      move(last, items, path, length)
      setCount(end)
      sequence.endWrite(thread)
      thread.unlock(reference)
      return .taken(first)
    }
  }

  /// `heapq.heapreplace` of a borrowed item; if `onlyIfLess`, `heapq.heappushpop`.
  package func heapReplace(_ thread: ThreadState, _ item: Value, onlyIfLess: Bool)
    -> OrderedOutcome
  {
    withPath { path in
      thread.lock(reference)
      let items = store.items
      let item = item.stripped
      var isAbove: Bool? = count > 0
      if count > 0, onlyIfLess { isAbove = Value.nativeLess(Value(bits: items[0]), item) }
      if isAbove == false, onlyIfLess {
        thread.unlock(reference)
        return .taken(thread.retain(item))
      }
      guard isAbove == true, let length = plan(item, items, count, path) else {
        thread.unlock(reference)
        return .unknown
      }
      let first = Value(bits: items[0])
      let owned = thread.retain(item)
      sequence.beginWrite(thread)
      move(owned, items, path, length)
      sequence.endWrite(thread)
      thread.unlock(reference)
      return .taken(first)
    }
  }

  /// `bisect.insort` of a borrowed item.
  package func insertSorted(_ thread: ThreadState, _ item: Value, isRight: Bool) throws(Raised)
    -> OrderedOutcome
  {
    let discarded = try lockWithRoom(thread, for: 1)
    let items = store.items
    let item = item.stripped
    var start = 0
    var end = count
    while start < end {
      let middle = start + (end - start) / 2
      let other = Value(bits: items[middle])
      let answer = isRight ? Value.nativeLess(item, other) : Value.nativeLess(other, item)
      guard let answer else {
        thread.unlock(reference)
        discarded.discard(thread)
        return .unknown
      }
      if answer == isRight { end = middle } else { start = middle + 1 }
    }
    let owned = thread.retain(item)
    sequence.beginWrite(thread)
    thread.moveWords(from: items + start, to: items + start + 1, count: count - start)
    racer_store_release_word(items + start, owned.bits)
    setCount(count + 1)
    sequence.endWrite(thread)
    thread.unlock(reference)
    discarded.discard(thread)
    return .done
  }

  // MARK: Steps, with the lock held

  private func withPath(_ body: (UnsafeMutablePointer<Int>) -> OrderedOutcome) -> OrderedOutcome {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: ListObject.longestPath) {
      body($0.baseAddress.unsafelyUnwrapped)
    }
  }

  /// The only item of a heap.
  private func giveLast(_ thread: ThreadState, _ last: Value) -> OrderedOutcome {
    sequence.beginWrite(thread)
    setCount(0)
    sequence.endWrite(thread)
    thread.unlock(reference)
    return .taken(last)
  }

  /// Where an item goes that takes the root's place in a heap of `end` items: the way down along the
  /// smaller children, as long as their items come before it. Nil where that can't be told.
  private func plan(
    _ item: Value, _ items: UnsafeMutablePointer<UInt>, _ end: Int,
    _ path: UnsafeMutablePointer<Int>
  ) -> Int? {
    var length = 0
    var position = 0
    while 2 * position + 1 < end {
      var child = 2 * position + 1
      if child + 1 < end {
        guard
          let isLess = Value.nativeLess(Value(bits: items[child]), Value(bits: items[child + 1]))
        else { return nil }
        if !isLess { child += 1 }
      }
      path[length] = child
      length += 1
      position = child
    }
    // Most items belong near the leaves: back up from there.
    while length > 0 {
      guard let isLess = Value.nativeLess(item, Value(bits: items[path[length - 1]])) else {
        return nil
      }
      if !isLess { break }
      length -= 1
    }
    return length
  }

  /// Moves the items of a path up by one, and puts an owned item at its end.
  private func move(
    _ owned: Value, _ items: UnsafeMutablePointer<UInt>, _ path: UnsafeMutablePointer<Int>,
    _ length: Int
  ) {
    var position = 0
    for index in 0..<length {
      racer_store_release_word(items + position, items[path[index]])
      position = path[index]
    }
    racer_store_release_word(items + position, owned.bits)
  }
}
