// range as a sequence: subscripts, membership, comparison.

import CRuntime

extension RangeObject {
  static func getItem(thread: ThreadState, range value: Value, key: Value) throws(Raised) -> Value {
    let range = RangeObject(value)
    if range.isSmall && key.isSmallInteger {
      let count = range.body.pointee.count
      let index = key.smallInteger
      let position = index < 0 ? index &+ count : index
      if UInt(bitPattern: position) < UInt(bitPattern: count) {
        return Value(small: range.body.pointee.first &+ position &* range.body.pointee.stride)
      }
      throw thread.raise(.indexError, "range object index out of range")
    }
    if key.isExactly(.slice) { return try range.slice(thread, SliceObject(key)) }
    guard key.isSmallInteger || key.isBool || key.type.slot(.index) != nil else {
      throw thread.raise(
        .typeError, "range indices must be integers or slices, not \(key.type.nameText)")
    }
    let index = try thread.indexValue(key)
    defer { thread.release(index) }
    return try range.anyItem(thread, at: index)
  }

  private func anyItem(_ thread: ThreadState, at index: Value) throws(Raised) -> Value {
    var position = thread.retain(index)
    defer { thread.release(position) }
    if try thread.isLess(position, Value(small: 0)) {
      let moved = try thread.binary(.add, position, body.pointee.length)
      thread.release(position)
      position = moved
    }
    if try isIndex(thread, position) { return try item(thread, at: position) }
    throw thread.raise(.indexError, "range object index out of range")
  }

  private func isIndex(_ thread: ThreadState, _ value: Value) throws(Raised) -> Bool {
    if try thread.isLess(value, Value(small: 0)) { return false }
    return try thread.isLess(value, body.pointee.length)
  }

  private func slice(_ thread: ThreadState, _ slice: SliceObject) throws(Raised) -> Value {
    if isSmall {
      let part = try slice.unpack(thread).adjusted(to: body.pointee.count)
      let first = body.pointee.first
      let stride = body.pointee.stride
      let (start, startOverflows) = place(part.start, first, stride)
      let (stop, stopOverflows) = place(part.stop, first, stride)
      let (step, stepOverflows) = stride.multipliedReportingOverflow(by: part.step)
      if !startOverflows && !stopOverflows && !stepOverflows && Value.fitsSmall(step) {
        return try RangeObject.make(thread, start, stop, step)
      }
    }
    return try largeSlice(thread, slice)
  }

  private func place(_ index: Int, _ first: Int, _ stride: Int) -> (Int, Bool) {
    let (offset, overflows) = index.multipliedReportingOverflow(by: stride)
    let (place, overflowsToo) = first.addingReportingOverflow(offset)
    return (place, overflows || overflowsToo || !Value.fitsSmall(place))
  }

  /// The slice by integer objects: its bounds against the length, then start + bound * step.
  private func largeSlice(_ thread: ThreadState, _ slice: SliceObject) throws(Raised) -> Value {
    let (start, stop, step) = try slice.indices(thread, length: body.pointee.length)
    defer {
      thread.release(start)
      thread.release(stop)
      thread.release(step)
    }
    let first = try item(thread, at: start)
    defer { thread.release(first) }
    let last = try item(thread, at: stop)
    defer { thread.release(last) }
    let stride = try thread.binary(.multiply, body.pointee.step, step)
    defer { thread.release(stride) }
    return try RangeObject.make(thread, first, last, stride)
  }

  static func contains(thread: ThreadState, range: Value, value: Value) throws(Raised) -> Bool {
    guard value.isSmallInteger || value.isExactly(.int) || value.isBool else {
      return try firstIndex(thread, range, value) != nil
    }
    let position = try RangeObject(range).position(thread, of: value)
    defer { thread.release(position) }
    return !position.isUnbound
  }

  /// The index of an integer, owned, or unbound.
  private func position(_ thread: ThreadState, of value: Value) throws(Raised) -> Value {
    if isSmall && value.isSmallInteger {
      let (distance, overflows) =
        value.smallInteger.subtractingReportingOverflow(body.pointee.first)
      let stride = body.pointee.stride
      if overflows || distance % stride != 0 { return .unbound }
      let index = distance / stride
      return index >= 0 && index < body.pointee.count ? Value(small: index) : .unbound
    }
    let distance = try thread.binary(.subtract, value, body.pointee.start)
    defer { thread.release(distance) }
    let rest = try thread.binary(.modulo, distance, body.pointee.step)
    defer { thread.release(rest) }
    if try thread.isTrue(rest) { return .unbound }
    let index = try thread.binary(.floorDivide, distance, body.pointee.step)
    if try isIndex(thread, index) { return index }
    thread.release(index)
    return .unbound
  }

  /// For values that are no ints: compares item by item, as any sequence.
  private static func firstIndex(_ thread: ThreadState, _ range: Value, _ value: Value)
    throws(Raised) -> Int?
  {
    let iterator = try thread.iterator(range)
    defer { thread.release(iterator) }
    var index = 0
    while true {
      let item = try thread.next(iterator)
      if item.isUnbound { return nil }
      defer { thread.release(item) }
      if try thread.areItemsEqual(item, value) { return index }
      index += 1
    }
  }

  static func index(thread: ThreadState, range: Value, value: Value) throws(Raised) -> Value {
    if value.isSmallInteger || value.isExactly(.int) || value.isBool {
      let position = try RangeObject(range).position(thread, of: value)
      if !position.isUnbound { return position }
      let text = try thread.repr(value)
      defer { thread.release(text) }
      throw thread.raise(.valueError, "\(StringObject(text).text) is not in range")
    }
    if let index = try firstIndex(thread, range, value) { return Value(small: index) }
    throw thread.raise(.valueError, "sequence.index(x): x not in sequence")
  }

  static func count(thread: ThreadState, range: Value, value: Value) throws(Raised) -> Value {
    if value.isSmallInteger || value.isExactly(.int) || value.isBool {
      return Value(small: try contains(thread: thread, range: range, value: value) ? 1 : 0)
    }
    let iterator = try thread.iterator(range)
    defer { thread.release(iterator) }
    var result = 0
    while true {
      let item = try thread.next(iterator)
      if item.isUnbound { return Value(small: result) }
      defer { thread.release(item) }
      if try thread.areItemsEqual(item, value) { result += 1 }
    }
  }

  /// (length, start, step) with None for what makes no difference; owned. Equal ranges have equal
  /// keys.
  private func key(_ thread: ThreadState) throws(Raised) -> Value {
    let length = body.pointee.length
    if length.isSmallInteger && length.smallInteger == 0 {
      return try thread.tuple(length, .none, .none)
    }
    if length.isSmallInteger && length.smallInteger == 1 {
      return try thread.tuple(length, body.pointee.start, .none)
    }
    return try thread.tuple(length, body.pointee.start, body.pointee.step)
  }

  static func hash(thread: ThreadState, range: Value) throws(Raised) -> Int {
    let key = try RangeObject(range).key(thread)
    defer { thread.release(key) }
    return try TupleObject(key).hash(thread)
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isExactly(.range), right.isExactly(.range),
      comparison == .equal || comparison == .notEqual
    else { return .notImplemented }
    let x = try RangeObject(left).key(thread)
    defer { thread.release(x) }
    let y = try RangeObject(right).key(thread)
    defer { thread.release(y) }
    return try thread.compare(x, y, comparison)
  }
}
