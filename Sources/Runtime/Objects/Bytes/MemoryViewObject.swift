// memoryview: a window on the bytes of a bytes or bytearray object, one dimension, format 'B'.
//
// A view of a bytearray counts as an export: while it lives the bytearray can't change its size, so
// base and length stay valid, and only single bytes and equally long ranges are written, under the
// bytearray's lock. A released view refuses everything; it keeps the object until it dies, since
// other threads may be reading the field.

import CRuntime
import Glibc

package struct MemoryViewBody {
  package var header: Header
  /// The bytes or bytearray object.
  package var object: Value
  package var start: Int
  package var count: Int
  package var step: Int
  /// Nonzero once released: no export any more. For a bytearray set under its lock.
  package var isReleased: UInt64
}

package struct MemoryViewObject {
  package let body: UnsafeMutablePointer<MemoryViewBody>
  package init(_ value: Value) { body = value.reference.body(MemoryViewBody.self) }
  package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }
  var count: Int { body.pointee.count }

  package static let definition = TypeDefinition(
    name: "memoryview", size: MemoryLayout<MemoryViewBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.isSequence,
    doc: "Create a new memoryview object which references the given object.",
    slots: [
      .repr(repr), .hash(hash), .length(length), .getItem(getItem), .setItem(setItem),
      .compare(compare), .new(new),
    ],
    methods: [
      Method("tobytes(order='C')", toBytes, "Return the bytes of the view."),
      Method("tolist()", toList, "Return the bytes as a list of ints."),
      Method("release()", release, "Give up the view."),
      Method(
        "hex(sep=<unrepresentable>, bytes_per_sep=1)", hex,
        "Return hexadecimal digits, with a separator between groups of bytes if given."),
      Method("toreadonly()", toReadOnly, "Return a view that can't be written to."),
      Method("cast(format, shape=<unrepresentable>)", cast, "Return a view with another format."),
      Method("__enter__()", enter, "Return the view."),
      Method("__exit__(*args)", exit, "Release the view."),
    ],
    getters: [
      Getter("obj", object, "The object whose bytes are seen."),
      Getter("nbytes", size, "Size in bytes."),
      Getter("itemsize", itemSize, "Size of an item in bytes."),
      Getter("format", format, "Format of an item, as in the struct module."),
      Getter("ndim", dimensions, "Number of dimensions."),
      Getter("readonly", isReadOnly, "Whether the bytes can't be written to."),
      Getter("shape", shape, "Lengths of the dimensions."),
      Getter("strides", strides, "Distances between items in bytes."),
      Getter("contiguous", isContiguous, "Whether the items lie side by side."),
      Getter("c_contiguous", isContiguous, "Whether the items lie side by side."),
      Getter("f_contiguous", isContiguous, "Whether the items lie side by side."),
    ],
    visit: visit, dispose: dispose)

  private static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let field = UnsafeMutableRawPointer(bitPattern: reference.bits + 24).unsafelyUnwrapped
    visitor.counted(field.assumingMemoryBound(to: Value.self))
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    MemoryViewObject(Value(reference)).endExport(thread)
  }

  // MARK: Making

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "memoryview(object)")
    let object = bound[0]
    if object.isExactly(.memoryview) {
      let view = try MemoryViewObject(object).checked(thread)
      let body = view.body
      return try make(
        thread, body.pointee.object, start: body.pointee.start, count: body.pointee.count,
        step: body.pointee.step,
        isReadOnly: view.isReadOnly)
    }
    guard object.isInstance(TypeFlags.bytesSubclass) || ByteSource.isBytearray(object) else {
      throw thread.raise(
        .typeError,
        "memoryview: a bytes-like object is required, not '\(object.type.nameText)'")
    }
    return try make(
      thread, object, start: 0, count: nil, step: 1,
      isReadOnly: object.isInstance(TypeFlags.bytesSubclass))
  }

  /// A view; of all bytes where no count is given.
  private static func make(
    _ thread: ThreadState, _ object: Value, start: Int, count: Int?, step: Int, isReadOnly: Bool
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.memoryview), MemoryViewBody.self)
    body.pointee.header.flags |= isReadOnly ? 1 : 0
    body.pointee.object = thread.retain(object)
    body.pointee.start = start
    body.pointee.step = step
    if ByteSource.isBytearray(object) {
      let array = BytearrayObject(object)
      body.pointee.count = array.withLock(thread) { _, all in
        array.body.pointee.exports += 1
        return count ?? all
      }
    } else {
      body.pointee.count = count ?? BytesObject(object).count
    }
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private var isReadOnly: Bool { body.pointee.header.flags & 1 != 0 }

  private var releasedAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<MemoryViewBody>.offset(of: \.isReleased)!
  }
  private var isReleased: Bool { racer_load_acquire_u64(releasedAddress) != 0 }

  private func endExport(_ thread: ThreadState) {
    let object = body.pointee.object
    guard object.isReference, ByteSource.isBytearray(object) else {
      racer_store_release_u64(releasedAddress, 1)
      return
    }
    let array = BytearrayObject(object)
    array.withLock(thread) { _, _ in
      if !isReleased { array.body.pointee.exports -= 1 }
      racer_store_release_u64(releasedAddress, 1)
    }
  }

  /// The view, or ValueError once it is released.
  private func checked(_ thread: ThreadState) throws(Raised) -> MemoryViewObject {
    if isReleased { throw releasedError(thread) }
    return self
  }

  private func releasedError(_ thread: ThreadState) -> Raised {
    thread.raise(.valueError, "operation forbidden on released memoryview object")
  }

  /// Runs `body` with the object's bytes, under its lock if it is a bytearray.
  private func withBytes<Result>(
    _ thread: ThreadState, _ body: (UnsafeMutableRawPointer) -> Result
  ) throws(Raised) -> Result {
    let object = self.body.pointee.object
    guard ByteSource.isBytearray(object) else { return body(BytesObject(object).base) }
    let result: Result? = BytearrayObject(object).withLock(thread) { base, _ in
      isReleased ? nil : body(base)
    }
    guard let result else { throw releasedError(thread) }
    return result
  }

  private func offset(_ index: Int) -> Int { body.pointee.start + index * body.pointee.step }

  /// The bytes as a bytes object, owned.
  package func snapshot(_ thread: ThreadState) throws(Raised) -> Value {
    let view = try checked(thread)
    if view.count == 0 { return BytesObject.empty }
    let bytes = try BytesObject.make(thread, count: view.count)
    try view.withBytes(thread) { view.copy($0, to: bytes.base) }
    return bytes.value
  }

  /// Never inlined: as the last act of a throwing function a copy would lose its "no error"
  /// (Scripts/lint-binary).
  @inline(never)
  private func copy(_ source: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer) {
    if body.pointee.step == 1 {
      memcpy(target, source + body.pointee.start, count)
      return
    }
    for index in 0..<count {
      target.storeBytes(
        of: source.load(fromByteOffset: offset(index), as: UInt8.self),
        toByteOffset: index, as: UInt8.self)
    }
  }

  // MARK: Items

  static func length(thread: ThreadState, self view: Value) throws(Raised) -> Int {
    try MemoryViewObject(view).checked(thread).count
  }

  private func position(_ thread: ThreadState, _ key: Value) throws(Raised) -> Int {
    guard thread.isIndex(key) else {
      throw thread.raise(.typeError, "memoryview: invalid slice key")
    }
    let index = try thread.index(key, overflow: .indexError)
    let position = index < 0 ? index &+ count : index
    guard position >= 0 && position < count else {
      throw thread.raise(.indexError, "index out of bounds on dimension 1")
    }
    return position
  }

  static func getItem(thread: ThreadState, self view: Value, key: Value) throws(Raised) -> Value {
    let view = try MemoryViewObject(view).checked(thread)
    if key.isExactly(.slice) {
      let range = try SliceObject(key).unpack(thread).adjusted(to: view.count)
      return try make(
        thread, view.body.pointee.object, start: view.offset(range.start),
        count: range.count, step: view.body.pointee.step * range.step,
        isReadOnly: view.isReadOnly)
    }
    let offset = view.offset(try view.position(thread, key))
    return Value(
      small: try Int(view.withBytes(thread) { $0.load(fromByteOffset: offset, as: UInt8.self) }))
  }

  static func setItem(thread: ThreadState, view: Value, key: Value, value: Value) throws(Raised) {
    let view = try MemoryViewObject(view).checked(thread)
    if view.isReadOnly { throw thread.raise(.typeError, "cannot modify read-only memory") }
    if value.isUnbound { throw thread.raise(.typeError, "cannot delete memory") }
    if key.isExactly(.slice) {
      let range = try SliceObject(key).unpack(thread).adjusted(to: view.count)
      let bytes = try ByteSource.bytes(thread, value)
      defer { thread.release(bytes) }
      guard BytesObject(bytes).count == range.count else {
        throw thread.raise(
          .valueError,
          "memoryview assignment: lvalue and rvalue have different structures")
      }
      try view.withBytes(thread) { base in
        for index in 0..<range.count {
          base.storeBytes(
            of: BytesObject(bytes)[index],
            toByteOffset: view.offset(range.start + index * range.step), as: UInt8.self)
        }
      }
      return
    }
    let position = try view.position(thread, key)
    guard thread.isIndex(value) else {
      throw thread.raise(.typeError, "memoryview: invalid type for format 'B'")
    }
    let number = try thread.indexClamped(value)
    guard number >= 0 && number < 256 else {
      throw thread.raise(.valueError, "memoryview: invalid value for format 'B'")
    }
    try view.withBytes(thread) {
      $0.storeBytes(of: UInt8(number), toByteOffset: view.offset(position), as: UInt8.self)
    }
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard comparison == .equal || comparison == .notEqual, ByteSource.isBytesLike(left),
      ByteSource.isBytesLike(right)
    else { return .notImplemented }
    let x = try ByteSource.bytes(thread, left)
    defer { thread.release(x) }
    let y = try ByteSource.bytes(thread, right)
    defer { thread.release(y) }
    let isEqual = BytesObject(x).view.isEqual(to: BytesObject(y).view)
    return Value(isEqual == (comparison == .equal))
  }

  static func hash(thread: ThreadState, self view: Value) throws(Raised) -> Int {
    let view = try MemoryViewObject(view).checked(thread)
    guard view.isReadOnly else {
      throw thread.raise(.valueError, "cannot hash writable memoryview object")
    }
    let bytes = try view.snapshot(thread)
    defer { thread.release(bytes) }
    return SipHash.hash(BytesObject(bytes).base, BytesObject(bytes).count)
  }

  // MARK: Methods

  static func repr(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    let state = MemoryViewObject(view).isReleased ? "released " : ""
    return try thread.string("<\(state)memory at 0x\(String(view.reference.bits, radix: 16))>")
  }

  static func toBytes(thread: ThreadState, self view: Value, order: Value) throws(Raised) -> Value {
    try MemoryViewObject(view).snapshot(thread)
  }

  static func toList(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    let bytes = try MemoryViewObject(view).snapshot(thread)
    defer { thread.release(bytes) }
    let list = try ListObject.make(thread, capacity: BytesObject(bytes).count)
    for index in 0..<BytesObject(bytes).count {
      try list.appendOwned(thread, Value(small: Int(BytesObject(bytes)[index])))
    }
    return list.value
  }

  static func release(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    MemoryViewObject(view).endExport(thread)
    return .none
  }

  static func enter(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    thread.retain(try MemoryViewObject(view).checked(thread).value)
  }

  static func exit(thread: ThreadState, self view: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try release(thread: thread, self: view)
  }

  static func hex(thread: ThreadState, self view: Value, separator: Value, groupSize: Value)
    throws(Raised) -> Value
  {
    let bytes = try MemoryViewObject(view).snapshot(thread)
    defer { thread.release(bytes) }
    return try ByteText.hex(
      thread: thread, self: bytes, separator: separator, groupSize: groupSize)
  }

  static func toReadOnly(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    let body = try MemoryViewObject(view).checked(thread).body
    return try make(
      thread, body.pointee.object, start: body.pointee.start, count: body.pointee.count,
      step: body.pointee.step,
      isReadOnly: true)
  }

  /// Only the formats of single bytes.
  static func cast(thread: ThreadState, self view: Value, format: Value, shape: Value)
    throws(Raised) -> Value
  {
    let view = try MemoryViewObject(view).checked(thread)
    guard format.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "format argument must be a string")
    }
    guard StringObject(format).isEqual(to: "B"), shape.isUnbound || shape.isNone else {
      throw thread.raise(
        .notImplementedError, "memoryview: only format 'B' is supported")
    }
    let body = view.body
    return try make(
      thread, body.pointee.object, start: body.pointee.start, count: body.pointee.count,
      step: body.pointee.step,
      isReadOnly: view.isReadOnly)
  }

  // MARK: Attributes

  static func object(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    thread.retain(try MemoryViewObject(view).checked(thread).body.pointee.object)
  }
  static func size(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    Value(small: try MemoryViewObject(view).checked(thread).count)
  }
  static func itemSize(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    Value(small: 1)
  }
  static func format(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    StringObject.latin(66)
  }
  static func dimensions(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    Value(small: 1)
  }
  static func isReadOnly(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    Value(try MemoryViewObject(view).checked(thread).isReadOnly)
  }
  static func shape(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    try thread.tuple(Value(small: try MemoryViewObject(view).checked(thread).count))
  }
  static func strides(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    try thread.tuple(Value(small: try MemoryViewObject(view).checked(thread).body.pointee.step))
  }
  static func isContiguous(thread: ThreadState, self view: Value) throws(Raised) -> Value {
    let view = try MemoryViewObject(view).checked(thread)
    return Value(view.body.pointee.step == 1 || view.count < 2)
  }
}
