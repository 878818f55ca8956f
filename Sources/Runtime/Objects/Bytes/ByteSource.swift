// Getting at the bytes of bytes-like objects.
//
// A bytes object is read where it lies. A bytearray may change under another thread's hands: once
// several threads run, its content is copied under its lock, so that each method works on one
// moment's content. While one thread runs it is read in place, between argument conversion and
// result, where no Python code runs.

import Glibc

/// Bytes that stay as they are until released.
struct ByteLease {
  /// Keeps the bytes; owned.
  let owner: Value
  let view: StringView

  @inline(__always) func release(_ thread: ThreadState) { thread.release(owner) }
}

package enum ByteSource {
  package static func isBytesLike(_ value: Value) -> Bool {
    value.isInstance(TypeFlags.bytesSubclass) || isBytearray(value)
      || value.isExactly(.memoryview)
  }

  @inline(__always) static func isBytearray(_ value: Value) -> Bool {
    value.isExactly(.bytearray) || value.isReference && value.type.isSubtype(of: .bytearray)
  }

  /// The content as a bytes object, owned: the object itself if it is one. Raises TypeError.
  package static func bytes(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if value.isInstance(TypeFlags.bytesSubclass) { return thread.retain(value) }
    if isBytearray(value) { return try BytearrayObject(value).snapshot(thread) }
    if value.isExactly(.memoryview) { return try MemoryViewObject(value).snapshot(thread) }
    throw notBytesLike(thread, value)
  }

  static func notBytesLike(_ thread: ThreadState, _ value: Value) -> Raised {
    thread.raise(
      .typeError, "a bytes-like object is required, not '\(value.type.nameText)'")
  }

  /// The bytes for a computation that runs no Python code.
  static func lease(_ thread: ThreadState, _ value: Value) throws(Raised) -> ByteLease {
    if isBytearray(value) && !thread.isShared {
      return ByteLease(owner: thread.retain(value), view: BytearrayObject(value).unlockedView)
    }
    let bytes = try bytes(thread, value)
    return ByteLease(owner: bytes, view: BytesObject(bytes).view)
  }

  /// Length and first byte of a bytes or bytearray object; nil for others.
  static func measure(_ thread: ThreadState, _ value: Value) -> (count: Int, first: UInt8)? {
    if value.isInstance(TypeFlags.bytesSubclass) {
      let bytes = BytesObject(value)
      return (bytes.count, bytes.count > 0 ? bytes[0] : 0)
    }
    guard isBytearray(value) else { return nil }
    thread.lock(value.reference)
    defer { thread.unlock(value.reference) }
    let view = BytearrayObject(value).unlockedView
    return (view.count, view.count > 0 ? UInt8(view[0]) : 0)
  }

  // MARK: bytes() and bytearray()

  /// What `bytes(source, encoding, errors)` holds, as a bytes object.
  static func convert(
    _ thread: ThreadState, _ source: Value, encoding: Value, errors: Value, isBytearray: Bool
  ) throws(Raised) -> Value {
    let name: StaticString = isBytearray ? "bytearray" : "bytes"
    if source.isUnbound {
      if encoding.isUnbound && errors.isUnbound { return BytesObject.empty }
      let given = encoding.isUnbound ? "errors" : "encoding"
      throw thread.raise(.typeError, "\(given) without a string argument")
    }
    if source.isInstance(TypeFlags.stringSubclass) {
      if encoding.isUnbound {
        throw thread.raise(.typeError, "string argument without an encoding")
      }
      let encoding = try Codecs.nameArgument(thread, encoding, name, "encoding", "utf-8")
      let errors = try Codecs.nameArgument(thread, errors, name, "errors", "strict")
      return try Codecs.encode(thread, source, encoding, errors)
    }
    if !encoding.isUnbound || !errors.isUnbound {
      let given = encoding.isUnbound ? "errors" : "encoding"
      throw thread.raise(.typeError, "\(given) without a string argument")
    }
    return try convert(thread, source, isBytearray: isBytearray)
  }

  private static func convert(_ thread: ThreadState, _ source: Value, isBytearray: Bool)
    throws(Raised) -> Value
  {
    if !isBytearray, let converted = try fromMethod(thread, source) { return converted }
    if thread.isIndex(source) { return try zeros(thread, source) }
    if isBytesLike(source) { return try exactBytes(thread, source) }
    return try items(thread, source, isBytearray: isBytearray)
  }

  private static func exactBytes(_ thread: ThreadState, _ source: Value) throws(Raised) -> Value {
    let bytes = try bytes(thread, source)
    defer { thread.release(bytes) }
    return try BytesObject.exact(thread, bytes)
  }

  /// The result of `__bytes__`, owned; nil where there is none.
  private static func fromMethod(_ thread: ThreadState, _ source: Value) throws(Raised) -> Value? {
    if source.isExactly(.bytes) { return thread.retain(source) }
    let method = try thread.lookupSpecial(source, .name(.__bytes__))
    if method.isUnbound { return nil }
    defer { thread.release(method) }
    let result = try thread.call(method)
    if result.isInstance(TypeFlags.bytesSubclass) { return result }
    defer { thread.release(result) }
    throw thread.raise(
      .typeError, "__bytes__ returned non-bytes (type \(result.type.nameText))")
  }

  private static func zeros(_ thread: ThreadState, _ source: Value) throws(Raised) -> Value {
    let count = try thread.index(source, overflow: .overflowError)
    if count < 0 { throw thread.raise(.valueError, "negative count") }
    if count == 0 { return BytesObject.empty }
    let bytes = try BytesObject.make(thread, count: count)
    memset(bytes.base, 0, count)
    return bytes.value
  }

  /// Bytes of an iterable of ints.
  static func items(_ thread: ThreadState, _ source: Value, isBytearray: Bool) throws(Raised)
    -> Value
  {
    let name = isBytearray ? "bytearray" : "bytes"
    if source.type.slot(.iterate) == nil && source.type.slot(.getItem) == nil {
      throw thread.raise(
        .typeError, "cannot convert '\(source.type.nameText)' object to \(name)")
    }
    var builder = StringBuilder()
    defer { builder.discard() }
    try thread.forEach(source) { (item: Value) throws(Raised) -> Bool in
      let number = try thread.index(item)
      guard number >= 0 && number < 256 else {
        throw thread.raise(
          .valueError, "\(isBytearray ? "byte" : "bytes") must be in range(0, 256)")
      }
      builder.append(UInt32(number))
      return true
    }
    return try BytesObject.make(thread, builder.view)
  }

  /// A byte given as an int.
  static func byte(_ thread: ThreadState, _ value: Value) throws(Raised) -> UInt8 {
    let number: Int
    if value.isSmallInteger {
      number = value.smallInteger
    } else {
      number = try thread.indexClamped(value)
    }
    guard number >= 0 && number < 256 else {
      throw thread.raise(.valueError, "byte must be in range(0, 256)")
    }
    return UInt8(number)
  }
}

