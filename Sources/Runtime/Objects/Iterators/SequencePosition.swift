// The body of iterators that walk a sequence by position: list, list backwards, tuple, `__getitem__`
// sequences, `reversed`.
//
// Invariant: an iterator that several threads advance gives each item to one of them. A thread
// reads the position, takes the item (a counted reference of its own), and claims it by
// compare-and-swap of the position; the loser drops its item and tries again. The position only
// moves one way, so it can't come back to a value that a loser has read. Negative = exhausted, for
// good. The container is written only before publication and by solo threads: others read it
// without a lock, so an exhausted iterator keeps it alive once threads run (concurrency.md R5, R7).
//
// An iterator made by a `for` loop for itself is *private*: nobody else can reach it, and its
// position is a plain field.

import CRuntime

package struct SequencePositionBody {
  var header: Header
  var container: Value
  var position: Int
}

package struct SequencePosition {
  let body: UnsafeMutablePointer<SequencePositionBody>

  @inline(__always) init(_ value: Value) {
    body = value.reference.body(SequencePositionBody.self)
  }

  /// Flag in the header of an iterator that only one thread can reach.
  static let privateFlag: UInt16 = 0x8000
  static let exhausted = -1

  static func make(
    _ thread: ThreadState, _ type: WellKnownType, _ container: Value, at position: Int
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(type), SequencePositionBody.self)
    body.pointee.container = thread.retain(container)
    body.pointee.position = position
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  @inline(__always) private var positionAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 8
  }
  @inline(__always) var position: Int {
    Int(bitPattern: racer_load_acquire_word(positionAddress))
  }
  @inline(__always) var container: Value { body.pointee.container }
  @inline(__always) func isPrivate(_ thread: ThreadState) -> Bool {
    !thread.isShared || body.pointee.header.flags & SequencePosition.privateFlag != 0
  }

  /// Moves the position if nobody else did since it was read.
  @inline(__always) func claim(from old: Int, to new: Int) -> Bool {
    var expected = UInt(bitPattern: old)
    return racer_cas_acqrel_word(positionAddress, &expected, UInt(bitPattern: new))
  }

  @inline(__always) func advancePrivately(to position: Int) { body.pointee.position = position }

  /// No more items, ever. Drops the container if no other thread can be reading it.
  @inline(never) func exhaust(_ thread: ThreadState) {
    racer_store_release_word(positionAddress, UInt(bitPattern: SequencePosition.exhausted))
    if !thread.isShared {
      let container = body.pointee.container
      body.pointee.container = .unbound
      thread.release(container)
    }
  }

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(SequencePositionBody.self).pointee.container)
  }

  static func iterateSelf(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    thread.retain(iterator)
  }
}

// MARK: The types

extension SequencePosition {
  private static func definition(
    _ name: StaticString, next: UnaryFunction, lengthHint: UnaryFunction
  ) -> TypeDefinition {
    TypeDefinition(
      name: name, size: MemoryLayout<SequencePositionBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      slots: [.iterate(SequencePosition.iterateSelf), .next(next)],
      methods: [
        Method(
          "__length_hint__()", lengthHint, "Private method returning an estimate of len(list(it))."),
        Method("__reduce__()", SequencePosition.reduce, "Return state information for pickling."),
        Method(
          "__setstate__(state, /)", SequencePosition.setState,
          "Set state information for unpickling."),
      ], visit: SequencePosition.visit)
  }

  package static let listDefinition = definition(
    "list_iterator", next: nextOfList, lengthHint: hintAscending)
  package static let listReverseDefinition = definition(
    "list_reverseiterator", next: nextOfListReversed, lengthHint: hintDescending)
  package static let tupleDefinition = definition(
    "tuple_iterator", next: nextOfTuple, lengthHint: hintAscending)
  package static let sequenceDefinition = definition(
    "iterator", next: nextOfSequence, lengthHint: hintAscending)

  static func nextOfList(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    nextListItem(thread, iterator)
  }

  /// The next item of a list iterator, owned, or unbound. For a register: the word may be uncounted.
  @inline(__always) package static func nextListItem(
    _ thread: ThreadState, _ iterator: Value, forRegister: Bool = false, isPrivate: Bool = false
  ) -> Value {
    let state = SequencePosition(iterator)
    if !thread.isShared {
      let position = state.body.pointee.position
      if position < 0 { return .unbound }
      let list = ListObject(state.container)
      if position < list.count {
        state.advancePrivately(to: position &+ 1)
        return thread.retain(Value(bits: list.store.items[position]))
      }
      state.exhaust(thread)
      return .unbound
    }
    let isPrivate = isPrivate || state.isPrivate(thread)
    return forRegister
      ? nextListItemShared(thread, state, isPrivate) { $0.borrowedItemShared(thread, at: $1) }
      : nextListItemShared(thread, state, isPrivate) { $0.itemShared(thread, at: $1) }
  }

