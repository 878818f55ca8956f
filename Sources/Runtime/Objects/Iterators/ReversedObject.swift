// reversed, for sequences without `__reversed__`. Claims positions as other iterators do.

import CRuntime

enum ReversedObject {
  package static let definition = TypeDefinition(
    name: "reversed", size: MemoryLayout<SequencePositionBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: "Return a reverse iterator over the values of the given sequence.",
    slots: [.iterate(SequencePosition.iterateSelf), .next(next), .new(new)],
    methods: [
      Method(
        "__length_hint__()", lengthHint, "Private method returning an estimate of len(list(it))."),
      Method("__reduce__()", reduce, "Return state information for pickling."),
      Method("__setstate__(state, /)", setState, "Set state information for unpickling."),
    ], visit: SequencePosition.visit)

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "reversed(object, /)")
    let sequence = bound[0]
    let method = try thread.lookupSpecial(sequence, .name(.__reversed__))
    defer { thread.release(method) }
    if !method.isUnbound && !method.isNone { return try thread.call(method) }
    let isSequence =
      sequence.isReference && sequence.type.slot(.getItem) != nil
      && !sequence.isInstance(TypeFlags.dictionarySubclass)
    if method.isNone || !isSequence {
      throw thread.raise(
        .typeError, "'\(sequence.type.nameText)' object is not reversible")
    }
    let length = try thread.length(sequence)
    let body = try thread.allocateInstance(TypeObject(type), SequencePositionBody.self)
    body.pointee.container = thread.retain(sequence)
    body.pointee.position = length - 1
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let container = thread.retain(state.container)
    defer { thread.release(container) }
    while true {
      let position = state.position
      if position < 0 { return .unbound }
      let item: Value
      do throws(Raised) {
        item = try thread.getItem(container, Value(small: position))
      } catch {
        guard thread.exceptionMatches(.indexError) || thread.exceptionMatches(.stopIteration)
        else { throw error }
        thread.clearException()
        state.exhaust(thread)
        return .unbound
      }
      if state.claim(from: position, to: position - 1) { return item }
      thread.release(item)
    }
  }

  static func lengthHint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let position = state.position
    if position < 0 { return Value(small: 0) }
    let container = thread.retain(state.container)
    defer { thread.release(container) }
    let length = try thread.length(container)
    return Value(small: length < position + 1 ? 0 : position + 1)
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let position = state.position
    let empty = thread.tuple()
    let arguments = try thread.tuple(position < 0 ? empty : state.container)
    defer { thread.release(arguments) }
    if position < 0 { return try thread.tuple(iterator.type.value, arguments) }
    return try thread.tuple(iterator.type.value, arguments, Value(small: position))
  }

  static func setState(thread: ThreadState, iterator: Value, value: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let wanted = try thread.index(value)
    let container = thread.retain(state.container)
    defer { thread.release(container) }
    while true {
      let position = state.position
      if position < 0 { return .none }
      let length = try thread.length(container)
      if state.claim(from: position, to: min(max(wanted, -1), length - 1)) { return .none }
    }
  }
}
