// Builtin functions about iteration: reduction, ordering, iterators.

import CRuntime

extension BuiltinFunctions {
  static func all(thread: ThreadState, iterable: Value) throws(Raised) -> Value {
    var result = true
    try thread.forEach(iterable) { (item: Value) throws(Raised) -> Bool in
      result = try thread.isTrue(item)
      return result
    }
    return Value(result)
  }

  static func any(thread: ThreadState, iterable: Value) throws(Raised) -> Value {
    var result = false
    try thread.forEach(iterable) { (item: Value) throws(Raised) -> Bool in
      result = try thread.isTrue(item)
      return !result
    }
    return Value(result)
  }

  static func iterator(thread: ThreadState, object: Value, sentinel: Value) throws(Raised) -> Value
  {
    if sentinel.isUnbound { return try thread.iterator(object) }
    guard thread.isCallable(object) else {
      throw thread.raise(.typeError, "iter(v, w): v must be callable")
    }
    return try CallableIterator.make(thread, object, sentinel)
  }

  static func next(thread: ThreadState, iterator: Value, fallback: Value) throws(Raised) -> Value {
    do throws(Raised) {
      let item = try thread.step(iterator)
      if !item.isUnbound { return item }
    } catch {
      guard !fallback.isUnbound, thread.exceptionMatches(.stopIteration) else { throw error }
      thread.clearException()
    }
    if !fallback.isUnbound { return thread.retain(fallback) }
    throw thread.raiseStopIteration(.none)
  }

  static func asyncIterator(thread: ThreadState, object: Value) throws(Raised) -> Value {
    guard let code = object.type.slot(.asyncIterate) else {
      throw thread.raise(
        .typeError, "'\(object.type.nameText)' object is not an async iterable")
    }
    let result = try thread.invoke(unary: code, object)
    if result.type.slot(.asyncNext) != nil { return result }
    defer { thread.release(result) }
    throw thread.raise(
      .typeError,
      "'\(object.type.nameText)' object's __aiter__ returned non-async-iterator of type "
        + "'\(result.type.nameText)'")
  }

  static func asyncNext(thread: ThreadState, iterator: Value, fallback: Value) throws(Raised)
    -> Value
  {
    guard let code = iterator.type.slot(.asyncNext) else {
      throw thread.raise(
        .typeError, "'\(iterator.type.nameText)' object is not an async iterator")
    }
    return try thread.invoke(unary: code, iterator)
  }

  static func length(thread: ThreadState, object: Value) throws(Raised) -> Value {
    Value(small: try thread.length(object))
  }

  // MARK: max, min

  static func maximum(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try extreme(thread, arguments, "max", .greater)
  }

  static func minimum(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try extreme(thread, arguments, "min", .less)
  }

