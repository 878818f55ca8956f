// deque: the methods that scripts call by name.

import CRuntime
import Runtime

extension DequeObject {
  static func append(thread: ThreadState, deque: Value, item: Value) throws(Raised) -> Value {
    try DequeObject(deque).append(thread, owned: thread.retain(item), atLeft: false)
    return .none
  }

  static func appendLeft(thread: ThreadState, deque: Value, item: Value) throws(Raised) -> Value {
    try DequeObject(deque).append(thread, owned: thread.retain(item), atLeft: true)
    return .none
  }

  static func clear(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    DequeObject(deque).clear(thread)
    return .none
  }

  static func copy(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    let object = DequeObject(deque)
    let items = try object.snapshot(thread)
    defer { thread.release(items.value) }
    if deque.type.isSame(DequeObject.type) {
      let result = try make(thread, DequeObject.type, maximum: object.maximum)
      try result.extend(thread, items.value, atLeft: false)
      return result.value
    }
    if object.maximum < 0 { return try thread.call(deque.type.value, items.value) }
    return try thread.call(deque.type.value, items.value, Value(small: object.maximum))
  }

  static func count(thread: ThreadState, deque: Value, value: Value) throws(Raised) -> Value {
    var matches = 0
    try DequeObject(deque).search(thread, value, from: 0, to: Int.max) { _ in
      matches += 1
      return true
    }
    return Value(small: matches)
  }

  static func extend(thread: ThreadState, deque: Value, iterable: Value) throws(Raised) -> Value {
    try DequeObject(deque).extend(thread, iterable, atLeft: false)
    return .none
  }

  static func extendLeft(thread: ThreadState, deque: Value, iterable: Value) throws(Raised)
    -> Value
  {
    try DequeObject(deque).extend(thread, iterable, atLeft: true)
    return .none
  }

  static func index(
    thread: ThreadState, deque: Value, value: Value, start: Value, stop: Value
  ) throws(Raised) -> Value {
    let object = DequeObject(deque)
    let count = object.count
    func bound(_ given: Value, _ missing: Int) throws(Raised) -> Int {
      if given.isUnbound { return missing }
      let number = try thread.indexClamped(given)
      return min(max(number < 0 ? number + count : number, 0), count)
    }
    let low = try bound(start, 0)
    let high = try bound(stop, count)
    var position = -1
    try object.search(thread, value, from: low, to: high) { index in
      position = index
      return false
    }
    if position < 0 {
      throw thread.raise(.valueError, "\(try thread.reprText(value)) is not in deque")
    }
    return Value(small: position)
  }

  /// Calls `found` with the positions of equal items until it returns false. Raises RuntimeError
  /// when the deque is rearranged meanwhile.
  private func search(
    _ thread: ThreadState, _ value: Value, from start: Int, to end: Int, _ found: (Int) -> Bool
  ) throws(Raised) {
    let version = version
    var index = start
    while index < end {
      let item = item(thread, at: index)
      if item.isUnbound { return }
      defer { thread.release(item) }
      let isEqual = try thread.isEqual(item, value)
      if self.version != version {
        throw thread.raise(.runtimeError, "deque mutated during iteration")
      }
      if isEqual, !found(index) { return }
      index += 1
    }
  }

  static func contains(thread: ThreadState, deque: Value, value: Value) throws(Raised) -> Bool {
    var isThere = false
    try DequeObject(deque).search(thread, value, from: 0, to: Int.max) { _ in
      isThere = true
      return false
    }
    return isThere
  }

  static func insert(thread: ThreadState, deque: Value, index: Value, value: Value) throws(Raised)
    -> Value
  {
    let position = try thread.index(index)
    let owned = thread.retain(value)
    do throws(Raised) {
      if try DequeObject(deque).insert(thread, owned: owned, at: position) { return .none }
    } catch {
      thread.release(owned)
      throw error
    }
    thread.release(owned)
    throw thread.raise(.indexError, "deque already at its maximum size")
  }

  static func pop(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    let item = DequeObject(deque).pop(thread, atLeft: false)
    if item.isUnbound { throw thread.raise(.indexError, "pop from an empty deque") }
    return item
  }

  static func popLeft(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    let item = DequeObject(deque).pop(thread, atLeft: true)
    if item.isUnbound { throw thread.raise(.indexError, "pop from an empty deque") }
    return item
  }

  /// The item found is taken out only if nothing was moved since: else the search starts again.
  static func remove(thread: ThreadState, deque: Value, value: Value) throws(Raised) -> Value {
    let object = DequeObject(deque)
    while true {
      let version = object.version
      var position = -1
      do throws(Raised) {
        try object.search(thread, value, from: 0, to: Int.max) { index in
          position = index
          return false
        }
      } catch {
        guard thread.exceptionMatches(.runtimeError),
          object.version != version
        else { throw error }
        thread.clearException()
        throw thread.raise(.indexError, "deque mutated during remove().")
      }
      if position < 0 {
        throw thread.raise(.valueError, "\(try thread.reprText(value)) is not in deque")
      }
      let removed = object.remove(thread, at: position, version: version)
      if removed.isUnbound { continue }
      thread.release(removed)
      return .none
    }
  }

  static func reverse(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    DequeObject(deque).reverse(thread)
    return .none
  }

  static func rotate(thread: ThreadState, deque: Value, steps: Value) throws(Raised) -> Value {
    DequeObject(deque).rotate(thread, by: try thread.index(steps))
    return .none
  }

  static func reduce(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    let object = DequeObject(deque)
    let state = try thread.getOptionalAttribute(deque, "__dict__")
    let items = try thread.iterator(deque)
    let arguments =
      object.maximum < 0
      ? thread.tuple() : try thread.tuple(thread.tuple(), Value(small: object.maximum))
    return try thread.tuple(
      owned: [
        thread.retain(deque.type.value), arguments, state.isUnbound ? .none : state, items,
      ])
  }

  static func sizeOf(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    Value(
      small: Int(deque.type.body.pointee.basicSize)
        + DequeObject(deque).capacity * 8)
  }
}
