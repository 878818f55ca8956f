// find and its relatives, startswith, replace, `in`.

import Glibc

extension StringObject {
  static let searchingMethods: [Method] = [
    Method(
      "find(sub, start=None, end=None, /)", find,
      "Return the lowest index where sub lies within S[start:end], or -1."),
    Method(
      "rfind(sub, start=None, end=None, /)", findLast,
      "Return the highest index where sub lies within S[start:end], or -1."),
    Method(
      "index(sub, start=None, end=None, /)", index,
      "Return the lowest index where sub lies within S[start:end]; ValueError if it does not."),
    Method(
      "rindex(sub, start=None, end=None, /)", indexLast,
      "Return the highest index where sub lies within S[start:end]; ValueError if it does not."),
    Method(
      "count(sub, start=None, end=None, /)", countOf,
      "Return how often sub occurs in S[start:end] without overlap."),
    Method(
      "startswith(prefix, start=None, end=None, /)", startsWith,
      "Return whether S[start:end] begins with the prefix, or with one of a tuple of prefixes."),
    Method(
      "endswith(suffix, start=None, end=None, /)", endsWith,
      "Return whether S[start:end] ends with the suffix, or with one of a tuple of suffixes."),
    Method(
      "replace(old, new, /, count=-1)", replace,
      "Return a copy with occurrences of old replaced by new, the first count ones if given."),
    Method(
      "removeprefix(prefix, /)", removePrefix,
      "Return the string without the given prefix, where it has it."),
    Method(
      "removesuffix(suffix, /)", removeSuffix,
      "Return the string without the given suffix, where it has it."),
  ]

