// Iterators that pass some items of one source on: compress, dropwhile, filterfalse, takewhile,
// islice; and starmap, which calls with each.

import CRuntime
import Runtime

extension ThreadState {
  /// Whether a predicate accepts an item.
  fileprivate func accepts(_ predicate: Value, _ item: Value) throws(Raised) -> Bool {
    let answer = try call(predicate, item)
    defer { release(answer) }
    return try isTrue(answer)
  }
}

/// The constructor of those that take (predicate, iterable).
private func makePredicateIterator(
  _ thread: ThreadState, _ type: Value, _ arguments: Arguments, _ name: String
) throws(Raised) -> Value {
  try IteratorTable.requireTwo(thread, type, arguments, name)
  let source = try thread.iterator(arguments[1])
  return try IteratorState.make(
    thread, type, source: source, function: thread.retain(arguments[0]))
}

/// `compress(data, selectors)`: `source` is the data's iterator, `function` the selectors'.
enum CompressIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.compress",
      """
      Return data elements corresponding to true selector elements.

      Stops when either the data or the selectors are exhausted.
      """, new: CompressIterator.new, next: CompressIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "compress(data, selectors)")
    let data = try thread.iterator(bound[0])
    let selectors: Value
    do throws(Raised) { selectors = try thread.iterator(bound[1]) } catch {
      thread.release(data)
      throw error
    }
    return try IteratorState.make(thread, type, source: data, function: selectors)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    while true {
      let item = try thread.next(state.source)
      if item.isUnbound { return item }
      do throws(Raised) {
        let selector = try thread.next(state.function)
        if selector.isUnbound {
          thread.release(item)
          return .unbound
        }
        defer { thread.release(selector) }
        if try thread.isTrue(selector) { return item }
      } catch {
        thread.release(item)
        throw error
      }
      thread.release(item)
    }
  }
}

/// `dropwhile(predicate, iterable)`: done when an item was passed on.
enum DropWhileIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.dropwhile",
      """
      Drop items from the iterable while predicate(item) is true.

      Afterwards, return every element until the iterable is exhausted.
      """, new: DropWhileIterator.new, next: DropWhileIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try makePredicateIterator(thread, type, arguments, "dropwhile")
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    while true {
      let item = try thread.next(state.source)
      if item.isUnbound || state.isDone { return item }
      do throws(Raised) {
        if try !thread.accepts(state.function, item) {
          state.markDone()
          return item
        }
      } catch {
        thread.release(item)
        throw error
      }
      thread.release(item)
    }
  }
}

/// `takewhile(predicate, iterable)`: done when an item was refused.
enum TakeWhileIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.takewhile",
      "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
      new: TakeWhileIterator.new, next: TakeWhileIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try makePredicateIterator(thread, type, arguments, "takewhile")
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    if state.isDone { return .unbound }
    let item = try thread.next(state.source)
    if item.isUnbound { return item }
    do throws(Raised) {
      if try thread.accepts(state.function, item) { return item }
    } catch {
      thread.release(item)
      throw error
    }
    thread.release(item)
    state.markDone()
    return .unbound
  }
}

enum FilterFalseIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.filterfalse",
      """
      Return those items of iterable for which function(item) is false.

      If function is None, return the items that are false.
      """, new: FilterFalseIterator.new, next: FilterFalseIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try makePredicateIterator(thread, type, arguments, "filterfalse")
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let isPlain =
      state.function.isNone || state.function.isIdentical(to: TypeObject(.bool).value)
    while true {
      let item = try thread.next(state.source)
      if item.isUnbound { return item }
      do throws(Raised) {
        let isTrue =
          isPlain ? try thread.isTrue(item) : try thread.accepts(state.function, item)
        if !isTrue { return item }
      } catch {
        thread.release(item)
        throw error
      }
      thread.release(item)
    }
  }
}

