// operator.attrgetter: immutable, so no lock.

import Runtime

package struct AttributeGetterBody {
  package var header: Header
  /// What is fetched: a tuple.
  var names: Value
}

package struct AttributeGetterObject {
  let body: UnsafeMutablePointer<AttributeGetterBody>

  @inline(__always) init(_ value: Value) { body = value.reference.body(AttributeGetterBody.self) }
  @inline(__always) var names: TupleObject { TupleObject(body.pointee.names) }

  static let definition = TypeDefinition(
    name: "operator.attrgetter", size: MemoryLayout<AttributeGetterBody>.size,
    flags: TypeFlags.isContainer,
    doc: """
      A callable that fetches attributes of its argument.

      attrgetter('name')(r) is r.name; with several names it returns a tuple. Dots in a name fetch
      attributes of attributes.
      """,
    slots: [.new(new), .call(call), .repr(repr)],
    methods: [Method("__reduce__()", reduce, "What pickle stores.")],
    visit: visit)

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(AttributeGetterBody.self).pointee.names)
  }

  static func reduce(thread: ThreadState, self getter: Value) throws(Raised) -> Value {
    let object = AttributeGetterObject(getter)
    return try thread.tuple(getter.type.value, object.names.value)
  }

  static func repr(thread: ThreadState, self getter: Value) throws(Raised) -> Value {
    try thread.string(
      try CallableText.text(thread, "attrgetter", AttributeGetterObject(getter).names, from: 0))
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try CallableText.checkArguments(thread, arguments, "attrgetter", atLeast: true)
    for index in 0..<arguments.count
    where !arguments[index].isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(.typeError, "attribute name must be a string")
    }
    let names = try CallableText.tuple(thread, arguments, from: 0)
    let body = try thread.allocateInstance(TypeObject(type), AttributeGetterBody.self)
    body.pointee.names = names
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func call(thread: ThreadState, getter: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try CallableText.checkArguments(thread, arguments, "attrgetter")
    let names = AttributeGetterObject(getter).names
    if names.count == 1 { return try fetch(thread, arguments[0], names[0]) }
    var items: [Value] = []
    do throws(Raised) {
      for index in 0..<names.count { items.append(try fetch(thread, arguments[0], names[index])) }
    } catch {
      for item in items { thread.release(item) }
      throw error
    }
    return try thread.tuple(owned: items)
  }

  /// The attribute of a dotted name.
  private static func fetch(_ thread: ThreadState, _ object: Value, _ name: Value)
    throws(Raised) -> Value
  {
    let string = StringObject(name)
    if !(0..<string.count).contains(where: { string[$0] == 46 }) {
      return try thread.getAttribute(object, name)
    }
    var current = thread.retain(object)
    for part in string.text.split(separator: ".", omittingEmptySubsequences: false) {
      defer { thread.release(current) }
      let partName = thread.intern(String(part))
      current = try thread.getAttribute(current, partName)
    }
    return current
  }
}
