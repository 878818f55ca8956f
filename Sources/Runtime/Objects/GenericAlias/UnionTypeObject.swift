// `int | str` (`types.UnionType`, PEP 604).

import CRuntime

package struct UnionTypeBody {
  package var header: Header
  /// Tuple of the members, without nested unions or duplicates.
  package var arguments: Value
  package var parameters: Value
}

package struct UnionTypeObject {
  package let body: UnsafeMutablePointer<UnionTypeBody>
  /// The value must be one.
  @inline(__always) package init(_ value: Value) {
    body = value.reference.body(UnionTypeBody.self)
  }
}

extension UnionTypeObject {
  package static let definition = TypeDefinition(
    name: "types.UnionType", size: MemoryLayout<UnionTypeBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation, doc: "A union of classes.",
    slots: [
      .repr(repr), .hash(hash), .compare(compare), .getItem(getItem), .binary(.or, or),
    ],
    methods: [
      Method("__instancecheck__(object, /)", instanceCheck, ""),
      Method("__subclasscheck__(object, /)", subclassCheck, ""),
    ],
    getters: [
      Getter("__args__", getArguments, ""), Getter("__parameters__", getParameters, ""),
    ],
    visit: { reference, visitor in
      let body = reference.body(UnionTypeBody.self)
      visitor.counted(&body.pointee.arguments)
      visitor.counted(&body.pointee.parameters)
    })

  /// `left | right` of types; the slot of every kind of type.
  package static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard isMember(left), isMember(right) else { return .notImplemented }
    var members: [Value] = []
    try add(thread, left, to: &members)
    try add(thread, right, to: &members)
    if members.count == 1 { return thread.retain(members[0]) }
    return try make(thread, members)
  }

  private static func isMember(_ value: Value) -> Bool {
    value.isNone || value.isInstance(TypeFlags.typeSubclass) || value.isExactly(.unionType)
      || (value.isReference && value.type.isSubtype(of: .genericAlias))
      || value.isExactly(.typeAliasType) || value.isExactly(.typeVar)
  }

  /// Adds a member, or the members of a union, unless they are there already.
  private static func add(_ thread: ThreadState, _ value: Value, to members: inout [Value])
    throws(Raised)
  {
    if value.isExactly(.unionType) {
      let inner = TupleObject(UnionTypeObject(value).body.pointee.arguments)
      for index in 0..<inner.count { try add(thread, inner[index], to: &members) }
      return
    }
    let member = value.isNone ? TypeObject(.noneType).value : value
    for known in members where try thread.isEqual(known, member) { return }
    members.append(member)
  }

  private static func make(_ thread: ThreadState, _ members: [Value]) throws(Raised) -> Value {
    let tuple = try thread.tuple(members)
    let parameters = try TypeParameters.collect(thread, TupleObject(tuple))
    let body = try thread.allocate(TypeObject(.unionType), UnionTypeBody.self)
    body.pointee.arguments = tuple
    body.pointee.parameters = parameters
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func getArguments(thread: ThreadState, self union: Value) throws(Raised) -> Value {
    thread.retain(UnionTypeObject(union).body.pointee.arguments)
  }
  static func getParameters(thread: ThreadState, self union: Value) throws(Raised) -> Value {
    thread.retain(UnionTypeObject(union).body.pointee.parameters)
  }

  static func repr(thread: ThreadState, self union: Value) throws(Raised) -> Value {
    let members = TupleObject(UnionTypeObject(union).body.pointee.arguments)
    var parts: [String] = []
    for index in 0..<members.count { parts.append(try TypeParameters.text(thread, members[index])) }
    return try thread.string(parts.joined(separator: " | "))
  }

  /// Order does not matter.
  static func hash(thread: ThreadState, self union: Value) throws(Raised) -> Int {
    let members = TupleObject(UnionTypeObject(union).body.pointee.arguments)
    var result = 0
    for index in 0..<members.count { result ^= try thread.hash(members[index]) &* 31 }
    return result == -1 ? -2 : result
  }

  static func compare(thread: ThreadState, left: Value, right: Value, operation: Comparison)
    throws(Raised) -> Value
  {
    guard operation == .equal || operation == .notEqual, left.isExactly(.unionType),
      right.isExactly(.unionType)
    else { return .notImplemented }
    let first = UnionTypeObject(left).body.pointee.arguments
    let second = UnionTypeObject(right).body.pointee.arguments
    let x = TupleObject(first)
    var isSame = x.count == TupleObject(second).count
    var index = 0
    while isSame && index < x.count {
      isSame = try thread.contains(second, x[index])
      index += 1
    }
    return Value(isSame == (operation == .equal))
  }

  static func getItem(thread: ThreadState, self union: Value, items: Value) throws(Raised) -> Value
  {
    let body = UnionTypeObject(union).body
    let members = try TypeParameters.substituted(
      thread, union, arguments: body.pointee.arguments, parameters: body.pointee.parameters,
      items: items)
    defer { thread.release(members) }
    let tuple = TupleObject(members)
    var result = thread.retain(tuple[0])
    for index in 1..<max(tuple.count, 1) {
      let joined = try thread.binary(.or, result, tuple[index])
      thread.release(result)
      result = joined
    }
    return result
  }

  static func instanceCheck(thread: ThreadState, self union: Value, object: Value) throws(Raised)
    -> Value
  {
    Value(try thread.isInstance(object, UnionTypeObject(union).body.pointee.arguments))
  }

  static func subclassCheck(thread: ThreadState, self union: Value, type: Value) throws(Raised)
    -> Value
  {
    guard type.isInstance(TypeFlags.typeSubclass) else {
      throw thread.raise(.typeError, "issubclass() arg 1 must be a class")
    }
    return Value(try thread.isSubclass(type, UnionTypeObject(union).body.pointee.arguments))
  }
}
