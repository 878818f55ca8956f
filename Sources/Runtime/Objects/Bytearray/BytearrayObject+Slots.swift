// bytearray's type, construction, comparison and item assignment.

import Glibc

extension BytearrayObject {
  package static let definition = TypeDefinition(
    name: "bytearray", size: MemoryLayout<BytearrayBody>.size, flags: TypeFlags.isBaseType,
    doc: """
      bytearray(iterable_of_ints) -> bytearray
      bytearray(string, encoding[, errors]) -> bytearray
      bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
      bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
      bytearray() -> empty bytes array

      Make a mutable array of bytes.
      """,
    slots: [
      .repr(ByteText.repr), .str(ByteText.str), .length(length), .getItem(ByteAccess.getItem),
      .setItem(setItem), .contains(ByteSearch.contains), .compare(compare), .iterate(iterate),
      .binary(.concatenate, ByteAccess.concatenate), .binary(.repeat, ByteAccess.repeated),
      .binary(.concatenateInPlace, extendInPlace), .binary(.repeatInPlace, repeatInPlace),
      .binary(.modulo, ByteText.formatPercent), .new(new), .initialize(initialize),
    ],
    methods: ByteMethods.shared + mutatingMethods,
    dispose: dispose)

  static func length(thread: ThreadState, self object: Value) throws(Raised) -> Int {
    BytearrayObject(object).lockedCount(thread)
  }

  static func iterate(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try ByteIterator.make(thread, object, .bytearrayIterator)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), BytearrayBody.self)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func initialize(thread: ThreadState, self object: Value, arguments: Arguments)
    throws(Raised)
  {
    let bound = try BoundArguments(
      thread, arguments,
      "bytearray(source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)")
    let bytes = try ByteSource.convert(
      thread, bound[0], encoding: bound[1], errors: bound[2], isBytearray: true)
    defer { thread.release(bytes) }
    try BytearrayObject(object).replace(thread, with: BytesObject(bytes).view) { 0..<$0 }
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard ByteSource.isBytesLike(left), ByteSource.isBytesLike(right) else {
      try BytesWarning.check(
        thread, left, right, comparison, name: "bytearray", includesNumbers: false)
      return .notImplemented
    }
    let x = try ByteSource.lease(thread, left)
    defer { x.release(thread) }
    let y = try ByteSource.lease(thread, right)
    defer { y.release(thread) }
    switch comparison {
    case .equal: return Value(x.view.isEqual(to: y.view))
    case .notEqual: return Value(!x.view.isEqual(to: y.view))
    default: return Value(comparison.holds(StringObject.order(x.view, y.view), 0))
    }
  }

  static func extendInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    guard ByteSource.isBytesLike(right) else {
      throw thread.raise(
        .typeError, "can't concat \(right.type.nameText) to \(left.type.nameText)")
    }
    try append(thread, left, bytesOf: right)
    return thread.retain(left)
  }

  /// Appends the content of a bytes-like object.
  static func append(_ thread: ThreadState, _ object: Value, bytesOf source: Value)
    throws(Raised)
  {
    let bytes = try ByteSource.bytes(thread, source)
    defer { thread.release(bytes) }
    try BytearrayObject(object).replace(thread, with: BytesObject(bytes).view) { $0..<$0 }
  }

  static func repeatInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    guard thread.isIndex(right) else { return .notImplemented }
    let repeated = try ByteAccess.repeated(thread: thread, left: left, right: right)
    defer { thread.release(repeated) }
    let view = BytearrayObject(repeated).unlockedView
    try BytearrayObject(left).replace(thread, with: view) { 0..<$0 }
    return thread.retain(left)
  }

  // MARK: Item assignment

  static func setItem(thread: ThreadState, object: Value, key: Value, value: Value)
    throws(Raised)
  {
    if key.isExactly(.slice) {
      return try setSlice(thread, object, key, value)
    }
    let index = try ByteAccess.index(thread, object, key)
    if value.isUnbound { return try delete(thread, object, at: index) }
    let byte = try ByteSource.byte(thread, value)
    let isInRange = BytearrayObject(object).withLock(thread) { base, count in
      let position = index < 0 ? index &+ count : index
      guard position >= 0 && position < count else { return false }
      base.storeBytes(of: byte, toByteOffset: position, as: UInt8.self)
      return true
    }
    if !isInRange { throw thread.raise(.indexError, "bytearray index out of range") }
  }

  private static func delete(_ thread: ThreadState, _ object: Value, at index: Int)
    throws(Raised)
  {
    var isInRange = false
    try BytearrayObject(object).replace(thread, with: BytesObject(BytesObject.empty).view) {
      count in
      let position = index < 0 ? index &+ count : index
      isInRange = position >= 0 && position < count
      return isInRange ? position..<position + 1 : nil
    }
    if !isInRange { throw thread.raise(.indexError, "bytearray index out of range") }
  }

  private static func setSlice(
    _ thread: ThreadState, _ object: Value, _ key: Value, _ value: Value
  ) throws(Raised) {
    let bounds = try SliceObject(key).unpack(thread)
    let bytes = try sliceValue(thread, value)
    defer { thread.release(bytes) }
    let view = BytesObject(bytes).view
    if bounds.step == 1 {
      try BytearrayObject(object).replace(thread, with: view) { count in
        let range = bounds.adjusted(to: count)
        return range.start..<range.start + range.count
      }
      return
    }
    if value.isUnbound || view.count == 0 {
      return try deleteStrided(thread, object, bounds)
    }
    let wanted = BytearrayObject(object).withLock(thread) { base, count in
      let range = bounds.adjusted(to: count)
      guard range.count == view.count else { return range.count }
      for index in 0..<range.count {
        base.storeBytes(
          of: UInt8(view[index]), toByteOffset: range.start + index * bounds.step,
          as: UInt8.self)
      }
      return view.count
    }
    if wanted != view.count {
      throw thread.raise(
        .valueError,
        "attempt to assign bytes of size \(view.count) to extended slice of size \(wanted)")
    }
  }

  private static func sliceValue(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if value.isUnbound { return BytesObject.empty }
    if ByteSource.isBytesLike(value) { return try ByteSource.bytes(thread, value) }
    if thread.isIndex(value) || value.isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(
        .typeError,
        "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    }
    return try ByteSource.items(thread, value, isBytearray: true)
  }

  private static func deleteStrided(
    _ thread: ThreadState, _ object: Value, _ bounds: SliceBounds
  ) throws(Raised) {
    let array = BytearrayObject(object)
    let isExported = array.withLock(thread) { base, count in
      let range = bounds.adjusted(to: count)
      if range.count == 0 { return false }
      if array.body.pointee.exports > 0 { return true }
      let step = abs(bounds.step)
      let first = bounds.step > 0 ? range.start : range.start + (range.count - 1) * bounds.step
      var target = first
      for index in first..<count {
        let isDeleted = (index - first) % step == 0 && (index - first) / step < range.count
        if isDeleted { continue }
        base.storeBytes(
          of: base.load(fromByteOffset: index, as: UInt8.self), toByteOffset: target,
          as: UInt8.self)
        target += 1
      }
      array.body.pointee.count = target
      return false
    }
    if isExported {
      throw thread.raise(
        .bufferError, "Existing exports of data: object cannot be re-sized")
    }
  }
}
