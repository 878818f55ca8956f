// slice: three immutable fields; and what a slice means for a sequence of a given length.

import CRuntime

package struct SliceBody {
  package var header: Header
  package var start: Value
  package var stop: Value
  package var step: Value
}

/// Start, stop and step as integers, clamped, before the length is known: what `__index__` gave.
package struct SliceBounds {
  package var start: Int
  package var stop: Int
  package var step: Int

  /// The places that the slice picks in a sequence of this length. Runs no code.
  package func adjusted(to length: Int) -> SliceRange {
    var first = start
    var last = stop
    let lowest = step < 0 ? -1 : 0
    let highest = step < 0 ? length - 1 : length
    if first < 0 { first = max(first + length, lowest) } else { first = min(first, highest) }
    if last < 0 { last = max(last + length, lowest) } else { last = min(last, highest) }
    var count = 0
    if step < 0 {
      if last < first { count = (first - last - 1) / -step + 1 }
    } else if first < last {
      count = (last - first - 1) / step + 1
    }
    return SliceRange(start: first, stop: last, step: step, count: count)
  }
}

/// The places of a slice within a sequence.
package struct SliceRange {
  package var start: Int
  package var stop: Int
  package var step: Int
  package var count: Int

  /// The same places in ascending order.
  var ascending: SliceRange {
    if step > 0 || count == 0 { return self }
    let first = start + (count - 1) * step
    return SliceRange(start: first, stop: start + 1, step: -step, count: count)
  }
}

/// A slice, borrowed.
package struct SliceObject {
  package let body: UnsafeMutablePointer<SliceBody>

  @inline(__always) package init(_ value: Value) { body = value.reference.body(SliceBody.self) }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }

  package static func make(
    _ thread: ThreadState, _ start: Value, _ stop: Value, _ step: Value
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.slice), SliceBody.self)
    body.pointee.start = thread.retain(start)
    body.pointee.stop = thread.retain(stop)
    body.pointee.step = thread.retain(step)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// The fields as integers. May call `__index__`, so the length is to be read afterwards.
  package func unpack(_ thread: ThreadState) throws(Raised) -> SliceBounds {
    let fields = body
    var step = 1
    if !fields.pointee.step.isNone {
      step = max(try thread.sliceIndex(fields.pointee.step), -Int.max)
      if step == 0 { throw thread.raise(.valueError, "slice step cannot be zero") }
    }
    let start =
      fields.pointee.start.isNone
      ? (step < 0 ? Int.max : 0) : try thread.sliceIndex(fields.pointee.start)
    let stop =
      fields.pointee.stop.isNone
      ? (step < 0 ? Int.min : Int.max) : try thread.sliceIndex(fields.pointee.stop)
    return SliceBounds(start: start, stop: stop, step: step)
  }
}

extension ThreadState {
  /// An index that saturates, as slices take it.
  @inline(__always) package func sliceIndex(_ value: Value) throws(Raised) -> Int {
    if value.isSmallInteger { return value.smallInteger }
    return try sliceIndexSlow(value, "slice indices must be integers or None or have")
  }

  /// The same for `start` and `stop` of `index` methods, which can't be None.
  package func searchBound(_ value: Value) throws(Raised) -> Int {
    if value.isSmallInteger { return value.smallInteger }
    return try sliceIndexSlow(value, "slice indices must be integers or have")
  }

  @inline(never) private func sliceIndexSlow(_ value: Value, _ message: StaticString) throws(Raised)
    -> Int
  {
    guard isIndex(value) else { throw raise(.typeError, "\(message) an __index__ method") }
    return try indexClamped(value)
  }
}

extension SliceObject {
  package static let definition = TypeDefinition(
    name: "slice", size: MemoryLayout<SliceBody>.size, flags: TypeFlags.isContainer,
    doc: """
      slice(stop)
      slice(start, stop[, step])

      Create a slice object, as extended subscripts like a[0:10:2] do.
      """,
    slots: [.repr(repr), .hash(hash), .compare(compare), .new(new)],
    methods: [
      Method(
        "indices(len, /)", indices,
        """
        S.indices(len) -> (start, stop, stride)

        The places that the slice picks in a sequence of length len, out of bounds handled.
        """),
      Method("__reduce__()", reduce, "Return state information for pickling."),
    ],
    getters: [
      Getter(
        "start",
        { (thread, slice) throws(Raised) in
          thread.retain(SliceObject(slice).body.pointee.start)
        }, set: rejectStore, ""),
      Getter(
        "stop",
        { (thread, slice) throws(Raised) in
          thread.retain(SliceObject(slice).body.pointee.stop)
        }, set: rejectStore, ""),
      Getter(
        "step",
        { (thread, slice) throws(Raised) in
          thread.retain(SliceObject(slice).body.pointee.step)
        }, set: rejectStore, ""),
    ],
    visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(SliceBody.self)
    visitor.counted(&body.pointee.start)
    visitor.counted(&body.pointee.stop)
    visitor.counted(&body.pointee.step)
  }

