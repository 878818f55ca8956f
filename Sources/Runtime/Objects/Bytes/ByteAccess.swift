// Indexing, slicing, concatenation and repetition of bytes and bytearray.

import CRuntime
import Glibc

enum ByteAccess {
  static func getItem(thread: ThreadState, self object: Value, key: Value) throws(Raised) -> Value {
    if key.isSmallInteger || !key.isExactly(.slice) {
      let index = try index(thread, object, key)
      return Value(small: Int(try byte(thread, object, at: index)))
    }
    let bounds = try SliceObject(key).unpack(thread)
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    let maker = ByteMaker(object)
    let range = bounds.adjusted(to: lease.view.count)
    if bounds.step == 1 || range.count == 0 {
      let start = range.count == 0 ? 0 : range.start
      return try maker.make(thread, lease.view.slice(start, start + range.count))
    }
    var builder = StringBuilder(capacity: range.count)
    defer { builder.discard() }
    var position = range.start
    for _ in 0..<range.count {
      builder.append(lease.view[position])
      position &+= bounds.step
    }
    return try maker.finish(thread, builder)
  }

  /// An index argument, not yet checked against the length.
  static func index(_ thread: ThreadState, _ object: Value, _ key: Value) throws(Raised) -> Int {
    if key.isSmallInteger { return key.smallInteger }
    guard thread.isIndex(key) else {
      let name = ByteSource.isBytearray(object) ? "bytearray" : "byte"
      throw thread.raise(
        .typeError,
        "\(name) indices must be integers or slices, not \(key.type.nameText)")
    }
    return try thread.index(key, overflow: .indexError)
  }

  private static func byte(_ thread: ThreadState, _ object: Value, at index: Int) throws(Raised)
    -> UInt8
  {
    if object.isInstance(TypeFlags.bytesSubclass) {
      let bytes = BytesObject(object)
      let position = index < 0 ? index &+ bytes.count : index
      guard position >= 0 && position < bytes.count else {
        throw thread.raise(.indexError, "index out of range")
      }
      return bytes[position]
    }
    guard let byte = BytearrayObject(object).byte(thread, at: index) else {
      throw thread.raise(.indexError, "bytearray index out of range")
    }
    return byte
  }

  static func concatenate(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    let isLeft =
      left.isInstance(TypeFlags.bytesSubclass) || ByteSource.isBytearray(left)
    guard isLeft else { return .notImplemented }
    guard ByteSource.isBytesLike(right) else {
      throw thread.raise(
        .typeError, "can't concat \(right.type.nameText) to \(left.type.nameText)")
    }
    let x = try ByteSource.lease(thread, left)
    defer { x.release(thread) }
    let y = try ByteSource.lease(thread, right)
    defer { y.release(thread) }
    if left.isExactly(.bytes) && y.view.count == 0 { return thread.retain(left) }
    if left.isExactly(.bytes) && right.isExactly(.bytes) && x.view.count == 0 {
      return thread.retain(right)
    }
    return try make(thread, count: x.view.count + y.view.count, like: left) { target in
      memcpy(target, x.view.base, x.view.count)
      memcpy(target + x.view.count, y.view.base, y.view.count)
    }
  }

  static func repeated(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    let isLeft = left.isInstance(TypeFlags.bytesSubclass) || ByteSource.isBytearray(left)
    let (object, factor) = isLeft ? (left, right) : (right, left)
    guard object.isInstance(TypeFlags.bytesSubclass) || ByteSource.isBytearray(object) else {
      return .notImplemented
    }
    guard thread.isIndex(factor) else {
      throw thread.raise(
        .typeError, "can't multiply sequence by non-int of type '\(factor.type.nameText)'")
    }
    let times = max(0, try thread.index(factor))
    let lease = try ByteSource.lease(thread, object)
    defer { lease.release(thread) }
    if object.isExactly(.bytes) && times == 1 { return thread.retain(object) }
    let count = lease.view.count
    let (total, overflows) = count.multipliedReportingOverflow(by: times)
    guard !overflows, total < Int.max / 8 else { throw thread.raiseMemoryError() }
    return try make(thread, count: total, like: object) { target in
      if total > 0 { TextFill.repeatBytes(lease.view.base, count, times, to: target) }
    }
  }