/// Classes of ASCII bytes.
enum ByteClass {
  @inline(__always) static func isSpace(_ code: UInt32) -> Bool { code == 32 || code &- 9 < 5 }

  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte) - 48
    case 65...70: UInt32(byte) - 55
    case 97...102: UInt32(byte) - 87
    default: nil
    }
  }
}

/// Makes the results of methods of bytes and bytearray.
struct ByteMaker: TextMaker {
  let source: Value
  let isBytearray: Bool

  init(_ source: Value) {
    self.source = source
    isBytearray = ByteSource.isBytearray(source)
  }

  func make(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value {
    if isBytearray { return try BytearrayObject.make(thread, view) }
    if source.isExactly(.bytes) && view.count == BytesObject(source).count {
      return thread.retain(source)
    }
    return try BytesObject.make(thread, view)
  }

  /// A result that was built, not cut out of the source.
  func finish(_ thread: ThreadState, _ builder: StringBuilder) throws(Raised) -> Value {
    isBytearray
      ? try BytearrayObject.make(thread, builder.view)
      : try BytesObject.make(thread, builder.view)
  }

  @inline(__always) static func isSpace(_ code: UInt32) -> Bool { ByteClass.isSpace(code) }
  @inline(__always) static func isLineBreak(_ code: UInt32) -> Bool { code == 10 || code == 13 }
}
