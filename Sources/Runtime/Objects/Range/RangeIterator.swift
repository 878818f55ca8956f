// Iterators of range. Items are computed from an index that threads claim by compare-and-swap (the
// rules are in Iterators/SequencePosition.swift).

import CRuntime

package struct RangeIteratorBody {
  var header: Header
  package var index: Int
  package var first: Int
  package var stride: Int
  package var count: Int
}

package enum RangeIterator {
  @inline(__always) package static func make(
    _ thread: ThreadState, _ first: Int, _ stride: Int, _ count: Int
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.rangeIterator), RangeIteratorBody.self)
    body.pointee.first = first
    body.pointee.stride = stride
    body.pointee.count = count
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package static let definition = TypeDefinition(
    name: "range_iterator", size: MemoryLayout<RangeIteratorBody>.size,
    flags: TypeFlags.disallowsInstantiation,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next)],
    methods: [
      Method(
        "__length_hint__()", lengthHint, "Private method returning an estimate of len(list(it))."),
      Method("__reduce__()", reduce, "Return state information for pickling."),
      Method("__setstate__(state, /)", setState, "Set state information for unpickling."),
    ])

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    nextItem(thread, iterator)
  }

  /// The next number of an iterator that only this thread uses; else, and at the end, unbound.
  @inline(__always) static func nextPrivateItem(_ thread: ThreadState, _ iterator: Reference)
    -> Value
  {
    let body = iterator.body(RangeIteratorBody.self)
    return isPrivate(thread, body) ? advancePrivately(body) : .unbound
  }

  /// The next number, or unbound.
  @inline(__always) package static func nextItem(_ thread: ThreadState, _ iterator: Value) -> Value
  {
    let body = iterator.reference.body(RangeIteratorBody.self)
    return isPrivate(thread, body) ? advancePrivately(body) : nextItemShared(body)
  }

  @inline(__always) private static func isPrivate(
    _ thread: ThreadState, _ body: UnsafeMutablePointer<RangeIteratorBody>
  ) -> Bool {
    !thread.isShared || body.pointee.header.flags & SequencePosition.privateFlag != 0
  }

  @inline(__always) private static func advancePrivately(
    _ body: UnsafeMutablePointer<RangeIteratorBody>
  ) -> Value {
    let index = body.pointee.index
    if index >= body.pointee.count { return .unbound }
    body.pointee.index = index &+ 1
    return Value(small: body.pointee.first &+ index &* body.pointee.stride)
  }

  @inline(never) private static func nextItemShared(
    _ body: UnsafeMutablePointer<RangeIteratorBody>
  ) -> Value {
    let address = UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size
    var word = racer_load_acquire_word(address)
    while Int(bitPattern: word) < body.pointee.count {
      if racer_cas_acqrel_word(address, &word, word + 1) {
        return Value(small: body.pointee.first &+ Int(bitPattern: word) &* body.pointee.stride)
      }
    }
    return .unbound
  }

  private static func index(_ body: UnsafeMutablePointer<RangeIteratorBody>) -> Int {
    Int(bitPattern: racer_load_relaxed_word(&body.pointee.index))
  }

  static func lengthHint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(RangeIteratorBody.self)
    return try thread.integer(body.pointee.count - index(body))
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(RangeIteratorBody.self)
    let function = try thread.builtin("iter")
    defer { thread.release(function) }
    let start = body.pointee.first &+ index(body) &* body.pointee.stride
    let stop = body.pointee.first &+ body.pointee.count &* body.pointee.stride
    let range = try RangeObject.make(thread, start, stop, body.pointee.stride)
    defer { thread.release(range) }
    let arguments = try thread.tuple(range)
    defer { thread.release(arguments) }
    return try thread.tuple(function, arguments, .none)
  }

  static func setState(thread: ThreadState, iterator: Value, state: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(RangeIteratorBody.self)
    let index = min(max(0, try thread.index(state)), body.pointee.count)
    racer_store_release_word(&body.pointee.index, UInt(bitPattern: index))
    return .none
  }
}

struct LongRangeIteratorBody {
  var header: Header
  var index: Value
  var start: Value
  var step: Value
  var length: Value
}

/// For ranges past 63 bits. The index is an object, changed under the lock.
enum LongRangeIterator {
  static func make(_ thread: ThreadState, _ start: Value, _ step: Value, _ length: Value)
    throws(Raised) -> Value
  {
    let body = try thread.allocate(TypeObject(.longRangeIterator), LongRangeIteratorBody.self)
    body.pointee.index = Value(small: 0)
    body.pointee.start = thread.retain(start)
    body.pointee.step = thread.retain(step)
    body.pointee.length = thread.retain(length)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package static let definition = TypeDefinition(
    name: "longrange_iterator", size: MemoryLayout<LongRangeIteratorBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next)],
    methods: [
      Method(
        "__length_hint__()", lengthHint, "Private method returning an estimate of len(list(it)).")
    ], visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(LongRangeIteratorBody.self)
    visitor.counted(&body.pointee.index)
    visitor.counted(&body.pointee.start)
    visitor.counted(&body.pointee.step)
    visitor.counted(&body.pointee.length)
  }

  private static func index(
    _ thread: ThreadState, _ reference: Reference,
    _ body: UnsafeMutablePointer<LongRangeIteratorBody>
  ) -> Value {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    return thread.retain(body.pointee.index)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(LongRangeIteratorBody.self)
    while true {
      let index = index(thread, iterator.reference, body)
      defer { thread.release(index) }
      guard try thread.isLess(index, body.pointee.length) else { return .unbound }
      let following = try thread.binary(.add, index, Value(small: 1))
      thread.lock(iterator.reference)
      let isMine = body.pointee.index.isIdentical(to: index)
      let displaced = isMine ? body.pointee.index : following
      if isMine { body.pointee.index = following }
      thread.unlock(iterator.reference)
      thread.release(displaced)
      if !isMine { continue }
      let offset = try thread.binary(.multiply, index, body.pointee.step)
      defer { thread.release(offset) }
      return try thread.binary(.add, body.pointee.start, offset)
    }
  }

  static func lengthHint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(LongRangeIteratorBody.self)
    let index = index(thread, iterator.reference, body)
    defer { thread.release(index) }
    return try thread.binary(.subtract, body.pointee.length, index)
  }
}
