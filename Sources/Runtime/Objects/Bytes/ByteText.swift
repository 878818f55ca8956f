// bytes and bytearray as text: repr, hex, decode, `%`.

import Glibc

extension ByteMethods {
  static let converting: [Method] = [
    Method(
      "decode(/, encoding='utf-8', errors='strict')", ByteText.decode,
      "Decode the bytes as text in the given encoding."),
    Method(
      "hex(sep=<unrepresentable>, bytes_per_sep=1)", ByteText.hex,
      "Return hexadecimal digits, with a separator between groups of bytes if given."),
  ]
}

enum ByteText {
  static func repr(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    var builder = StringBuilder(capacity: lease.view.count + 3)
    defer { builder.discard() }
    let isBytearray = ByteSource.isBytearray(object)
    if isBytearray {
      builder.append(text: object.type.nameText)
      builder.append(UInt32(40))
    }
    appendLiteral(lease.view, isBytearray: isBytearray, to: &builder)
    if isBytearray { builder.append(UInt32(41)) }
    return try builder.finish(thread)
  }

  static func str(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try BytesWarning.checkText(thread, object)
    return try repr(thread: thread, self: object)
  }

  /// A literal that reads back as the bytes. As in CPython, bytearray escapes the single quote even
  /// between double ones.
  private static func appendLiteral(
    _ view: StringView, isBytearray: Bool, to builder: inout StringBuilder
  ) {
    let hasSingle = view.firstIndex(of: 39) >= 0
    let quote: UInt32 = hasSingle && view.firstIndex(of: 34) < 0 ? 34 : 39
    builder.append(UInt32(98))
    builder.append(quote)
    for index in 0..<view.count {
      let code = view[index]
      switch code {
      case 9: builder.append("\\t" as StaticString)
      case 10: builder.append("\\n" as StaticString)
      case 13: builder.append("\\r" as StaticString)
      case 32..<127:
        if code == quote || code == 92 || isBytearray && code == 39 {
          builder.append(UInt32(92))
        }
        builder.append(code)
      default: TextEscapes.append(code, to: &builder)
      }
    }
    builder.append(quote)
  }

  static func decode(thread: ThreadState, self object: Value, encoding: Value, errors: Value)
    throws(Raised) -> Value
  {
    let encoding = try Codecs.nameArgument(thread, encoding, "decode", "encoding", "utf-8")
    let errors = try Codecs.nameArgument(thread, errors, "decode", "errors", "strict")
    return try Codecs.decode(thread, object, encoding, errors)
  }

  // MARK: Hexadecimal

  static func hex(thread: ThreadState, self object: Value, separator: Value, groupSize: Value)
    throws(Raised) -> Value
  {
    let mark = try hexSeparator(thread, separator)
    let group = groupSize.isUnbound ? 1 : try thread.index(groupSize)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    return try hex(thread, lease.view, separator: mark, group: group)
  }

  /// The separator's code, or 0 for none.
  static func hexSeparator(_ thread: ThreadState, _ value: Value) throws(Raised) -> UInt32 {
    if value.isUnbound { return 0 }
    let count: Int
    let code: UInt32
    if value.isInstance(TypeFlags.stringSubclass) {
      count = StringObject(value).count
      code = count > 0 ? StringObject(value)[0] : 0
    } else if let bytes = ByteSource.measure(thread, value) {
      count = bytes.count
      code = UInt32(bytes.first)
    } else {
      throw thread.raise(.typeError, "sep must be str or bytes.")
    }
    guard count == 1 else { throw thread.raise(.valueError, "sep must be length 1.") }
    guard code < 128 else { throw thread.raise(.valueError, "sep must be ASCII.") }
    return code
  }

  /// Positive groups are counted from the right, negative ones from the left.
  static func hex(_ thread: ThreadState, _ view: StringView, separator: UInt32, group: Int)
    throws(Raised) -> Value
  {
    var builder = StringBuilder(capacity: view.count * 2)
    defer { builder.discard() }
    let size = Int(group.magnitude)
    for index in 0..<view.count {
      if separator != 0 && size != 0 && index > 0 {
        let distance = group > 0 ? view.count - index : index
        if distance % size == 0 { builder.append(separator) }
      }
      builder.append(TextEscapes.hexDigit(view[index] >> 4))
      builder.append(TextEscapes.hexDigit(view[index] & 15))
    }
    return try builder.finish(thread)
  }

  static func fromHex(thread: ThreadState, type: Value, string: Value) throws(Raised) -> Value {
    guard string.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "fromhex() argument must be str, not \(string.type.nameText)")
    }
    var builder = StringBuilder()
    defer { builder.discard() }
    try parseHex(thread, StringObject(string).view, to: &builder)
    let bytes = try BytesObject.make(thread, builder.view)
    if TypeObject(type).isExactly(.bytes) { return bytes }
    defer { thread.release(bytes) }
    return try thread.call(type, bytes)
  }

  private static func parseHex(
    _ thread: ThreadState, _ view: StringView, to builder: inout StringBuilder
  ) throws(Raised) {
    var index = 0
    while true {
      while index < view.count && ByteClass.isSpace(view[index]) { index += 1 }
      if index >= view.count { return }
      guard let high = hexDigit(view, index) else { throw invalidHex(thread, index) }
      guard index + 1 < view.count, let low = hexDigit(view, index + 1) else {
        throw invalidHex(thread, index + 1)
      }
      builder.append(high << 4 | low)
      index += 2
    }
  }

  private static func hexDigit(_ view: StringView, _ index: Int) -> UInt32? {
    view[index] < 128 ? ByteClass.hexValue(UInt8(view[index])) : nil
  }

  private static func invalidHex(_ thread: ThreadState, _ index: Int) -> Raised {
    thread.raise(
      .valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
  }

  // MARK: Formatting

  static func formatPercent(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    guard left.isInstance(TypeFlags.bytesSubclass) || ByteSource.isBytearray(left) else {
      return .notImplemented
    }
    let template = try ByteSource.bytes(thread, left)
    defer { thread.release(template) }
    var formatter = PercentFormatter(
      thread, BytesObject(template).view, right, isBytes: true)
    defer { formatter.builder.discard() }
    try formatter.run()
    return try ByteMaker(left).finish(thread, formatter.builder)
  }
}

extension BytesObject {
  /// What `%s` and `%b` insert, owned: bytes-like objects, or the result of `__bytes__`.
  static func forPercent(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if ByteSource.isBytesLike(value) { return try ByteSource.bytes(thread, value) }
    let method = try thread.lookupSpecial(value, .name(.__bytes__))
    if method.isUnbound {
      throw thread.raise(
        .typeError,
        "%b requires a bytes-like object, or an object that implements __bytes__, not "
          + "'\(value.type.nameText)'")
    }
    defer { thread.release(method) }
    let result = try thread.call(method)
    if result.isInstance(TypeFlags.bytesSubclass) { return result }
    defer { thread.release(result) }
    throw thread.raise(
      .typeError, "__bytes__ returned non-bytes (type \(result.type.nameText))")
  }
}
