// list: the special methods.

import CRuntime

extension ListObject {
  package static let definition = TypeDefinition(
    name: "list", size: MemoryLayout<ListBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.listSubclass
      | TypeFlags.isSequence,
    doc: """
      Built-in mutable sequence.

      If no argument is given, the constructor creates a new empty list.
      The argument must be an iterable if specified.
      """,
    slots: [
      .repr(repr), .length(length), .iterate(iterate), .getItem(getItem), .setItem(setItem),
      .contains(contains), .compare(compare), .binary(.concatenate, concatenate),
      .binary(.repeat, repeated), .binary(.concatenateInPlace, concatenateInPlace),
      .binary(.repeatInPlace, repeatInPlace), .new(new), .initialize(initialize),
    ],
    methods: methods, visit: visit, dispose: dispose)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let list = ListObject(Value(reference))
    let items = UnsafeMutableRawPointer(list.store.items).assumingMemoryBound(to: Value.self)
    visitor.counted(items, count: list.count)
  }

  static func dispose(_ thread: ThreadState, _ reference: Reference) {
    ListObject(Value(reference)).store.discarded(wasPublished: true).discard(thread)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let type = TypeObject(type)
    if type.isExactly(.list) { return try make(thread, capacity: 0).value }
    let list = ListObject(try thread.allocateInstance(type, ListBody.self))
    list.initializeEmpty()
    return list.value
  }

  private init(_ body: UnsafeMutablePointer<ListBody>) { self.body = body }

  static func initialize(thread: ThreadState, list: Value, arguments: Arguments) throws(Raised) {
    let bound = try BoundArguments(thread, arguments, "list(iterable=(), /)")
    let list = ListObject(list)
    if list.count > 0 { list.clear(thread) }
    if !bound[0].isUnbound { try list.extend(thread, bound[0]) }
  }

  static func length(thread: ThreadState, list: Value) throws(Raised) -> Int {
    ListObject(list).count
  }

  static func iterate(thread: ThreadState, list: Value) throws(Raised) -> Value {
    try SequencePosition.make(thread, .listIterator, list, at: 0)
  }

  static func repr(thread: ThreadState, list value: Value) throws(Raised) -> Value {
    let list = ListObject(value)
    if list.count == 0 { return try thread.string("[]") }
    if !thread.enterRepr(value) { return try thread.string("[...]") }
    defer { thread.leaveRepr(value) }
    if thread.isShared {
      let copy = try list.copied(thread)
      defer { thread.release(copy.value) }
      return try copy.repr(thread)
    }
    return try list.repr(thread)
  }

  private func repr(_ thread: ThreadState) throws(Raised) -> Value {
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append("[" as StaticString)
    var index = 0
    while true {
      let item = item(thread, at: index)
      if item.isUnbound { break }
      defer { thread.release(item) }
      if index > 0 { builder.append(", ") }
      try thread.appendRepr(item, to: &builder)
      index += 1
    }
    builder.append("]" as StaticString)
    return try builder.finish(thread)
  }

  // MARK: Subscripts

  static func getItem(thread: ThreadState, list: Value, key: Value) throws(Raised) -> Value {
    let list = ListObject(list)
    if let index = try thread.subscriptIndex(key) {
      let item = list.item(thread, at: index)
      if item.isUnbound { throw thread.raise(.indexError, "list index out of range") }
      return item
    }
    if key.isExactly(.slice) {
      return try list.slice(thread, SliceObject(key).unpack(thread)).value
    }
    throw badIndex(thread, key)
  }

  static func setItem(thread: ThreadState, list: Value, key: Value, value: Value) throws(Raised) {
    let list = ListObject(list)
    if let index = try thread.subscriptIndex(key) {
      if value.isUnbound {
        let removed = list.remove(thread, at: index)
        if !removed.isUnbound {
          thread.release(removed)
          return
        }
      } else if list.setItem(thread, at: index, value) {
        return
      }
      throw thread.raise(.indexError, "list assignment index out of range")
    }
    guard key.isExactly(.slice) else { throw badIndex(thread, key) }
    let slice = try SliceObject(key).unpack(thread)
    if value.isUnbound {
      try list.deleteSlice(thread, slice)
    } else {
      try list.assignSlice(thread, slice, value)
    }
  }

  private static func badIndex(_ thread: ThreadState, _ key: Value) -> Raised {
    thread.raise(
      .typeError, "list indices must be integers or slices, not \(key.type.nameText)")
  }

  static func contains(thread: ThreadState, list: Value, value: Value) throws(Raised) -> Bool {
    try ListObject(list).firstIndex(thread, of: value, from: 0, to: Int.max) >= 0
  }

  /// The index of the first item that is or equals a value, or -1. Reads item by item; where the
  /// list changed meanwhile and the value was not found, a copy of one moment decides.
  func firstIndex(_ thread: ThreadState, of value: Value, from start: Int, to stop: Int)
    throws(Raised) -> Int
  {
    if !thread.isShared { return try scan(thread, for: value, from: start, to: stop) }
    let before = sequence.beginRead()
    let found = try scan(thread, for: value, from: start, to: stop)
    if found >= 0 { return found }
    if let before, sequence.isUnchanged(since: before) { return -1 }
    let copy = try copied(thread)
    defer { thread.release(copy.value) }
    return try copy.scan(thread, for: value, from: start, to: stop)
  }

  private func scan(_ thread: ThreadState, for value: Value, from start: Int, to stop: Int)
    throws(Raised) -> Int
  {
    var index = start
    while index < stop {
      let item = item(thread, at: index)
      if item.isUnbound { return -1 }
      defer { thread.release(item) }
      if try thread.areItemsEqual(item, value) { return index }
      index += 1
    }
    return -1
  }

  // MARK: Comparison

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.listSubclass), right.isInstance(TypeFlags.listSubclass) else {
      return .notImplemented
    }
    let x = ListObject(left)
    let y = ListObject(right)
    if x.count != y.count {
      if comparison == .equal { return .false }
      if comparison == .notEqual { return .true }
    }
    try thread.enterRecursion(" in comparison")
    defer { thread.leaveRecursion() }
    if !thread.isShared { return try compareItems(thread, x, y, comparison) }
    let first = x.sequence.beginRead()
    let second = y.sequence.beginRead()
    let answer = try compareItems(thread, x, y, comparison)
    if let first, let second, x.sequence.isUnchanged(since: first),
      y.sequence.isUnchanged(since: second)
    {
      return answer
    }
    thread.release(answer)
    let (left, right) = try x.snapshotPair(thread, y)
    defer {
      thread.release(left.value)
      thread.release(right.value)
    }
    return try compareItems(thread, left, right, comparison)
  }

  /// Copies of two lists as they are at one moment.
  private func snapshotPair(_ thread: ThreadState, _ other: ListObject) throws(Raised) -> (
    ListObject, ListObject
  ) {
    while true {
      let firstRoom = count
      let secondRoom = other.count
      let first = try ListObject.make(thread, capacity: firstRoom)
      let second: ListObject
      do throws(Raised) { second = try ListObject.make(thread, capacity: secondRoom) } catch {
        thread.release(first.value)
        throw error
      }
      thread.lockPair(reference, other.reference)
      let fits = count <= firstRoom && other.count <= secondRoom
      if fits {
        first.appendWhilePrivate(thread, store.items, count)
        second.appendWhilePrivate(thread, other.store.items, other.count)
      }
      thread.unlockPair(reference, other.reference)
      if fits { return (first, second) }
      thread.release(first.value)
      thread.release(second.value)
    }
  }

  private static func compareItems(
    _ thread: ThreadState, _ x: ListObject, _ y: ListObject, _ comparison: Comparison
  ) throws(Raised) -> Value {
    var index = 0
    while true {
      let a = x.item(thread, at: index)
      let b = y.item(thread, at: index)
      defer {
        thread.release(a)
        thread.release(b)
      }
      if a.isUnbound || b.isUnbound { return Value(comparison.holds(x.count, y.count)) }
      if try !thread.areItemsEqual(a, b) {
        return try thread.compareAtDifference(a, b, comparison)
      }
      index += 1
    }
  }

  // MARK: + and *

  static func concatenate(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.listSubclass) else { return .notImplemented }
    guard right.isInstance(TypeFlags.listSubclass) else {
      throw thread.raise(
        .typeError,
        "can only concatenate list (not \"\(right.type.nameText)\") to list")
    }
    return try ListObject(left).concatenated(thread, ListObject(right)).value
  }

  /// Both lists as they are at one moment.
  private func concatenated(_ thread: ThreadState, _ other: ListObject) throws(Raised) -> ListObject
  {
    while true {
      let room = count + other.count
      let result = try ListObject.make(thread, capacity: room)
      thread.lockPair(reference, other.reference)
      let first = count
      let second = other.count
      let fits = first + second <= room
      if fits {
        result.appendWhilePrivate(thread, store.items, first)
        result.appendWhilePrivate(thread, other.store.items, second)
      }
      thread.unlockPair(reference, other.reference)
      if fits { return result }
      thread.release(result.value)
    }
  }

  /// Fills a list that nobody else sees yet and that has the room; counts are taken.
  @inline(__always) func appendWhilePrivate(
    _ thread: ThreadState, _ source: UnsafeMutablePointer<UInt>, _ added: Int
  ) {
    let target = store.items + count
    for index in 0..<added { target[index] = thread.retain(Value(bits: source[index])).bits }
    setCount(count + added)
  }

  static func repeated(thread: ThreadState, list: Value, times: Value) throws(Raised) -> Value {
    let times = try thread.repeatCount(times)
    let list = ListObject(list)
    while true {
      let length = list.count
      if length > 0 && times > ListStore.maximumCapacity / length {
        throw thread.raiseMemoryError()
      }
      let room = length * times
      let result = try make(thread, capacity: room)
      thread.lock(list.reference)
      let count = list.count
      let fits = count <= length
      if fits {
        let items = list.store.items
        for _ in 0..<(count == 0 ? 0 : times) { result.appendWhilePrivate(thread, items, count) }
      }
      thread.unlock(list.reference)
      if fits { return result.value }
      thread.release(result.value)
    }
  }

  static func concatenateInPlace(thread: ThreadState, list: Value, other: Value) throws(Raised)
    -> Value
  {
    try ListObject(list).extend(thread, other)
    return thread.retain(list)
  }

  static func repeatInPlace(thread: ThreadState, list value: Value, times: Value) throws(Raised)
    -> Value
  {
    let times = try thread.repeatCount(times)
    let list = ListObject(value)
    if times == 0 {
      list.clear(thread)
      return thread.retain(value)
    }
    while times > 1 {
      let length = list.count
      if length > 0 && times > ListStore.maximumCapacity / length {
        throw thread.raiseMemoryError()
      }
      let discarded = try list.lockWithRoom(thread, for: length * (times - 1))
      let count = list.count
      let fits = count <= length
      if fits { list.repeatLocked(thread, count, times) }
      thread.unlock(list.reference)
      discarded.discard(thread)
      if fits { break }
    }
    return thread.retain(value)
  }

  private func repeatLocked(_ thread: ThreadState, _ count: Int, _ times: Int) {
    let items = store.items
    sequence.beginWrite(thread)
    for index in count..<count * times {
      racer_store_release_word(
        items + index, thread.retain(Value(bits: items[index % count])).bits)
    }
    setCount(count * times)
    sequence.endWrite(thread)
  }
}
