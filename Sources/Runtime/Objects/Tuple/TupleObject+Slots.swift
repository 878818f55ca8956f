// tuple: the special methods and the two named ones.

import CRuntime

extension TupleObject {
  package static let definition = TypeDefinition(
    name: "tuple", size: MemoryLayout<TupleBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.tupleSubclass
      | TypeFlags.isSequence,
    doc: """
      Built-in immutable sequence.

      If no argument is given, the constructor returns an empty tuple.
      If iterable is specified the tuple is initialized from iterable's items.

      If the argument is a tuple, the return value is the same object.
      """,
    slots: [
      .repr(repr), .hash(hash), .length(length), .iterate(iterate), .getItem(getItem),
      .contains(contains), .compare(compare), .binary(.concatenate, concatenate),
      .binary(.repeat, repeated), .new(new),
    ],
    methods: [
      Method(
        "index(value, start=0, stop=sys.maxsize, /)", index,
        "Return first index of value.\n\nRaises ValueError if the value is not present."),
      Method("count(value, /)", count, "Return number of occurrences of value."),
      Method("__getnewargs__()", newArguments, ""),
      Method("__class_getitem__(object, /)", classGetItem, "See PEP 585", kind: .classMethod),
    ],
    visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let tuple = TupleObject(Value(reference))
    visitor.counted(tuple.items, count: tuple.count)
  }

