// The module bisect: binary search in sorted sequences. Inserting numbers, strings and tuples of them
// into a whole list is one step.

import Runtime

package enum BisectModule {
  package static let definition = ModuleDefinition(
    name: "bisect", doc: "Binary search in sorted sequences, and insertion that keeps them sorted.",
    functions: [
      Method(
        "bisect_right(a, x, lo=0, hi=None, *, key=None)", bisectRight,
        "Where to insert x into the sorted list a, after items that are equal to it."),
      Method(
        "bisect(a, x, lo=0, hi=None, *, key=None)", bisectRight,
        "Where to insert x into the sorted list a, after items that are equal to it."),
      Method(
        "bisect_left(a, x, lo=0, hi=None, *, key=None)", bisectLeft,
        "Where to insert x into the sorted list a, before items that are equal to it."),
      Method(
        "insort_right(a, x, lo=0, hi=None, *, key=None)", insortRight,
        "Insert x into the sorted list a, after items that are equal to it."),
      Method(
        "insort(a, x, lo=0, hi=None, *, key=None)", insortRight,
        "Insert x into the sorted list a, after items that are equal to it."),
      Method(
        "insort_left(a, x, lo=0, hi=None, *, key=None)", insortLeft,
        "Insert x into the sorted list a, before items that are equal to it."),
    ])

  static func bisectRight(
    thread: ThreadState, list: Value, x: Value, low: Value, high: Value, key: Value
  ) throws(Raised) -> Value {
    try thread.integer(try search(thread, list, x, low, high, key, isRight: true))
  }

  static func bisectLeft(
    thread: ThreadState, list: Value, x: Value, low: Value, high: Value, key: Value
  ) throws(Raised) -> Value {
    try thread.integer(try search(thread, list, x, low, high, key, isRight: false))
  }

  static func insortRight(
    thread: ThreadState, list: Value, x: Value, low: Value, high: Value, key: Value
  ) throws(Raised) -> Value {
    try insert(thread, list, x, low, high, key, isRight: true)
  }

  static func insortLeft(
    thread: ThreadState, list: Value, x: Value, low: Value, high: Value, key: Value
  ) throws(Raised) -> Value {
    try insert(thread, list, x, low, high, key, isRight: false)
  }

  private static func insert(
    _ thread: ThreadState, _ list: Value, _ x: Value, _ low: Value, _ high: Value, _ key: Value,
    isRight: Bool
  ) throws(Raised) -> Value {
    if list.isExactly(.list), key.isNone, high.isNone, low.isSmallInteger, low.smallInteger == 0,
      case .done = try ListObject(list).insertSorted(thread, x, isRight: isRight)
    {
      return .none
    }
    let probe = key.isNone ? thread.retain(x) : try thread.call(key, x)
    defer { thread.release(probe) }
    let position = try search(thread, list, probe, low, high, key, isRight: isRight)
    if list.isExactly(.list) {
      try ListObject(list).insert(thread, x, at: position)
    } else {
      thread.release(try thread.callMethod(list, "insert", Value(small: position), x))
    }
    return .none
  }

  /// With `isRight`, the first position whose item is above x; else the first not below it. Only
  /// `<` is used.
  private static func search(
    _ thread: ThreadState, _ list: Value, _ x: Value, _ low: Value, _ high: Value, _ key: Value,
    isRight: Bool
  ) throws(Raised) -> Int {
    var start = try thread.index(low)
    if start < 0 { throw thread.raise(.valueError, "lo must be non-negative") }
    var end = try high.isNone ? thread.length(list) : thread.index(high)
    while start < end {
      let middle = start + (end - start) / 2
      let item = try fetch(thread, list, middle, key)
      defer { thread.release(item) }
      let isBelow = try isRight ? !thread.isLess(x, item) : thread.isLess(item, x)
      if isBelow { start = middle + 1 } else { end = middle }
    }
    return start
  }

  private static func fetch(_ thread: ThreadState, _ list: Value, _ index: Int, _ key: Value)
    throws(Raised) -> Value
  {
    let item = try thread.getItem(list, Value(small: index))
    if key.isNone { return item }
    defer { thread.release(item) }
    return try thread.call(key, item)
  }
}
