// lower, upper, title and their relatives.

import Glibc

extension StringObject {
  static let caseMethods: [Method] = [
    Method("lower()", lower, "Return a copy in lower case."),
    Method("upper()", upper, "Return a copy in upper case."),
    Method("casefold()", caseFold, "Return a copy for comparisons that ignore case."),
    Method("swapcase()", swapCase, "Return a copy with upper and lower case exchanged."),
    Method(
      "capitalize()", capitalize,
      "Return a copy with the first character in title case, the rest lower."),
    Method("title()", title, "Return a copy with each word begun in title case, the rest lower."),
  ]

  /// An ASCII string mapped byte by byte.
  @inline(__always) private static func mapASCII(
    _ thread: ThreadState, _ text: StringObject, _ form: CaseMapping.Form
  ) throws(Raised) -> Value {
    if text.count == 0 { return empty }
    if text.count == 1 { return try character(thread, CaseMapping.ascii(text[0], form)) }
    let result = try make(thread, count: text.count, maximum: 0x7f)
    let source = text.view.units(UInt8.self)
    let target = result.inlineBytes.assumingMemoryBound(to: UInt8.self)
    for index in 0..<text.count {
      target[index] = UInt8(truncatingIfNeeded: CaseMapping.ascii(UInt32(source[index]), form))
    }
    return result.value
  }

  static func lower(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let text = StringObject(string)
    if text.isASCII { return try mapASCII(thread, text, .lower) }
    var builder = StringBuilder(capacity: text.count)
    defer { builder.discard() }
    let view = text.view
    for index in 0..<view.count { CaseMapping.appendLower(view, at: index, to: &builder) }
    return try builder.finish(thread)
  }

  static func upper(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    try map(thread, StringObject(string), .upper)
  }

  static func caseFold(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    try map(thread, StringObject(string), .fold)
  }

  private static func map(_ thread: ThreadState, _ text: StringObject, _ form: CaseMapping.Form)
    throws(Raised) -> Value
  {
    if text.isASCII { return try mapASCII(thread, text, form) }
    var builder = StringBuilder(capacity: text.count)
    defer { builder.discard() }
    let view = text.view
    for index in 0..<view.count { CaseMapping.append(view[index], form, to: &builder) }
    return try builder.finish(thread)
  }

  static func swapCase(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let view = StringObject(string).view
    var builder = StringBuilder(capacity: view.count)
    defer { builder.discard() }
    for index in 0..<view.count {
      let code = view[index]
      if UnicodeProperties.isUpper(code) {
        CaseMapping.appendLower(view, at: index, to: &builder)
      } else if UnicodeProperties.isLower(code) {
        CaseMapping.append(code, .upper, to: &builder)
      } else {
        builder.append(code)
      }
    }
    return try builder.finish(thread)
  }

  static func capitalize(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let view = StringObject(string).view
    if view.count == 0 { return empty }
    var builder = StringBuilder(capacity: view.count)
    defer { builder.discard() }
    CaseMapping.append(view[0], .title, to: &builder)
    for index in 1..<view.count { CaseMapping.appendLower(view, at: index, to: &builder) }
    return try builder.finish(thread)
  }

  static func title(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let view = StringObject(string).view
    var builder = StringBuilder(capacity: view.count)
    defer { builder.discard() }
    var isInWord = false
    for index in 0..<view.count {
      let code = view[index]
      if isInWord {
        CaseMapping.appendLower(view, at: index, to: &builder)
      } else {
        CaseMapping.append(code, .title, to: &builder)
      }
      isInWord = UnicodeProperties.isCased(code)
    }
    return try builder.finish(thread)
  }
}
