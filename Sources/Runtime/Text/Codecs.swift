// Encoding and decoding by the names of encodings and error handlers.

package enum Codecs {
  /// `value.encode(encoding, errors)`: bytes. All three are strs.
  package static func encode(
    _ thread: ThreadState, _ value: Value, _ encoding: Value, _ errors: Value
  ) throws(Raised) -> Value {
    guard let known = Encoding(name: StringObject(encoding)) else {
      let result = try CodecRegistry.call(thread, encoding, .encode, value, errors)
      if result.isInstance(TypeFlags.bytesSubclass) { return result }
      defer { thread.release(result) }
      throw thread.raise(
        .typeError,
        "'\(StringObject(encoding).text)' encoder returned '\(result.type.nameText)' instead of "
          + "'bytes'; use codecs.encode() to encode to arbitrary types")
    }
    return try encode(thread, value, known, errors)
  }

  package static func encode(
    _ thread: ThreadState, _ value: Value, _ encoding: Encoding, _ errors: Value
  ) throws(Raised) -> Value {
    let string = StringObject(value)
    if string.isASCII {
      switch encoding {
      case .utf8, .ascii, .latin1:
        return try BytesObject.make(thread, string.view)
      default: break
      }
    } else if encoding == .utf8, let count = UTF8Transcoding.encodedCount(string.view) {
      let bytes = try BytesObject.make(thread, count: count)
      UTF8Transcoding.encode(string.view, to: bytes.base.assumingMemoryBound(to: UInt8.self))
      return bytes.value
    } else if encoding == .latin1 && string.kind == 1 {
      return try BytesObject.make(thread, string.view)
    }
    var encoder = TextEncoder(thread, value, encoding, errors)
    defer { encoder.output.discard() }
    try encoder.run()
    return try BytesObject.make(thread, encoder.output.view)
  }

  /// The str that a bytes-like object encodes. `encoding` and `errors` are strs.
  package static func decode(
    _ thread: ThreadState, _ object: Value, _ encoding: Value, _ errors: Value
  ) throws(Raised) -> Value {
    guard let known = Encoding(name: StringObject(encoding)) else {
      let result = try CodecRegistry.call(thread, encoding, .decode, object, errors)
      if result.isInstance(TypeFlags.stringSubclass) { return result }
      defer { thread.release(result) }
      throw thread.raise(
        .typeError,
        "'\(StringObject(encoding).text)' decoder returned '\(result.type.nameText)' instead of "
          + "'str'; use codecs.decode() to decode to arbitrary types")
    }
    return try decode(thread, object, known, errors, isFinal: true).text
  }

  /// Decodes a bytes-like object. Unless this is the final part, an incomplete character at the end
  /// is left over: `consumed` is the number of bytes that were decoded.
  package static func decode(
    _ thread: ThreadState, _ object: Value, _ encoding: Encoding, _ errors: Value, isFinal: Bool
  ) throws(Raised) -> (text: Value, consumed: Int) {
    let bytes = try ByteSource.bytes(thread, object)
    defer { thread.release(bytes) }
    let view = BytesObject(bytes).view
    switch encoding {
    case .utf8, .ascii:
      if TextScan.isASCII(view.base, view.count) {
        return (try StringObject.make(thread, ascii: view.base, count: view.count), view.count)
      }
      if encoding == .utf8, let string = try UTF8Transcoding.string(thread, view) {
        return (string, view.count)
      }
    case .latin1:
      return (try StringObject.make(thread, view), view.count)
    default: break
    }
    var decoder = TextDecoder(thread, bytes, encoding, errors, isFinal: isFinal)
    defer { decoder.output.discard() }
    try decoder.run()
    return (try decoder.output.finish(thread), decoder.position)
  }

  /// An optional str argument of a method, or its default.
  static func nameArgument(
    _ thread: ThreadState, _ value: Value, _ function: StaticString, _ parameter: StaticString,
    _ fallback: StaticString
  ) throws(Raised) -> Value {
    if value.isUnbound {
      return fallback.utf8CodeUnitCount == 5 ? .name(.utf_8) : .name(.strict)
    }
    guard value.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "\(function)() argument '\(parameter)' must be str, not \(typeName(value))")
    }
    return value
  }

  private static func typeName(_ value: Value) -> String {
    value.isNone ? "None" : value.type.nameText
  }
}
