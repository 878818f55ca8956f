// The descriptor of a namedtuple's field: item number `index` of a tuple. Immutable but for its doc.

import CRuntime
import Runtime

struct TupleGetterBody {
  var header: Header
  var index: Int
  var doc: Value
}

enum TupleGetterObject {
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "_collections._tuplegetter", size: MemoryLayout<TupleGetterBody>.size,
      flags: TypeFlags.isContainer,
      slots: [
        .new(TupleGetterObject.new), .repr(TupleGetterObject.repr),
        .descriptorGet(TupleGetterObject.get), .descriptorSet(TupleGetterObject.set),
      ],
      methods: [Method("__reduce__()", TupleGetterObject.reduce, "What pickle stores.")],
      getters: [
        Getter(
          "__doc__", TupleGetterObject.getDoc, set: TupleGetterObject.setDoc, "The field's text.")
      ],
      visit: { reference, visitor in
        visitor.counted(&reference.body(TupleGetterBody.self).pointee.doc)
      })
  }

  private static func body(_ value: Value) -> UnsafeMutablePointer<TupleGetterBody> {
    value.reference.body(TupleGetterBody.self)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "_tuplegetter(index, doc, /)")
    let index = try thread.index(bound[0])
    let body = try thread.allocateInstance(TypeObject(type), TupleGetterBody.self)
    body.pointee.index = index
    body.pointee.doc = thread.retain(bound[1])
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func get(thread: ThreadState, getter: Value, object: Value, owner: Value) throws(Raised)
    -> Value
  {
    if object.isUnbound || object.isNone { return thread.retain(getter) }
    let index = body(getter).pointee.index
    guard object.isInstance(TypeFlags.tupleSubclass) else {
      throw thread.raise(
        .typeError,
        "descriptor for index '\(index)' for tuple subclasses doesn't apply to "
          + "'\(object.type.nameText)' object")
    }
    let tuple = TupleObject(object)
    guard index >= 0 && index < tuple.count else {
      throw thread.raise(.indexError, "tuple index out of range")
    }
    return thread.retain(tuple[index])
  }

  static func set(thread: ThreadState, getter: Value, object: Value, value: Value) throws(Raised) {
    throw thread.raise(
      .attributeError, value.isUnbound ? "can't delete attribute" : "can't set attribute")
  }

  static func repr(thread: ThreadState, getter: Value) throws(Raised) -> Value {
    let held = try getDoc(thread: thread, getter: getter)
    defer { thread.release(held) }
    let doc = try thread.reprText(held)
    return try thread.string(
      "\(getter.type.nameText)(\(body(getter).pointee.index), \(doc))")
  }

  static func getDoc(thread: ThreadState, getter: Value) throws(Raised) -> Value {
    thread.lock(getter.reference)
    let doc = thread.retain(body(getter).pointee.doc)
    thread.unlock(getter.reference)
    return doc
  }

  static func setDoc(thread: ThreadState, getter: Value, doc: Value) throws(Raised) {
    let owned: Value = doc.isUnbound ? .none : thread.retain(doc)
    thread.lock(getter.reference)
    let old = body(getter).pointee.doc
    body(getter).pointee.doc = owned
    thread.unlock(getter.reference)
    thread.release(old)
  }

  static func reduce(thread: ThreadState, getter: Value) throws(Raised) -> Value {
    let arguments = try thread.tuple(
      owned: [
        Value(small: body(getter).pointee.index), try getDoc(thread: thread, getter: getter),
      ])
    defer { thread.release(arguments) }
    return try thread.tuple(getter.type.value, arguments)
  }
}
