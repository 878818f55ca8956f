// The methods that bytes and bytearray share: splitting, stripping, padding, case, classes.

import Glibc

enum ByteMethods {
  static var shared: [Method] {
    searching + splitting + mapping + classifying + converting
  }

  private static let searching: [Method] = [
    Method(
      "find(sub, start=None, end=None, /)", ByteSearch.find,
      "Return the lowest index where sub lies within B[start:end], or -1."),
    Method(
      "rfind(sub, start=None, end=None, /)", ByteSearch.findLast,
      "Return the highest index where sub lies within B[start:end], or -1."),
    Method(
      "index(sub, start=None, end=None, /)", ByteSearch.index,
      "Return the lowest index where sub lies within B[start:end]; ValueError if it does not."),
    Method(
      "rindex(sub, start=None, end=None, /)", ByteSearch.indexLast,
      "Return the highest index where sub lies within B[start:end]; ValueError if it does not."),
    Method(
      "count(sub, start=None, end=None, /)", ByteSearch.count,
      "Return how often sub occurs in B[start:end] without overlap."),
    Method(
      "startswith(prefix, start=None, end=None, /)", ByteSearch.startsWith,
      "Return whether B[start:end] begins with the prefix, or with one of a tuple of prefixes."),
    Method(
      "endswith(suffix, start=None, end=None, /)", ByteSearch.endsWith,
      "Return whether B[start:end] ends with the suffix, or with one of a tuple of suffixes."),
    Method(
      "replace(old, new, count=-1, /)", ByteSearch.replace,
      "Return a copy with occurrences of old replaced by new, the first count ones if given."),
    Method(
      "removeprefix(prefix, /)", ByteSearch.removePrefix,
      "Return the bytes without the given prefix, where they have it."),
    Method(
      "removesuffix(suffix, /)", ByteSearch.removeSuffix,
      "Return the bytes without the given suffix, where they have it."),
  ]

