// Case, padding, translate and the tests of bytes and bytearray: ASCII only.

import Glibc

extension ByteMethods {
  static let mapping: [Method] = [
    Method("lower()", lower, "Return a copy with ASCII letters in lower case."),
    Method("upper()", upper, "Return a copy with ASCII letters in upper case."),
    Method("swapcase()", swapCase, "Return a copy with the case of ASCII letters exchanged."),
    Method("capitalize()", capitalize, "Return a copy with the first letter in upper case."),
    Method("title()", title, "Return a copy with each word's first letter in upper case."),
    Method(
      "center(width, fillchar=b' ', /)", center, "Return the bytes centred in the given width."),
    Method(
      "ljust(width, fillchar=b' ', /)", justifyLeft,
      "Return the bytes filled up on the right to the given width."),
    Method(
      "rjust(width, fillchar=b' ', /)", justifyRight,
      "Return the bytes filled up on the left to the given width."),
    Method(
      "zfill(width, /)", zeroFill,
      "Return the bytes with zeros on the left, after a sign, to the given width."),
    Method("expandtabs(/, tabsize=8)", expandTabs, "Return a copy with spaces instead of tabs."),
    Method(
      "translate(table, /, delete=b'')", translate,
      "Return a copy with each byte mapped by the table, those in delete left out."),
    Method(
      "maketrans(frm, to, /)", makeTranslation, "Return a table for translate().",
      kind: .staticMethod),
  ]

  static let classifying: [Method] = [
    Method("isalnum()", isAlphanumeric, "Whether all bytes are ASCII letters or digits."),
    Method("isalpha()", isAlpha, "Whether all bytes are ASCII letters, and there is one."),
    Method("isascii()", isASCII, "Whether all bytes are ASCII."),
    Method("isdigit()", isDigit, "Whether all bytes are ASCII digits, and there is one."),
    Method("islower()", isLower, "Whether all ASCII letters are lower case, and there is one."),
    Method("isspace()", isSpace, "Whether all bytes are ASCII white space, and there is one."),
    Method("istitle()", isTitle, "Whether words begin in upper case and go on in lower case."),
    Method("isupper()", isUpper, "Whether all ASCII letters are upper case, and there is one."),
  ]

