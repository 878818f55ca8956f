// repr and ascii.

import Glibc

extension StringObject {
  static func repr(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    let text = StringObject(string)
    if text.isASCII && isPlain(text.view) {
      let result = try make(thread, count: text.count + 2, maximum: 0x7f)
      let bytes = result.bytes.assumingMemoryBound(to: UInt8.self)
      bytes[0] = 39
      memcpy(bytes + 1, text.bytes, text.count)
      bytes[text.count + 1] = 39
      return result.value
    }
    var builder = StringBuilder(capacity: text.count + 2)
    defer { builder.discard() }
    appendRepr(StringObject(string).view, to: &builder)
    return try builder.finish(thread)
  }

  /// Whether ASCII text stands for itself between single quotes. No early exit: vector code.
  private static func isPlain(_ view: StringView) -> Bool {
    let bytes = view.units(UInt8.self)
    var special: UInt8 = 0
    for index in 0..<view.count {
      let byte = bytes[index]
      special |= (byte &- 32 >= 95 ? 1 : 0) | (byte == 39 ? 1 : 0) | (byte == 92 ? 1 : 0)
    }
    return special == 0
  }

  /// Appends a literal that reads back as the text, in the quotes that need no escape if any.
  package static func appendRepr(
    _ view: StringView, to builder: inout StringBuilder, asciiOnly: Bool = false
  ) {
    let hasSingle = view.firstIndex(of: 39) >= 0
    let quote: UInt32 = hasSingle && view.firstIndex(of: 34) < 0 ? 34 : 39
    builder.append(quote)
    var start = 0
    for index in 0..<view.count {
      let code = view[index]
      let isPlain =
        code != quote && code != 92 && UnicodeProperties.isPrintable(code)
        && (code < 0x80 || !asciiOnly)
      if isPlain { continue }
      builder.append(view.slice(start, index))
      appendEscape(code, quote: quote, to: &builder)
      start = index + 1
    }
    builder.append(view.slice(start, view.count))
    builder.append(quote)
  }

  private static func appendEscape(
    _ code: UInt32, quote: UInt32, to builder: inout StringBuilder
  ) {
    switch code {
    case 9: builder.append("\\t" as StaticString)
    case 10: builder.append("\\n" as StaticString)
    case 13: builder.append("\\r" as StaticString)
    case quote, 92:
      builder.append(UInt32(92))
      builder.append(code)
    default: TextEscapes.append(code, to: &builder)
    }
  }

  /// `ascii(object)`: the repr with everything beyond ASCII escaped.
  package static func ascii(_ thread: ThreadState, _ object: Value) throws(Raised) -> Value {
    let text = try thread.repr(object)
    if StringObject(text).isASCII { return text }
    defer { thread.release(text) }
    var builder = StringBuilder()
    defer { builder.discard() }
    let view = StringObject(text).view
    for index in 0..<view.count {
      if view[index] < 0x80 {
        builder.append(view[index])
      } else {
        TextEscapes.append(view[index], to: &builder)
      }
    }
    return try builder.finish(thread)
  }
}

/// Backslash escapes by number.
enum TextEscapes {
  /// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
  static func append(_ code: UInt32, to builder: inout StringBuilder) {
    builder.append(UInt32(92))
    let digits: UInt32
    if code < 0x100 {
      builder.append(UInt32(120))
      digits = 2
    } else if code < 0x10000 {
      builder.append(UInt32(117))
      digits = 4
    } else {
      builder.append(UInt32(85))
      digits = 8
    }
    var shift = digits * 4
    while shift > 0 {
      shift -= 4
      builder.append(hexDigit(code >> shift & 15))
    }
  }

  @inline(__always) static func hexDigit(_ number: UInt32) -> UInt32 {
    number < 10 ? 48 + number : 87 + number
  }
}
