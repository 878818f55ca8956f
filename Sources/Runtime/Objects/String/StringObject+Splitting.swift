// split, partition, join, strip.

import Glibc

extension StringObject {
  static let splittingMethods: [Method] = [
    Method(
      "split(/, sep=None, maxsplit=-1)", split,
      "Return the parts between separators (or runs of white space), from the left."),
    Method(
      "rsplit(/, sep=None, maxsplit=-1)", splitFromRight,
      "Return the parts between separators (or runs of white space), counted from the right."),
    Method(
      "splitlines(/, keepends=False)", splitLines,
      "Return the lines, without their line breaks unless keepends is true."),
    Method(
      "partition(sep, /)", partition,
      "Return what lies before the first separator, the separator, and what follows it."),
    Method(
      "rpartition(sep, /)", partitionFromRight,
      "Return what lies before the last separator, the separator, and what follows it."),
    Method(
      "join(iterable, /)", join, "Concatenate strings, with this string between each two."),
    Method(
      "strip(chars=None, /)", strip,
      "Return a copy without white space, or the given characters, at both ends."),
    Method(
      "lstrip(chars=None, /)", stripLeft,
      "Return a copy without white space, or the given characters, at the start."),
    Method(
      "rstrip(chars=None, /)", stripRight,
      "Return a copy without white space, or the given characters, at the end."),
  ]