  private static let splitting: [Method] = [
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
      "join(iterable_of_bytes, /)", join,
      "Concatenate bytes-like objects, with this object between each two."),
    Method(
      "strip(bytes=None, /)", strip,
      "Return a copy without white space, or the given bytes, at both ends."),
    Method(
      "lstrip(bytes=None, /)", stripLeft,
      "Return a copy without white space, or the given bytes, at the start."),
    Method(
      "rstrip(bytes=None, /)", stripRight,
      "Return a copy without white space, or the given bytes, at the end."),
  ]

  // MARK: split

  private static func separator(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if value.isNone { return .unbound }
    let bytes = try ByteSource.bytes(thread, value)
    if BytesObject(bytes).count > 0 { return bytes }
    thread.release(bytes)
    throw thread.raise(.valueError, "empty separator")
  }

  static func split(thread: ThreadState, self object: Value, separator value: Value, limit: Value)
    throws(Raised) -> Value
  {
    let limit = try TextBounds.limit(thread, limit)
    let mark = try separator(thread, value)
    defer { thread.release(mark) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let maker = ByteMaker(object)
    if mark.isUnbound {
      return try TextSplitting.splitSpace(thread, lease.view, limit: limit, maker)
    }
    return try TextSplitting.split(
      thread, lease.view, BytesObject(mark).view, limit: limit, maker)
  }

  static func splitFromRight(
    thread: ThreadState, self object: Value, separator value: Value, limit: Value
  ) throws(Raised) -> Value {
    let limit = try TextBounds.limit(thread, limit)
    let mark = try separator(thread, value)
    defer { thread.release(mark) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let maker = ByteMaker(object)
    if mark.isUnbound {
      return try TextSplitting.splitSpaceFromRight(thread, lease.view, limit: limit, maker)
    }
    return try TextSplitting.splitFromRight(
      thread, lease.view, BytesObject(mark).view, limit: limit, maker)
  }

  static func splitLines(thread: ThreadState, self object: Value, keepEnds: Value) throws(Raised)
    -> Value
  {
    let keepEnds = try thread.isTrue(keepEnds)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    return try TextSplitting.splitLines(
      thread, lease.view, keepEnds: keepEnds, ByteMaker(object))
  }

  static func partition(thread: ThreadState, self object: Value, separator: Value) throws(Raised)
    -> Value
  {
    try partition(thread, object, separator, fromRight: false)
  }

  static func partitionFromRight(thread: ThreadState, self object: Value, separator: Value)
    throws(Raised) -> Value
  {
    try partition(thread, object, separator, fromRight: true)
  }

  private static func partition(
    _ thread: ThreadState, _ object: Value, _ value: Value, fromRight: Bool
  ) throws(Raised) -> Value {
    let separator = try ByteSource.bytes(thread, value)
    defer { thread.release(separator) }
    let mark = BytesObject(separator).view
    if mark.count == 0 { throw thread.raise(.valueError, "empty separator") }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let text = lease.view
    let hit = fromRight ? TextSearch.findLast(text, mark) : TextSearch.find(text, mark)
    let maker = ByteMaker(object)
    let ends =
      hit >= 0
      ? (hit, hit + mark.count) : fromRight ? (0, 0) : (text.count, text.count)
    let tuple = try TupleObject.make(thread, 3)
    do throws(Raised) {
      tuple.initialize(0, try maker.make(thread, text.slice(0, ends.0)))
      let isFound = hit >= 0 && !maker.isBytearray && value.isExactly(.bytes)
      tuple.initialize(
        1,
        isFound ? thread.retain(value) : try maker.make(thread, text.slice(ends.0, ends.1)))
      tuple.initialize(2, try maker.make(thread, text.slice(ends.1, text.count)))
    } catch {
      thread.release(tuple.value)
      throw error
    }
    return tuple.value
  }

  // MARK: join

  static func join(thread: ThreadState, self object: Value, iterable: Value) throws(Raised)
    -> Value
  {
    let separator = try ByteSource.bytes(thread, object)
    defer { thread.release(separator) }
    if iterable.type.slot(.iterate) == nil && iterable.type.slot(.getItem) == nil {
      throw thread.raise(.typeError, "can only join an iterable")
    }
    var builder = StringBuilder()
    defer { builder.discard() }
    var index = 0
    var only = Value.unbound
    defer { thread.release(only) }
    try thread.forEach(iterable) { (item: Value) throws(Raised) -> Bool in
      guard ByteSource.isBytesLike(item) else {
        throw thread.raise(
          .typeError,
          "sequence item \(index): expected a bytes-like object, \(item.type.nameText) found")
      }
      if index > 0 { builder.append(BytesObject(separator).view) }
      if index == 0 && item.isExactly(.bytes) { only = thread.retain(item) }
      index += 1
      let bytes = try ByteSource.bytes(thread, item)
      builder.append(BytesObject(bytes).view)
      thread.release(bytes)
      return true
    }
    if index == 1 && !only.isUnbound && !ByteSource.isBytearray(object) {
      return thread.retain(only)
    }
    return try ByteMaker(object).finish(thread, builder)
  }

  // MARK: strip

  static func strip(thread: ThreadState, self object: Value, set: Value) throws(Raised) -> Value {
    try strip(thread, object, set, left: true, right: true)
  }
  static func stripLeft(thread: ThreadState, self object: Value, set: Value) throws(Raised)
    -> Value
  {
    try strip(thread, object, set, left: true, right: false)
  }
  static func stripRight(thread: ThreadState, self object: Value, set: Value) throws(Raised)
    -> Value
  {
    try strip(thread, object, set, left: false, right: true)
  }

  private static func strip(
    _ thread: ThreadState, _ object: Value, _ set: Value, left: Bool, right: Bool
  ) throws(Raised) -> Value {
    let bytes = set.isNone ? Value.unbound : try ByteSource.bytes(thread, set)
    defer { thread.release(bytes) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let result =
      bytes.isUnbound
      ? TextSplitting.strip(lease.view, left: left, right: right, ByteMaker.self)
      : TextSplitting.strip(
        lease.view, of: BytesObject(bytes).view, left: left, right: right)
    return try ByteMaker(object).make(thread, result)
  }
}
