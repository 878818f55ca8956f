// The iterator of set and frozenset: a slot number that threads claim by compare-and-swap, under the
// rules of Iterators/SequencePosition.swift. Slot and key are read in one step of the set, so that the
// cursor never points into a table that is gone (prior-art.md 1.10, pitfall 7).

import CRuntime

struct SetIteratorBody {
  var header: Header
  var container: Value
  var position: Int
  var expectedCount: Int
}

enum SetIterator {
  static func make(_ thread: ThreadState, _ set: Value) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.setIterator), SetIteratorBody.self)
    body.pointee.container = thread.retain(set)
    body.pointee.expectedCount = SetObject(set).count
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package static let definition = TypeDefinition(
    name: "set_iterator", size: MemoryLayout<SetIteratorBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next)],
    methods: [
      Method(
        "__length_hint__()", lengthHint, "Private method returning an estimate of len(list(it))."),
      Method("__reduce__()", reduce, "Return state information for pickling."),
    ], visit: SequencePosition.visit)

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let body = iterator.reference.body(SetIteratorBody.self)
    while true {
      let position = state.position
      if position < 0 { return .unbound }
      let set = SetObject(state.container)
      if set.count != loadCountRelaxed(&body.pointee.expectedCount) {
        storeCountRelaxed(&body.pointee.expectedCount, -1)
        throw thread.raise(.runtimeError, "Set changed size during iteration")
      }
      var following = position
      guard let (key, _) = set.next(&following, thread) else {
        state.exhaust(thread)
        return .unbound
      }
      if !thread.isShared {
        state.advancePrivately(to: following)
        return key
      }
      if state.claim(from: position, to: following) { return key }
      thread.release(key)
    }
  }

  static func lengthHint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let body = iterator.reference.body(SetIteratorBody.self)
    let start = state.position
    let expected = loadCountRelaxed(&body.pointee.expectedCount)
    if start < 0 || SetObject(state.container).count != expected {
      return Value(small: 0)
    }
    var position = start
    var left = 0
    while let (key, _) = SetObject(state.container).next(&position, thread) {
      thread.release(key)
      left += 1
    }
    return Value(small: left)
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let rest = try ListObject.make(thread, capacity: 0)
    defer { thread.release(rest.value) }
    var position = state.position
    if position >= 0 {
      while let (key, _) = SetObject(state.container).next(&position, thread) {
        try rest.appendOwned(thread, key)
      }
    }
    let function = try thread.builtin("iter")
    defer { thread.release(function) }
    let arguments = try thread.tuple(rest.value)
    defer { thread.release(arguments) }
    return try thread.tuple(function, arguments)
  }
}
