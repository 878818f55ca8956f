// `list[int]`: a class with type arguments (`types.GenericAlias`, PEP 585).

import CRuntime

package struct GenericAliasBody {
  package var header: Header
  package var origin: Value
  /// Tuple.
  package var arguments: Value
  /// Tuple of the type variables in the arguments.
  package var parameters: Value
  /// Whether this is `*tuple[…]`.
  package var isUnpacked: Bool
}

package struct GenericAliasObject {
  package let body: UnsafeMutablePointer<GenericAliasBody>
  /// The value must be one.
  @inline(__always) package init(_ value: Value) {
    body = value.reference.body(GenericAliasBody.self)
  }

  /// `origin[arguments]`; an argument that is no tuple stands for itself.
  package static func make(
    _ thread: ThreadState, _ origin: Value, _ arguments: Value, isUnpacked: Bool = false,
    type: TypeObject? = nil
  ) throws(Raised) -> Value {
    let tuple =
      arguments.isExactly(.tuple) ? thread.retain(arguments) : try thread.tuple([arguments])
    let parameters: Value
    do throws(Raised) {
      parameters = try TypeParameters.collect(thread, TupleObject(tuple))
    } catch {
      thread.release(tuple)
      throw error
    }
    let body = try thread.allocateInstance(
      type ?? TypeObject(.genericAlias), GenericAliasBody.self)
    body.pointee.origin = thread.retain(origin)
    body.pointee.arguments = tuple
    body.pointee.parameters = parameters
    body.pointee.isUnpacked = isUnpacked
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }
}

