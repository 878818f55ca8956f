// The iterator that heapq.merge returns.
//
// `entries` is a list of tuples (key, order, value, iterator), one for each iterable that has items
// left. The iterables are touched with the first item that is asked for. One thread at a time
// advances it: another one that comes in finds the entries taken out, and sees the end.

import Runtime

package struct MergeBody {
  package var header: Header
  /// Tuple of the iterables until the first item is asked for, then unbound.
  var iterables: Value
  var key: Value
  var isReversed: Bool
  var entries: Value
}

package struct MergeObject {
  let body: UnsafeMutablePointer<MergeBody>
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  @inline(__always) init(_ value: Value) { body = value.reference.body(MergeBody.self) }

  static let definition = TypeDefinition(
    name: "heapq.merge", size: MemoryLayout<MergeBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [
      .iterate({ (thread, merge) throws(Raised) in thread.retain(merge) }), .next(next),
    ],
    visit: { reference, visitor in
      let body = reference.body(MergeBody.self)
      visitor.counted(&body.pointee.iterables)
      visitor.counted(&body.pointee.key)
      visitor.counted(&body.pointee.entries)
    })

  static func make(_ thread: ThreadState, _ arguments: Arguments) throws(Raised) -> Value {
    var key = Value.none
    var isReversed = false
    for index in 0..<arguments.keywordCount {
      let value = arguments.keywordValue(index)
      let name = StringObject(arguments.keywordName(index)).text
      switch name {
      case "key": key = value
      case "reverse": isReversed = try thread.isTrue(value)
      default:
        throw thread.raise(
          .typeError, "merge() got an unexpected keyword argument '\(name)'")
      }
    }
    let iterables = try thread.tuple((0..<arguments.count).map { arguments[$0] })
    let entries = try ListObject.make(thread, capacity: arguments.count)
    let body = try thread.allocateInstance(type, MergeBody.self)
    body.pointee.iterables = iterables
    body.pointee.key = thread.retain(key)
    body.pointee.isReversed = isReversed
    body.pointee.entries = entries.value
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func next(thread: ThreadState, self merge: Value) throws(Raised) -> Value {
    let object = MergeObject(merge)
    let iterables = object.takeIterables(thread)
    if !iterables.isUnbound {
      defer { thread.release(iterables) }
      for index in 0..<TupleObject(iterables).count {
        let iterator = try thread.iterator(TupleObject(iterables)[index])
        defer { thread.release(iterator) }
        try object.addEntry(thread, Value(small: index), iterator)
      }
    }
    let first = try object.takeFirst(thread)
    if first.isUnbound { return first }
    defer { thread.release(first) }
    let entry = TupleObject(first)
    let value = thread.retain(entry[2])
    do throws(Raised) { try object.addEntry(thread, entry[1], entry[3]) } catch {
      thread.release(value)
      throw error
    }
    return value
  }

  private func takeIterables(_ thread: ThreadState) -> Value {
    let reference = Reference(UnsafeMutableRawPointer(body))
    thread.lock(reference)
    defer { thread.unlock(reference) }
    let iterables = body.pointee.iterables
    body.pointee.iterables = .unbound
    return iterables
  }

  /// Draws an iterator's next item and files it, unless the iterator is at its end.
  private func addEntry(_ thread: ThreadState, _ order: Value, _ iterator: Value) throws(Raised) {
    let value = try thread.next(iterator)
    if value.isUnbound { return }
    defer { thread.release(value) }
    let key = body.pointee.key
    let rank = key.isNone ? thread.retain(value) : try thread.call(key, value)
    defer { thread.release(rank) }
    let entry = try thread.tuple([rank, order, value, iterator])
    defer { thread.release(entry) }
    let list = ListObject(body.pointee.entries)
    // Entries are kept from last to first, so that taking one is cheap.
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      let other = try thread.getItem(list.value, Value(small: middle))
      defer { thread.release(other) }
      if try precedes(thread, TupleObject(entry), TupleObject(other)) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    try list.insert(thread, entry, at: low)
  }

  /// Whether an entry comes first: by key, then by the order of the iterables.
  private func precedes(_ thread: ThreadState, _ x: TupleObject, _ y: TupleObject)
    throws(Raised) -> Bool
  {
    let (first, second) = body.pointee.isReversed ? (y[0], x[0]) : (x[0], y[0])
    if try thread.isLess(first, second) { return true }
    if try thread.isLess(second, first) { return false }
    return x[1].smallInteger < y[1].smallInteger
  }

  private func takeFirst(_ thread: ThreadState) throws(Raised) -> Value {
    ListObject(body.pointee.entries).popLast(thread)
  }
}
