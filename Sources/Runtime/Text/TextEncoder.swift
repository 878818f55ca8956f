// Text to bytes.

struct TextEncoder {
  let thread: ThreadState
  let string: Value
  let view: StringView
  let encoding: Encoding
  let errors: Value
  /// Looked up by name only when something is wrong.
  private var policy: ErrorPolicy { ErrorPolicy(name: StringObject(errors)) }
  /// Bytes: code points below 256.
  var output: StringBuilder
  private var position = 0

  init(_ thread: ThreadState, _ string: Value, _ encoding: Encoding, _ errors: Value) {
    self.thread = thread
    self.string = string
    view = StringObject(string).view
    self.encoding = encoding
    self.errors = errors
    output = StringBuilder(capacity: view.count + 8)
  }

  mutating func run() throws(Raised) {
    switch encoding {
    case .utf8WithSignature:
      for byte: UInt32 in [0xef, 0xbb, 0xbf] { output.append(byte) }
    case .utf16: append16(0xfeff)
    case .utf32: append32(0xfeff)
    default: break
    }
    while position < view.count {
      if append(view[position]) {
        position &+= 1
      } else {
        try handleError()
      }
    }
  }

  /// Appends one code point's bytes; false where the encoding has none.
  @inline(__always) private mutating func append(_ code: UInt32) -> Bool {
    switch encoding {
    case .utf8, .utf8WithSignature: return append8(code)
    case .ascii:
      if code >= 0x80 { return false }
      output.append(code)
    case .latin1:
      if code >= 0x100 { return false }
      output.append(code)
    case .utf16, .utf16Little, .utf16Big:
      if code >> 11 == 0x1b { return false }
      append16(code)
    case .utf32, .utf32Little, .utf32Big:
      if code >> 11 == 0x1b { return false }
      append32(code)
    case .unicodeEscape: appendEscape(code)
    case .rawUnicodeEscape:
      if code < 0x100 { output.append(code) } else { TextEscapes.append(code, to: &output) }
    }
    return true
  }

  private mutating func append8(_ code: UInt32) -> Bool {
    if code < 0x80 {
      output.append(code)
    } else if code < 0x800 {
      output.append(0xc0 | code >> 6)
      output.append(0x80 | code & 0x3f)
    } else if code < 0x10000 {
      if code >> 11 == 0x1b { return false }
      appendThree(code)
    } else {
      output.append(0xf0 | code >> 18)
      output.append(0x80 | code >> 12 & 0x3f)
      output.append(0x80 | code >> 6 & 0x3f)
      output.append(0x80 | code & 0x3f)
    }
    return true
  }

  private mutating func appendThree(_ code: UInt32) {
    output.append(0xe0 | code >> 12)
    output.append(0x80 | code >> 6 & 0x3f)
    output.append(0x80 | code & 0x3f)
  }

  private mutating func append16(_ code: UInt32) {
    if code < 0x10000 {
      appendUnit(code)
    } else {
      appendUnit(0xd800 + (code - 0x10000) >> 10)
      appendUnit(0xdc00 + (code - 0x10000) & 0x3ff)
    }
  }

  private mutating func appendUnit(_ unit: UInt32) {
    output.append(encoding == .utf16Big ? unit >> 8 : unit & 0xff)
    output.append(encoding == .utf16Big ? unit & 0xff : unit >> 8)
  }

  private mutating func append32(_ code: UInt32) {
    for index: UInt32 in 0..<4 {
      let shift = encoding == .utf32Big ? 24 - index * 8 : index * 8
      output.append(code >> shift & 0xff)
    }
  }

  private mutating func appendEscape(_ code: UInt32) {
    switch code {
    case 9: output.append("\\t" as StaticString)
    case 10: output.append("\\n" as StaticString)
    case 13: output.append("\\r" as StaticString)
    case 92: output.append("\\\\" as StaticString)
    case 32..<127: output.append(code)
    default: TextEscapes.append(code, to: &output)
    }
  }

  // MARK: Errors