  private static func nextListItemShared(
    _ thread: ThreadState, _ state: SequencePosition, _ isPrivate: Bool,
    _ load: (ListObject, Int) -> Value
  ) -> Value {
    while true {
      let position = state.position
      if position < 0 { return .unbound }
      let item = load(ListObject(state.container), position)
      if item.isUnbound {
        if state.claim(from: position, to: exhausted) { return .unbound }
      } else if isPrivate {
        state.advancePrivately(to: position &+ 1)
        return item
      } else if state.claim(from: position, to: position &+ 1) {
        return item
      }
      thread.release(item)
    }
  }

  static func nextOfListReversed(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    while true {
      let position = state.position
      if position < 0 { return .unbound }
      let item = ListObject(state.container).item(thread, at: position)
      if item.isUnbound || position == 0 && !thread.isShared {
        state.exhaust(thread)
        return item
      }
      if state.claim(from: position, to: position - 1) { return item }
      thread.release(item)
    }
  }

  static func nextOfTuple(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    nextTupleItem(thread, iterator)
  }

  /// The next item of a tuple iterator, owned, or unbound.
  @inline(__always) package static func nextTupleItem(_ thread: ThreadState, _ iterator: Value)
    -> Value
  {
    let state = SequencePosition(iterator)
    while true {
      let position = state.position
      if position < 0 { return .unbound }
      let tuple = TupleObject(state.container)
      if position >= tuple.count {
        state.exhaust(thread)
        return .unbound
      }
      if state.isPrivate(thread) {
        state.advancePrivately(to: position &+ 1)
        return thread.retain(tuple[position])
      }
      if state.claim(from: position, to: position &+ 1) { return thread.retain(tuple[position]) }
    }
  }

  /// An object with `__getitem__` only: the item is got first, as its code may raise, then claimed.
  static func nextOfSequence(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    // Held: the code that is called may exhaust this very iterator.
    let container = thread.retain(state.container)
    defer { thread.release(container) }
    while true {
      let position = state.position
      if position < 0 { return .unbound }
      let index = try thread.integer(position)
      let item: Value
      do throws(Raised) { item = try thread.getItem(container, index) } catch {
        guard thread.exceptionMatches(.indexError) || thread.exceptionMatches(.stopIteration)
        else { throw error }
        thread.clearException()
        state.exhaust(thread)
        return .unbound
      }
      if state.claim(from: position, to: position + 1) { return item }
      thread.release(item)
    }
  }

  // MARK: Methods

  static func hintAscending(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let position = state.position
    if position < 0 { return Value(small: 0) }
    let container = thread.retain(state.container)
    defer { thread.release(container) }
    if iterator.isExactly(.sequenceIterator), container.type.slot(.length) == nil {
      return .notImplemented
    }
    return Value(small: max(0, try thread.length(container) - position))
  }

  static func hintDescending(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let position = state.position
    if position < 0 || ListObject(state.container).count < position { return Value(small: 0) }
    return Value(small: position + 1)
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = SequencePosition(iterator)
    let isReverse = iterator.isExactly(.listReverseIterator)
    let position = state.position
    let function = try thread.builtin(isReverse && position >= 0 ? "reversed" : "iter")
    defer { thread.release(function) }
    let container =
      position < 0
      ? (iterator.isExactly(.tupleIterator) || iterator.isExactly(.sequenceIterator)
        ? thread.tuple() : try ListObject.make(thread, capacity: 0).value)
      : thread.retain(state.container)
    defer { thread.release(container) }
    let arguments = try thread.tuple(container)
    defer { thread.release(arguments) }
    if position < 0 { return try thread.tuple(function, arguments) }
    return try thread.tuple(function, arguments, Value(small: position))
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
      let target =
        iterator.isExactly(.listReverseIterator)
        ? min(max(wanted, -1), length - 1) : min(max(wanted, 0), length)
      if state.claim(from: position, to: target) { return .none }
    }
  }
}

extension ThreadState {
  /// `iter(iterable)` for a loop that keeps the iterator to itself: exact built-in containers give a
  /// private one.
  @inline(__always) package func loopIterator(_ iterable: Value) throws(Raised) -> Value {
    let iterator = try iterator(iterable)
    if isShared
      && (iterable.isExactly(.list) || iterable.isExactly(.range)
        || iterable.isExactly(.tuple) || iterable.isExactly(.dict))
    {
      iterator.reference.header.pointee.flags |= SequencePosition.privateFlag
    }
    return iterator
  }
}
