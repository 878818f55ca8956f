// Making strings: from views, code points, UTF-8 and Swift text.

import CRuntime
import Glibc

extension StringObject {
  /// Bytes of a code point in the narrowest string that holds `maximum`.
  @inline(__always) static func kind(holding maximum: UInt32) -> Int {
    maximum < 0x100 ? 1 : maximum < 0x10000 ? 2 : 4
  }

  /// The empty string.
  @inline(__always) package static var empty: Value { Value(bits: racer_globals.emptyString) }

  /// The shared string of one Latin-1 character.
  @inline(__always) package static func latin(_ code: UInt8) -> Value {
    Value(bits: racer_character(UInt(code)))
  }

  /// A new string with unset content. `maximum` is in the class of the largest code point to come.
  package static func make(_ thread: ThreadState, count: Int, maximum: UInt32) throws(Raised)
    -> StringObject
  {
    let kind = kind(holding: maximum)
    guard count < Int.max / 8 else { throw thread.raiseMemoryError() }
    let size = max(MemoryLayout<StringBody>.size, StringBody.inlineOffset + count * kind)
    let reference = try thread.allocateUninitialized(TypeObject(.str), size: size)
    let string = StringObject(reference.body(StringBody.self))
    string.body.pointee.hash = 0
    string.body.pointee.count = count
    string.body.pointee.kind = UInt8(truncatingIfNeeded: kind)
    string.body.pointee.isASCII = maximum < 0x80
    string.body.pointee.isInterned = false
    string.body.pointee.isExternal = false
    return string
  }

  /// A string of the view's code points, narrowed where possible.
  package static func make(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value {
    if view.count == 0 { return empty }
    if view.count == 1 { return try character(thread, view[0]) }
    let string = try make(thread, count: view.count, maximum: view.maximum)
    view.copy(to: string.bytes, kind: string.kind)
    return string.value
  }

  /// The code points from `start` up to `end` of a string; the string itself where that is all.
  package static func slice(_ thread: ThreadState, _ string: Value, _ start: Int, _ end: Int)
    throws(Raised) -> Value
  {
    let source = StringObject(string)
    if start >= end { return empty }
    if start == 0 && end == source.count { return try exact(thread, string) }
    if source.isASCII && end - start > 1 {
      let result = try make(thread, count: end - start, maximum: 0x7f)
      ShortBytes.copy(source.bytes + start, to: result.inlineBytes, count: end - start)
      return result.value
    }
    return try make(thread, source.view.slice(start, end))
  }

  /// The string of one code point.
  @inline(__always) package static func character(_ thread: ThreadState, _ code: UInt32)
    throws(Raised) -> Value
  {
    if code < 0x100 { return latin(UInt8(truncatingIfNeeded: code)) }
    return try wideCharacter(thread, code)
  }

  @inline(never) private static func wideCharacter(_ thread: ThreadState, _ code: UInt32)
    throws(Raised) -> Value
  {
    let string = try make(thread, count: 1, maximum: code)
    if code < 0x10000 {
      string.bytes.storeBytes(of: UInt16(code), as: UInt16.self)
    } else {
      string.bytes.storeBytes(of: code, as: UInt32.self)
    }
    return string.value
  }

  /// A string of ASCII bytes.
  package static func make(
    _ thread: ThreadState, ascii bytes: UnsafeRawPointer, count: Int
  ) throws(Raised) -> Value {
    if count == 0 { return empty }
    if count == 1 { return latin(bytes.load(as: UInt8.self)) }
    let string = try make(thread, count: count, maximum: 0x7f)
    ShortBytes.copy(bytes, to: string.inlineBytes, count: count)
    return string.value
  }

  /// A string of Latin-1 bytes.
  package static func make(
    _ thread: ThreadState, latin1 bytes: UnsafeRawPointer, count: Int
  ) throws(Raised) -> Value {
    try make(thread, StringView(base: bytes, count: count, kind: 1))
  }

  /// A string of code points, surrogates included.
  package static func make(_ thread: ThreadState, codePoints: [UInt32]) throws(Raised) -> Value {
    var builder = StringBuilder()
    defer { builder.discard() }
    for code in codePoints { builder.append(code) }
    return try builder.finish(thread)
  }

  /// The same text as an exact str: the string itself unless its type is a subclass.
  package static func exact(_ thread: ThreadState, _ string: Value) throws(Raised) -> Value {
    if string.isExactString { return thread.retain(string) }
    return try make(thread, StringObject(string).view)
  }

  /// An instance of a subclass of str, its content in a store of its own: the words after the body
  /// belong to the instance's attributes.
  static func make(_ thread: ThreadState, type: TypeObject, copying source: StringObject)
    throws(Raised) -> Value
  {
    let size = max(16, source.view.byteCount)
    let store = try thread.allocateStore(bytes: size)
    memcpy(store, source.bytes, source.view.byteCount)
    let body: UnsafeMutablePointer<StringBody>
    do throws(Raised) { body = try thread.allocateInstance(type, StringBody.self) } catch {
      thread.freeStore(store, bytes: size)
      throw error
    }
    body.pointee.store = store
    body.pointee.capacity = size
    body.pointee.isExternal = true
    body.pointee.count = source.count
    body.pointee.kind = source.body.pointee.kind
    body.pointee.isASCII = source.isASCII
    return StringObject(body).value
  }

  /// The text for error messages; lone surrogates become U+FFFD.
  package var text: String {
    let view = view
    if isASCII {
      return String(
        decoding: UnsafeRawBufferPointer(start: view.base, count: view.count), as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    for index in 0..<view.count {
      scalars.append(Unicode.Scalar(view[index]) ?? "\u{fffd}")
    }
    return String(scalars)
  }
}

extension ThreadState {
  /// A str of Swift text.
  package func string(_ text: String) throws(Raised) -> Value {
    var builder = StringBuilder()
    defer { builder.discard() }
    for scalar in text.unicodeScalars { builder.append(scalar.value) }
    return try builder.finish(self)
  }

  /// A str of well-formed UTF-8, in which surrogates too may be encoded (as the compiler's
  /// constants are).
  package func string(utf8 bytes: UnsafeRawBufferPointer) throws(Raised) -> Value {
    guard let base = bytes.baseAddress else { return StringObject.empty }
    if TextScan.isASCII(base, bytes.count) {
      return try StringObject.make(self, ascii: base, count: bytes.count)
    }
    var builder = StringBuilder(capacity: bytes.count)
    defer { builder.discard() }
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      var code = UInt32(lead) & (length == 1 ? 0x7f : 0x7f >> UInt32(length))
      for offset in 1..<max(length, 1) where index + offset < bytes.count {
        code = code << 6 | UInt32(bytes[index + offset]) & 0x3f
      }
      builder.append(code)
      index += length
    }
    return try builder.finish(self)
  }
}
