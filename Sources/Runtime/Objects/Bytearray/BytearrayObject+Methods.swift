// bytearray's mutating methods.

import Glibc

extension BytearrayObject {
  static let mutatingMethods: [Method] = [
    Method("append(item, /)", append, "Append a single byte to the end."),
    Method("extend(iterable_of_ints, /)", extend, "Append all bytes of an iterable."),
    Method("insert(index, item, /)", insert, "Insert a byte before the given index."),
    Method("pop(index=-1, /)", pop, "Remove and return the byte at an index."),
    Method("remove(value, /)", remove, "Remove the first occurrence of a byte."),
    Method("reverse()", reverse, "Reverse the order of the bytes in place."),
    Method("clear()", clear, "Remove all bytes."),
    Method("copy()", copy, "Return a copy."),
    Method(
      "fromhex(string, /)", ByteText.fromHex,
      "Create a bytearray from a string of hexadecimal numbers.", kind: .classMethod),
    Method("__alloc__()", allocated, "Number of bytes that are allocated."),
    Method("__reduce__()", reduce, "State for pickling."),
    Method("__sizeof__()", sizeOf, "Size in memory, in bytes."),
  ]

  /// Replaces a range by one byte.
  private static func replace(
    _ thread: ThreadState, _ object: Value, with byte: UInt8, _ range: (Int) -> Range<Int>?
  ) throws(Raised) {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    defer { memory.deallocate() }
    memory.pointee = byte
    let view = StringView(base: UnsafeRawPointer(memory), count: 1, kind: 1)
    try BytearrayObject(object).replace(thread, with: view, range)
  }

  private static var nothing: StringView { BytesObject(BytesObject.empty).view }

  static func append(thread: ThreadState, self object: Value, item: Value) throws(Raised)
    -> Value
  {
    let byte = try ByteSource.byte(thread, item)
    let array = BytearrayObject(object)
    let isDone = array.withLock(thread) { base, count in
      guard count < array.body.pointee.capacity, array.body.pointee.exports == 0 else {
        return false
      }
      base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
      array.body.pointee.count = count + 1
      return true
    }
    if !isDone { try replace(thread, object, with: byte) { $0..<$0 } }
    return .none
  }

  static func extend(thread: ThreadState, self object: Value, iterable: Value) throws(Raised)
    -> Value
  {
    if ByteSource.isBytesLike(iterable) {
      try append(thread, object, bytesOf: iterable)
      return .none
    }
    if iterable.isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(
        .typeError, "expected iterable of integers; got: '\(iterable.type.nameText)'")
    }
    if iterable.type.slot(.iterate) == nil && iterable.type.slot(.getItem) == nil {
      throw thread.raise(
        .typeError, "can't extend bytearray with \(iterable.type.nameText)")
    }
    let bytes = try ByteSource.items(thread, iterable, isBytearray: true)
    defer { thread.release(bytes) }
    try append(thread, object, bytesOf: bytes)
    return .none
  }

  static func insert(thread: ThreadState, self object: Value, index: Value, item: Value)
    throws(Raised) -> Value
  {
    let index = try thread.index(index)
    let byte = try ByteSource.byte(thread, item)
    try replace(thread, object, with: byte) { count in
      let position = index < 0 ? max(0, index + count) : min(index, count)
      return position..<position
    }
    return .none
  }

  static func pop(thread: ThreadState, self object: Value, index: Value) throws(Raised) -> Value {
    let index = try thread.index(index)
    var byte: UInt32 = 0
    var count = 0
    var isInRange = false
    try BytearrayObject(object).replace(
      thread, with: nothing, displaced: { byte = $0[0] }
    ) {
      count = $0
      let position = index < 0 ? index &+ count : index
      isInRange = position >= 0 && position < count
      return isInRange ? position..<position + 1 : nil
    }
    if !isInRange {
      throw thread.raise(
        .indexError, count == 0 ? "pop from empty bytearray" : "pop index out of range")
    }
    return Value(small: Int(byte))
  }

  static func remove(thread: ThreadState, self object: Value, value: Value) throws(Raised)
    -> Value
  {
    let byte = try ByteSource.byte(thread, value)
    let array = BytearrayObject(object)
    var isFound = false
    try array.replace(thread, with: nothing) { _ in
      let hit = array.unlockedView.firstIndex(of: UInt32(byte))
      isFound = hit >= 0
      return isFound ? hit..<hit + 1 : nil
    }
    if !isFound { throw thread.raise(.valueError, "value not found in bytearray") }
    return .none
  }

  static func reverse(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    BytearrayObject(object).withLock(thread) { base, count in
      var bytes = UnsafeMutableBufferPointer(
        start: base.assumingMemoryBound(to: UInt8.self), count: count)
      bytes.reverse()
    }
    return .none
  }

  static func clear(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try BytearrayObject(object).replace(thread, with: nothing) { 0..<$0 }
    return .none
  }

  static func copy(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    return try make(thread, lease.view)
  }

  static func allocated(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let array = BytearrayObject(object)
    return Value(small: array.withLock(thread) { _, _ in array.body.pointee.capacity })
  }

  static func sizeOf(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let array = BytearrayObject(object)
    return Value(
      small: MemoryLayout<BytearrayBody>.size
        + array.withLock(thread) { _, _ in array.body.pointee.capacity })
  }

  static func reduce(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let bytes = try BytearrayObject(object).snapshot(thread)
    defer { thread.release(bytes) }
    let arguments = try thread.tuple(bytes)
    defer { thread.release(arguments) }
    return try thread.tuple(object.type.value, arguments)
  }
}
