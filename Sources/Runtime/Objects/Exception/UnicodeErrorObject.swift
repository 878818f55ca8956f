// UnicodeEncodeError, UnicodeDecodeError (encoding, object, start, end, reason) and
// UnicodeTranslateError, which has no encoding.

enum UnicodeErrorObject {
  static var fields: [Getter] {
    [
      ExceptionField.getter("encoding", 0), ExceptionField.getter("object", 1),
      ExceptionField.getter("start", 2), ExceptionField.getter("end", 3),
      ExceptionField.getter("reason", 4),
    ]
  }
  /// All but the encoding, whose place stays unset so that the field numbers agree.
  static var translateFields: [Getter] { Array(fields.dropFirst()) }

  private enum Kind { case encode, decode, translate }

  static func initializeEncode(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try initialize(thread, exception, arguments, .encode)
  }
  static func initializeDecode(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try initialize(thread, exception, arguments, .decode)
  }
  static func initializeTranslate(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try initialize(thread, exception, arguments, .translate)
  }

  private static func initialize(
    _ thread: ThreadState, _ exception: Value, _ arguments: Arguments, _ kind: Kind
  ) throws(Raised) {
    try ExceptionObject.initialize(thread: thread, self: exception, arguments: arguments)
    let expected = kind == .translate ? 4 : 5
    guard arguments.count == expected else {
      throw thread.raise(
        .typeError, "function takes exactly \(expected) arguments (\(arguments.count) given)")
    }
    let first = 5 - expected
    for index in 0..<expected {
      let field = first + index
      let value = arguments[index]
      try check(thread, value, field: field, position: index + 1, kind)
      ExceptionField.set(thread, exception, field, value)
    }
  }

  private static func check(
    _ thread: ThreadState, _ value: Value, field: Int, position: Int, _ kind: Kind
  ) throws(Raised) {
    switch field {
    case 2, 3: _ = try thread.index(value)
    case 1 where kind == .decode:
      if value.isInstance(TypeFlags.bytesSubclass) || value.isExactly(.bytearray) { return }
      throw thread.raise(
        .typeError, "a bytes-like object is required, not '\(value.type.nameText)'")
    default:
      if value.isInstance(TypeFlags.stringSubclass) { return }
      throw thread.raise(
        .typeError, "argument \(position) must be str, not \(value.type.nameText)")
    }
  }

  static func strEncode(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    try str(thread, exception, .encode)
  }
  static func strDecode(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    try str(thread, exception, .decode)
  }
  static func strTranslate(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    try str(thread, exception, .translate)
  }

  private static func str(_ thread: ThreadState, _ exception: Value, _ kind: Kind) throws(Raised)
    -> Value
  {
    let object = ExceptionField.get(thread, exception, 1)
    defer { thread.release(object) }
    if object.isNone { return try thread.string("") }
    let length = try thread.length(object)
    let start = try number(thread, exception, 2)
    let end = try number(thread, exception, 3)
    let reason = try fieldText(thread, exception, 4)
    let verb = kind == .decode ? "decode" : kind == .encode ? "encode" : "translate"
    let who =
      kind == .translate
      ? "can't translate" : "'\(try fieldText(thread, exception, 0))' codec can't \(verb)"
    let unit = kind == .decode ? "byte" : "character"
    guard start >= 0, start < length, end == start + 1 else {
      let plural = kind == .decode ? "bytes" : "characters"
      return try thread.string(
        "\(who) \(plural) in position \(start)-\(end - 1): \(reason)")
    }
    let shown: String
    if kind == .decode {
      let byte = try thread.getItem(object, at: start)
      shown = "0x" + hex(UInt32(byte.smallInteger), 2)
    } else {
      let code = StringObject(object)[start]
      shown =
        code < 0x100
        ? "'\\x\(hex(code, 2))'" : code < 0x10000 ? "'\\u\(hex(code, 4))'" : "'\\U\(hex(code, 8))'"
    }
    return try thread.string("\(who) \(unit) \(shown) in position \(start): \(reason)")
  }

  private static func hex(_ number: UInt32, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func number(_ thread: ThreadState, _ exception: Value, _ index: Int)
    throws(Raised) -> Int
  {
    let value = ExceptionField.get(thread, exception, index)
    defer { thread.release(value) }
    return value.isNone ? 0 : try thread.index(value)
  }

  private static func fieldText(_ thread: ThreadState, _ exception: Value, _ index: Int)
    throws(Raised) -> String
  {
    let value = ExceptionField.get(thread, exception, index)
    defer { thread.release(value) }
    return try thread.text(value)
  }
}
