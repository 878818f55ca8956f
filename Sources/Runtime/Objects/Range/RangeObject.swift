// range: immutable, so it needs no lock. The usual one keeps its numbers as machine integers too;
// one whose bounds are past 63 bits computes with objects.

import CRuntime

package struct RangeBody {
  package var header: Header
  package var start: Value
  package var stop: Value
  package var step: Value
  package var length: Value
  /// Whether the four are immediates; then `first`, `stride` and `count` are valid.
  var isSmall: UInt
  var first: Int
  var stride: Int
  var count: Int
}

package struct RangeObject {
  package let body: UnsafeMutablePointer<RangeBody>
  @inline(__always) package init(_ value: Value) { body = value.reference.body(RangeBody.self) }
  @inline(__always) var isSmall: Bool { body.pointee.isSmall != 0 }

  /// The number of steps from start to stop.
  @inline(__always) static func count(_ start: Int, _ stop: Int, _ step: Int) -> Int {
    if step > 0 {
      return start < stop ? Int((UInt(bitPattern: stop &- start) - 1) / UInt(step)) + 1 : 0
    }
    return stop < start
      ? Int((UInt(bitPattern: start &- stop) - 1) / UInt(bitPattern: 0 &- step)) + 1 : 0
  }

  /// A range of immediates.
  @inline(__always) static func make(_ thread: ThreadState, _ start: Int, _ stop: Int, _ step: Int)
    throws(Raised) -> Value
  {
    let body = try thread.allocate(TypeObject(.range), RangeBody.self)
    let count = count(start, stop, step)
    body.pointee.start = Value(small: start)
    body.pointee.stop = Value(small: stop)
    body.pointee.step = Value(small: step)
    body.pointee.length = .unbound
    body.pointee.isSmall = 1
    body.pointee.first = start
    body.pointee.stride = step
    body.pointee.count = count
    let value = Value(Reference(UnsafeMutableRawPointer(body)))
    if !Value.fitsSmall(count) {
      body.pointee.length = try thread.integer(count)
    } else {
      body.pointee.length = Value(small: count)
    }
    return value
  }

  /// A range of any integers (borrowed); `step` is not zero.
  static func make(_ thread: ThreadState, _ start: Value, _ stop: Value, _ step: Value)
    throws(Raised) -> Value
  {
    if start.isSmallInteger && stop.isSmallInteger && step.isSmallInteger {
      return try make(thread, start.smallInteger, stop.smallInteger, step.smallInteger)
    }
    let length = try self.length(thread, start, stop, step)
    let body = try thread.allocate(TypeObject(.range), RangeBody.self)
    body.pointee.start = thread.retain(start)
    body.pointee.stop = thread.retain(stop)
    body.pointee.step = thread.retain(step)
    body.pointee.length = length
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// (difference - 1) // step + 1, or 0; owned.
  private static func length(_ thread: ThreadState, _ start: Value, _ stop: Value, _ step: Value)
    throws(Raised) -> Value
  {
    let isAscending = try thread.isLess(Value(small: 0), step)
    let (low, high) = isAscending ? (start, stop) : (stop, start)
    guard try thread.isLess(low, high) else { return Value(small: 0) }
    let distance = try thread.binary(.subtract, high, low)
    defer { thread.release(distance) }
    let reduced = try thread.binary(.subtract, distance, Value(small: 1))
    defer { thread.release(reduced) }
    let size = isAscending ? thread.retain(step) : try thread.unary(.negative, step)
    defer { thread.release(size) }
    let steps = try thread.binary(.floorDivide, reduced, size)
    defer { thread.release(steps) }
    return try thread.binary(.add, steps, Value(small: 1))
  }

  /// start + index * step, owned; the index lies within.
  func item(_ thread: ThreadState, at index: Value) throws(Raised) -> Value {
    if isSmall && index.isSmallInteger {
      return Value(small: body.pointee.first &+ index.smallInteger &* body.pointee.stride)
    }
    let offset = try thread.binary(.multiply, index, body.pointee.step)
    defer { thread.release(offset) }
    return try thread.binary(.add, body.pointee.start, offset)
  }
}

extension RangeObject {
  package static let definition = TypeDefinition(
    name: "range", size: MemoryLayout<RangeBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.isSequence,
    doc: """
      range(stop) -> range object
      range(start, stop[, step]) -> range object

      Return an object that produces a sequence of integers from start (inclusive)
      to stop (exclusive) by step.
      """,
    slots: [
      .repr(repr), .hash(hash), .length(length), .bool(isTrue), .iterate(iterate),
      .getItem(getItem), .contains(contains), .compare(compare), .new(new),
    ],
    methods: [
      Method(
        "count(value, /)", count, "rangeobject.count(value) -> integer; number of occurrences"),
      Method(
        "index(value, /)", index,
        "rangeobject.index(value) -> integer; raises ValueError if the value is not present."),
      Method("__reversed__()", reversed, "Return a reverse iterator."),
      Method("__reduce__()", reduce, ""),
    ],
    getters: [
      Getter(
        "start",
        { (thread, range) throws(Raised) in
          thread.retain(RangeObject(range).body.pointee.start)
        }, set: SliceObject.rejectStore, ""),
      Getter(
        "stop",
        { (thread, range) throws(Raised) in
          thread.retain(RangeObject(range).body.pointee.stop)
        }, set: SliceObject.rejectStore, ""),
      Getter(
        "step",
        { (thread, range) throws(Raised) in
          thread.retain(RangeObject(range).body.pointee.step)
        }, set: SliceObject.rejectStore, ""),
    ], visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(RangeBody.self)
    visitor.counted(&body.pointee.start)
    visitor.counted(&body.pointee.stop)
    visitor.counted(&body.pointee.step)
    visitor.counted(&body.pointee.length)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "range() takes no keyword arguments")
    }
    switch arguments.count {
    case 1: return try make(thread, checked: Value(small: 0), arguments[0], Value(small: 1))
    case 2: return try make(thread, checked: arguments[0], arguments[1], Value(small: 1))
    case 3: return try make(thread, checked: arguments[0], arguments[1], arguments[2])
    case 0: throw thread.raise(.typeError, "range expected at least 1 argument, got 0")
    default:
      throw thread.raise(
        .typeError, "range expected at most 3 arguments, got \(arguments.count)")
    }
  }

  private static func make(
    _ thread: ThreadState, checked start: Value, _ stop: Value, _ step: Value
  ) throws(Raised) -> Value {
    let first = try thread.indexValue(start)
    defer { thread.release(first) }
    let last = try thread.indexValue(stop)
    defer { thread.release(last) }
    let stride = try thread.indexValue(step)
    defer { thread.release(stride) }
    if stride.isSmallInteger && stride.smallInteger == 0 {
      throw thread.raise(.valueError, "range() arg 3 must not be zero")
    }
    return try make(thread, first, last, stride)
  }

  static func repr(thread: ThreadState, range: Value) throws(Raised) -> Value {
    let fields = RangeObject(range).body
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append("range(")
    try thread.appendRepr(fields.pointee.start, to: &builder)
    builder.append(", ")
    try thread.appendRepr(fields.pointee.stop, to: &builder)
    if !(fields.pointee.step.isSmallInteger && fields.pointee.step.smallInteger == 1) {
      builder.append(", ")
      try thread.appendRepr(fields.pointee.step, to: &builder)
    }
    builder.append(")" as StaticString)
    return try builder.finish(thread)
  }

  static func length(thread: ThreadState, range: Value) throws(Raised) -> Int {
    let range = RangeObject(range)
    if range.isSmall { return range.body.pointee.count }
    do throws(Raised) { return try thread.index(range.body.pointee.length) } catch {
      guard thread.exceptionMatches(.overflowError) else { throw error }
      thread.clearException()
      throw thread.raise(.overflowError, "Python int too large to convert to C ssize_t")
    }
  }

  static func isTrue(thread: ThreadState, range: Value) throws(Raised) -> Bool {
    let length = RangeObject(range).body.pointee.length
    return !(length.isSmallInteger && length.smallInteger == 0)
  }

  static func iterate(thread: ThreadState, range value: Value) throws(Raised) -> Value {
    let range = RangeObject(value)
    if range.isSmall {
      return try RangeIterator.make(
        thread, range.body.pointee.first, range.body.pointee.stride, range.body.pointee.count)
    }
    return try LongRangeIterator.make(
      thread, range.body.pointee.start, range.body.pointee.step, range.body.pointee.length)
  }

  static func reversed(thread: ThreadState, range value: Value) throws(Raised) -> Value {
    let body = RangeObject(value).body
    if body.pointee.isSmall != 0 {
      let count = body.pointee.count
      let stride = body.pointee.stride
      return try RangeIterator.make(
        thread, body.pointee.first &+ (count &- 1) &* stride, 0 &- stride, count)
    }
    let last = try thread.binary(.subtract, body.pointee.length, Value(small: 1))
    defer { thread.release(last) }
    let start = try RangeObject(value).item(thread, at: last)
    defer { thread.release(start) }
    let step = try thread.unary(.negative, body.pointee.step)
    defer { thread.release(step) }
    return try LongRangeIterator.make(thread, start, step, body.pointee.length)
  }

  static func reduce(thread: ThreadState, range: Value) throws(Raised) -> Value {
    let fields = RangeObject(range).body
    let arguments = try thread.tuple(fields.pointee.start, fields.pointee.stop, fields.pointee.step)
    defer { thread.release(arguments) }
    return try thread.tuple(TypeObject(.range).value, arguments)
  }
}