  private static func extreme(
    _ thread: ThreadState, _ arguments: Arguments, _ name: String, _ comparison: Comparison
  ) throws(Raised) -> Value {
    guard arguments.count > 0 else {
      throw thread.raise(.typeError, "\(name) expected at least 1 argument, got 0")
    }
    var key = Value.none
    var fallback = Value.unbound
    for index in 0..<arguments.keywordCount {
      let keyword = arguments.keywordName(index)
      if thread.isKeyword(keyword, .key) {
        key = arguments.keywordValue(index)
      } else if thread.isKeyword(keyword, .default) {
        fallback = arguments.keywordValue(index)
      } else {
        throw thread.raise(
          .typeError,
          "\(name)() got an unexpected keyword argument '\(StringObject(keyword).text)'")
      }
    }
    if !fallback.isUnbound && arguments.count > 1 {
      throw thread.raise(
        .typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    var search = ExtremeSearch(thread, key, comparison)
    defer { search.releaseAll() }
    if arguments.count > 1 {
      for index in 0..<arguments.count { try search.consider(arguments[index]) }
    } else {
      try thread.forEach(arguments[0]) { (item: Value) throws(Raised) -> Bool in
        try search.consider(item)
        return true
      }
    }
    if !search.best.isUnbound { return search.takeBest() }
    if !fallback.isUnbound { return thread.retain(fallback) }
    throw thread.raise(.valueError, "\(name)() iterable argument is empty")
  }

  /// The first of the extreme items seen so far, and its key.
  private struct ExtremeSearch {
    let thread: ThreadState
    let key: Value
    let comparison: Comparison
    var best = Value.unbound
    private var bestKey = Value.unbound

    init(_ thread: ThreadState, _ key: Value, _ comparison: Comparison) {
      self.thread = thread
      self.key = key
      self.comparison = comparison
    }

    mutating func consider(_ item: Value) throws(Raised) {
      let itemKey = key.isNone ? thread.retain(item) : try thread.call(key, item)
      var isBetter = best.isUnbound
      if !isBetter {
        do throws(Raised) { isBetter = try thread.holds(itemKey, bestKey, comparison) } catch {
          thread.release(itemKey)
          throw error
        }
      }
      guard isBetter else { return thread.release(itemKey) }
      releaseAll()
      best = thread.retain(item)
      bestKey = itemKey
    }

    mutating func takeBest() -> Value {
      let result = best
      best = .unbound
      return result
    }

    mutating func releaseAll() {
      thread.release(best)
      thread.release(bestKey)
      best = .unbound
      bestKey = .unbound
    }
  }

  // MARK: sum, sorted

  static func sum(thread: ThreadState, iterable: Value, start: Value) throws(Raised) -> Value {
    if start.isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(
        .typeError, "sum() can't sum strings [use ''.join(seq) instead]")
    }
    if start.isInstance(TypeFlags.bytesSubclass) {
      throw thread.raise(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
    }
    if start.isReference && start.type.isSubtype(of: .bytearray) {
      throw thread.raise(.typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
    }
    var total = Summation(thread, start)
    do throws(Raised) {
      try thread.forEach(iterable) { (item: Value) throws(Raised) -> Bool in
        try total.add(item)
        return true
      }
      return try total.finish()
    } catch {
      total.abandon()
      throw error
    }
  }

  static func sorted(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    guard arguments.count == 1 else {
      throw thread.raise(.typeError, "sorted expected 1 argument, got \(arguments.count)")
    }
    let list = try thread.call(TypeObject(.list).value, arguments[0])
    do throws(Raised) {
      let sort = try thread.getAttribute(list, .name(.sort))
      defer { thread.release(sort) }
      thread.release(try thread.call(sort, arguments.dropFirst(1)))
    } catch {
      thread.release(list)
      throw error
    }
    return list
  }
}

/// A running sum: machine integers as long as they fit, then floats with Neumaier's compensation,
/// then whatever `+` gives.
private struct Summation {
  private enum State {
    case integer(Int)
    case float(Double, compensation: Double)
    case object(Value)
  }
  private let thread: ThreadState
  private var state: State

  init(_ thread: ThreadState, _ start: Value) {
    self.thread = thread
    if start.isSmallInteger {
      state = .integer(start.smallInteger)
    } else if start.isExactFloat {
      state = .float(start.float, compensation: 0)
    } else {
      state = .object(thread.retain(start))
    }
  }

  mutating func add(_ item: Value) throws(Raised) {
    switch state {
    case .integer(let total):
      if item.isSmallInteger || item.isBool {
        let addend = item.isSmallInteger ? item.smallInteger : (item.isTrue ? 1 : 0)
        let (sum, overflows) = total.addingReportingOverflow(addend)
        if !overflows {
          state = .integer(sum)
          return
        }
      }
      try addGeneric(item)
    case .float(let total, let compensation):
      if item.isExactFloat {
        let x = item.float
        let sum = total + x
        let lost = abs(total) >= abs(x) ? (total - sum) + x : (x - sum) + total
        state = .float(sum, compensation: compensation + lost)
      } else if item.isSmallInteger || item.isBool {
        let addend = item.isSmallInteger ? item.smallInteger : (item.isTrue ? 1 : 0)
        state = .float(total + Double(addend), compensation: compensation)
      } else {
        try addGeneric(item)
      }
    case .object: try addGeneric(item)
    }
  }

  private mutating func addGeneric(_ item: Value) throws(Raised) {
    let total = try finish()
    state = .integer(0)
    defer { thread.release(total) }
    let sum = try thread.add(total, item)
    if sum.isExactFloat {
      state = .float(sum.float, compensation: 0)
      thread.release(sum)
    } else {
      state = .object(sum)
    }
  }

  /// The sum, owned. A compensation that is not finite would spoil an infinite sum.
  func finish() throws(Raised) -> Value {
    switch state {
    case .integer(let total): return try thread.integer(total)
    case .float(let total, let compensation):
      let isUsable = compensation != 0 && compensation.isFinite
      return try thread.float(isUsable ? total + compensation : total)
    case .object(let value): return value
    }
  }

  mutating func abandon() {
    if case .object(let value) = state { thread.release(value) }
    state = .integer(0)
  }
}
