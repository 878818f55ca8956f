// Text that a number is read from: digits of every script and every kind of space count as ASCII's.

package enum NumericText {
  /// Runs `body` with a string's text, its decimal digits and spaces turned to ASCII; `?` stands
  /// for other characters.
  package static func withASCII<Result>(
    _ string: Value, _ body: (UnsafeBufferPointer<UInt8>) throws(Raised) -> Result
  ) throws(Raised) -> Result {
    let source = StringObject(string)
    if source.isASCII {
      return try body(
        UnsafeBufferPointer(
          start: source.bytes.assumingMemoryBound(to: UInt8.self), count: source.count))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    for index in 0..<source.count { bytes.append(ascii(source[index])) }
    let outcome: Swift.Result<Result, Raised> = bytes.withUnsafeBufferPointer { bytes in
      do throws(Raised) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// Runs `body` with the content of a bytes-like object.
  package static func withBytes<Result>(
    _ thread: ThreadState, _ source: Value,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Raised) -> Result
  ) throws(Raised) -> Result {
    let bytes = try ByteSource.bytes(thread, source)
    defer { thread.release(bytes) }
    return try body(BytesObject(bytes).buffer.assumingMemoryBound(to: UInt8.self))
  }

  private static func ascii(_ code: UInt32) -> UInt8 {
    if code < 128 { return UInt8(code) }
    guard let scalar = Unicode.Scalar(code) else { return UInt8(ascii: "?") }
    if scalar.properties.isWhitespace { return UInt8(ascii: " ") }
    if scalar.properties.numericType == .decimal, let number = scalar.properties.numericValue {
      return 48 + UInt8(number)
    }
    return UInt8(ascii: "?")
  }
}

extension ThreadState {
  /// A str of Swift text that is known to be ASCII.
  package func string(ascii text: String) throws(Raised) -> Value {
    var text = text
    return try text.withUTF8Typed { (bytes: UnsafeBufferPointer<UInt8>) throws(Raised) in
      try StringObject.make(
        self, ascii: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped), count: bytes.count)
    }
  }

  /// A tuple of two owned values; they are released if there is no memory.
  func pair(owned first: Value, _ second: Value) throws(Raised) -> Value {
    defer {
      release(first)
      release(second)
    }
    return try tuple(first, second)
  }
}
