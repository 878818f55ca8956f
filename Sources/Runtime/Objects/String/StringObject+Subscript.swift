// Indexing, slicing and iteration.

import Glibc

extension StringObject {
  static func getItem(thread: ThreadState, self string: Value, key: Value) throws(Raised) -> Value {
    let text = StringObject(string)
    if key.isSmallInteger {
      return try item(thread, text, key.smallInteger)
    }
    if key.isExactly(.slice) { return try getSlice(thread, string, key) }
    guard thread.isIndex(key) else {
      throw thread.raise(
        .typeError, "string indices must be integers, not '\(key.type.nameText)'")
    }
    return try item(thread, text, try thread.index(key, overflow: .indexError))
  }

  @inline(__always) package static func item(
    _ thread: ThreadState, _ text: StringObject, _ index: Int
  ) throws(Raised) -> Value {
    let position = index < 0 ? index &+ text.count : index
    guard position >= 0 && position < text.count else {
      throw thread.raise(.indexError, "string index out of range")
    }
    return try character(thread, text[position])
  }

  private static func getSlice(_ thread: ThreadState, _ string: Value, _ key: Value)
    throws(Raised) -> Value
  {
    let text = StringObject(string)
    let range = try SliceObject(key).unpack(thread).adjusted(to: text.count)
    if range.count <= 0 { return empty }
    if range.step == 1 {
      return try slice(thread, string, range.start, range.start + range.count)
    }
    var builder = StringBuilder(capacity: range.count)
    defer { builder.discard() }
    var position = range.start
    for _ in 0..<range.count {
      builder.append(text[position])
      position &+= range.step
    }
    return try builder.finish(thread)
  }

  static func iterate(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    try StringIterator.make(thread, string)
  }
}
