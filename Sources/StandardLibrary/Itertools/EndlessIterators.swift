// count, cycle and repeat.

import CRuntime
import Runtime

/// `count(start, step)`: `first` is the next number, `function` the step.
enum CountIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.count",
      """
      Return a count object whose .__next__() method returns consecutive values.

      It never ends: start, start + step, start + 2*step, and so on.
      """, new: CountIterator.new, next: CountIterator.next, repr: CountIterator.repr,
      methods: [Method("__reduce__()", CountIterator.reduce, "What pickle stores.")])
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "count(start=0, step=1)")
    for number in [bound[0], bound[1]] where !isNumber(number) {
      throw thread.raise(.typeError, "a number is required")
    }
    return try IteratorState.make(
      thread, type, source: .unbound, function: thread.retain(bound[1]),
      first: thread.retain(bound[0]))
  }

  private static func isNumber(_ value: Value) -> Bool {
    let type = value.type
    return type.slot(.index) != nil || type.slot(.integer) != nil || type.slot(.float) != nil
      || type.isSubtype(of: .complex)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    while true {
      thread.lock(state.reference)
      let number = state.first.pointee
      if number.isSmallInteger, state.function.isSmallInteger {
        let (sum, overflow) = number.smallInteger.addingReportingOverflow(
          state.function.smallInteger)
        if !overflow && Value.fitsSmall(sum) {
          state.first.pointee = Value(small: sum)
          thread.unlock(state.reference)
          return number
        }
      }
      let held = thread.retain(number)
      thread.unlock(state.reference)
      let following: Value
      do throws(Raised) { following = try thread.add(held, state.function) } catch {
        thread.release(held)
        throw error
      }
      if state.replace(thread, state.first, held, following) { return held }
      thread.release(held)
    }
  }

  static func repr(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let number = state.load(thread, state.first)
    defer { thread.release(number) }
    let text = try thread.reprText(number)
    let name = iterator.type.nameText
    if state.function.isSmallInteger && state.function.smallInteger == 1 {
      return try thread.string("\(name)(\(text))")
    }
    return try thread.string("\(name)(\(text), \(try thread.reprText(state.function)))")
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let number = state.load(thread, state.first)
    defer { thread.release(number) }
    let isPlain = state.function.isSmallInteger && state.function.smallInteger == 1
    let arguments = isPlain ? try thread.tuple(number) : try thread.tuple(number, state.function)
    defer { thread.release(arguments) }
    return try thread.tuple(iterator.type.value, arguments)
  }
}

/// `cycle(iterable)`: `first` is the list of the items seen, `limit` tells that the source ended,
/// `position` the next item of the list.
enum CycleIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.cycle",
      "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
      new: CycleIterator.new, next: CycleIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try IteratorTable.refuseKeywords(thread, type, arguments, "cycle")
    if arguments.count != 1 {
      throw thread.raise(.typeError, "cycle expected 1 argument, got \(arguments.count)")
    }
    let source = try thread.iterator(arguments[0])
    let seen: ListObject
    do throws(Raised) { seen = try ListObject.make(thread, capacity: 0) } catch {
      thread.release(source)
      throw error
    }
    return try IteratorState.make(thread, type, source: source, first: seen.value)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let seen = ListObject(state.first.pointee)
    if state.limit == 0 {
      let item = try thread.next(state.source)
      if !item.isUnbound {
        do throws(Raised) { try seen.append(thread, item) } catch {
          thread.release(item)
          throw error
        }
        return item
      }
      state.limit = 1
    }
    let count = seen.count
    if count == 0 { return .unbound }
    thread.lock(state.reference)
    let position = state.position
    state.position = position + 1 < count ? position + 1 : 0
    thread.unlock(state.reference)
    return try thread.getItem(seen.value, Value(small: position))
  }
}

/// `repeat(object, times)`: `limit` is what remains, or -1 for ever.
enum RepeatIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.repeat",
      "Return the object for the specified number of times, or endlessly if none is given.",
      new: RepeatIterator.new, next: RepeatIterator.next, repr: RepeatIterator.repr,
      methods: [
        Method("__length_hint__()", RepeatIterator.hint, "How many items remain."),
        Method("__reduce__()", RepeatIterator.reduce, "What pickle stores."),
      ])
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "repeat(object, times=<unrepresentable>)")
    let times = bound[1].isUnbound ? -1 : max(0, try thread.index(bound[1]))
    return try IteratorState.make(
      thread, type, source: thread.retain(bound[0]), limit: times)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    if state.limit >= 0 {
      thread.lock(state.reference)
      let remaining = state.limit
      if remaining > 0 { state.limit = remaining - 1 }
      thread.unlock(state.reference)
      if remaining == 0 { return .unbound }
    }
    return thread.retain(state.source)
  }

  static func repr(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let text = try thread.reprText(state.source)
    let remaining = state.limit
    let name = iterator.type.nameText
    return try thread.string(
      remaining < 0 ? "\(name)(\(text))" : "\(name)(\(text), \(remaining))")
  }

  static func hint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let remaining = IteratorState(iterator).limit
    if remaining < 0 { throw thread.raise(.typeError, "len() of unsized object") }
    return Value(small: remaining)
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let remaining = state.limit
    let arguments =
      remaining < 0
      ? try thread.tuple(state.source) : try thread.tuple(state.source, Value(small: remaining))
    defer { thread.release(arguments) }
    return try thread.tuple(iterator.type.value, arguments)
  }
}
