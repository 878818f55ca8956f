// tuple: immutable, items inline.
//
//   24  count        u32
//   28  itemsOffset  u32: 32 in an exact tuple; past the instance's attributes in a subclass
//   32  items
//
// Items are written before the tuple is published and never again, so readers need neither lock nor
// recheck: whoever holds the tuple holds its items (publication is a release store, R2).

import CRuntime

package struct TupleBody {
  package var header: Header
  package var count: UInt32
  package var itemsOffset: UInt32
}

/// A tuple, borrowed.
package struct TupleObject {
  package let body: UnsafeMutablePointer<TupleBody>

  /// The value must be a tuple.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(TupleBody.self) }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }
}

extension TupleObject {
  static let itemsOffset = MemoryLayout<TupleBody>.size
  static let maximumCount = Int(Int32.max)

  @inline(__always) package var count: Int { Int(body.pointee.count) }
  @inline(__always) package var items: UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(body) + Int(body.pointee.itemsOffset))
      .assumingMemoryBound(to: Value.self)
  }
  @inline(__always) package var words: UnsafeMutablePointer<UInt> {
    UnsafeMutableRawPointer(items).assumingMemoryBound(to: UInt.self)
  }
  /// An item, borrowed.
  @inline(__always) package subscript(index: Int) -> Value { items[index] }

  /// A fresh tuple whose items are unbound, to be filled by `initialize` before anybody else sees
  /// it; the empty tuple for 0.
  @inline(__always) package static func make(_ thread: ThreadState, _ count: Int) throws(Raised)
    -> TupleObject
  {
    let tuple = try makeUninitialized(thread, count)
    let items = tuple.items
    for index in 0..<count { items[index] = .unbound }
    return tuple
  }

  @inline(__always) static func makeUninitialized(_ thread: ThreadState, _ count: Int)
    throws(Raised) -> TupleObject
  {
    if count == 0 { return empty(thread) }
    if count > maximumCount { throw thread.raiseMemoryError() }
    let reference = try thread.allocate(
      TypeObject(.tuple), size: MemoryLayout<TupleBody>.size + count * 8)
    let tuple = TupleObject(Value(reference))
    tuple.body.pointee.count = UInt32(truncatingIfNeeded: count)
    tuple.body.pointee.itemsOffset = UInt32(truncatingIfNeeded: MemoryLayout<TupleBody>.size)
    return tuple
  }

  /// Stores an owned value into a fresh tuple.
  @inline(__always) package func initialize(_ index: Int, _ owned: Value) { items[index] = owned }

  /// A tuple of borrowed words (registers): takes counts.
  @inline(__always) package static func make(
    _ thread: ThreadState, copying words: UnsafePointer<UInt>, _ count: Int
  ) throws(Raised) -> TupleObject {
    let tuple = try makeUninitialized(thread, count)
    let items = tuple.items
    for index in 0..<count { items[index] = thread.retain(Value(bits: words[index])) }
    return tuple
  }

  /// A tuple that takes over owned words.
  static func make(_ thread: ThreadState, taking words: UnsafePointer<Value>, _ count: Int)
    throws(Raised) -> TupleObject
  {
    let tuple = try makeUninitialized(thread, count)
    if count > 0 { tuple.items.update(from: words, count: count) }
    return tuple
  }

  /// The one empty tuple: immortal.
  static func empty(_ thread: ThreadState) -> TupleObject {
    TupleObject(Value(bits: racer_globals.emptyTuple))
  }

  /// Makes the empty tuple; called once, at start-up, when the type exists.
  package static func createEmpty(_ thread: ThreadState) throws(Raised) -> TupleObject {
    let reference = try thread.allocate(TypeObject(.tuple), size: MemoryLayout<TupleBody>.size)
    let tuple = TupleObject(Value(reference))
    tuple.body.pointee.itemsOffset = UInt32(MemoryLayout<TupleBody>.size)
    reference.storeBias(UInt64(Header.immortalLocal))
    racer_globals.emptyTuple = tuple.value.bits
    return tuple
  }
}

extension ThreadState {
  /// A tuple of borrowed values.
  package func tuple(_ values: [Value]) throws(Raised) -> Value {
    let tuple = try TupleObject.make(self, values.count)
    for index in 0..<values.count { tuple.initialize(index, retain(values[index])) }
    return tuple.value
  }
  /// A tuple that takes over owned values; they are released if there is no memory.
  package func tuple(owned values: [Value]) throws(Raised) -> Value {
    do throws(Raised) {
      let tuple = try TupleObject.make(self, values.count)
      for index in 0..<values.count { tuple.initialize(index, values[index]) }
      return tuple.value
    } catch {
      for value in values { release(value) }
      throw error
    }
  }
  package func tuple() -> Value { TupleObject.empty(self).value }
  package func tuple(_ a: Value) throws(Raised) -> Value {
    let tuple = try TupleObject.makeUninitialized(self, 1)
    tuple.initialize(0, retain(a))
    return tuple.value
  }
  package func tuple(_ a: Value, _ b: Value) throws(Raised) -> Value {
    let tuple = try TupleObject.makeUninitialized(self, 2)
    tuple.initialize(0, retain(a))
    tuple.initialize(1, retain(b))
    return tuple.value
  }
  package func tuple(_ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value {
    let tuple = try TupleObject.makeUninitialized(self, 3)
    tuple.initialize(0, retain(a))
    tuple.initialize(1, retain(b))
    tuple.initialize(2, retain(c))
    return tuple.value
  }
  package func tuple(_ a: Value, _ b: Value, _ c: Value, _ d: Value) throws(Raised) -> Value {
    let tuple = try TupleObject.makeUninitialized(self, 4)
    tuple.initialize(0, retain(a))
    tuple.initialize(1, retain(b))
    tuple.initialize(2, retain(c))
    tuple.initialize(3, retain(d))
    return tuple.value
  }
}