extension GenericAliasObject {
  package static let definition = TypeDefinition(
    name: "types.GenericAlias", size: MemoryLayout<GenericAliasBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer, doc: "A class with type arguments.",
    slots: [
      .new(new), .repr(repr), .hash(hash), .compare(compare), .call(call), .getItem(getItem),
      .getAttribute(getAttribute), .iterate(iterate), .binary(.or, UnionTypeObject.or),
    ],
    methods: [
      Method("__mro_entries__(bases, /)", mroEntries, ""),
      Method("__instancecheck__(object, /)", instanceCheck, ""),
      Method("__subclasscheck__(object, /)", subclassCheck, ""),
      Method("__reduce__()", reduce, ""),
      Method("__dir__()", directory, ""),
    ],
    getters: [
      Getter("__origin__", getOrigin, ""), Getter("__args__", getArguments, ""),
      Getter("__parameters__", getParameters, "Type variables in the GenericAlias."),
      Getter("__unpacked__", getUnpacked, ""),
    ],
    visit: { reference, visitor in
      let body = reference.body(GenericAliasBody.self)
      visitor.counted(&body.pointee.origin)
      visitor.counted(&body.pointee.arguments)
      visitor.counted(&body.pointee.parameters)
    })

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "GenericAlias(origin, args, /)")
    return try make(thread, bound[0], bound[1], type: TypeObject(type))
  }

  static func getOrigin(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    thread.retain(GenericAliasObject(alias).body.pointee.origin)
  }
  static func getArguments(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    thread.retain(GenericAliasObject(alias).body.pointee.arguments)
  }
  static func getParameters(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    thread.retain(GenericAliasObject(alias).body.pointee.parameters)
  }
  static func getUnpacked(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    Value(GenericAliasObject(alias).body.pointee.isUnpacked)
  }

  static func repr(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    let body = GenericAliasObject(alias).body
    let arguments = TupleObject(body.pointee.arguments)
    var parts: [String] = []
    for index in 0..<arguments.count {
      parts.append(try TypeParameters.text(thread, arguments[index]))
    }
    let inside = parts.isEmpty ? "()" : parts.joined(separator: ", ")
    let origin = try TypeParameters.text(thread, body.pointee.origin)
    return try thread.string("\(body.pointee.isUnpacked ? "*" : "")\(origin)[\(inside)]")
  }

  static func hash(thread: ThreadState, self alias: Value) throws(Raised) -> Int {
    let body = GenericAliasObject(alias).body
    return try thread.hash(body.pointee.origin) ^ thread.hash(body.pointee.arguments)
  }

  static func compare(thread: ThreadState, left: Value, right: Value, operation: Comparison)
    throws(Raised) -> Value
  {
    guard operation == .equal || operation == .notEqual, left.isReference, right.isReference,
      left.type.isSubtype(of: .genericAlias), right.type.isSubtype(of: .genericAlias)
    else { return .notImplemented }
    let x = GenericAliasObject(left).body
    let y = GenericAliasObject(right).body
    var isSame = x.pointee.isUnpacked == y.pointee.isUnpacked
    if isSame { isSame = try thread.isEqual(x.pointee.origin, y.pointee.origin) }
    if isSame { isSame = try thread.isEqual(x.pointee.arguments, y.pointee.arguments) }
    return Value(isSame == (operation == .equal))
  }

  /// Calls the origin; the new object is told the alias, if it wants to know.
  static func call(thread: ThreadState, alias: Value, arguments: Arguments) throws(Raised) -> Value
  {
    let object = try thread.call(GenericAliasObject(alias).body.pointee.origin, arguments)
    do throws(Raised) {
      try thread.setAttribute(object, .name(.__orig_class__), alias)
    } catch {
      guard thread.exceptionMatches(.attributeError) || thread.exceptionMatches(.typeError) else {
        thread.release(object)
        throw error
      }
      thread.clearException()
    }
    return object
  }

  static func getItem(thread: ThreadState, self alias: Value, items: Value) throws(Raised) -> Value
  {
    let body = GenericAliasObject(alias).body
    let arguments = try TypeParameters.substituted(
      thread, alias, arguments: body.pointee.arguments, parameters: body.pointee.parameters,
      items: items)
    defer { thread.release(arguments) }
    return try make(thread, body.pointee.origin, arguments, isUnpacked: body.pointee.isUnpacked)
  }

  private static let ownNames: Set<String> = [
    "__class__", "__origin__", "__args__", "__parameters__", "__unpacked__", "__mro_entries__",
    "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__typing_unpacked_tuple_args__",
  ]

  /// All but the alias's own attributes are the origin's.
  static func getAttribute(thread: ThreadState, self alias: Value, name: Value) throws(Raised)
    -> Value
  {
    if name.isInstance(TypeFlags.stringSubclass) {
      let text = StringObject(name).text
      if !ownNames.contains(text), text != "__bases__", text != "__dir__",
        text != "__instancecheck__", text != "__subclasscheck__"
      {
        return try thread.getAttribute(GenericAliasObject(alias).body.pointee.origin, name)
      }
    }
    return try thread.genericGetAttribute(alias, thread.internValue(name))
  }

  /// `*tuple[int, …]` in a subscript: iteration gives the unpacked alias once.
  static func iterate(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    let body = GenericAliasObject(alias).body
    let unpacked = try make(thread, body.pointee.origin, body.pointee.arguments, isUnpacked: true)
    defer { thread.release(unpacked) }
    let once = try thread.tuple([unpacked])
    defer { thread.release(once) }
    return try thread.iterator(once)
  }

  static func mroEntries(thread: ThreadState, self alias: Value, bases: Value) throws(Raised)
    -> Value
  {
    try thread.tuple([GenericAliasObject(alias).body.pointee.origin])
  }

  static func instanceCheck(thread: ThreadState, self alias: Value, object: Value) throws(Raised)
    -> Value
  {
    throw thread.raise(
      .typeError, "isinstance() argument 2 cannot be a parameterized generic")
  }

  static func subclassCheck(thread: ThreadState, self alias: Value, type: Value) throws(Raised)
    -> Value
  {
    throw thread.raise(
      .typeError, "issubclass() argument 2 cannot be a parameterized generic")
  }

  static func reduce(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    let body = GenericAliasObject(alias).body
    let arguments = try thread.tuple([body.pointee.origin, body.pointee.arguments])
    defer { thread.release(arguments) }
    return try thread.tuple([TypeObject(.genericAlias).value, arguments])
  }

  static func directory(thread: ThreadState, self alias: Value) throws(Raised) -> Value {
    let names = try thread.directory(GenericAliasObject(alias).body.pointee.origin)
    for name in ownNames.sorted() {
      let text = try thread.string(name)
      defer { thread.release(text) }
      if try !thread.contains(names, text) { try ListObject(names).append(thread, text) }
    }
    return names
  }
}