  static func classGetItem(thread: ThreadState, type: Value, item: Value) throws(Raised) -> Value {
    try thread.genericAlias(type, item)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "tuple(iterable=(), /)")
    let type = TypeObject(type)
    let iterable = bound[0]
    if type.isExactly(.tuple) {
      if iterable.isUnbound { return empty(thread).value }
      return try thread.tuple(from: iterable)
    }
    if iterable.isUnbound { return try make(thread, type, 0).value }
    let items = try thread.tuple(from: iterable)
    defer { thread.release(items) }
    let source = TupleObject(items)
    let tuple = try make(thread, type, source.count)
    for index in 0..<source.count { tuple.initialize(index, thread.retain(source[index])) }
    return tuple.value
  }

  /// A tuple of a type that may be a subclass; its items are unbound.
  package static func make(_ thread: ThreadState, _ type: TypeObject, _ count: Int) throws(Raised)
    -> TupleObject
  {
    if type.isExactly(.tuple) { return try make(thread, count) }
    if count > maximumCount { throw thread.raiseMemoryError() }
    let body = type.body
    var start = Int(body.pointee.basicSize)
    var inline = 0
    if body.pointee.shapeOffset != 0 {
      inline = Int(racer_load_relaxed_u32(&body.pointee.inlineSlots))
      start = max(
        start, Int(body.pointee.shapeOffset) + InstanceAttributes.size(inlineSlots: inline))
    }
    let reference = try thread.allocate(type, size: start + count * 8)
    reference.header.pointee.flags |= UInt16(inline)
    let tuple = TupleObject(Value(reference))
    tuple.body.pointee.count = UInt32(count)
    tuple.body.pointee.itemsOffset = UInt32(start)
    for index in 0..<count { tuple.items[index] = .unbound }
    return tuple
  }

  /// The items, owned.
  func snapshot(_ thread: ThreadState) throws(Raised) -> ValueBuffer {
    var buffer = try ValueBuffer(thread, capacity: count)
    for index in 0..<count { buffer.words[index] = thread.retain(self[index]).bits }
    buffer.count = count
    return buffer
  }

  static func length(thread: ThreadState, tuple: Value) throws(Raised) -> Int {
    TupleObject(tuple).count
  }

  static func iterate(thread: ThreadState, tuple: Value) throws(Raised) -> Value {
    try SequencePosition.make(thread, .tupleIterator, tuple, at: 0)
  }

  static func repr(thread: ThreadState, tuple value: Value) throws(Raised) -> Value {
    let tuple = TupleObject(value)
    if tuple.count == 0 { return try thread.string("()") }
    if !thread.enterRepr(value) { return try thread.string("(...)") }
    defer { thread.leaveRepr(value) }
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append("(" as StaticString)
    for index in 0..<tuple.count {
      if index > 0 { builder.append(", ") }
      try thread.appendRepr(tuple[index], to: &builder)
    }
    builder.append((tuple.count == 1 ? ",)" : ")") as StaticString)
    return try builder.finish(thread)
  }

  static func hash(thread: ThreadState, tuple: Value) throws(Raised) -> Int {
    try TupleObject(tuple).hash(thread)
  }

  /// xxHash of the items' hashes, as CPython since 3.8: the same numbers for the same items.
  func hash(_ thread: ThreadState) throws(Raised) -> Int {
    let prime1: UInt = 11_400_714_785_074_694_791
    let prime2: UInt = 14_029_467_366_897_019_727
    let prime5: UInt = 2_870_177_450_012_600_261
    var state = prime5
    for index in 0..<count {
      let lane = UInt(bitPattern: try thread.keyHash(self[index]))
      state &+= lane &* prime2
      state = (state &<< 31 | state &>> 33) &* prime1
    }
    state &+= UInt(count) ^ (prime5 ^ 3_527_539)
    return state == UInt.max ? 1_546_275_796 : Int(bitPattern: state)
  }

  static func getItem(thread: ThreadState, tuple value: Value, key: Value) throws(Raised) -> Value {
    let tuple = TupleObject(value)
    if let index = try thread.subscriptIndex(key) {
      let position = index < 0 ? index &+ tuple.count : index
      if UInt(bitPattern: position) < UInt(bitPattern: tuple.count) {
        return thread.retain(tuple[position])
      }
      throw thread.raise(.indexError, "tuple index out of range")
    }
    guard key.isExactly(.slice) else {
      throw thread.raise(
        .typeError, "tuple indices must be integers or slices, not \(key.type.nameText)")
    }
    let range = try SliceObject(key).unpack(thread).adjusted(to: tuple.count)
    if range.step == 1 && range.count == tuple.count && value.isExactly(.tuple) {
      return thread.retain(value)
    }
    let result = try makeUninitialized(thread, range.count)
    for index in 0..<range.count {
      result.initialize(index, thread.retain(tuple[range.start + index * range.step]))
    }
    return result.value
  }

  static func contains(thread: ThreadState, tuple: Value, value: Value) throws(Raised) -> Bool {
    let tuple = TupleObject(tuple)
    for index in 0..<tuple.count where try thread.areItemsEqual(tuple[index], value) { return true }
    return false
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.tupleSubclass), right.isInstance(TypeFlags.tupleSubclass) else {
      return .notImplemented
    }
    let x = TupleObject(left)
    let y = TupleObject(right)
    try thread.enterRecursion(" in comparison")
    defer { thread.leaveRecursion() }
    for index in 0..<min(x.count, y.count) {
      if try !thread.areItemsEqual(x[index], y[index]) {
        return try thread.compareAtDifference(x[index], y[index], comparison)
      }
    }
    return Value(comparison.holds(x.count, y.count))
  }

  static func concatenate(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.tupleSubclass) else { return .notImplemented }
    guard right.isInstance(TypeFlags.tupleSubclass) else {
      throw thread.raise(
        .typeError, "can only concatenate tuple (not \"\(right.type.nameText)\") to tuple")
    }
    let x = TupleObject(left)
    let y = TupleObject(right)
    if x.count == 0 && right.isExactly(.tuple) { return thread.retain(right) }
    if y.count == 0 && left.isExactly(.tuple) { return thread.retain(left) }
    let result = try makeUninitialized(thread, x.count + y.count)
    for index in 0..<x.count { result.initialize(index, thread.retain(x[index])) }
    for index in 0..<y.count { result.initialize(x.count + index, thread.retain(y[index])) }
    return result.value
  }

  static func repeated(thread: ThreadState, tuple value: Value, times: Value) throws(Raised)
    -> Value
  {
    let times = try thread.repeatCount(times)
    let tuple = TupleObject(value)
    let count = tuple.count
    if value.isExactly(.tuple) && (times == 1 || count == 0) { return thread.retain(value) }
    if times == 0 || count == 0 { return empty(thread).value }
    if times > maximumCount / count { throw thread.raiseMemoryError() }
    let result = try makeUninitialized(thread, count * times)
    var target = 0
    for _ in 0..<times {
      for index in 0..<count { result.initialize(target + index, thread.retain(tuple[index])) }
      target += count
    }
    return result.value
  }

  static func index(
    thread: ThreadState, tuple: Value, value: Value, start: Value, stop: Value
  ) throws(Raised) -> Value {
    let tuple = TupleObject(tuple)
    var first = try thread.searchBound(start)
    var last = stop.isUnbound ? tuple.count : try thread.searchBound(stop)
    if first < 0 { first = max(0, first + tuple.count) }
    last = last < 0 ? last + tuple.count : min(last, tuple.count)
    while first < last {
      if try thread.areItemsEqual(tuple[first], value) { return Value(small: first) }
      first += 1
    }
    throw thread.raise(.valueError, "tuple.index(x): x not in tuple")
  }

  static func count(thread: ThreadState, tuple: Value, value: Value) throws(Raised) -> Value {
    let tuple = TupleObject(tuple)
    var result = 0
    for index in 0..<tuple.count where try thread.areItemsEqual(tuple[index], value) { result += 1 }
    return Value(small: result)
  }

  static func newArguments(thread: ThreadState, tuple: Value) throws(Raised) -> Value {
    let source = TupleObject(tuple)
    let copy = try makeUninitialized(thread, source.count)
    for index in 0..<source.count { copy.initialize(index, thread.retain(source[index])) }
    defer { thread.release(copy.value) }
    return try thread.tuple(copy.value)
  }
}

extension ThreadState {
  /// `tuple(iterable)`, owned; an exact tuple is returned as it is.
  package func tuple(from iterable: Value) throws(Raised) -> Value {
    if iterable.isExactly(.tuple) { return retain(iterable) }
    var buffer = try collect(iterable)
    defer { buffer.discard(self) }
    let tuple = try TupleObject.makeUninitialized(self, buffer.count)
    for index in 0..<buffer.count { tuple.initialize(index, buffer[index]) }
    buffer.count = 0
    return tuple.value
  }

  /// `list(iterable)`, owned.
  package func list(from iterable: Value) throws(Raised) -> Value {
    let list = try ListObject.make(self, capacity: 0)
    do throws(Raised) { try list.extend(self, iterable) } catch {
      release(list.value)
      throw error
    }
    return list.value
  }
}
