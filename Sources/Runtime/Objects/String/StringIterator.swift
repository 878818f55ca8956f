// Iterator of a str: one code point at a time.
//
// A shared iterator gives each position to one thread: the index is advanced by an atomic add once
// a second thread exists. The string is kept until the iterator dies.

import CRuntime

struct StringIteratorBody {
  var header: Header
  var string: Value
  var index: UInt64
}

package struct StringIterator {
  let body: UnsafeMutablePointer<StringIteratorBody>
  init(_ value: Value) { body = value.reference.body(StringIteratorBody.self) }
  var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }

  package static let definition = TypeDefinition(
    name: "str_iterator", size: MemoryLayout<StringIteratorBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.iterate(iterate), .next(next)],
    methods: [
      Method("__length_hint__()", lengthHint, "Number of characters to come."),
      Method("__reduce__()", reduce, "State for pickling."),
      Method("__setstate__(state, /)", setState, "Set the position."),
    ],
    visit: visit)

  static func make(_ thread: ThreadState, _ string: Value) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.stringIterator), StringIteratorBody.self)
    body.pointee.string = thread.retain(string)
    body.pointee.index = 0
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let body = reference.body(StringIteratorBody.self)
    visitor.counted(
      UnsafeMutableRawPointer(body).advanced(by: 24).assumingMemoryBound(
        to: Value.self))
  }

  static func iterate(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    thread.retain(iterator)
  }

  private var indexAddress: UnsafeMutableRawPointer { UnsafeMutableRawPointer(body) + 32 }

  static func next(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    let iterator = StringIterator(iterator)
    let string = StringObject(iterator.body.pointee.string)
    let index: UInt64
    if thread.isShared {
      if racer_load_relaxed_u64(iterator.indexAddress) >= UInt64(string.count) { return .unbound }
      index = racer_add_relaxed_u64(iterator.indexAddress, 1)
    } else {
      index = iterator.body.pointee.index
      if index < UInt64(string.count) { iterator.body.pointee.index = index &+ 1 }
    }
    guard index < UInt64(string.count) else { return .unbound }
    return try StringObject.character(thread, string[Int(index)])
  }

  private var position: Int {
    min(Int(racer_load_relaxed_u64(indexAddress)), StringObject(body.pointee.string).count)
  }

  static func lengthHint(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    let iterator = StringIterator(iterator)
    return Value(small: StringObject(iterator.body.pointee.string).count - iterator.position)
  }

  static func reduce(thread: ThreadState, self iterator: Value) throws(Raised) -> Value {
    let iterator = StringIterator(iterator)
    return try thread.reduceIterator(iterator.body.pointee.string, position: iterator.position)
  }

  static func setState(thread: ThreadState, self iterator: Value, state: Value) throws(Raised)
    -> Value
  {
    let index = try thread.index(state)
    racer_store_relaxed_u64(StringIterator(iterator).indexAddress, UInt64(max(0, index)))
    return .none
  }
}

extension ThreadState {
  /// The state of an iterator for pickling: `iter`, its argument, and the position.
  func reduceIterator(_ object: Value, position: Int) throws(Raised) -> Value {
    let function = try builtin("iter")
    defer { release(function) }
    let arguments = try tuple(object)
    defer { release(arguments) }
    return try tuple(function, arguments, Value(small: position))
  }
}
