// property, classmethod and staticmethod.

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
          thread.retain(body(value).pointee.get)
        }, "The function that gets the attribute."),
      Getter(
        "fset",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.set)
        }, "The function that sets the attribute."),
      Getter(
        "fdel",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.delete)
        }, "The function that deletes the attribute."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          load(thread, value, \.doc)
        },
        set: { (thread, value, item) throws(Raised) in
          replace(thread, value, \.doc, thread.retain(item.isUnbound ? .none : item))
        }, "The docstring."),
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          let name = load(thread, value, \.name)
          if name.isReference { return name }
          return try thread.getAttribute(body(value).pointee.get, .name(.__name__))
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

  private static func slot(_ value: Value, _ field: KeyPath<PropertyBody, Value>)
    -> UnsafeMutablePointer<UInt>
  {
    (UnsafeMutableRawPointer(body(value))
      + MemoryLayout<PropertyBody>.offset(of: field).unsafelyUnwrapped)
      .assumingMemoryBound(to: UInt.self)
  }

  private static func load(
    _ thread: ThreadState, _ value: Value, _ field: KeyPath<PropertyBody, Value>
  ) -> Value {
    thread.loadSlot(slot(value, field), of: value.reference)
  }

  private static func replace(
    _ thread: ThreadState, _ value: Value, _ field: KeyPath<PropertyBody, Value>, _ owned: Value
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
    let body = body(value)
    body.pointee.get = thread.retain(bound[0])
    body.pointee.set = thread.retain(bound[1])
    body.pointee.delete = thread.retain(bound[2])
    body.pointee.doc = thread.retain(bound[3])
    if bound[3].isNone && !bound[0].isNone {
      let doc = try thread.getOptionalAttribute(bound[0], .name(.__doc__))
      if !doc.isUnbound { body.pointee.doc = doc }
    }
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
    let function = body(value).pointee.get
    if function.isNone { throw missing(thread, value, instance, "getter") }
    return try thread.call(function, instance)
  }

  static func descriptorSet(thread: ThreadState, value: Value, instance: Value, item: Value)
    throws(Raised)
  {
    let body = body(value)
    let function = item.isUnbound ? body.pointee.delete : body.pointee.set
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
    let name = load(thread, value, \.name)
    defer { thread.release(name) }
    let owner = StringObject(instance.type.body.pointee.qualifiedName).text
    if name.isReference {
      return thread.raise(
        .attributeError,
        "property '\(StringObject(name).text)' of '\(owner)' object has no \(what)")
    }
    return thread.raise(.attributeError, "property of '\(owner)' object has no \(what)")
  }

  private static func copy(
    _ thread: ThreadState, _ value: Value, _ get: Value, _ set: Value, _ delete: Value
  ) throws(Raised) -> Value {
    let body = body(value)
    let result = try thread.call(value.type.value, get, set, delete)
    if result.isReference, result.type.isSubtype(of: .property) {
      if get.isNone || get.isIdentical(to: body.pointee.get) {
        replace(thread, result, \.doc, load(thread, value, \.doc))
      }
      replace(thread, result, \.name, load(thread, value, \.name))
    }
    return result
  }

  static func getter(thread: ThreadState, value: Value, function: Value) throws(Raised) -> Value {
    let body = body(value)
    return try copy(thread, value, function, body.pointee.set, body.pointee.delete)
  }
  static func setter(thread: ThreadState, value: Value, function: Value) throws(Raised) -> Value {
    let body = body(value)
    return try copy(thread, value, body.pointee.get, function, body.pointee.delete)
  }
  static func deleter(thread: ThreadState, value: Value, function: Value) throws(Raised) -> Value {
    let body = body(value)
    return try copy(thread, value, body.pointee.get, body.pointee.set, function)
  }
  static func setName(thread: ThreadState, value: Value, owner: Value, name: Value)
    throws(Raised) -> Value
  {
    replace(thread, value, \.name, thread.retain(name))
    return .none
  }

  static func isAbstract(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let body = body(value)
    for function in [body.pointee.get, body.pointee.set, body.pointee.delete] where !function.isNone
    {
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
