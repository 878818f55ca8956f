// str(), encode, translate, format and what else makes one thing of another.

extension StringObject {
  static let convertingMethods: [Method] = [
    Method(
      "encode(/, encoding='utf-8', errors='strict')", encode,
      "Encode the string as bytes in the given encoding."),
    Method(
      "format(*args, **kwargs)", format,
      "Return a copy with the fields in braces replaced by the arguments."),
    Method(
      "format_map(mapping, /)", formatMap,
      "Return a copy with the fields in braces replaced by values of the mapping."),
    Method("__format__(format_spec, /)", formatSpec, "Return the string as format_spec asks."),
    Method(
      "translate(table, /)", translate,
      "Replace each character by what the table maps its ordinal to; None deletes it."),
    Method(
      "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)", makeTranslation,
      "Return a table for str.translate().", kind: .staticMethod),
    Method("__getnewargs__()", newArguments, "Arguments for pickling."),
    Method("__sizeof__()", sizeOf, "Size in memory, in bytes."),
  ]

  // MARK: str()

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let type = TypeObject(type)
    let isExact = type.isExactly(.str)
    if isExact && arguments.count == 1 && arguments.keywordNames.isUnbound {
      return try thread.str(arguments[0])
    }
    if arguments.count > 3 {
      throw thread.raise(
        .typeError, "str expected at most 3 arguments, got \(arguments.count)")
    }
    let bound = try BoundArguments(
      thread, arguments,
      "str(object=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)")
    let text = try convert(thread, bound[0], encoding: bound[1], errors: bound[2])
    if isExact { return text }
    defer { thread.release(text) }
    return try make(thread, type: type, copying: StringObject(text))
  }

  private static func convert(
    _ thread: ThreadState, _ object: Value, encoding: Value, errors: Value
  ) throws(Raised) -> Value {
    if object.isUnbound { return empty }
    if encoding.isUnbound && errors.isUnbound { return try thread.str(object) }
    let encoding = try Codecs.nameArgument(thread, encoding, "str", "encoding", "utf-8")
    let errors = try Codecs.nameArgument(thread, errors, "str", "errors", "strict")
    if object.isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(.typeError, "decoding str is not supported")
    }
    guard ByteSource.isBytesLike(object) else {
      throw thread.raise(
        .typeError,
        "decoding to str: need a bytes-like object, \(object.type.nameText) found")
    }
    return try Codecs.decode(thread, object, encoding, errors)
  }

  static func encode(thread: ThreadState, self string: Value, encoding: Value, errors: Value)
    throws(Raised) -> Value
  {
    let encoding = try Codecs.nameArgument(thread, encoding, "encode", "encoding", "utf-8")
    let errors = try Codecs.nameArgument(thread, errors, "encode", "errors", "strict")
    return try Codecs.encode(thread, string, encoding, errors)
  }

  // MARK: format

  static func format(thread: ThreadState, self string: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try TemplateFormatter.format(thread, string, arguments: arguments, mapping: .unbound)
  }

  static func formatMap(thread: ThreadState, self string: Value, mapping: Value) throws(Raised)
    -> Value
  {
    try TemplateFormatter.format(thread, string, arguments: nil, mapping: mapping)
  }

  static func formatSpec(thread: ThreadState, self string: Value, specification: Value)
    throws(Raised) -> Value
  {
    try Formatting.formatString(thread, string, specification)
  }

  // MARK: translate

  static func translate(thread: ThreadState, self string: Value, table: Value) throws(Raised)
    -> Value
  {
    let view = StringObject(string).view
    var builder = StringBuilder(capacity: view.count)
    defer { builder.discard() }
    for index in 0..<view.count {
      let code = view[index]
      let mapped: Value
      do throws(Raised) { mapped = try thread.getItem(table, Value(small: Int(code))) } catch {
        guard thread.exceptionMatches(.lookupError) else { throw error }
        thread.clearException()
        builder.append(code)
        continue
      }
      defer { thread.release(mapped) }
      try append(thread, mapped: mapped, to: &builder)
    }
    return try builder.finish(thread)
  }

  private static func append(
    _ thread: ThreadState, mapped: Value, to builder: inout StringBuilder
  ) throws(Raised) {
    if mapped.isNone { return }
    if mapped.isInstance(TypeFlags.stringSubclass) {
      builder.append(StringObject(mapped))
      return
    }
    guard mapped.isSmallInteger || mapped.isInstance(TypeFlags.integerSubclass) || mapped.isBool
    else {
      throw thread.raise(
        .typeError, "character mapping must return integer, None or str")
    }
    let code = try thread.indexClamped(mapped)
    guard code >= 0 && code < 0x110000 else {
      throw thread.raise(.valueError, "character mapping must be in range(0x110000)")
    }
    builder.append(UInt32(code))
  }

  static func makeTranslation(thread: ThreadState, x: Value, y: Value, z: Value) throws(Raised)
    -> Value
  {
    let table = try DictObject.make(thread)
    do throws(Raised) {
      if y.isUnbound {
        try fillTranslation(thread, table, from: x)
      } else {
        try fillTranslation(thread, table, x, y, z)
      }
    } catch {
      thread.release(table.value)
      throw error
    }
    return table.value
  }

  private static func fillTranslation(
    _ thread: ThreadState, _ table: DictObject, from source: Value
  ) throws(Raised) {
    guard source.isExactly(.dict) else {
      throw thread.raise(
        .typeError, "if you give only one argument to maketrans it must be a dict")
    }
    var position = 0
    while let (key, value) = DictObject(source).next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      if key.isInstance(TypeFlags.stringSubclass) {
        let string = StringObject(key)
        guard string.count == 1 else {
          throw thread.raise(
            .valueError, "string keys in translate table must be of length 1")
        }
        try table.set(thread, Value(small: Int(string[0])), value)
      } else if key.isSmallInteger || key.isBool || key.isInstance(TypeFlags.integerSubclass) {
        try table.set(thread, key, value)
      } else {
        throw thread.raise(
          .typeError, "keys in translate table must be strings or integers")
      }
    }
  }

  private static func fillTranslation(
    _ thread: ThreadState, _ table: DictObject, _ from: Value, _ to: Value, _ deleted: Value
  ) throws(Raised) {
    guard from.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "first maketrans argument must be a string if there is a second argument")
    }
    let source = StringObject(from)
    let target = try argument(thread, to, "maketrans() argument 2")
    guard source.count == target.count else {
      throw thread.raise(
        .valueError, "the first two maketrans arguments must have equal length")
    }
    for index in 0..<source.count {
      try table.set(
        thread, Value(small: Int(source[index])), Value(small: Int(target[index])))
    }
    if deleted.isUnbound { return }
    let set = try argument(thread, deleted, "maketrans() argument 3")
    for index in 0..<set.count { try table.set(thread, Value(small: Int(set[index])), .none) }
  }

  // MARK: Pickling and size

  static func newArguments(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let text = try make(thread, StringObject(string).view)
    defer { thread.release(text) }
    return try thread.tuple(text)
  }

  static func sizeOf(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let text = StringObject(string)
    let inline = StringBody.inlineOffset + text.view.byteCount
    let size =
      text.body.pointee.isExternal
      ? MemoryLayout<StringBody>.size + text.body.pointee.capacity
      : max(MemoryLayout<StringBody>.size, inline)
    return Value(small: size)
  }

  // MARK: ord and chr

  /// `ord(value)` for a str, or bytes of length 1.
  package static func ordinal(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    let count: Int
    if value.isInstance(TypeFlags.stringSubclass) {
      let string = StringObject(value)
      if string.count == 1 { return Value(small: Int(string[0])) }
      count = string.count
    } else if let bytes = ByteSource.measure(thread, value) {
      if bytes.count == 1 { return Value(small: Int(bytes.first)) }
      count = bytes.count
    } else {
      throw thread.raise(
        .typeError,
        "ord() expected string of length 1, but \(value.type.nameText) found")
    }
    throw thread.raise(
      .typeError, "ord() expected a character, but string of length \(count) found")
  }

  /// `chr(value)`.
  package static func character(_ thread: ThreadState, ordinal value: Value) throws(Raised)
    -> Value
  {
    let code = try thread.indexClamped(value)
    guard code >= 0 && code < 0x110000 else {
      throw thread.raise(.valueError, "chr() arg not in range(0x110000)")
    }
    return try character(thread, UInt32(code))
  }
}
