// Optional arguments that the text methods share.

enum TextBounds {
  /// `start` and `end` of find and its like, clamped to the text as a slice clamps them.
  @inline(__always) static func resolve(
    _ thread: ThreadState, _ start: Value, _ end: Value, count: Int
  ) throws(Raised) -> (start: Int, end: Int) {
    if start.isNone && end.isNone { return (0, count) }
    return try TextRange(thread, start, end).clamped(to: count)
  }

  /// `maxsplit` and `count`: negative means no limit.
  static func limit(_ thread: ThreadState, _ value: Value) throws(Raised) -> Int {
    let limit = try thread.index(value)
    return limit < 0 ? Int.max : limit
  }
}

/// `start` and `end` arguments, read once: clamping them to a length runs no Python code.
struct TextRange {
  private let start: Int
  private let end: Int

  init(_ thread: ThreadState, _ start: Value, _ end: Value) throws(Raised) {
    self.start = try TextRange.bound(thread, start, missing: 0)
    self.end = try TextRange.bound(thread, end, missing: Int.max)
  }

  func clamped(to count: Int) -> (start: Int, end: Int) {
    let last = end > count ? count : end < 0 ? max(0, end + count) : end
    return (start < 0 ? max(0, start + count) : start, last)
  }

  private static func bound(_ thread: ThreadState, _ value: Value, missing: Int) throws(Raised)
    -> Int
  {
    if value.isNone || value.isUnbound { return missing }
    if value.isSmallInteger { return value.smallInteger }
    guard thread.isIndex(value) else {
      throw thread.raise(
        .typeError, "slice indices must be integers or None or have an __index__ method")
    }
    return try thread.indexClamped(value)
  }
}
