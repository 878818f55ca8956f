// Bytes to text.

struct TextDecoder {
  let thread: ThreadState
  /// A bytes object.
  let object: Value
  let bytes: UnsafePointer<UInt8>
  let count: Int
  private(set) var encoding: Encoding
  let errors: Value
  /// Looked up by name only when something is wrong.
  private var policy: ErrorPolicy { ErrorPolicy(name: StringObject(errors)) }
  let isFinal: Bool
  var output: StringBuilder
  /// Where decoding goes on; at the end, the number of bytes used.
  private(set) var position = 0

  init(
    _ thread: ThreadState, _ object: Value, _ encoding: Encoding, _ errors: Value, isFinal: Bool
  ) {
    self.thread = thread
    self.object = object
    let view = BytesObject(object).view
    bytes = view.units(UInt8.self)
    count = view.count
    self.encoding = encoding
    self.errors = errors
    self.isFinal = isFinal
    output = StringBuilder(capacity: view.count)
  }

  mutating func run() throws(Raised) {
    skipMark()
    while position < count {
      let isDone: Bool
      switch encoding {
      case .utf8, .utf8WithSignature: isDone = try decode8()
      case .ascii: isDone = try decodeASCII()
      case .latin1:
        output.append(UInt32(bytes[position]))
        position += 1
        isDone = false
      case .utf16, .utf16Little, .utf16Big: isDone = try decode16()
      case .utf32, .utf32Little, .utf32Big: isDone = try decode32()
      case .unicodeEscape, .rawUnicodeEscape: isDone = try decodeEscape()
      }
      if isDone { return }
    }
  }

  /// The byte order mark settles the order; without one it is the machine's.
  private mutating func skipMark() {
    switch encoding {
    case .utf8WithSignature:
      if count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf { position = 3 }
    case .utf16:
      guard count >= 2 else {
        encoding = .utf16Little
        return
      }
      let isBig = bytes[0] == 0xfe && bytes[1] == 0xff
      if isBig || bytes[0] == 0xff && bytes[1] == 0xfe { position = 2 }
      encoding = isBig ? .utf16Big : .utf16Little
    case .utf32:
      let isBig = count >= 4 && word(0, isBig: true) == 0xfeff
      if isBig || count >= 4 && word(0, isBig: false) == 0xfeff { position = 4 }
      encoding = isBig ? .utf32Big : .utf32Little
    default: break
    }
  }

  // MARK: One character. True means: stop, the rest is incomplete.

  private mutating func decodeASCII() throws(Raised) -> Bool {
    let byte = bytes[position]
    if byte < 0x80 {
      output.append(UInt32(byte))
      position += 1
    } else {
      try fail(position, position + 1, "ordinal not in range(128)")
    }
    return false
  }

  private mutating func decode8() throws(Raised) -> Bool {
    let lead = UInt32(bytes[position])
    if lead < 0x80 {
      output.append(lead)
      position &+= 1
      return false
    }
    let length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if length == 0 {
      try fail(position, position + 1, "invalid start byte")
      return false
    }
    var code = lead & (0x7f >> UInt32(length))
    for index in 1..<length {
      if position + index == count {
        if !isFinal { return true }
        try fail(position, count, "unexpected end of data")
        return false
      }
      let byte = UInt32(bytes[position + index])
      guard isContinuation(byte, lead, isSecond: index == 1) else {
        try fail(position, position + index, "invalid continuation byte")
        return false
      }
      code = code << 6 | byte & 0x3f
    }
    output.append(code)
    position += length
    return false
  }

  /// Second bytes are narrower after some leads: no overlong forms, surrogates, or beyond U+10FFFF.
  private func isContinuation(_ byte: UInt32, _ lead: UInt32, isSecond: Bool) -> Bool {
    if !isSecond { return byte & 0xc0 == 0x80 }
    switch lead {
    case 0xe0: return byte >= 0xa0 && byte < 0xc0
    case 0xed: return byte >= 0x80 && byte < 0xa0
    case 0xf0: return byte >= 0x90 && byte < 0xc0
    case 0xf4: return byte >= 0x80 && byte < 0x90
    default: return byte & 0xc0 == 0x80
    }
  }

  private func unit(_ index: Int) -> UInt32 {
    let first = UInt32(bytes[index]), second = UInt32(bytes[index + 1])
    return encoding == .utf16Big ? first << 8 | second : second << 8 | first
  }

  private mutating func decode16() throws(Raised) -> Bool {
    if position + 2 > count {
      if !isFinal { return true }
      try fail(position, count, "truncated data")
      return false
    }
    let first = unit(position)
    if first >> 11 != 0x1b {
      output.append(first)
      position += 2
      return false
    }
    if first >= 0xdc00 {
      try fail(position, position + 2, "illegal encoding")
      return false
    }
    if position + 4 > count {
      if !isFinal { return true }
      try fail(position, count, "unexpected end of data")
      return false
    }
    let second = unit(position + 2)
    if second >> 10 != 0x37 {
      try fail(position, position + 2, "illegal UTF-16 surrogate")
      return false
    }
    output.append(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff)
    position += 4
    return false
  }

