// Order that needs no Python code, so that it can be decided while a lock is held (concurrency.md R5):
// between numbers that are immediate, between strings, and between tuples of these.

extension Value {
  /// `x < y`, or nil where only `__lt__` can tell. What the words refer to must be secured (held by
  /// the locked list, or counted).
  @inline(__always) static func nativeLess(_ x: Value, _ y: Value) -> Bool? {
    if x.isSmallInteger && y.isSmallInteger { return x.smallInteger < y.smallInteger }
    return anyLess(x, y, depth: 0)
  }

  private static func anyLess(_ x: Value, _ y: Value, depth: Int) -> Bool? {
    if x.isExactString && y.isExactString {
      return StringObject.order(StringObject(x), StringObject(y)) < 0
    }
    if x.isExactly(.tuple) && y.isExactly(.tuple) {
      return depth < 4 ? tupleLess(TupleObject(x), TupleObject(y), depth: depth + 1) : nil
    }
    if x.isSmallInteger && y.isSmallInteger { return x.smallInteger < y.smallInteger }
    if x.isImmediateFloat && y.isImmediateFloat { return x.immediateFloat < y.immediateFloat }
    if x.isImmediateFloat && y.isSmallInteger, let number = y.exactDouble {
      return x.immediateFloat < number
    }
    if x.isSmallInteger && y.isImmediateFloat, let number = x.exactDouble {
      return number < y.immediateFloat
    }
    return nil
  }

  private static func tupleLess(_ x: TupleObject, _ y: TupleObject, depth: Int) -> Bool? {
    for index in 0..<min(x.count, y.count) where !x[index].isIdentical(to: y[index]) {
      switch keyEquality(x[index], y[index]) {
      case .equal: continue
      case .different: return anyLess(x[index], y[index], depth: depth)
      case .unknown: return nil
      }
    }
    return x.count < y.count
  }

  /// A small integer as a float, if that is exact.
  private var exactDouble: Double? {
    abs(smallInteger) <= 1 << 53 ? Double(smallInteger) : nil
  }
}
