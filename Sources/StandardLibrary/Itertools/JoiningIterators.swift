// Iterators that put items together: accumulate, batched, chain, pairwise, zip_longest.

import CRuntime
import Runtime

/// `accumulate(iterable, func, initial=…)`: `first` is the total so far, `second` the initial value
/// until it was returned.
enum AccumulateIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.accumulate",
      "Return series of accumulated sums (or other binary function results).",
      new: AccumulateIterator.new, next: AccumulateIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments, "accumulate(iterable, func=None, *, initial=None)")
    let source = try thread.iterator(bound[0])
    return try IteratorState.make(
      thread, type, source: source, function: thread.retain(bound[1]),
      second: bound[2].isNone ? .unbound : thread.retain(bound[2]))
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let initial = state.exchange(thread, state.second, .unbound)
    if !initial.isUnbound {
      state.store(thread, state.first, thread.retain(initial))
      return initial
    }
    let item = try thread.next(state.source)
    if item.isUnbound { return item }
    let total = state.load(thread, state.first)
    if total.isUnbound {
      state.store(thread, state.first, thread.retain(item))
      return item
    }
    defer {
      thread.release(item)
      thread.release(total)
    }
    let sum =
      state.function.isNone
      ? try thread.add(total, item) : try thread.call(state.function, total, item)
    state.store(thread, state.first, thread.retain(sum))
    return sum
  }
}

/// `batched(iterable, n, strict=…)`: `limit` is n, `step` tells strict.
enum BatchedIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.batched",
      """
      Batch data into tuples of length n. The last batch may be shorter than n.

      With strict=True, a last batch that is shorter raises ValueError.
      """, new: BatchedIterator.new, next: BatchedIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "batched(iterable, n, *, strict=False)")
    let size = try thread.index(bound[1])
    let isStrict = try thread.isTrue(bound[2])
    if size < 1 { throw thread.raise(.valueError, "n must be at least one") }
    let source = try thread.iterator(bound[0])
    return try IteratorState.make(
      thread, type, source: source, limit: size, step: isStrict ? 1 : 0)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    if state.isDone { return .unbound }
    let size = state.body.pointee.limit
    var items: [Value] = []
    do throws(Raised) {
      while items.count < size {
        let item = try thread.next(state.source)
        if item.isUnbound {
          state.markDone()
          break
        }
        items.append(item)
      }
      if items.count < size, !items.isEmpty, state.body.pointee.step == 1 {
        throw thread.raise(.valueError, "batched(): incomplete batch")
      }
    } catch {
      state.markDone()
      for item in items { thread.release(item) }
      throw error
    }
    return items.isEmpty ? .unbound : try thread.tuple(owned: items)
  }
}

/// `chain(*iterables)`: `source` iterates over the iterables, `first` over the current one.
enum ChainIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.chain",
      """
      chain(*iterables) --> chain object

      Return a chain object whose .__next__() method returns elements from the
      first iterable until it is exhausted, then elements from the next, to the end.
      """, new: ChainIterator.new, next: ChainIterator.next,
      methods: [
        Method(
          "from_iterable(iterable, /)", ChainIterator.fromIterable,
          "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
          kind: .classMethod),
        Method(
          "__class_getitem__(object, /)", ChainIterator.classGetItem, "See PEP 585",
          kind: .classMethod),
      ])
  }

  static func classGetItem(thread: ThreadState, type: Value, item: Value) throws(Raised) -> Value {
    try GenericAliasObject.make(thread, type, item)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try IteratorTable.refuseKeywords(thread, type, arguments, "chain")
    let iterables = try TupleObject.make(thread, copying: arguments.base, arguments.count)
    defer { thread.release(iterables.value) }
    return try fromIterable(thread: thread, type: type, iterable: iterables.value)
  }

  static func fromIterable(thread: ThreadState, type: Value, iterable: Value) throws(Raised)
    -> Value
  {
    let source = try thread.iterator(iterable)
    return try IteratorState.make(thread, type, source: source)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    while true {
      if state.isDone { return .unbound }
      let current = state.load(thread, state.first)
      defer { thread.release(current) }
      if !current.isUnbound {
        let item = try thread.next(current)
        if !item.isUnbound { return item }
      }
      try advance(thread, state, from: current)
    }
  }

  private static func advance(_ thread: ThreadState, _ state: IteratorState, from current: Value)
    throws(Raised)
  {
    do throws(Raised) {
      let iterable = try thread.next(state.source)
      if iterable.isUnbound {
        // Another thread may have found a further iterable meanwhile.
        thread.lock(state.reference)
        let isLast = state.first.pointee.isIdentical(to: current)
        thread.unlock(state.reference)
        if isLast { state.markDone() }
        return
      }
      defer { thread.release(iterable) }
      state.store(thread, state.first, try thread.iterator(iterable))
    } catch {
      state.markDone()
      throw error
    }
  }
}

