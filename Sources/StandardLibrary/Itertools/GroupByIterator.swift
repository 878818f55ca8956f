// groupby and the groups it gives out.
//
// `first` is the key of the group given out last, `second` and `third` the key and value of the item
// that was read ahead (the value unbound when its group took it). `position` numbers the groups: a
// group is over when a later one was given out.

import CRuntime
import Runtime

enum GroupByIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.groupby",
      """
      make an iterator that returns consecutive keys and groups from the iterable

        iterable
          Elements to divide into groups according to the key function.
        key
          A function for computing the group category for each element.
          If the key function is not specified or is None, the element itself
          is used for grouping.
      """, new: GroupByIterator.new, next: GroupByIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "groupby(iterable, key=None)")
    let source = try thread.iterator(bound[0])
    return try IteratorState.make(
      thread, type, source: source, function: thread.retain(bound[1]))
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    thread.lock(state.reference)
    state.position += 1
    let number = state.position
    thread.unlock(state.reference)
    while try isInLastGroup(thread, state) {
      if try !readAhead(thread, state) { return .unbound }
    }
    let key = state.load(thread, state.second)
    if key.isUnbound { return .unbound }
    state.store(thread, state.first, thread.retain(key))
    let group: Value
    do throws(Raised) { group = try GroupObject.make(thread, iterator, key, number) } catch {
      thread.release(key)
      throw error
    }
    return try thread.tuple(owned: [key, group])
  }

  /// Whether the item read ahead belongs to the group given out last, or none was read yet.
  private static func isInLastGroup(_ thread: ThreadState, _ state: IteratorState) throws(Raised)
    -> Bool
  {
    let key = state.load(thread, state.second)
    defer { thread.release(key) }
    if key.isUnbound { return true }
    let last = state.load(thread, state.first)
    defer { thread.release(last) }
    return try last.isUnbound ? false : thread.isEqual(last, key)
  }

  /// Reads one more item; false at the source's end.
  static func readAhead(_ thread: ThreadState, _ state: IteratorState) throws(Raised) -> Bool {
    let item = try thread.next(state.source)
    if item.isUnbound { return false }
    let key: Value
    do throws(Raised) {
      key =
        state.function.isNone
        ? thread.retain(item) : try thread.call(state.function, item)
    } catch {
      thread.release(item)
      throw error
    }
    thread.lock(state.reference)
    let oldKey = state.second.pointee
    let oldItem = state.third.pointee
    state.second.pointee = key
    state.third.pointee = item
    thread.unlock(state.reference)
    thread.release(oldKey)
    thread.release(oldItem)
    return true
  }
}

/// One group: `source` is the groupby, `function` the key, `limit` the group's number.
enum GroupObject {
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "itertools._grouper", size: MemoryLayout<IteratorBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      slots: [
        .iterate({ (thread, group) throws(Raised) in thread.retain(group) }),
        .next(GroupObject.next),
      ], visit: IteratorState.visit)
  }

  static func make(_ thread: ThreadState, _ parent: Value, _ key: Value, _ number: Int)
    throws(Raised) -> Value
  {
    try IteratorState.make(
      thread, type.value, source: thread.retain(parent), function: thread.retain(key),
      limit: number)
  }

  static func next(thread: ThreadState, group: Value) throws(Raised) -> Value {
    let state = IteratorState(group)
    let parent = IteratorState(state.source)
    while true {
      if parent.position != state.limit {
        return .unbound
      }
      thread.lock(parent.reference)
      let isEmpty = parent.third.pointee.isUnbound
      thread.unlock(parent.reference)
      if isEmpty {
        if try !GroupByIterator.readAhead(thread, parent) { return .unbound }
      }
      let key = parent.load(thread, parent.second)
      defer { thread.release(key) }
      if try !thread.isEqual(state.function, key) { return .unbound }
      let item = parent.exchange(thread, parent.third, .unbound)
      if !item.isUnbound { return item }
    }
  }
}