  /// The setter of fields that CPython declares as read-only members.
  static func rejectStore(thread: ThreadState, object: Value, value: Value) throws(Raised) {
    throw thread.raise(.attributeError, "readonly attribute")
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "slice() takes no keyword arguments")
    }
    switch arguments.count {
    case 1: return try make(thread, .none, arguments[0], .none)
    case 2: return try make(thread, arguments[0], arguments[1], .none)
    case 3: return try make(thread, arguments[0], arguments[1], arguments[2])
    case 0: throw thread.raise(.typeError, "slice expected at least 1 argument, got 0")
    default:
      throw thread.raise(
        .typeError, "slice expected at most 3 arguments, got \(arguments.count)")
    }
  }

  private func tuple(_ thread: ThreadState) throws(Raised) -> Value {
    try thread.tuple(body.pointee.start, body.pointee.stop, body.pointee.step)
  }

  static func repr(thread: ThreadState, slice: Value) throws(Raised) -> Value {
    let fields = SliceObject(slice).body
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append("slice(")
    try thread.appendRepr(fields.pointee.start, to: &builder)
    builder.append(", ")
    try thread.appendRepr(fields.pointee.stop, to: &builder)
    builder.append(", ")
    try thread.appendRepr(fields.pointee.step, to: &builder)
    builder.append(")" as StaticString)
    return try builder.finish(thread)
  }

  static func hash(thread: ThreadState, slice: Value) throws(Raised) -> Int {
    let tuple = try SliceObject(slice).tuple(thread)
    defer { thread.release(tuple) }
    return try TupleObject(tuple).hash(thread)
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isExactly(.slice), right.isExactly(.slice) else { return .notImplemented }
    let x = try SliceObject(left).tuple(thread)
    defer { thread.release(x) }
    let y = try SliceObject(right).tuple(thread)
    defer { thread.release(y) }
    return try thread.compare(x, y, comparison)
  }

  static func reduce(thread: ThreadState, slice: Value) throws(Raised) -> Value {
    let fields = try SliceObject(slice).tuple(thread)
    defer { thread.release(fields) }
    return try thread.tuple(TypeObject(.slice).value, fields)
  }

  static func indices(thread: ThreadState, slice value: Value, length: Value) throws(Raised)
    -> Value
  {
    let length = try thread.indexValue(length)
    defer { thread.release(length) }
    if try thread.isLess(length, Value(small: 0)) {
      throw thread.raise(.valueError, "length should not be negative")
    }
    let slice = SliceObject(value)
    let (start, stop, step) = try slice.indices(thread, length: length)
    defer {
      thread.release(start)
      thread.release(stop)
      thread.release(step)
    }
    return try thread.tuple(start, stop, step)
  }

  /// Start, stop and step for a length of any size, as integer objects, owned.
  func indices(_ thread: ThreadState, length: Value) throws(Raised) -> (Value, Value, Value) {
    let step =
      body.pointee.step.isNone
      ? Value(small: 1) : try SliceObject.checkedIndex(thread, body.pointee.step)
    do throws(Raised) {
      if step.isSmallInteger && step.smallInteger == 0 {
        throw thread.raise(.valueError, "slice step cannot be zero")
      }
      let isBackward = try thread.isLess(step, Value(small: 0))
      let start = try bound(thread, body.pointee.start, length, isBackward, isStart: true)
      do throws(Raised) {
        return (
          start, try bound(thread, body.pointee.stop, length, isBackward, isStart: false), step
        )
      } catch {
        thread.release(start)
        throw error
      }
    } catch {
      thread.release(step)
      throw error
    }
  }

  private static func checkedIndex(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    guard thread.isIndex(value) else {
      throw thread.raise(
        .typeError, "slice indices must be integers or None or have an __index__ method")
    }
    return try thread.indexValue(value)
  }

  /// A bound clamped to a length, owned.
  private func bound(
    _ thread: ThreadState, _ value: Value, _ length: Value, _ isBackward: Bool, isStart: Bool
  ) throws(Raised) -> Value {
    let lowest = Value(small: isBackward ? -1 : 0)
    let highest =
      isBackward ? try thread.binary(.subtract, length, Value(small: 1)) : thread.retain(length)
    defer { thread.release(highest) }
    if value.isNone { return isStart == isBackward ? thread.retain(highest) : lowest }
    var index = try SliceObject.checkedIndex(thread, value)
    if try thread.isLess(index, Value(small: 0)) {
      let moved = try thread.binary(.add, index, length)
      thread.release(index)
      index = moved
    }
    var replacement = Value.unbound
    if try thread.isLess(index, lowest) {
      replacement = lowest
    } else if try thread.isLess(highest, index) {
      replacement = highest
    }
    if replacement.isUnbound { return index }
    thread.release(index)
    return thread.retain(replacement)
  }
}
