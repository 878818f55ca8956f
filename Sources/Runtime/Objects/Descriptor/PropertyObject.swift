// property.
//
// `__init__` may be called again on a property in use, so the fields are read without a lock (R4) and
// written under the property's lock, all of them in one commit. Who calls a function holds it.

import CRuntime

package struct PropertyBody {
  var header: Header
  var get: Value
  var set: Value
  var delete: Value
  var doc: Value
  /// Set by `__set_name__`, for messages.
  var name: Value
  var shape: UInt
  var overflow: UInt
}

package enum PropertyObject {
  @inline(__always) static func body(_ value: Value) -> UnsafeMutablePointer<PropertyBody> {
    value.reference.body(PropertyBody.self)
  }

  package static let definition = TypeDefinition(
    name: "property", size: MemoryLayout<PropertyBody>.offset(of: \.shape).unsafelyUnwrapped,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    shapeOffset: MemoryLayout<PropertyBody>.offset(of: \.shape).unsafelyUnwrapped,
    doc: "A managed attribute: functions that get, set and delete it.",
    slots: [
      .new(new), .initialize(initialize), .descriptorGet(descriptorGet),
      .descriptorSet(descriptorSet),
    ],
    methods: [
      Method("getter(fget, /)", getter, "A copy of the property with another getter."),
      Method("setter(fset, /)", setter, "A copy of the property with another setter."),
      Method("deleter(fdel, /)", deleter, "A copy of the property with another deleter."),
      Method("__set_name__(owner, name, /)", setName, "Remembers the attribute's name."),
    ],
    getters: [
      Getter(
        "fget",
        { (thread, value) throws(Raised) in
          load(thread, value, .get)
        }, "The function that gets the attribute."),
      Getter(
        "fset",
        { (thread, value) throws(Raised) in
          load(thread, value, .set)
        }, "The function that sets the attribute."),
      Getter(
        "fdel",
        { (thread, value) throws(Raised) in
          load(thread, value, .delete)
        }, "The function that deletes the attribute."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          load(thread, value, .doc)
        },
        set: { (thread, value, item) throws(Raised) in
          replace(thread, value, .doc, thread.retain(item.isUnbound ? .none : item))
        }, "The docstring."),
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          let name = load(thread, value, .name)
          if name.isReference { return name }
          let function = load(thread, value, .get)
          defer { thread.release(function) }
          return try thread.getAttribute(function, .name(.__name__))
        }, "The attribute's name."),
      Getter("__isabstractmethod__", isAbstract, "Whether a function of it is abstract."),
    ],
    visit: { reference, visitor in
      let body = reference.body(PropertyBody.self)
      visitor.counted(&body.pointee.get)
      visitor.counted(&body.pointee.set)
      visitor.counted(&body.pointee.delete)
      visitor.counted(&body.pointee.doc)
      visitor.counted(&body.pointee.name)
    })

  // MARK: Fields that scripts can replace: read lock-free, written under the property's lock

  /// The fields in the body's order.
  private enum Field: Int { case get, set, delete, doc, name }

  private static func slot(_ value: Value, _ field: Field) -> UnsafeMutablePointer<UInt> {
    (UnsafeMutableRawPointer(body(value)) + MemoryLayout<Header>.size + field.rawValue * 8)
      .assumingMemoryBound(to: UInt.self)
  }

  private static func borrow(
    _ thread: ThreadState, _ value: Value, _ field: Field
  ) -> Value {
    thread.borrowSlot(slot(value, field), of: value.reference)
  }

  private static func load(
    _ thread: ThreadState, _ value: Value, _ field: Field
  ) -> Value {
    thread.loadSlot(slot(value, field), of: value.reference)
  }

  private static func replace(
    _ thread: ThreadState, _ value: Value, _ field: Field, _ owned: Value
  ) {
    thread.release(thread.exchangeSlot(slot(value, field), with: owned, of: value.reference))
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), PropertyBody.self)
    body.pointee.get = .none
    body.pointee.set = .none
    body.pointee.delete = .none
    body.pointee.doc = .none
    body.pointee.name = .none
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func initialize(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) {
    let bound = try BoundArguments(
      thread, arguments, "property(fget=None, fset=None, fdel=None, doc=None)")
    var doc = Value.unbound
    if bound[3].isNone && !bound[0].isNone {
      doc = try thread.getOptionalAttribute(bound[0], .name(.__doc__))
    }
    if doc.isUnbound { doc = thread.retain(bound[3]) }
    commit(
      thread, value, get: thread.retain(bound[0]), set: thread.retain(bound[1]),
      delete: thread.retain(bound[2]), doc: doc)
  }

  /// Puts owned values in the place of all functions at once.
  private static func commit(
    _ thread: ThreadState, _ value: Value, get: Value, set: Value, delete: Value, doc: Value
  ) {
    thread.lock(value.reference)
    exchange(thread, value, .get, get)
    exchange(thread, value, .set, set)
    exchange(thread, value, .delete, delete)
    exchange(thread, value, .doc, doc)
    thread.unlock(value.reference)
    thread.drainReleases()
  }

  /// One store of a commit. Release: publishes what the value refers to.
  private static func exchange(
    _ thread: ThreadState, _ value: Value, _ field: Field, _ owned: Value
  ) {
    let slot = slot(value, field)
    thread.releaseLater(Value(bits: slot.pointee))
    racer_store_release_word(slot, owned.bits)
  }

  static func descriptorGet(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    if instance.isUnbound
      || (instance.isNone && !owner.isUnbound && !owner.isNone
        && !TypeObject(owner).isExactly(.noneType))
    {
      return thread.retain(value)
    }
    let function = borrow(thread, value, .get)
    defer { thread.release(function) }
    if function.isNone { throw missing(thread, value, instance, "getter") }
    return try thread.call(function, instance)
  }

  static func descriptorSet(thread: ThreadState, value: Value, instance: Value, item: Value)
    throws(Raised)
  {
    let function = borrow(thread, value, item.isUnbound ? .delete : .set)
    defer { thread.release(function) }
    if function.isNone {
      throw missing(thread, value, instance, item.isUnbound ? "deleter" : "setter")
    }
    let result =
      item.isUnbound
      ? try thread.call(function, instance) : try thread.call(function, instance, item)
    thread.release(result)
  }

  private static func missing(
    _ thread: ThreadState, _ value: Value, _ instance: Value, _ what: String
  ) -> Raised {
    let name = load(thread, value, .name)
    defer { thread.release(name) }
    let owner = StringObject(instance.type.body.pointee.qualifiedName).text
    if name.isReference {
      return thread.raise(
        .attributeError,
        "property '\(StringObject(name).text)' of '\(owner)' object has no \(what)")
    }
    return thread.raise(.attributeError, "property of '\(owner)' object has no \(what)")
  }

  /// A property of the same type with one function in the place of the present one.
  private static func copy(
    _ thread: ThreadState, _ value: Value, with function: Value,
    as field: Field
  ) throws(Raised) -> Value {
    let own = load(thread, value, .get)
    let set = load(thread, value, .set)
    let delete = load(thread, value, .delete)
    defer { for held in [own, set, delete] { thread.release(held) } }
    let get = field == .get ? function : own
    let result = try thread.call(
      value.type.value, get, field == .set ? function : set,
      field == .delete ? function : delete)
    if result.isReference, result.type.isSubtype(of: .property) {
      if get.isNone || get.isIdentical(to: own) {
        replace(thread, result, .doc, load(thread, value, .doc))
      }
      replace(thread, result, .name, load(thread, value, .name))
    }
    return result
  }

  static func getter(thread: ThreadState, value: Value, function: Value) throws(Raised) -> Value {
    try copy(thread, value, with: function, as: .get)
  }
  static func setter(thread: ThreadState, value: Value, function: Value) throws(Raised) -> Value {
    try copy(thread, value, with: function, as: .set)
  }
  static func deleter(thread: ThreadState, value: Value, function: Value) throws(Raised) -> Value {
    try copy(thread, value, with: function, as: .delete)
  }
  static func setName(thread: ThreadState, value: Value, owner: Value, name: Value)
    throws(Raised) -> Value
  {
    replace(thread, value, .name, thread.retain(name))
    return .none
  }

  static func isAbstract(thread: ThreadState, value: Value) throws(Raised) -> Value {
    for field in [Field.get, .set, .delete] {
      let function = load(thread, value, field)
      defer { thread.release(function) }
      if function.isNone { continue }
      if try thread.hasTrueAttribute(function, .name(.__isabstractmethod__)) { return .true }
    }
    return .false
  }
}

extension ThreadState {
  /// Whether an object has an attribute and it is true.
  func hasTrueAttribute(_ value: Value, _ name: Value) throws(Raised) -> Bool {
    let found = try getOptionalAttribute(value, name)
    if found.isUnbound { return false }
    defer { release(found) }
    return try isTrue(found)
  }
}