enum StarMapIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.starmap",
      "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
      new: StarMapIterator.new, next: StarMapIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try makePredicateIterator(thread, type, arguments, "starmap")
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let item = try thread.next(state.source)
    if item.isUnbound { return item }
    defer { thread.release(item) }
    let tuple =
      item.isExactly(.tuple) ? thread.retain(item) : try thread.tuple(from: item)
    defer { thread.release(tuple) }
    let items = TupleObject(tuple)
    return try thread.call(
      state.function,
      Arguments(
        base: UnsafeMutableRawPointer(items.items).assumingMemoryBound(to: UInt.self),
        count: items.count))
  }
}

/// `islice(iterable, start, stop, step)`. `position` is how many items were claimed from the source,
/// `first` (a small integer) the number of the next one to return, `limit` the stop or -1.
enum SliceIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.islice",
      """
      islice(iterable, stop) --> islice object
      islice(iterable, start, stop[, step]) --> islice object

      Return an iterator whose next() method returns selected values from an
      iterable: what a slice with these numbers would select, none negative.
      """, new: SliceIterator.new, next: SliceIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try IteratorTable.refuseKeywords(thread, type, arguments, "islice")
    if arguments.count < 2 || arguments.count > 4 {
      let bound = arguments.count < 2 ? "at least 2" : "at most 4"
      throw thread.raise(
        .typeError, "islice expected \(bound) arguments, got \(arguments.count)")
    }
    let isStopOnly = arguments.count == 2
    let rule = "must be None or an integer: 0 <= x <= sys.maxsize."
    let start = isStopOnly ? 0 : number(thread, arguments[1], whenNone: 0)
    let stop = number(thread, arguments[isStopOnly ? 1 : 2], whenNone: -2)
    if stop == -1 { throw thread.raise(.valueError, "Stop argument for islice() \(rule)") }
    if start < 0 || stop < -2 {
      throw thread.raise(.valueError, "Indices for islice() \(rule)")
    }
    let step =
      arguments.count < 4 ? 1 : number(thread, arguments[3], whenNone: 1)
    if step < 1 {
      throw thread.raise(.valueError, "Step for islice() must be a positive integer or None.")
    }
    let source = try thread.iterator(arguments[0])
    return try IteratorState.make(
      thread, type, source: source, first: Value(small: min(start, Int.max >> 1)),
      limit: max(stop, -1),
      step: step)
  }

  /// The number given; -1 for what is no integer, or none that fits; -3 for one below -1.
  private static func number(_ thread: ThreadState, _ value: Value, whenNone: Int) -> Int {
    if value.isNone { return whenNone }
    do throws(Raised) {
      let number = try thread.index(value)
      return number < -1 ? -3 : number
    } catch {
      thread.clearException()
      return -1
    }
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    thread.lock(state.reference)
    let stop = state.limit
    let claimed = state.position
    let wanted = state.first.pointee.smallInteger
    let isOver = stop >= 0 && claimed >= stop
    let yields = stop < 0 || wanted < stop
    if !isOver {
      state.position = yields ? wanted + 1 : wanted
      let (following, overflow) = wanted.addingReportingOverflow(state.step)
      let limited = overflow || (stop >= 0 && following > stop)
      state.first.pointee = Value(small: min(limited ? max(stop, wanted) : following, Int.max >> 1))
    }
    thread.unlock(state.reference)
    if isOver { return .unbound }
    do throws(Raised) {
      for _ in 0..<max(0, wanted - claimed) {
        let skipped = try thread.next(state.source)
        if skipped.isUnbound { return end(thread, state) }
        thread.release(skipped)
      }
      if !yields { return .unbound }
      let item = try thread.next(state.source)
      return item.isUnbound ? end(thread, state) : item
    } catch {
      _ = end(thread, state)
      throw error
    }
  }

  /// From now on there are no items.
  private static func end(_ thread: ThreadState, _ state: IteratorState) -> Value {
    thread.lock(state.reference)
    state.limit = 0
    thread.unlock(state.reference)
    return .unbound
  }
}