  private func word(_ index: Int, isBig: Bool) -> UInt32 {
    var word: UInt32 = 0
    for offset in 0..<4 {
      let byte = UInt32(bytes[index + offset])
      word |= byte << UInt32(isBig ? 24 - offset * 8 : offset * 8)
    }
    return word
  }

  private mutating func decode32() throws(Raised) -> Bool {
    if position + 4 > count {
      if !isFinal { return true }
      try fail(position, count, "truncated data")
      return false
    }
    let code = word(position, isBig: encoding == .utf32Big)
    if code >= 0x110000 {
      try fail(position, position + 4, "code point not in range(0x110000)")
    } else if code >> 11 == 0x1b {
      try fail(position, position + 4, "code point in surrogate code point range")
    } else {
      output.append(code)
      position += 4
    }
    return false
  }

  private mutating func decodeEscape() throws(Raised) -> Bool {
    let byte = bytes[position]
    if byte != 0x5c {
      output.append(UInt32(byte))
      position += 1
      return false
    }
    var escape = EscapeReader(bytes: bytes, count: count, position: position)
    let isRaw = encoding == .rawUnicodeEscape
    switch isRaw ? escape.readRaw() : escape.read() {
    case .character(let code): output.append(code)
    case .nothing: break
    case .verbatim:
      for index in position..<escape.position { output.append(UInt32(bytes[index])) }
    case .invalid(let reason):
      try fail(position, escape.position, reason)
      return false
    }
    position = escape.position
    return false
  }

  // MARK: Errors

  private mutating func fail(_ start: Int, _ end: Int, _ reason: String) throws(Raised) {
    position = end
    switch policy {
    case .ignore: break
    case .replace: output.append(UInt32(0xfffd))
    case .backslashReplace:
      for index in start..<end { TextEscapes.append(UInt32(bytes[index]), to: &output) }
    case .surrogateEscape:
      guard bytes[start] >= 0x80 else { throw try raise(start, end, reason) }
      var index = start
      while index < end && bytes[index] >= 0x80 {
        output.append(0xdc00 + UInt32(bytes[index]))
        index += 1
      }
      position = index
    case .surrogatePass:
      guard appendSurrogate(start) else { throw try raise(start, end, reason) }
    case .xmlCharacterReplace, .nameReplace:
      throw thread.raise(
        .typeError, "don't know how to handle UnicodeDecodeError in error callback")
    case .custom: try handleCustom(start, end, reason)
    default: throw try raise(start, end, reason)
    }
  }

  /// Takes an encoded surrogate as it is; false where there is none.
  private mutating func appendSurrogate(_ start: Int) -> Bool {
    var code: UInt32 = 0
    var length = 0
    switch encoding {
    case .utf8, .utf8WithSignature:
      guard start + 3 <= count, bytes[start] & 0xf0 == 0xe0, bytes[start + 1] & 0xc0 == 0x80,
        bytes[start + 2] & 0xc0 == 0x80
      else { return false }
      code =
        UInt32(bytes[start] & 15) << 12 | UInt32(bytes[start + 1] & 63) << 6
        | UInt32(bytes[start + 2] & 63)
      length = 3
    case .utf16, .utf16Little, .utf16Big:
      guard start + 2 <= count else { return false }
      code = unit(start)
      length = 2
    case .utf32, .utf32Little, .utf32Big:
      guard start + 4 <= count else { return false }
      code = word(start, isBig: encoding == .utf32Big)
      length = 4
    default: return false
    }
    guard code >> 11 == 0x1b else { return false }
    output.append(code)
    position = start + length
    return true
  }

  private mutating func handleCustom(_ start: Int, _ end: Int, _ reason: String) throws(Raised) {
    let (replacement, next) = try CodecRegistry.handle(
      thread, errors, exception: try exception(start, end, reason), length: count,
      "decoding error handler must return (str, int) tuple")
    defer { thread.release(replacement) }
    guard replacement.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "decoding error handler must return (str, int) tuple")
    }
    output.append(StringObject(replacement))
    position = next
  }

  private func exception(_ start: Int, _ end: Int, _ reason: String) throws(Raised) -> Value {
    let name = try thread.string(encoding.name)
    defer { thread.release(name) }
    let reason = try thread.string(reason)
    defer { thread.release(reason) }
    return try thread.makeException(
      TypeObject(.unicodeDecodeError),
      [name, object, Value(small: start), Value(small: end), reason])
  }

  private func raise(_ start: Int, _ end: Int, _ reason: String) throws(Raised) -> Raised {
    thread.raise(exception: try exception(start, end, reason))
  }
}
