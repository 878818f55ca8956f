// Iterators over keys, values and items, forwards and backwards: an entry number that threads claim
// by compare-and-swap, under the rules of Iterators/SequencePosition.swift. The entry is read in one
// step of the dict (without its lock, or with it): key and value are one pair.

import CRuntime

struct DictIteratorBody {
  var header: Header
  var container: Value
  var position: Int
  var expectedCount: Int
}

package enum DictIterator {
  static func make(_ thread: ThreadState, _ type: WellKnownType, _ dict: DictObject)
    throws(Raised) -> Value
  {
    let body = try thread.allocate(TypeObject(type), DictIteratorBody.self)
    body.pointee.container = thread.retain(dict.value)
    body.pointee.expectedCount = dict.count
    switch type {
    case .dictReverseKeyIterator, .dictReverseValueIterator, .dictReverseItemIterator:
      body.pointee.position = Int.max
    default: break
    }
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static func definition(_ name: StaticString, _ next: UnaryFunction) -> TypeDefinition {
    TypeDefinition(
      name: name, size: MemoryLayout<DictIteratorBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      slots: [.iterate(SequencePosition.iterateSelf), .next(next)],
      methods: [
        Method(
          "__length_hint__()", DictIterator.lengthHint,
          "Private method returning an estimate of len(list(it))."),
        Method("__reduce__()", DictIterator.reduce, "Return state information for pickling."),
      ], visit: SequencePosition.visit)
  }

  package static let keyDefinition = definition("dict_keyiterator", nextKey)
  package static let valueDefinition = definition("dict_valueiterator", nextValue)
  package static let itemDefinition = definition("dict_itemiterator", nextItem)
  package static let reverseKeyDefinition = definition("dict_reversekeyiterator", nextKey)
  package static let reverseValueDefinition = definition("dict_reversevalueiterator", nextValue)
  package static let reverseItemDefinition = definition("dict_reverseitemiterator", nextItem)

  static func nextKey(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    guard let (key, value) = try next(thread, iterator) else { return .unbound }
    thread.release(value)
    return key
  }
  static func nextValue(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    guard let (key, value) = try next(thread, iterator) else { return .unbound }
    thread.release(key)
    return value
  }
  static func nextItem(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    guard let (key, value) = try next(thread, iterator) else { return .unbound }
    return try thread.tuple(owned: key, value)
  }

  /// The next entry, owned, or nil. Raises RuntimeError when the dict grew or shrank. Private: the
  /// caller knows that no other thread can reach the iterator.
  @inline(__always) package static func next(
    _ thread: ThreadState, _ iterator: Value, isPrivate: Bool = false
  ) throws(Raised) -> (key: Value, value: Value)? {
    let state = SequencePosition(iterator)
    let body = iterator.reference.body(DictIteratorBody.self)
    while true {
      let position = state.position
      if position < 0 { return nil }
      let dict = DictObject(state.container)
      if dict.count != loadCountRelaxed(&body.pointee.expectedCount) {
        throw changedSize(thread, body)
      }
      var following = position
      guard
        let entry = isReverse(iterator)
          ? dict.previous(&following, thread) : dict.next(&following, thread)
      else {
        state.exhaust(thread)
        return nil
      }
      if isPrivate || state.isPrivate(thread) {
        state.advancePrivately(to: following)
        return entry
      }
      if state.claim(from: position, to: following) { return entry }
      thread.release(entry.key)
      thread.release(entry.value)
    }
  }

  @inline(__always) private static func isReverse(_ iterator: Value) -> Bool {
    iterator.isExactly(.dictReverseKeyIterator) || iterator.isExactly(.dictReverseValueIterator)
      || iterator.isExactly(.dictReverseItemIterator)
  }

  @inline(never) private static func changedSize(
    _ thread: ThreadState, _ body: UnsafeMutablePointer<DictIteratorBody>
  ) -> Raised {
    // Stays broken: no later state of the dict makes the position right again.
    storeCountRelaxed(&body.pointee.expectedCount, -1)
    return thread.raise(.runtimeError, "dictionary changed size during iteration")
  }

  static func lengthHint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    var position = state.position
    if position < 0 { return Value(small: 0) }
    let dict = DictObject(state.container)
    let body = iterator.reference.body(DictIteratorBody.self)
    if dict.count != loadCountRelaxed(&body.pointee.expectedCount) { return Value(small: 0) }
    var left = 0
    while let (key, value) = isReverse(iterator)
      ? dict.previous(&position, thread) : dict.next(&position, thread)
    {
      thread.release(key)
      thread.release(value)
      left += 1
      if position < 0 { break }
    }
    return Value(small: left)
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let rest = try ListObject.make(thread, capacity: 0)
    defer { thread.release(rest.value) }
    let state = SequencePosition(iterator)
    if state.position >= 0 {
      let copy = try thread.allocate(iterator.type, DictIteratorBody.self)
      let twin = Value(Reference(UnsafeMutableRawPointer(copy)))
      copy.pointee.container = thread.retain(state.container)
      copy.pointee.position = state.position
      copy.pointee.expectedCount = DictObject(state.container).count
      defer { thread.release(twin) }
      try rest.extend(thread, twin)
    }
    let function = try thread.builtin("iter")
    defer { thread.release(function) }
    let arguments = try thread.tuple(rest.value)
    defer { thread.release(arguments) }
    return try thread.tuple(function, arguments)
  }
}

extension DictObject {
  /// The entry before a position, owned; the position starts at `Int.max` and ends negative.
  func previous(_ position: inout Int, _ thread: ThreadState) -> (key: Value, value: Value)? {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    let table = table
    var entry = min(position, table.used - 1)
    while entry >= table.scanStart {
      let key = table.key(entry)
      if !key.isUnbound {
        position = entry - 1
        return (thread.retain(key), thread.retain(table.value(entry)))
      }
      entry -= 1
    }
    position = -1
    return nil
  }
}
