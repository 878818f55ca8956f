// mappingproxy: a read-only face of a mapping; its one field never changes.

import CRuntime

struct MappingProxyBody {
  var header: Header
  var mapping: Value
}

enum MappingProxy {
  @inline(__always) static func mapping(_ proxy: Value) -> Value {
    proxy.reference.body(MappingProxyBody.self).pointee.mapping
  }

  package static let definition = TypeDefinition(
    name: "mappingproxy", size: MemoryLayout<MappingProxyBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.isMapping,
    doc: "Read-only proxy of a mapping.",
    slots: [
      .repr(repr), .str(str), .hash(hash), .length(length), .iterate(iterate), .getItem(getItem),
      .contains(contains), .compare(compare), .binary(.or, or), .binary(.orInPlace, orInPlace),
      .new(new),
    ],
    methods: [
      Method(
        "get(key, default=None, /)", get,
        "Return the value for key if key is in the mapping, else default."),
      Method("keys()", keys, "a set-like object providing a view on D's keys"),
      Method("values()", values, "an object providing a view on D's values"),
      Method("items()", items, "a set-like object providing a view on D's items"),
      Method("copy()", copy, "a shallow copy of D"),
      Method("__reversed__()", reversed, "D.__reversed__() -> reverse iterator"),
      Method(
        "__class_getitem__(object, /)", ListObject.classGetItem, "See PEP 585", kind: .classMethod),
    ], visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(MappingProxyBody.self).pointee.mapping)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "mappingproxy(mapping)")
    let mapping = bound[0]
    let isMapping =
      mapping.isReference && mapping.type.slot(.getItem) != nil
      && !mapping.isInstance(TypeFlags.listSubclass) && !mapping.isInstance(TypeFlags.tupleSubclass)
    if !isMapping {
      throw thread.raise(
        .typeError, "mappingproxy() argument must be a mapping, not \(mapping.type.nameText)")
    }
    return try thread.mappingProxy(mapping)
  }

  static func repr(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    let text = try thread.repr(mapping(proxy))
    defer { thread.release(text) }
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append("mappingproxy(")
    builder.append(StringObject(text))
    builder.append(")" as StaticString)
    return try builder.finish(thread)
  }
  static func str(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.str(mapping(proxy))
  }
  static func hash(thread: ThreadState, proxy: Value) throws(Raised) -> Int {
    try thread.hash(mapping(proxy))
  }
  static func length(thread: ThreadState, proxy: Value) throws(Raised) -> Int {
    try thread.length(mapping(proxy))
  }
  static func iterate(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.iterator(mapping(proxy))
  }
  static func getItem(thread: ThreadState, proxy: Value, key: Value) throws(Raised) -> Value {
    try thread.getItem(mapping(proxy), key)
  }
  static func contains(thread: ThreadState, proxy: Value, key: Value) throws(Raised) -> Bool {
    try thread.contains(mapping(proxy), key)
  }
  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    try thread.compare(mapping(left), right, comparison)
  }

  /// The mapping behind a proxy, or the value itself.
  private static func unwrapped(_ value: Value) -> Value {
    value.isExactly(.mappingProxy) ? mapping(value) : value
  }
  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binary(.or, unwrapped(left), unwrapped(right))
  }
  static func orInPlace(thread: ThreadState, proxy: Value, other: Value) throws(Raised) -> Value {
    throw thread.raise(
      .typeError,
      "'|=' is not supported by \(proxy.type.nameText); use '|' instead")
  }

  static func get(thread: ThreadState, proxy: Value, key: Value, fallback: Value) throws(Raised)
    -> Value
  {
    try thread.callMethod(mapping(proxy), "get", key, fallback)
  }
  static func keys(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.callMethod(mapping(proxy), "keys")
  }
  static func values(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.callMethod(mapping(proxy), "values")
  }
  static func items(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.callMethod(mapping(proxy), "items")
  }
  static func copy(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.callMethod(mapping(proxy), "copy")
  }
  static func reversed(thread: ThreadState, proxy: Value) throws(Raised) -> Value {
    try thread.callMethod(mapping(proxy), "__reversed__")
  }
}

extension ThreadState {
  /// A read-only view of a mapping, owned.
  package func mappingProxy(_ mapping: Value) throws(Raised) -> Value {
    let body = try allocate(TypeObject(.mappingProxy), MappingProxyBody.self)
    body.pointee.mapping = retain(mapping)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }
}
