// Iterators and loops over any iterable.

extension ThreadState {
  /// Whether `iter()` can work: `__iter__`, or the old protocol of `__getitem__` from 0 upwards.
  func isIterable(_ type: TypeObject) -> Bool {
    type.slot(.iterate) != nil || hasSequenceIteration(type)
  }

  private func hasSequenceIteration(_ type: TypeObject) -> Bool {
    guard type.slot(.getItem) != nil else { return false }
    if type.has(TypeFlags.dictionarySubclass) { return false }
    return type.has(TypeFlags.isSequence) || type.has(TypeFlags.isHeapType)
  }

  /// `iter(value)`.
  package func iterator(_ value: Value) throws(Raised) -> Value {
    let type = value.type
    guard let code = type.slot(.iterate) else {
      if hasSequenceIteration(type) {
        return try SequencePosition.make(self, .sequenceIterator, value, at: 0)
      }
      throw raise(.typeError, "'\(type.nameText)' object is not iterable")
    }
    let result = try invoke(unary: code, value)
    if result.type.slot(.next) != nil { return result }
    defer { release(result) }
    throw raise(
      .typeError, "iter() returned non-iterator of type '\(result.type.nameText)'")
  }

  /// The next item, or unbound at the end.
  @inline(__always) package func next(_ iterator: Value) throws(Raised) -> Value {
    guard let code = iterator.type.slot(.next) else { throw raiseNotIterator(iterator) }
    do throws(Raised) { return try invoke(unary: code, iterator) } catch {
      try endIteration(error)
      return .unbound
    }
  }

  /// The next item; at the end unbound, or the StopIteration that the iterator itself raises: for
  /// those who want its value.
  func step(_ iterator: Value) throws(Raised) -> Value {
    let type = iterator.type
    guard let code = type.slot(.next) else { throw raiseNotIterator(iterator) }
    if SlotTable.isTrampoline(type, .next) { return try callSpecial(iterator, .__next__) }
    return try invoke(unary: code, iterator)
  }

  /// A generator that returns a value ends with the StopIteration that carries it: for whoever only
  /// wants the items that is an end like any other. Throws all other errors on.
  @inline(never) func endIteration(_ error: Raised) throws(Raised) {
    guard exceptionMatches(.stopIteration) else { throw error }
    clearException()
  }

  @inline(never) private func raiseNotIterator(_ value: Value) -> Raised {
    raise(.typeError, "'\(value.type.nameText)' object is not an iterator")
  }

  /// Calls `body` with each item, borrowed, until it returns false.
  package func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Bool) throws(Raised) {
    if iterable.isExactly(.tuple) {
      let tuple = TupleObject(iterable)
      for index in 0..<tuple.count {
        if try !body(tuple[index]) { return }
      }
      return
    }
    let source = try iterator(iterable)
    defer { release(source) }
    while true {
      let item = try next(source)
      if item.isUnbound { return }
      defer { release(item) }
      if try !body(item) { return }
    }
  }
}