  /// A copy of the same length, filled from the bytes' view.
  @inline(__always) private static func mapped(
    _ thread: ThreadState, _ object: Value, _ map: (StringView, Int) -> UInt32
  ) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let view = lease.view
    return try ByteAccess.make(thread, count: view.count, like: object) { target in
      let bytes = target.assumingMemoryBound(to: UInt8.self)
      for index in 0..<view.count { bytes[index] = UInt8(truncatingIfNeeded: map(view, index)) }
    }
  }

  static func lower(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try mapped(thread, object) { CaseMapping.ascii($0[$1], .lower) }
  }
  static func upper(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try mapped(thread, object) { CaseMapping.ascii($0[$1], .upper) }
  }
  static func swapCase(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try mapped(thread, object) { view, index in
      UnicodeProperties.isASCIIAlpha(view[index]) ? view[index] ^ 32 : view[index]
    }
  }
  static func capitalize(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try mapped(thread, object) { CaseMapping.ascii($0[$1], $1 == 0 ? .upper : .lower) }
  }
  static func title(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try mapped(thread, object) { view, index in
      let isInWord = index > 0 && UnicodeProperties.isASCIIAlpha(view[index - 1])
      return CaseMapping.ascii(view[index], isInWord ? .lower : .upper)
    }
  }

  // MARK: Padding

  private static func fill(_ thread: ThreadState, _ value: Value, _ method: StaticString)
    throws(Raised) -> UInt32
  {
    if value.isUnbound { return 32 }
    let bytes = ByteSource.measure(thread, value)
    if let bytes, bytes.count == 1 { return UInt32(bytes.first) }
    throw thread.raise(
      .typeError,
      "\(method)() argument 2 must be a byte string of length 1, not "
        + StringObject.typeNameForArgument(value))
  }

  private static func padded(
    _ thread: ThreadState, _ object: Value, _ width: Int, _ fill: UInt32,
    _ left: (Int) -> Int
  ) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let margin = max(0, width - lease.view.count)
    if margin == 0 { return try ByteMaker(object).make(thread, lease.view) }
    var builder = StringBuilder(capacity: lease.view.count + margin)
    defer { builder.discard() }
    let left = left(margin)
    builder.append(fill, repeated: left)
    builder.append(lease.view)
    builder.append(fill, repeated: margin - left)
    return try ByteMaker(object).finish(thread, builder)
  }

  static func center(thread: ThreadState, self object: Value, width: Value, fillchar: Value)
    throws(Raised) -> Value
  {
    let width = try thread.index(width)
    let fill = try fill(thread, fillchar, "center")
    return try padded(thread, object, width, fill) { $0 / 2 + ($0 & width & 1) }
  }
  static func justifyLeft(thread: ThreadState, self object: Value, width: Value, fillchar: Value)
    throws(Raised) -> Value
  {
    let width = try thread.index(width)
    return try padded(thread, object, width, try fill(thread, fillchar, "ljust")) { _ in 0 }
  }
  static func justifyRight(thread: ThreadState, self object: Value, width: Value, fillchar: Value)
    throws(Raised) -> Value
  {
    let width = try thread.index(width)
    return try padded(thread, object, width, try fill(thread, fillchar, "rjust")) { $0 }
  }

  static func zeroFill(thread: ThreadState, self object: Value, width: Value) throws(Raised)
    -> Value
  {
    let width = try thread.index(width)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let view = lease.view
    let margin = width - view.count
    if margin <= 0 { return try ByteMaker(object).make(thread, view) }
    var builder = StringBuilder(capacity: width)
    defer { builder.discard() }
    let hasSign = view.count > 0 && (view[0] == 43 || view[0] == 45)
    if hasSign { builder.append(view[0]) }
    builder.append(UInt32(48), repeated: margin)
    builder.append(view.slice(hasSign ? 1 : 0, view.count))
    return try ByteMaker(object).finish(thread, builder)
  }

  static func expandTabs(thread: ThreadState, self object: Value, tabSize: Value) throws(Raised)
    -> Value
  {
    let tabSize = try thread.index(tabSize)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    var builder = StringBuilder(capacity: lease.view.count)
    defer { builder.discard() }
    var column = 0
    for index in 0..<lease.view.count {
      let code = lease.view[index]
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
    return try ByteMaker(object).finish(thread, builder)
  }

  // MARK: translate

  static func translate(thread: ThreadState, self object: Value, table: Value, delete: Value)
    throws(Raised) -> Value
  {
    let map = table.isNone ? Value.unbound : try ByteSource.bytes(thread, table)
    defer { thread.release(map) }
    if !map.isUnbound && BytesObject(map).count != 256 {
      throw thread.raise(.valueError, "translation table must be 256 characters long")
    }
    let dropped = delete.isUnbound ? Value.unbound : try ByteSource.bytes(thread, delete)
    defer { thread.release(dropped) }
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    var builder = StringBuilder(capacity: lease.view.count)
    defer { builder.discard() }
    for index in 0..<lease.view.count {
      let code = lease.view[index]
      if !dropped.isUnbound && BytesObject(dropped).view.firstIndex(of: code) >= 0 { continue }
      builder.append(map.isUnbound ? code : UInt32(BytesObject(map)[Int(code)]))
    }
    return try ByteMaker(object).finish(thread, builder)
  }

  static func makeTranslation(thread: ThreadState, from: Value, to: Value) throws(Raised) -> Value {
    let source = try ByteSource.bytes(thread, from)
    defer { thread.release(source) }
    let target = try ByteSource.bytes(thread, to)
    defer { thread.release(target) }
    let x = BytesObject(source), y = BytesObject(target)
    guard x.count == y.count else {
      throw thread.raise(.valueError, "maketrans arguments must have same length")
    }
    let table = try BytesObject.make(thread, count: 256)
    let bytes = table.base.assumingMemoryBound(to: UInt8.self)
    for code in 0..<256 { bytes[code] = UInt8(code) }
    for index in 0..<x.count { bytes[Int(x[index])] = y[index] }
    return table.value
  }

  // MARK: Tests

  @inline(__always) private static func all(
    _ thread: ThreadState, _ object: Value, _ test: (UInt32) -> Bool
  ) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    if lease.view.count == 0 { return .false }
    for index in 0..<lease.view.count where !test(lease.view[index]) { return .false }
    return .true
  }

  static func isAlphanumeric(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try all(thread, object) {
      UnicodeProperties.isASCIIAlpha($0) || UnicodeProperties.isASCIIDigit($0)
    }
  }
  static func isAlpha(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try all(thread, object, UnicodeProperties.isASCIIAlpha)
  }
  static func isDigit(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try all(thread, object, UnicodeProperties.isASCIIDigit)
  }
  static func isSpace(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try all(thread, object, ByteClass.isSpace)
  }
  static func isASCII(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    return Value(TextScan.isASCII(lease.view.base, lease.view.count))
  }

  static func isLower(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try cased(
      thread, object, UnicodeProperties.isASCIILower, UnicodeProperties.isASCIIUpper)
  }
  static func isUpper(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try cased(
      thread, object, UnicodeProperties.isASCIIUpper, UnicodeProperties.isASCIILower)
  }

  private static func cased(
    _ thread: ThreadState, _ object: Value, _ wanted: (UInt32) -> Bool, _ other: (UInt32) -> Bool
  ) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    var isFound = false
    for index in 0..<lease.view.count {
      if other(lease.view[index]) { return .false }
      if wanted(lease.view[index]) { isFound = true }
    }
    return Value(isFound)
  }

  static func isTitle(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    var hasCased = false
    var isInWord = false
    for index in 0..<lease.view.count {
      let code = lease.view[index]
      if UnicodeProperties.isASCIIUpper(code) {
        if isInWord { return .false }
        isInWord = true
        hasCased = true
      } else if UnicodeProperties.isASCIILower(code) {
        if !isInWord { return .false }
        hasCased = true
      } else {
        isInWord = false
      }
    }
    return Value(hasCased)
  }
}