  /// A bytes or bytearray object whose content is filled in by a function that calls nothing.
  @inline(__always) static func make(
    _ thread: ThreadState, count: Int, like object: Value, _ fill: (UnsafeMutableRawPointer) -> Void
  ) throws(Raised) -> Value {
    if ByteSource.isBytearray(object) {
      let result = try BytearrayObject.make(thread, count: count)
      fill(result.unlockedBase)
      return result.value
    }
    if count == 0 { return BytesObject.empty }
    let result = try BytesObject.make(thread, count: count)
    fill(result.base)
    return result.value
  }
}

// MARK: Iterators

struct ByteIteratorBody {
  var header: Header
  var object: Value
  var index: UInt64
}

/// Iterator of bytes and bytearray; positions are handed out as in `StringIterator`.
package struct ByteIterator {
  let body: UnsafeMutablePointer<ByteIteratorBody>
  init(_ value: Value) { body = value.reference.body(ByteIteratorBody.self) }

  package static let bytesDefinition = definition("bytes_iterator")
  package static let bytearrayDefinition = definition("bytearray_iterator")

  private static func definition(_ name: StaticString) -> TypeDefinition {
    TypeDefinition(
      name: name, size: MemoryLayout<ByteIteratorBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      slots: [.iterate(ByteIterator.iterate), .next(ByteIterator.next)],
      methods: [
        Method("__length_hint__()", ByteIterator.lengthHint, "Number of bytes to come."),
        Method("__reduce__()", ByteIterator.reduce, "State for pickling."),
        Method("__setstate__(state, /)", ByteIterator.setState, "Set the position."),
      ],
      visit: ByteIterator.visit)
  }

  static func make(_ thread: ThreadState, _ object: Value, _ type: WellKnownType) throws(Raised)
    -> Value
  {
    let body = try thread.allocate(TypeObject(type), ByteIteratorBody.self)
    body.pointee.object = thread.retain(object)
    body.pointee.index = 0
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let field = UnsafeMutableRawPointer(bitPattern: reference.bits + 24).unsafelyUnwrapped
    visitor.counted(field.assumingMemoryBound(to: Value.self))
  }

  private var indexAddress: UnsafeMutableRawPointer { UnsafeMutableRawPointer(body) + 32 }

  static func iterate(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    thread.retain(iterator)
  }

  /// After the end the position stays beyond every length, so that a bytearray that grows later
  /// does not revive its iterator.
  private static let exhausted: UInt64 = 1 << 62

  static func next(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    let iterator = ByteIterator(iterator)
    if racer_load_relaxed_u64(iterator.indexAddress) >= exhausted { return .unbound }
    let index: UInt64
    if thread.isShared {
      index = racer_add_relaxed_u64(iterator.indexAddress, 1)
    } else {
      index = iterator.body.pointee.index
      iterator.body.pointee.index = index &+ 1
    }
    let object = iterator.body.pointee.object
    if object.isInstance(TypeFlags.bytesSubclass) {
      let bytes = BytesObject(object)
      if index < UInt64(bytes.count) { return Value(small: Int(bytes[Int(index)])) }
    } else if index < exhausted,
      let byte = BytearrayObject(object).byte(thread, at: Int(index))
    {
      return Value(small: Int(byte))
    }
    racer_store_relaxed_u64(iterator.indexAddress, exhausted)
    return .unbound
  }

  static func lengthHint(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    let iterator = ByteIterator(iterator)
    let index = racer_load_relaxed_u64(iterator.indexAddress)
    let count = try thread.length(iterator.body.pointee.object)
    return Value(small: index >= UInt64(count) ? 0 : count - Int(index))
  }

  static func reduce(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    let iterator = ByteIterator(iterator)
    let index = racer_load_relaxed_u64(iterator.indexAddress)
    return try thread.reduceIterator(
      iterator.body.pointee.object, position: Int(min(index, exhausted)))
  }

  static func setState(thread: ThreadState, self iterator: Value, state: Value) throws(Raised)
    -> Value
  {
    let index = try thread.index(state)
    racer_store_relaxed_u64(ByteIterator(iterator).indexAddress, UInt64(max(0, index)))
    return .none
  }
}
