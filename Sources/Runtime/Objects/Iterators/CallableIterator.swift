// `iter(callable, sentinel)`. The call is made before the end is recorded; threads that share one
// call side by side, and each keeps what its own call returned.

import CRuntime

struct CallableIteratorBody {
  var header: Header
  var callable: Value
  var sentinel: Value
  var isExhausted: UInt
}

enum CallableIterator {
  package static func make(_ thread: ThreadState, _ callable: Value, _ sentinel: Value)
    throws(Raised) -> Value
  {
    let body = try thread.allocate(TypeObject(.callableIterator), CallableIteratorBody.self)
    body.pointee.callable = thread.retain(callable)
    body.pointee.sentinel = thread.retain(sentinel)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package static let definition = TypeDefinition(
    name: "callable_iterator", size: MemoryLayout<CallableIteratorBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next)],
    methods: [Method("__reduce__()", reduce, "Return state information for pickling.")],
    visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(CallableIteratorBody.self)
    visitor.counted(&body.pointee.callable)
    visitor.counted(&body.pointee.sentinel)
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(CallableIteratorBody.self)
    if racer_load_relaxed_word(&body.pointee.isExhausted) != 0 { return .unbound }
    let result: Value
    do throws(Raised) { result = try thread.call(body.pointee.callable) } catch {
      guard thread.exceptionMatches(.stopIteration) else { throw error }
      thread.clearException()
      racer_store_relaxed_word(&body.pointee.isExhausted, 1)
      return .unbound
    }
    do throws(Raised) {
      guard try thread.areItemsEqual(body.pointee.sentinel, result) else { return result }
    } catch {
      thread.release(result)
      throw error
    }
    thread.release(result)
    racer_store_relaxed_word(&body.pointee.isExhausted, 1)
    return .unbound
  }

  static func reduce(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let body = iterator.reference.body(CallableIteratorBody.self)
    let function = try thread.builtin("iter")
    defer { thread.release(function) }
    let isExhausted = racer_load_relaxed_word(&body.pointee.isExhausted) != 0
    let empty = thread.tuple()
    let arguments =
      isExhausted
      ? try thread.tuple(empty)
      : try thread.tuple(body.pointee.callable, body.pointee.sentinel)
    defer { thread.release(arguments) }
    return try thread.tuple(function, arguments)
  }
}
