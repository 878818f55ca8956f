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
    defer { thread.release(item) }
    while true {
      let total = state.load(thread, state.first)
      defer { thread.release(total) }
      let sum = try following(thread, state, total, item)
      // Two threads that have added to one total would lose an item of it: one of them adds again.
      // A function in Python is called once for each item, as if the threads took turns in it.
      if state.function.isExactly(.function) {
        state.store(thread, state.first, thread.retain(sum))
        return sum
      }
      if state.replace(thread, state.first, total, thread.retain(sum)) { return sum }
      thread.release(sum)
    }
  }

  private static func following(
    _ thread: ThreadState, _ state: IteratorState, _ total: Value, _ item: Value
  ) throws(Raised) -> Value {
    if total.isUnbound { return thread.retain(item) }
    if state.function.isNone { return try thread.add(total, item) }
    return try thread.call(state.function, total, item)
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
    return try state.inTurn(thread) { () throws(Raised) in try batch(thread, state) }
  }

  private static func batch(_ thread: ThreadState, _ state: IteratorState) throws(Raised) -> Value {
    if state.isDone { return .unbound }
    let size = state.limit
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
      if items.count < size, !items.isEmpty, state.step == 1 {
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

/// `chain(*iterables)`: `source` iterates over the iterables, `first` over the current one. Iterators
/// that were drawn together with that one wait in `second`, a pair of one and the rest; `limit`
/// threads are about to change `first`.
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
      if try !advance(thread, state, from: current) { return .unbound }
    }
  }

  /// Puts what follows in the place of the current iterator, which has ended; false if there is
  /// nothing.
  private static func advance(_ thread: ThreadState, _ state: IteratorState, from current: Value)
    throws(Raised) -> Bool
  {
    countDrawing(thread, state, 1)
    defer { countDrawing(thread, state, -1) }
    var following = takeWaiting(thread, state)
    do throws(Raised) {
      if following.isUnbound {
        let iterable = try thread.next(state.source)
        if iterable.isUnbound { return isOtherwise(thread, state, current) }
        defer { thread.release(iterable) }
        following = try thread.iterator(iterable)
      }
      defer { thread.release(following) }
      // Threads that find the end of one iterator together draw one each: the others' wait.
      if !state.replace(thread, state.first, current, thread.retain(following)) {
        try addWaiting(thread, state, following)
      }
      return true
    } catch {
      state.markDone()
      throw error
    }
  }

  private static func countDrawing(_ thread: ThreadState, _ state: IteratorState, _ change: Int) {
    thread.lock(state.reference)
    state.limit += change
    thread.unlock(state.reference)
  }

  /// When the source has ended: whether another thread has put something in place meanwhile. The
  /// chain is over for good if nobody is about to do so.
  private static func isOtherwise(
    _ thread: ThreadState, _ state: IteratorState, _ current: Value
  ) -> Bool {
    thread.lock(state.reference)
    let isSame = state.first.pointee.isIdentical(to: current) && state.second.pointee.isUnbound
    if isSame && state.limit == 1 { state.markDone() }
    thread.unlock(state.reference)
    return !isSame
  }

  /// Takes one of the iterators that wait, owned, or unbound.
  private static func takeWaiting(_ thread: ThreadState, _ state: IteratorState) -> Value {
    while true {
      let cell = state.load(thread, state.second)
      if cell.isUnbound { return .unbound }
      defer { thread.release(cell) }
      let rest = TupleObject(cell)[1]
      if state.replace(thread, state.second, cell, thread.retain(rest.isNone ? .unbound : rest)) {
        return thread.retain(TupleObject(cell)[0])
      }
    }
  }

  private static func addWaiting(_ thread: ThreadState, _ state: IteratorState, _ iterator: Value)
    throws(Raised)
  {
    while true {
      let rest = state.load(thread, state.second)
      defer { thread.release(rest) }
      let cell = try thread.tuple(iterator, rest.isUnbound ? .none : rest)
      if state.replace(thread, state.second, rest, cell) { return }
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
    return try state.inTurn(thread) { () throws(Raised) in try pair(thread, state) }
  }

  private static func pair(_ thread: ThreadState, _ state: IteratorState) throws(Raised) -> Value {
    if state.isDone { return .unbound }
    var previous = state.load(thread, state.first)
    if previous.isUnbound {
      previous = try draw(thread, state)
      if previous.isUnbound { return previous }
      state.store(thread, state.first, thread.retain(previous))
    }
    let item: Value
    do throws(Raised) { item = try draw(thread, state) } catch {
      thread.release(previous)
      throw error
    }
    if item.isUnbound {
      thread.release(previous)
      return item
    }
    state.store(thread, state.first, thread.retain(item))
    return try thread.tuple(owned: [previous, item])
  }

  /// The source's next item; at its end, or if it raises, the iterator ends for good.
  private static func draw(_ thread: ThreadState, _ state: IteratorState) throws(Raised) -> Value {
    var item = Value.unbound
    defer {
      if item.isUnbound {
        state.markDone()
        state.store(thread, state.first, .unbound)
      }
    }
    item = try thread.next(state.source)
    return item
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
    if state.limit <= 0 { return .unbound }
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
      state.limit = 0
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
      try thread.setItem(iterators.value, Value(small: index), .none)
      if !isAnyLeft(thread, iterators) { state.limit = 0 }
      if state.limit <= 0 { return .unbound }
    }
    return thread.retain(state.function)
  }

  /// Counted anew each time: two threads may find the end of the same iterator.
  private static func isAnyLeft(_ thread: ThreadState, _ iterators: ListObject) -> Bool {
    for index in 0..<iterators.count {
      let inner = iterators.item(thread, at: index)
      defer { thread.release(inner) }
      if !inner.isNone { return true }
    }
    return false
  }
}