  private var reason: String {
    switch encoding {
    case .ascii: "ordinal not in range(128)"
    case .latin1: "ordinal not in range(256)"
    default: "surrogates not allowed"
    }
  }

  private var unitSize: Int {
    switch encoding {
    case .utf16, .utf16Little, .utf16Big: 2
    case .utf32, .utf32Little, .utf32Big: 4
    default: 1
    }
  }

  private func isEncodable(_ code: UInt32) -> Bool {
    switch encoding {
    case .ascii: code < 0x80
    case .latin1: code < 0x100
    default: code >> 11 != 0x1b
    }
  }

  /// Deals with the run of code points at `position` that can't be encoded.
  private mutating func handleError() throws(Raised) {
    let start = position
    var end = start + 1
    while end < view.count && !isEncodable(view[end]) { end += 1 }
    position = end
    switch policy {
    case .strict: throw try raise(start, end)
    case .ignore: break
    case .replace: for _ in start..<end { try appendReplacement(0x3f, start, end) }
    case .backslashReplace, .nameReplace, .xmlCharacterReplace:
      var text = StringBuilder()
      defer { text.discard() }
      for index in start..<end { appendName(view[index], to: &text) }
      for index in 0..<text.count { try appendReplacement(text.view[index], start, end) }
    case .surrogateEscape:
      // The bytes have to make whole units.
      guard (end - start) % unitSize == 0 else { throw try raise(start, end) }
      for index in start..<end {
        guard view[index] >= 0xdc80 && view[index] <= 0xdcff else {
          throw try raise(start, end)
        }
        output.append(view[index] - 0xdc00)
      }
    case .surrogatePass:
      for index in start..<end { try appendSurrogate(view[index], start, end) }
    case .custom: try handleCustom(start, end)
    }
  }

  private mutating func appendReplacement(_ code: UInt32, _ start: Int, _ end: Int)
    throws(Raised)
  {
    if !append(code) { throw try raise(start, end) }
  }

  private func appendName(_ code: UInt32, to text: inout StringBuilder) {
    if policy == .xmlCharacterReplace {
      text.append("&#" as StaticString)
      text.append(decimal: Int(code))
      text.append(UInt32(0x3b))
    } else if policy == .nameReplace, let name = Unicode.Scalar(code)?.properties.name {
      text.append("\\N{" as StaticString)
      text.append(text: name)
      text.append(UInt32(0x7d))
    } else {
      TextEscapes.append(code, to: &text)
    }
  }

  private mutating func appendSurrogate(_ code: UInt32, _ start: Int, _ end: Int) throws(Raised) {
    guard code >> 11 == 0x1b else { throw try raise(start, end) }
    switch encoding {
    case .utf8, .utf8WithSignature: appendThree(code)
    case .utf16, .utf16Little, .utf16Big: appendUnit(code)
    case .utf32, .utf32Little, .utf32Big: append32(code)
    default: throw try raise(start, end)
    }
  }

  private mutating func handleCustom(_ start: Int, _ end: Int) throws(Raised) {
    let (replacement, next) = try CodecRegistry.handle(
      thread, errors, exception: try exception(start, end), length: view.count,
      "encoding error handler must return (str/bytes, int) tuple")
    defer { thread.release(replacement) }
    position = next
    if replacement.isInstance(TypeFlags.bytesSubclass) {
      output.append(BytesObject(replacement).view)
      return
    }
    guard replacement.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "encoding error handler must return (str/bytes, int) tuple")
    }
    let text = StringObject(replacement)
    for index in 0..<text.count { try appendReplacement(text[index], start, end) }
  }

  private func exception(_ start: Int, _ end: Int) throws(Raised) -> Value {
    let name = try thread.string(encoding.name)
    defer { thread.release(name) }
    let reason = try thread.string(reason)
    defer { thread.release(reason) }
    return try thread.makeException(
      TypeObject(.unicodeEncodeError),
      [name, string, Value(small: start), Value(small: end), reason])
  }

  private func raise(_ start: Int, _ end: Int) throws(Raised) -> Raised {
    thread.raise(exception: try exception(start, end))
  }
}
