// The common body of the iterators in itertools: up to five references and three numbers.
//
// `source` and `function` are set by `new` and never again, so that they need no lock. The others
// change only under the object's byte lock, by the operations below, and Python code runs outside
// of it (concurrency.md R5): threads that share an iterator get legal items, none of them twice
// that the source gave once. Where one result takes several items that belong together, threads take
// turns (`inTurn`).

import CRuntime
import Runtime

struct IteratorBody {
  var header: Header
  var source: Value
  var function: Value
  var first: Value
  var second: Value
  var third: Value
  var position: Int
  var limit: Int
  var step: Int
  /// The byte of the turn's lock, and in the upper half the number of the thread whose turn it is.
  var turn: UInt64
}

/// An iterator of itertools, borrowed.
struct IteratorState {
  let body: UnsafeMutablePointer<IteratorBody>

  @inline(__always) init(_ value: Value) { body = value.reference.body(IteratorBody.self) }
  @inline(__always) var value: Value { Value(reference) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }

  /// Made with owned references.
  static func make(
    _ thread: ThreadState, _ type: Value, source: Value, function: Value = .unbound,
    first: Value = .unbound, second: Value = .unbound, third: Value = .unbound, position: Int = 0,
    limit: Int = 0, step: Int = 0
  ) throws(Raised) -> Value {
    let body: UnsafeMutablePointer<IteratorBody>
    do throws(Raised) {
      body = try thread.allocateInstance(TypeObject(type), IteratorBody.self)
    } catch {
      for value in [source, function, first, second, third] { thread.release(value) }
      throw error
    }
    body.pointee.source = source
    body.pointee.function = function
    body.pointee.first = first
    body.pointee.second = second
    body.pointee.third = third
    body.pointee.position = position
    body.pointee.limit = limit
    body.pointee.step = step
    body.pointee.turn = 0
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let body = reference.body(IteratorBody.self)
    visitor.counted(&body.pointee.source)
    visitor.counted(&body.pointee.function)
    visitor.counted(&body.pointee.first)
    visitor.counted(&body.pointee.second)
    visitor.counted(&body.pointee.third)
  }
}

extension IteratorState {
  @inline(__always) var source: Value { body.pointee.source }
  @inline(__always) var function: Value { body.pointee.function }
  @inline(__always) var first: UnsafeMutablePointer<Value> { field(2) }
  @inline(__always) var second: UnsafeMutablePointer<Value> { field(3) }
  @inline(__always) var third: UnsafeMutablePointer<Value> { field(4) }
  @inline(__always) private func field(_ index: Int) -> UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + index * 8)
      .assumingMemoryBound(to: Value.self)
  }

  /// What a changing field holds, owned.
  @inline(__always) func load(_ thread: ThreadState, _ field: UnsafeMutablePointer<Value>) -> Value
  {
    thread.lock(reference)
    let value = thread.retain(field.pointee)
    thread.unlock(reference)
    return value
  }

  /// Stores an owned value and hands back what was there, owned.
  @inline(__always) func exchange(
    _ thread: ThreadState, _ field: UnsafeMutablePointer<Value>, _ owned: Value
  ) -> Value {
    thread.lock(reference)
    let old = field.pointee
    field.pointee = owned
    thread.unlock(reference)
    return old
  }

  @inline(__always) func store(
    _ thread: ThreadState, _ field: UnsafeMutablePointer<Value>, _ owned: Value
  ) {
    thread.release(exchange(thread, field, owned))
  }

  /// Stores an owned value if the field still holds the expected one; releases the loser.
  @discardableResult
  @inline(__always) func replace(
    _ thread: ThreadState, _ field: UnsafeMutablePointer<Value>, _ expected: Value, _ owned: Value
  ) -> Bool {
    thread.lock(reference)
    let old = field.pointee
    let isExpected = old.isIdentical(to: expected)
    if isExpected { field.pointee = owned }
    thread.unlock(reference)
    thread.release(isExpected ? old : owned)
    return isExpected
  }

  // Changed under the lock, or only ever set to one value; looked at without it: relaxed.
  @inline(__always) var position: Int {
    get { loadCountRelaxed(&body.pointee.position) }
    nonmutating set { storeCountRelaxed(&body.pointee.position, newValue) }
  }
  @inline(__always) var limit: Int {
    get { loadCountRelaxed(&body.pointee.limit) }
    nonmutating set { storeCountRelaxed(&body.pointee.limit, newValue) }
  }
  /// Never changes.
  @inline(__always) var step: Int { body.pointee.step }

  /// A flag kept in `position`.
  @inline(__always) var isDone: Bool { position != 0 }
  @inline(__always) func markDone() { position = 1 }
}

/// What the types' tables share.
enum IteratorTable {
  static func definition(
    _ name: StaticString, _ doc: StaticString, new: CallFunction, next: UnaryFunction,
    repr: UnaryFunction? = nil, methods: [Method] = []
  ) -> TypeDefinition {
    var slots: [SlotFunction] = [
      .iterate({ (thread, iterator) throws(Raised) in thread.retain(iterator) }), .next(next),
      .new(new),
    ]
    if let repr { slots.append(.repr(repr)) }
    return TypeDefinition(
      name: name, size: MemoryLayout<IteratorBody>.size,
      flags: TypeFlags.isBaseType | TypeFlags.isContainer, doc: doc, slots: slots,
      methods: methods, visit: IteratorState.visit)
  }

  /// Raises TypeError where an exact type that takes none is given keywords.
  static func refuseKeywords(
    _ thread: ThreadState, _ type: Value, _ arguments: Arguments, _ name: String
  ) throws(Raised) {
    if arguments.keywordCount > 0, !TypeObject(type).has(TypeFlags.isHeapType) {
      throw thread.raise(.typeError, "\(name)() takes no keyword arguments")
    }
  }

  /// Exactly two positional arguments.
  static func requireTwo(
    _ thread: ThreadState, _ type: Value, _ arguments: Arguments, _ name: String
  ) throws(Raised) {
    try refuseKeywords(thread, type, arguments, name)
    if arguments.count != 2 {
      throw thread.raise(.typeError, "\(name) expected 2 arguments, got \(arguments.count)")
    }
  }
}