  static func contains(thread: ThreadState, self string: Value, element: Value) throws(Raised)
    -> Bool
  {
    guard element.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "'in <string>' requires string as left operand, not \(element.type.nameText)")
    }
    return TextSearch.find(StringObject(string).view, StringObject(element).view) >= 0
  }

  /// The argument as a str, or TypeError naming method and position as CPython does.
  @inline(__always) static func argument(
    _ thread: ThreadState, _ value: Value, _ description: StaticString
  ) throws(Raised) -> StringObject {
    if value.isInstance(TypeFlags.stringSubclass) { return StringObject(value) }
    throw thread.raise(
      .typeError, "\(description) must be str, not \(typeNameForArgument(value))")
  }

  static func typeNameForArgument(_ value: Value) -> String {
    value.isNone ? "None" : value.type.nameText
  }

  /// Searches part of a string; -1 when there is none.
  @inline(__always) private static func search(
    _ thread: ThreadState, _ string: Value, _ sub: Value, _ start: Value, _ end: Value,
    _ description: StaticString, fromRight: Bool
  ) throws(Raised) -> Int {
    let needle = try argument(thread, sub, description)
    let text = StringObject(string)
    let (first, last) = try TextBounds.resolve(thread, start, end, count: text.count)
    if first > last { return -1 }
    let part = text.view.slice(first, last)
    let hit =
      fromRight
      ? TextSearch.findLast(part, needle.view) : TextSearch.find(part, needle.view)
    return hit < 0 ? -1 : first + hit
  }

  static func find(
    thread: ThreadState, self string: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    Value(
      small: try search(
        thread, string, sub, start, end, "find() argument 1", fromRight: false))
  }

  static func findLast(
    thread: ThreadState, self string: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    Value(
      small: try search(
        thread, string, sub, start, end, "rfind() argument 1", fromRight: true))
  }

  static func index(
    thread: ThreadState, self string: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    let hit = try search(
      thread, string, sub, start, end, "index() argument 1", fromRight: false)
    if hit < 0 { throw thread.raise(.valueError, "substring not found") }
    return Value(small: hit)
  }

  static func indexLast(
    thread: ThreadState, self string: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    let hit = try search(
      thread, string, sub, start, end, "rindex() argument 1", fromRight: true)
    if hit < 0 { throw thread.raise(.valueError, "substring not found") }
    return Value(small: hit)
  }

  static func countOf(
    thread: ThreadState, self string: Value, sub: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    let needle = try argument(thread, sub, "count() argument 1")
    let text = StringObject(string)
    let (first, last) = try TextBounds.resolve(thread, start, end, count: text.count)
    if first > last { return Value(small: 0) }
    return Value(small: TextSearch.count(text.view.slice(first, last), needle.view))
  }

  static func startsWith(
    thread: ThreadState, self string: Value, prefix: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    if start.isNone, end.isNone, prefix.isExactString {
      let text = StringObject(string), part = StringObject(prefix)
      if text.kind & part.kind == 1 { return Value(hasBytes(text, part, at: 0)) }
    }
    return try hasEdge(thread, string, prefix, start, end, "startswith", TextSearch.hasPrefix)
  }

  static func endsWith(
    thread: ThreadState, self string: Value, suffix: Value, start: Value, end: Value
  ) throws(Raised) -> Value {
    if start.isNone, end.isNone, suffix.isExactString {
      let text = StringObject(string), part = StringObject(suffix)
      if text.kind & part.kind == 1 {
        return Value(hasBytes(text, part, at: text.count &- part.count))
      }
    }
    return try hasEdge(thread, string, suffix, start, end, "endswith", TextSearch.hasSuffix)
  }

  /// Whether a Latin-1 string has another one's text at an index.
  @inline(__always) private static func hasBytes(
    _ text: StringObject, _ part: StringObject, at index: Int
  ) -> Bool {
    part.count <= text.count
      && ShortBytes.areEqual(text.bytes + index, part.bytes, count: part.count)
  }

  @inline(__always) private static func hasEdge(
    _ thread: ThreadState, _ string: Value, _ edge: Value, _ start: Value, _ end: Value,
    _ method: StaticString, _ test: (StringView, StringView) -> Bool
  ) throws(Raised) -> Value {
    let text = StringObject(string)
    let (first, last) = try TextBounds.resolve(thread, start, end, count: text.count)
    let isOutside = first > last
    let part = text.view.slice(isOutside ? 0 : first, isOutside ? 0 : last)
    if edge.isInstance(TypeFlags.stringSubclass) {
      return Value(!isOutside && test(part, StringObject(edge).view))
    }
    guard edge.isInstance(TypeFlags.tupleSubclass) else {
      throw thread.raise(
        .typeError,
        "\(method) first arg must be str or a tuple of str, not \(edge.type.nameText)")
    }
    let tuple = TupleObject(edge)
    for index in 0..<tuple.count {
      let item = tuple[index]
      guard item.isInstance(TypeFlags.stringSubclass) else {
        throw thread.raise(
          .typeError, "tuple for \(method) must only contain str, not \(item.type.nameText)")
      }
      if !isOutside && test(part, StringObject(item).view) { return .true }
    }
    return .false
  }

  static func replace(
    thread: ThreadState, self string: Value, old: Value, new: Value, count: Value
  ) throws(Raised) -> Value {
    let pattern = try argument(thread, old, "replace() argument 1")
    let substitute = try argument(thread, new, "replace() argument 2")
    let limit = try TextBounds.limit(thread, count)
    let text = StringObject(string)
    if text.isASCII && pattern.count == 1 && substitute.count == 1 && substitute.isASCII
      && limit == Int.max
    {
      return try replaceByte(thread, string, pattern[0], substitute[0])
    }
    let hits = TextSearch.count(text.view, pattern.view, limit: limit)
    if hits == 0 || areEqual(pattern, substitute) { return try exact(thread, string) }
    if pattern.isEmpty { return try interleave(thread, text, substitute, hits) }
    if text.isASCII && substitute.isASCII {
      return try replaceASCII(thread, text, pattern, substitute, hits)
    }
    var builder = StringBuilder(capacity: text.count)
    defer { builder.discard() }
    var done = 0
    TextSearch.forEachMatch(text.view, pattern.view, limit: hits) { hit in
      builder.append(text.view.slice(done, hit))
      builder.append(substitute)
      done = hit + pattern.count
    }
    builder.append(text.view.slice(done, text.count))
    return try builder.finish(thread)
  }

  /// One ASCII character by another everywhere: a loop of vector code.
  private static func replaceByte(
    _ thread: ThreadState, _ string: Value, _ old: UInt32, _ new: UInt32
  ) throws(Raised) -> Value {
    let text = StringObject(string)
    if old == new || text.view.firstIndex(of: old) < 0 { return try exact(thread, string) }
    if text.count == 1 { return try character(thread, new) }
    let result = try make(thread, count: text.count, maximum: 0x7f)
    let source = text.view.units(UInt8.self)
    let target = result.bytes.assumingMemoryBound(to: UInt8.self)
    let from = UInt8(truncatingIfNeeded: old), to = UInt8(truncatingIfNeeded: new)
    for index in 0..<text.count { target[index] = source[index] == from ? to : source[index] }
    return result.value
  }

  /// All ASCII: the result's size is known, so it is written in place.
  private static func replaceASCII(
    _ thread: ThreadState, _ text: StringObject, _ pattern: StringObject,
    _ substitute: StringObject, _ hits: Int
  ) throws(Raised) -> Value {
    let (growth, overflows) = (substitute.count - pattern.count).multipliedReportingOverflow(
      by: hits)
    guard !overflows, growth < Int.max / 8 else { throw thread.raiseMemoryError() }
    let count = text.count + growth
    if count == 0 { return empty }
    let result = try make(thread, count: count, maximum: 0x7f)
    var target = result.bytes
    var done = 0
    let source = text.bytes
    TextSearch.forEachMatch(text.view, pattern.view, limit: hits) { hit in
      memcpy(target, source + done, hit - done)
      target += hit - done
      memcpy(target, substitute.bytes, substitute.count)
      target += substitute.count
      done = hit + pattern.count
    }
    memcpy(target, source + done, text.count - done)
    return count == 1 ? try sharedCharacter(thread, result) : result.value
  }

  /// Exchanges a fresh string of one Latin-1 character for the shared one.
  private static func sharedCharacter(_ thread: ThreadState, _ string: StringObject)
    throws(Raised) -> Value
  {
    let code = string[0]
    thread.release(string.value)
    return try character(thread, code)
  }

  /// `text` with `substitute` before each code point and at the end, `hits` times.
  private static func interleave(
    _ thread: ThreadState, _ text: StringObject, _ substitute: StringObject, _ hits: Int
  ) throws(Raised) -> Value {
    var builder = StringBuilder()
    defer { builder.discard() }
    for index in 0..<text.count {
      if index < hits { builder.append(substitute) }
      builder.append(text[index])
    }
    if hits > text.count { builder.append(substitute) }
    return try builder.finish(thread)
  }

  static func removePrefix(thread: ThreadState, self string: Value, prefix: Value) throws(Raised)
    -> Value
  {
    let edge = try argument(thread, prefix, "removeprefix() argument")
    let text = StringObject(string)
    let length = TextSearch.hasPrefix(text.view, edge.view) ? edge.count : 0
    return try slice(thread, string, length, text.count)
  }

  static func removeSuffix(thread: ThreadState, self string: Value, suffix: Value) throws(Raised)
    -> Value
  {
    let edge = try argument(thread, suffix, "removesuffix() argument")
    let text = StringObject(string)
    let length = TextSearch.hasSuffix(text.view, edge.view) ? edge.count : 0
    return try slice(thread, string, 0, text.count - length)
  }
}