/// `pairwise(iterable)`: `first` is the last item seen.
enum PairwiseIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.pairwise",
      """
      Return an iterator of overlapping pairs taken from the input iterator.

          s -> (s0,s1), (s1,s2), (s2, s3), ...
      """, new: PairwiseIterator.new, next: PairwiseIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try IteratorTable.refuseKeywords(thread, type, arguments, "pairwise")
    if arguments.count != 1 {
      throw thread.raise(.typeError, "pairwise expected 1 argument, got \(arguments.count)")
    }
    let source = try thread.iterator(arguments[0])
    return try IteratorState.make(thread, type, source: source)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    while true {
      if state.isDone { return .unbound }
      let item = try thread.next(state.source)
      if item.isUnbound {
        state.markDone()
        state.store(thread, state.first, .unbound)
        return .unbound
      }
      let previous = state.exchange(thread, state.first, thread.retain(item))
      if !previous.isUnbound { return try thread.tuple(owned: [previous, item]) }
      thread.release(item)
    }
  }
}

/// `zip_longest(*iterables, fillvalue=None)`: `first` is a list of the iterators, None for those that
/// ended; `function` is the fill value, `limit` the number of those still going on.
enum ZipLongestIterator {
  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools.zip_longest",
      """
      Return a zip_longest object whose .__next__() method returns a tuple where
      the i-th element comes from the i-th iterable argument, until the longest ends;
      shorter ones are padded with the fillvalue.
      """, new: ZipLongestIterator.new, next: ZipLongestIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    var fill = Value.none
    for index in 0..<arguments.keywordCount {
      guard StringObject(arguments.keywordName(index)).text == "fillvalue" else {
        throw thread.raise(.typeError, "zip_longest() got an unexpected keyword argument")
      }
      fill = arguments.keywordValue(index)
    }
    let iterators = try ListObject.make(thread, capacity: arguments.count)
    do throws(Raised) {
      for index in 0..<arguments.count {
        try iterators.appendOwned(thread, try thread.iterator(arguments[index]))
      }
    } catch {
      thread.release(iterators.value)
      throw error
    }
    return try IteratorState.make(
      thread, type, source: .unbound, function: thread.retain(fill), first: iterators.value,
      limit: arguments.count)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    let iterators = ListObject(state.first.pointee)
    let count = iterators.count
    if loadCountRelaxed(&state.body.pointee.limit) <= 0 { return .unbound }
    let result = try TupleObject.make(thread, count)
    do throws(Raised) {
      for index in 0..<count {
        let item = try item(thread, state, iterators, index)
        if item.isUnbound {
          thread.release(result.value)
          return .unbound
        }
        result.initialize(index, item)
      }
    } catch {
      storeCountRelaxed(&state.body.pointee.limit, 0)
      thread.release(result.value)
      throw error
    }
    return result.value
  }

  /// One iterator's item or the fill value; unbound when the last iterator ends.
  private static func item(
    _ thread: ThreadState, _ state: IteratorState, _ iterators: ListObject, _ index: Int
  ) throws(Raised) -> Value {
    let inner = iterators.item(thread, at: index)
    defer { thread.release(inner) }
    if !inner.isNone {
      let item = try thread.next(inner)
      if !item.isUnbound { return item }
      let ended = try thread.getItem(iterators.value, Value(small: index))
      defer { thread.release(ended) }
      if !ended.isNone {
        try thread.setItem(iterators.value, Value(small: index), .none)
        thread.lock(state.reference)
        state.body.pointee.limit -= 1
        thread.unlock(state.reference)
      }
      if loadCountRelaxed(&state.body.pointee.limit) <= 0 { return .unbound }
    }
    return thread.retain(state.function)
  }
}
