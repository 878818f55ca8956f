// Iterators over a deque: they raise RuntimeError once the deque was rearranged.

import CRuntime
import Runtime

struct DequeIteratorBody {
  var header: Header
  var deque: Value
  /// Items passed so far.
  var position: Int
  var version: Int
  var isReversed: Int
}

enum DequeIterator {
  nonisolated(unsafe) static var type = TypeObject(bits: 0)
  nonisolated(unsafe) static var reversedType = TypeObject(bits: 0)

  static var definition: TypeDefinition { definition("_collections._deque_iterator") }
  static var reversedDefinition: TypeDefinition {
    definition("_collections._deque_reverse_iterator")
  }

  private static func definition(_ name: StaticString) -> TypeDefinition {
    TypeDefinition(
      name: name, size: MemoryLayout<DequeIteratorBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      slots: [
        .iterate({ (thread, iterator) throws(Raised) in thread.retain(iterator) }),
        .next(DequeIterator.next),
      ],
      methods: [
        Method(
          "__length_hint__()", DequeIterator.hint,
          "Private method returning an estimate of len(list(it)).")
      ],
      visit: { reference, visitor in
        visitor.counted(&reference.body(DequeIteratorBody.self).pointee.deque)
      })
  }

  static func make(_ thread: ThreadState, _ deque: Value, isReversed: Bool) throws(Raised) -> Value
  {
    let body = try thread.allocateInstance(
      isReversed ? reversedType : type, DequeIteratorBody.self)
    body.pointee.deque = thread.retain(deque)
    body.pointee.version = DequeObject(deque).version
    body.pointee.isReversed = isReversed ? 1 : 0
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(DequeIteratorBody.self)
    let deque = DequeObject(body.pointee.deque)
    let position = Int(bitPattern: claim(thread, body))
    thread.lock(deque.reference)
    let count = deque.count
    let isCurrent = deque.version == body.pointee.version
    var item = Value.unbound
    if isCurrent && position < count {
      let index = body.pointee.isReversed == 0 ? position : count - 1 - position
      item = thread.retain(deque.slot(index).pointee)
    }
    thread.unlock(deque.reference)
    if item.isUnbound { storeCountRelaxed(&body.pointee.position, Int.max >> 1) }
    if !isCurrent && position < Int.max >> 1 {
      throw thread.raise(.runtimeError, "deque mutated during iteration")
    }
    return item
  }

  /// The position to return next, which no other thread gets.
  private static func claim(_ thread: ThreadState, _ body: UnsafeMutablePointer<DequeIteratorBody>)
    -> UInt
  {
    if thread.isShared { return racer_add_relaxed_word(&body.pointee.position, 1) }
    body.pointee.position += 1
    return UInt(bitPattern: body.pointee.position - 1)
  }

  static func hint(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(DequeIteratorBody.self)
    let count = DequeObject(body.pointee.deque).count
    return Value(small: max(0, count - loadCountRelaxed(&body.pointee.position)))
  }
}

extension DequeObject {
  static func iterate(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    try DequeIterator.make(thread, deque, isReversed: false)
  }
  static func reversed(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    try DequeIterator.make(thread, deque, isReversed: true)
  }
}