  /// A separator argument: nil for None.
  private static func separator(_ thread: ThreadState, _ value: Value) throws(Raised)
    -> StringObject?
  {
    if value.isNone { return nil }
    guard value.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "must be str or None, not \(value.type.nameText)")
    }
    let separator = StringObject(value)
    if separator.isEmpty { throw thread.raise(.valueError, "empty separator") }
    return separator
  }

  static func split(
    thread: ThreadState, self string: Value, separator value: Value, limit: Value
  ) throws(Raised) -> Value {
    let limit = try TextBounds.limit(thread, limit)
    let view = StringObject(string).view
    let maker = StringMaker(source: string)
    guard let separator = try separator(thread, value) else {
      return try TextSplitting.splitSpace(thread, view, limit: limit, maker)
    }
    return try TextSplitting.split(thread, view, separator.view, limit: limit, maker)
  }

  static func splitFromRight(
    thread: ThreadState, self string: Value, separator value: Value, limit: Value
  ) throws(Raised) -> Value {
    let limit = try TextBounds.limit(thread, limit)
    let view = StringObject(string).view
    let maker = StringMaker(source: string)
    guard let separator = try separator(thread, value) else {
      return try TextSplitting.splitSpaceFromRight(thread, view, limit: limit, maker)
    }
    return try TextSplitting.splitFromRight(thread, view, separator.view, limit: limit, maker)
  }

  static func splitLines(thread: ThreadState, self string: Value, keepEnds: Value) throws(Raised)
    -> Value
  {
    let keepEnds = try thread.isTrue(keepEnds)
    return try TextSplitting.splitLines(
      thread, StringObject(string).view, keepEnds: keepEnds, StringMaker(source: string))
  }

  static func partition(thread: ThreadState, self string: Value, separator: Value) throws(Raised)
    -> Value
  {
    try partition(thread, string, separator, fromRight: false)
  }

  static func partitionFromRight(thread: ThreadState, self string: Value, separator: Value)
    throws(Raised) -> Value
  {
    try partition(thread, string, separator, fromRight: true)
  }

  private static func partition(
    _ thread: ThreadState, _ string: Value, _ separator: Value, fromRight: Bool
  ) throws(Raised) -> Value {
    guard separator.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "must be str, not \(separator.type.nameText)")
    }
    let text = StringObject(string), mark = StringObject(separator)
    if mark.isEmpty { throw thread.raise(.valueError, "empty separator") }
    let hit =
      fromRight
      ? TextSearch.findLast(text.view, mark.view) : TextSearch.find(text.view, mark.view)
    let tuple = try TupleObject.make(thread, 3)
    if hit < 0 {
      let whole: Value
      do throws(Raised) { whole = try exact(thread, string) } catch {
        thread.release(tuple.value)
        throw error
      }
      tuple.initialize(0, fromRight ? empty : whole)
      tuple.initialize(1, empty)
      tuple.initialize(2, fromRight ? whole : empty)
      return tuple.value
    }
    do throws(Raised) {
      tuple.initialize(0, try slice(thread, string, 0, hit))
      tuple.initialize(1, try exact(thread, separator))
      tuple.initialize(2, try slice(thread, string, hit + mark.count, text.count))
    } catch {
      thread.release(tuple.value)
      throw error
    }
    return tuple.value
  }

  // MARK: join

  static func join(thread: ThreadState, self string: Value, iterable: Value) throws(Raised)
    -> Value
  {
    // A tuple never changes; a list of the only thread changes only by Python code, and none runs
    // here. Everything else is copied first, a container in one step.
    if iterable.isExactly(.tuple) {
      let tuple = TupleObject(iterable)
      return try joinItems(thread, StringObject(string), tuple.items, tuple.count)
    }
    if iterable.isExactly(.list) && !thread.isShared {
      return try joinItems(thread, StringObject(string), ListObject(iterable))
    }
    if iterable.type.slot(.iterate) == nil && iterable.type.slot(.getItem) == nil {
      throw thread.raise(.typeError, "can only join an iterable")
    }
    let list = try ListObject.make(thread, capacity: 16)
    defer { thread.release(list.value) }
    try list.extend(thread, iterable)
    return try joinItems(thread, StringObject(string), list)
  }

  /// Joins a list that nobody changes meanwhile.
  private static func joinItems(
    _ thread: ThreadState, _ separator: StringObject, _ list: ListObject
  ) throws(Raised) -> Value {
    let words = UnsafeMutableRawPointer(list.store.items).assumingMemoryBound(to: Value.self)
    return try joinItems(thread, separator, words, list.count)
  }

  /// Joins items that stay where they are: measures, then copies.
  private static func joinItems(
    _ thread: ThreadState, _ separator: StringObject, _ items: UnsafeMutablePointer<Value>,
    _ count: Int
  ) throws(Raised) -> Value {
    if count == 0 { return empty }
    var total = separator.count * (count - 1)
    var maximum: UInt32 = count > 1 && !separator.isEmpty ? separator.maximumOfKind : 0
    for index in 0..<count {
      guard items[index].isInstance(TypeFlags.stringSubclass) else {
        throw thread.raise(
          .typeError,
          "sequence item \(index): expected str instance, "
            + "\(items[index].type.nameText) found")
      }
      let string = StringObject(items[index])
      total &+= string.count
      maximum |= string.maximumOfKind
    }
    if count == 1 { return try exact(thread, items[0]) }
    if total == 0 { return empty }
    if total == 1 { return try joinOne(thread, separator, items, count) }
    let result = try make(thread, count: total, maximum: maximum)
    if maximum < 0x100 {
      copyBytes(separator, items, count, to: result.inlineBytes)
      return result.value
    }
    let kind = result.kind
    let separatorView = separator.view
    var target = result.bytes
    for index in 0..<count {
      if index > 0 && separatorView.count > 0 {
        separatorView.copy(to: target, kind: kind)
        target += separatorView.count &* kind
      }
      let view = StringObject(items[index]).view
      view.copy(to: target, kind: kind)
      target += view.count &* kind
    }
    return result.value
  }

  /// Copies items and separators, all of them Latin-1.
  @inline(__always) private static func copyBytes(
    _ separator: StringObject, _ items: UnsafeMutablePointer<Value>, _ count: Int,
    to start: UnsafeMutableRawPointer
  ) {
    var target = start
    let between = separator.count
    let separatorBytes = UnsafeRawPointer(separator.bytes)
    for index in 0..<count {
      if index > 0 {
        ShortBytes.copy(separatorBytes, to: target, count: between)
        target += between
      }
      let string = StringObject(items[index])
      ShortBytes.copy(string.bytes, to: target, count: string.count)
      target += string.count
    }
  }

  /// The whole result is one character.
  private static func joinOne(
    _ thread: ThreadState, _ separator: StringObject, _ items: UnsafeMutablePointer<Value>,
    _ count: Int
  ) throws(Raised) -> Value {
    for index in 0..<count where StringObject(items[index]).count == 1 {
      return try character(thread, StringObject(items[index])[0])
    }
    return try character(thread, separator[0])
  }

  // MARK: strip

  static func strip(thread: ThreadState, self string: Value, set: Value) throws(Raised) -> Value {
    try strip(thread, string, set, left: true, right: true, "strip")
  }

  static func stripLeft(thread: ThreadState, self string: Value, set: Value) throws(Raised)
    -> Value
  {
    try strip(thread, string, set, left: true, right: false, "lstrip")
  }

  static func stripRight(thread: ThreadState, self string: Value, set: Value) throws(Raised)
    -> Value
  {
    try strip(thread, string, set, left: false, right: true, "rstrip")
  }

  /// White space off a Latin-1 string.
  @inline(__always) private static func stripBytes(
    _ thread: ThreadState, _ string: Value, left: Bool, right: Bool
  ) throws(Raised) -> Value {
    let count = StringObject(string).count
    let bytes = UnsafeRawPointer(StringObject(string).bytes).assumingMemoryBound(to: UInt8.self)
    var start = 0
    var end = count
    if left {
      while start < end && UnicodeProperties.isSpace(UInt32(bytes[start])) { start &+= 1 }
    }
    if right {
      while end > start && UnicodeProperties.isSpace(UInt32(bytes[end &- 1])) { end &-= 1 }
    }
    return try slice(thread, string, start, end)
  }

  private static func strip(
    _ thread: ThreadState, _ string: Value, _ set: Value, left: Bool, right: Bool,
    _ method: StaticString
  ) throws(Raised) -> Value {
    let view = StringObject(string).view
    let result: StringView
    if set.isNone {
      if view.kind == 1 { return try stripBytes(thread, string, left: left, right: right) }
      result = TextSplitting.strip(view, left: left, right: right, StringMaker.self)
    } else if set.isInstance(TypeFlags.stringSubclass) {
      result = TextSplitting.strip(view, of: StringObject(set).view, left: left, right: right)
    } else {
      throw thread.raise(.typeError, "\(method) arg must be None or str")
    }
    return try StringMaker(source: string).make(thread, result)
  }
}
