// bytes: immutable; the content lies inline after the body, or, in instances of subclasses, whose
// attributes follow the body, in a store of its own. `hash` is as in str: 0 until computed.

import CRuntime
import Glibc

package struct BytesBody {
  package var header: Header
  package var hash: Int
  package var count: Int
  /// The content: inline, or a store of its own.
  package var base: UnsafeMutableRawPointer
}

package struct BytesObject {
  package let body: UnsafeMutablePointer<BytesBody>

  /// The value must be a bytes object.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(BytesBody.self) }
  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }
  @inline(__always) package var count: Int { body.pointee.count }
  /// The content; valid as long as the object is.
  @inline(__always) package var base: UnsafeMutableRawPointer { body.pointee.base }
  @inline(__always) package var view: StringView {
    StringView(base: UnsafeRawPointer(base), count: count, kind: 1)
  }
  package var buffer: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: count)
  }
  @inline(__always) package subscript(index: Int) -> UInt8 {
    base.load(fromByteOffset: index, as: UInt8.self)
  }
}

// MARK: Making

extension BytesObject {
  /// The empty bytes object.
  @inline(__always) package static var empty: Value { Value(bits: racer_globals.emptyBytes) }

  /// A new object with unset content. For 0 bytes use `empty`.
  package static func make(_ thread: ThreadState, count: Int) throws(Raised) -> BytesObject {
    guard count < Int.max / 8 else { throw thread.raiseMemoryError() }
    let size = MemoryLayout<BytesBody>.size + max(1, count)
    let reference = try thread.allocate(TypeObject(.bytes), size: size)
    let body = reference.body(BytesBody.self)
    body.pointee.count = count
    body.pointee.base = UnsafeMutableRawPointer(body) + MemoryLayout<BytesBody>.size
    return BytesObject(Value(reference))
  }

  /// A copy of bytes.
  package static func make(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value {
    if view.count == 0 { return empty }
    let object = try make(thread, count: view.count)
    memcpy(object.base, view.base, view.count)
    return object.value
  }

  package static func make(_ thread: ThreadState, _ bytes: UnsafeRawBufferPointer) throws(Raised)
    -> Value
  {
    guard let base = bytes.baseAddress else { return empty }
    return try make(thread, StringView(base: base, count: bytes.count, kind: 1))
  }

  package static func make(_ thread: ThreadState, _ bytes: [UInt8]) throws(Raised) -> Value {
    if bytes.isEmpty { return empty }
    let object = try make(thread, count: bytes.count)
    for index in 0..<bytes.count {
      object.base.storeBytes(of: bytes[index], toByteOffset: index, as: UInt8.self)
    }
    return object.value
  }

  /// An instance of a subclass.
  static func make(_ thread: ThreadState, type: TypeObject, copying view: StringView)
    throws(Raised) -> Value
  {
    let store = try thread.allocateStore(bytes: max(1, view.count))
    memcpy(store, view.base, view.count)
    let body: UnsafeMutablePointer<BytesBody>
    do throws(Raised) { body = try thread.allocateInstance(type, BytesBody.self) } catch {
      thread.freeStore(store, bytes: max(1, view.count))
      throw error
    }
    body.pointee.base = store
    body.pointee.count = view.count
    return BytesObject(Value(Reference(UnsafeMutableRawPointer(body)))).value
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    let body = reference.body(BytesBody.self)
    let inline = UnsafeMutableRawPointer(body) + MemoryLayout<BytesBody>.size
    if UInt(bitPattern: body.pointee.base) == 0 || body.pointee.base == inline { return }
    thread.freeStore(body.pointee.base, bytes: max(1, body.pointee.count))
  }

  /// The empty object, made at start-up.
  package static func prepare(_ thread: ThreadState) throws(Raised) {
    let empty = try make(thread, count: 0).value
    thread.makeImmortal(empty.reference)
    racer_globals.emptyBytes = empty.bits
  }
}

// MARK: Type

extension BytesObject {
  package static let definition = TypeDefinition(
    name: "bytes", size: MemoryLayout<BytesBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.bytesSubclass,
    doc: """
      bytes(iterable_of_ints) -> bytes
      bytes(string, encoding[, errors]) -> bytes
      bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
      bytes(int) -> bytes object of size given by the parameter initialized with null bytes
      bytes() -> empty bytes object

      Make an immutable array of bytes.
      """,
    slots: [
      .repr(ByteText.repr), .str(ByteText.str), .hash(hash), .length(length),
      .getItem(ByteAccess.getItem), .contains(ByteSearch.contains), .compare(compare),
      .iterate(iterate), .binary(.concatenate, ByteAccess.concatenate),
      .binary(.repeat, ByteAccess.repeated), .binary(.modulo, ByteText.formatPercent), .new(new),
    ],
    methods: ByteMethods.shared + [
      Method(
        "fromhex(string, /)", ByteText.fromHex,
        "Create a bytes object from a string of hexadecimal numbers.", kind: .classMethod),
      Method("__bytes__()", toBytes, "Convert this value to exact type bytes."),
      Method("__getnewargs__()", newArguments, "Arguments for pickling."),
    ],
    dispose: dispose)

  static func length(thread: ThreadState, self bytes: Value) throws(Raised) -> Int {
    BytesObject(bytes).count
  }

  static func hash(thread: ThreadState, self bytes: Value) throws(Raised) -> Int {
    let object = BytesObject(bytes)
    let field = UnsafeMutableRawPointer(object.body) + 24
    let known = Int(bitPattern: UInt(racer_load_relaxed_u64(field)))
    if known != 0 { return known }
    let hash = SipHash.hash(object.base, object.count)
    racer_store_relaxed_u64(field, UInt64(bitPattern: Int64(hash)))
    return hash
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.bytesSubclass), right.isInstance(TypeFlags.bytesSubclass)
    else {
      try BytesWarning.check(
        thread, left, right, comparison, name: "bytes", includesNumbers: true)
      return .notImplemented
    }
    let x = BytesObject(left), y = BytesObject(right)
    switch comparison {
    case .equal: return Value(x.view.isEqual(to: y.view))
    case .notEqual: return Value(!x.view.isEqual(to: y.view))
    default: return Value(comparison.holds(StringObject.order(x.view, y.view), 0))
    }
  }

  static func iterate(thread: ThreadState, self bytes: Value) throws(Raised) -> Value {
    try ByteIterator.make(thread, bytes, .bytesIterator)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments,
      "bytes(source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)")
    let bytes = try ByteSource.convert(
      thread, bound[0], encoding: bound[1], errors: bound[2], isBytearray: false)
    let type = TypeObject(type)
    if type.isExactly(.bytes) { return bytes }
    defer { thread.release(bytes) }
    return try make(thread, type: type, copying: BytesObject(bytes).view)
  }

  static func toBytes(thread: ThreadState, self bytes: Value) throws(Raised) -> Value {
    try exact(thread, bytes)
  }

  /// The same content as an exact bytes object.
  package static func exact(_ thread: ThreadState, _ bytes: Value) throws(Raised) -> Value {
    if bytes.isExactly(.bytes) { return thread.retain(bytes) }
    return try make(thread, BytesObject(bytes).view)
  }

  static func newArguments(thread: ThreadState, self bytes: Value) throws(Raised) -> Value {
    let copy = try exact(thread, bytes)
    defer { thread.release(copy) }
    return try thread.tuple(copy)
  }
}
