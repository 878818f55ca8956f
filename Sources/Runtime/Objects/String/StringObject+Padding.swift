// center, ljust, rjust, zfill, expandtabs.

import Glibc

extension StringObject {
  static let paddingMethods: [Method] = [
    Method(
      "center(width, fillchar=' ', /)", center, "Return the string centred in the given width."),
    Method(
      "ljust(width, fillchar=' ', /)", justifyLeft,
      "Return the string filled up on the right to the given width."),
    Method(
      "rjust(width, fillchar=' ', /)", justifyRight,
      "Return the string filled up on the left to the given width."),
    Method(
      "zfill(width, /)", zeroFill,
      "Return the string with zeros on the left, after a sign, to the given width."),
    Method(
      "expandtabs(/, tabsize=8)", expandTabs, "Return a copy with spaces instead of tabs."),
  ]

  private static func fill(_ thread: ThreadState, _ value: Value) throws(Raised) -> UInt32 {
    guard value.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "The fill character must be a unicode character, not \(value.type.nameText)")
    }
    let text = StringObject(value)
    guard text.count == 1 else {
      throw thread.raise(.typeError, "The fill character must be exactly one character long")
    }
    return text[0]
  }

  private static func pad(
    _ thread: ThreadState, _ string: Value, left: Int, right: Int, _ fill: UInt32
  ) throws(Raised) -> Value {
    let text = StringObject(string)
    if left <= 0 && right <= 0 { return try exact(thread, string) }
    var builder = StringBuilder(capacity: text.count + left + right)
    defer { builder.discard() }
    builder.append(fill, repeated: left)
    builder.append(text)
    builder.append(fill, repeated: right)
    return try builder.finish(thread)
  }

  static func center(thread: ThreadState, self string: Value, width: Value, fillchar: Value)
    throws(Raised) -> Value
  {
    let width = try thread.index(width)
    let fill = try fill(thread, fillchar)
    let margin = max(0, width - StringObject(string).count)
    let left = margin / 2 + (margin & width & 1)
    return try pad(thread, string, left: left, right: margin - left, fill)
  }

  static func justifyLeft(thread: ThreadState, self string: Value, width: Value, fillchar: Value)
    throws(Raised) -> Value
  {
    let width = try thread.index(width)
    let fill = try fill(thread, fillchar)
    return try pad(
      thread, string, left: 0, right: max(0, width - StringObject(string).count), fill)
  }

  static func justifyRight(thread: ThreadState, self string: Value, width: Value, fillchar: Value)
    throws(Raised) -> Value
  {
    let width = try thread.index(width)
    let fill = try fill(thread, fillchar)
    return try pad(
      thread, string, left: max(0, width - StringObject(string).count), right: 0, fill)
  }

  static func zeroFill(thread: ThreadState, self string: Value, width: Value) throws(Raised)
    -> Value
  {
    let width = try thread.index(width)
    let text = StringObject(string)
    let margin = width - text.count
    if margin <= 0 { return try exact(thread, string) }
    var builder = StringBuilder(capacity: width)
    defer { builder.discard() }
    let hasSign = text.count > 0 && (text[0] == 43 || text[0] == 45)
    if hasSign { builder.append(text[0]) }
    builder.append(UInt32(48), repeated: margin)
    builder.append(text.view.slice(hasSign ? 1 : 0, text.count))
    return try builder.finish(thread)
  }

  static func expandTabs(thread: ThreadState, self string: Value, tabSize: Value) throws(Raised)
    -> Value
  {
    let tabSize = try thread.index(tabSize)
    let view = StringObject(string).view
    var builder = StringBuilder(capacity: view.count)
    defer { builder.discard() }
    var column = 0
    for index in 0..<view.count {
      let code = view[index]
      if code == 9 {
        guard tabSize > 0 else { continue }
        let step = tabSize - column % tabSize
        column += step
        builder.append(UInt32(32), repeated: step)
      } else {
        column = code == 10 || code == 13 ? 0 : column + 1
        builder.append(code)
      }
    }
    return try builder.finish(thread)
  }
}
