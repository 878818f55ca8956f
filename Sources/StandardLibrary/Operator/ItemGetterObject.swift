// operator.itemgetter: immutable, so no lock.

import Runtime

package struct ItemGetterBody {
  package var header: Header
  /// What is fetched: a tuple.
  var keys: Value
}

package struct ItemGetterObject {
  let body: UnsafeMutablePointer<ItemGetterBody>

  @inline(__always) init(_ value: Value) { body = value.reference.body(ItemGetterBody.self) }
  @inline(__always) var keys: TupleObject { TupleObject(body.pointee.keys) }

  static let definition = TypeDefinition(
    name: "operator.itemgetter", size: MemoryLayout<ItemGetterBody>.size,
    flags: TypeFlags.isContainer,
    doc: """
      A callable that fetches items of its argument.

      itemgetter(2)(r) is r[2]; itemgetter(2, 5)(r) is (r[2], r[5]).
      """,
    slots: [.new(new), .call(call), .repr(repr)],
    methods: [Method("__reduce__()", reduce, "What pickle stores.")],
    visit: visit)

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(ItemGetterBody.self).pointee.keys)
  }

  static func reduce(thread: ThreadState, self getter: Value) throws(Raised) -> Value {
    let object = ItemGetterObject(getter)
    return try thread.tuple(getter.type.value, object.keys.value)
  }

  static func repr(thread: ThreadState, self getter: Value) throws(Raised) -> Value {
    try thread.string(
      try CallableText.text(thread, "itemgetter", ItemGetterObject(getter).keys, from: 0))
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try CallableText.checkArguments(thread, arguments, "itemgetter", atLeast: true)
    let keys = try CallableText.tuple(thread, arguments, from: 0)
    let body = try thread.allocateInstance(TypeObject(type), ItemGetterBody.self)
    body.pointee.keys = keys
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func call(thread: ThreadState, getter: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try CallableText.checkArguments(thread, arguments, "itemgetter")
    let keys = ItemGetterObject(getter).keys
    if keys.count == 1 { return try thread.getItem(arguments[0], keys[0]) }
    var items: [Value] = []
    do throws(Raised) {
      for index in 0..<keys.count { items.append(try thread.getItem(arguments[0], keys[index])) }
    } catch {
      for item in items { thread.release(item) }
      throw error
    }
    return try thread.tuple(owned: items)
  }
}
