// find and its relatives, startswith, replace, `in` of bytes and bytearray.

import Glibc

enum ByteSearch {
  /// What is searched for: bytes, or one byte given as an int. Owned.
  private static func needle(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if ByteSource.isBytesLike(value) { return try ByteSource.bytes(thread, value) }
    guard thread.isIndex(value) else {
      throw thread.raise(
        .typeError,
        "argument should be integer or bytes-like object, not '\(value.type.nameText)'")
    }
    return try single(thread, try ByteSource.byte(thread, value))
  }

  private static func single(_ thread: ThreadState, _ byte: UInt8) throws(Raised) -> Value {
    let bytes = try BytesObject.make(thread, count: 1)
    bytes.base.storeBytes(of: byte, as: UInt8.self)
    return bytes.value
  }

  static func contains(thread: ThreadState, self object: Value, element: Value) throws(Raised)
    -> Bool
  {
    let needle: Value
    if thread.isIndex(element) && !ByteSource.isBytesLike(element) {
      needle = try single(thread, try ByteSource.byte(thread, element))
    } else {
      needle = try ByteSource.bytes(thread, element)
    }
    defer { thread.release(needle) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    return TextSearch.find(lease.view, BytesObject(needle).view) >= 0
  }

  @inline(__always) private static func search(
    _ thread: ThreadState, _ object: Value, _ sub: Value, _ start: Value, _ end: Value,
    fromRight: Bool
  ) throws(Raised) -> Int {
    let needle = try needle(thread, sub)
    defer { thread.release(needle) }
    let range = try TextRange(thread, start, end)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let (first, last) = range.clamped(to: lease.view.count)
    if first > last { return -1 }
    let part = lease.view.slice(first, last)
    let pattern = BytesObject(needle).view
    let hit =
      fromRight ? TextSearch.findLast(part, pattern) : TextSearch.find(part, pattern)
    return hit < 0 ? -1 : first + hit
  }

  static func find(thread: ThreadState, self object: Value, sub: Value, start: Value, end: Value)
    throws(Raised) -> Value
  {
    Value(small: try search(thread, object, sub, start, end, fromRight: false))
  }

  static func findLast(
    thread: ThreadState, self object: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    Value(small: try search(thread, object, sub, start, end, fromRight: true))
  }

  static func index(thread: ThreadState, self object: Value, sub: Value, start: Value, end: Value)
    throws(Raised) -> Value
  {
    let hit = try search(thread, object, sub, start, end, fromRight: false)
    if hit < 0 { throw thread.raise(.valueError, "subsection not found") }
    return Value(small: hit)
  }

  static func indexLast(
    thread: ThreadState, self object: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    let hit = try search(thread, object, sub, start, end, fromRight: true)
    if hit < 0 { throw thread.raise(.valueError, "subsection not found") }
    return Value(small: hit)
  }

  static func count(thread: ThreadState, self object: Value, sub: Value, start: Value, end: Value)
    throws(Raised) -> Value
  {
    let needle = try needle(thread, sub)
    defer { thread.release(needle) }
    let range = try TextRange(thread, start, end)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let (first, last) = range.clamped(to: lease.view.count)
    if first > last { return Value(small: 0) }
    return Value(
      small: TextSearch.count(lease.view.slice(first, last), BytesObject(needle).view))
  }

  static func startsWith(
    thread: ThreadState, self object: Value, prefix: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    try hasEdge(thread, object, prefix, start, end, "startswith", TextSearch.hasPrefix)
  }

  static func endsWith(
    thread: ThreadState, self object: Value, suffix: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    try hasEdge(thread, object, suffix, start, end, "endswith", TextSearch.hasSuffix)
  }

  private static func hasEdge(
    _ thread: ThreadState, _ object: Value, _ edge: Value, _ start: Value, _ end: Value,
    _ method: StaticString, _ test: (StringView, StringView) -> Bool
  ) throws(Raised) -> Value {
    let range = try TextRange(thread, start, end)
    let isTuple = edge.isInstance(TypeFlags.tupleSubclass)
    guard isTuple || ByteSource.isBytesLike(edge) else {
      throw thread.raise(
        .typeError,
        "\(method) first arg must be bytes or a tuple of bytes, not \(edge.type.nameText)")
    }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let (first, last) = range.clamped(to: lease.view.count)
    let isOutside = first > last
    let part = lease.view.slice(isOutside ? 0 : first, isOutside ? 0 : last)
    for index in 0..<(isTuple ? TupleObject(edge).count : 1) {
      let item = isTuple ? TupleObject(edge)[index] : edge
      let bytes = try ByteSource.bytes(thread, item)
      defer { thread.release(bytes) }
      if !isOutside && test(part, BytesObject(bytes).view) { return .true }
    }
    return .false
  }

  static func replace(thread: ThreadState, self object: Value, old: Value, new: Value, count: Value)
    throws(Raised) -> Value
  {
    let pattern = try ByteSource.bytes(thread, old)
    defer { thread.release(pattern) }
    let substitute = try ByteSource.bytes(thread, new)
    defer { thread.release(substitute) }
    let limit = try TextBounds.limit(thread, count)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let text = lease.view, mark = BytesObject(pattern).view
    let filling = BytesObject(substitute).view
    let maker = ByteMaker(object)
    let hits = TextSearch.count(text, mark, limit: limit)
    if hits == 0 { return try maker.make(thread, text) }
    var builder = StringBuilder(capacity: text.count)
    defer { builder.discard() }
    if mark.count == 0 {
      for index in 0..<text.count {
        if index < hits { builder.append(filling) }
        builder.append(text[index])
      }
      if hits > text.count { builder.append(filling) }
      return try maker.finish(thread, builder)
    }
    var done = 0
    TextSearch.forEachMatch(text, mark, limit: hits) { hit in
      builder.append(text.slice(done, hit))
      builder.append(filling)
      done = hit + mark.count
    }
    builder.append(text.slice(done, text.count))
    return try maker.finish(thread, builder)
  }

  static func removePrefix(thread: ThreadState, self object: Value, prefix: Value) throws(Raised)
    -> Value
  {
    let edge = try ByteSource.bytes(thread, prefix)
    defer { thread.release(edge) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let text = lease.view, mark = BytesObject(edge).view
    let length = TextSearch.hasPrefix(text, mark) ? mark.count : 0
    return try ByteMaker(object).make(thread, text.slice(length, text.count))
  }

  static func removeSuffix(thread: ThreadState, self object: Value, suffix: Value) throws(Raised)
    -> Value
  {
    let edge = try ByteSource.bytes(thread, suffix)
    defer { thread.release(edge) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let text = lease.view, mark = BytesObject(edge).view
    let length = TextSearch.hasSuffix(text, mark) ? mark.count : 0
    return try ByteMaker(object).make(thread, text.slice(0, text.count - length))
  }
}
