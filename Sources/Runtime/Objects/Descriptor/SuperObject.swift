// super(): attribute lookup that starts behind a class in an object's method resolution order.
//
// The three fields belong together. `__init__` may be called again on an object in use, so they are
// read and written together under the object's lock.

package struct SuperBody {
  var header: Header
  /// The class behind which the lookup starts.
  var start: Value
  /// The object, and the type whose MRO is searched; None when unbound.
  var object: Value
  var objectType: Value
}

package enum SuperObject {
  static func body(_ value: Value) -> UnsafeMutablePointer<SuperBody> {
    value.reference.body(SuperBody.self)
  }

  package static let definition = TypeDefinition(
    name: "super", size: MemoryLayout<SuperBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: "Delegates attribute access to the next class in the method resolution order.",
    slots: [
      .new(new), .initialize(initialize), .repr(repr), .getAttribute(getAttribute),
      .descriptorGet(descriptorGet),
    ],
    getters: [
      Getter(
        "__thisclass__",
        { (thread, value) throws(Raised) in
          field(thread, value, \.start)
        }, "The class that called super()."),
      Getter(
        "__self__",
        { (thread, value) throws(Raised) in
          field(thread, value, \.object)
        }, "The object, or None."),
      Getter(
        "__self_class__",
        { (thread, value) throws(Raised) in
          field(thread, value, \.objectType)
        }, "The object's type, or None."),
    ],
    visit: { reference, visitor in
      let body = reference.body(SuperBody.self)
      visitor.counted(&body.pointee.start)
      visitor.counted(&body.pointee.object)
      visitor.counted(&body.pointee.objectType)
    })

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), SuperBody.self)
    body.pointee.start = .none
    body.pointee.object = .none
    body.pointee.objectType = .none
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func initialize(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) {
    let bound = try BoundArguments(
      thread, arguments, "super(type=<unrepresentable>, object=<unrepresentable>, /)")
    var start = bound[0]
    var object = bound[1]
    if start.isUnbound {
      (start, object) = try Interpreter.implicitSuperArguments(thread)
    }
    guard start.isInstance(TypeFlags.typeSubclass) else {
      throw thread.raise(
        .typeError, "super() argument 1 must be a type, not \(start.type.nameText)")
    }
    if object.isUnbound { object = .none }
    let objectType = object.isNone ? .none : try checkedType(thread, TypeObject(start), object)
    let fields = Fields(
      start: thread.retain(start), object: thread.retain(object), objectType: objectType)
    let body = body(value)
    thread.lock(value.reference)
    let old = Fields(body)
    body.pointee.start = fields.start
    body.pointee.object = fields.object
    body.pointee.objectType = fields.objectType
    thread.unlock(value.reference)
    old.release(thread)
  }

  /// The fields as of one moment.
  private struct Fields {
    let start: Value
    let object: Value
    let objectType: Value

    init(start: Value, object: Value, objectType: Value) {
      self.start = start
      self.object = object
      self.objectType = objectType
    }
    init(_ body: UnsafeMutablePointer<SuperBody>) {
      start = body.pointee.start
      object = body.pointee.object
      objectType = body.pointee.objectType
    }

    func release(_ thread: ThreadState) {
      thread.release(start)
      thread.release(object)
      thread.release(objectType)
    }
  }

  /// The fields, counted.
  private static func held(_ thread: ThreadState, _ value: Value) -> Fields {
    thread.lock(value.reference)
    let fields = Fields(body(value))
    thread.retain(fields.start)
    thread.retain(fields.object)
    thread.retain(fields.objectType)
    thread.unlock(value.reference)
    return fields
  }

  private static func field(
    _ thread: ThreadState, _ value: Value, _ path: KeyPath<SuperBody, Value>
  ) -> Value {
    thread.lock(value.reference)
    let found = thread.retain(body(value).pointee[keyPath: path])
    thread.unlock(value.reference)
    return found
  }

  /// The type whose MRO is searched, owned: the object itself if it is a subclass, else its type.
  static func checkedType(_ thread: ThreadState, _ start: TypeObject, _ object: Value)
    throws(Raised) -> Value
  {
    if object.isInstance(TypeFlags.typeSubclass), TypeObject(object).isSubtype(of: start) {
      return thread.retain(object)
    }
    if object.type.isSubtype(of: start) { return thread.retain(object.type.value) }
    let claimed = try thread.getOptionalAttribute(object, .name(.__class__))
    if claimed.isInstance(TypeFlags.typeSubclass), TypeObject(claimed).isSubtype(of: start) {
      return claimed
    }
    thread.release(claimed)
    throw thread.raise(
      .typeError, "super(type, obj): obj must be an instance or subtype of type")
  }

  /// The attribute behind `start` in the MRO of `objectType`: owned (or uncounted), not bound yet;
  /// unbound if there is none.
  static func find(
    _ thread: ThreadState, start: TypeObject, objectType: TypeObject, _ name: Value
  ) -> Value {
    let mro = TupleObject(objectType.body.pointee.mro)
    var index = 0
    while index < mro.count, mro[index].bits & ~15 != start.bits { index += 1 }
    index += 1
    while index < mro.count {
      let dictionary = TypeObject(mro[index]).body.pointee.dictionary
      if dictionary.isReference {
        let found = DictObject(dictionary).get(thread, name: name)
        if !found.isUnbound { return thread.asUncounted(found) }
      }
      index += 1
    }
    return .unbound
  }

  static func getAttribute(thread: ThreadState, value: Value, name: Value) throws(Raised) -> Value {
    let fields = held(thread, value)
    defer { fields.release(thread) }
    guard fields.objectType.isReference, !name.isIdentical(to: .name(.__class__)) else {
      return try thread.genericGetAttribute(value, name)
    }
    let interned = try thread.internValue(name)
    let found = find(
      thread, start: TypeObject(fields.start), objectType: TypeObject(fields.objectType), interned)
    if found.isUnbound { return try thread.genericGetAttribute(value, name) }
    defer { thread.release(found) }
    let instance =
      fields.object.isIdentical(to: fields.objectType) ? Value.unbound : fields.object
    return try thread.bind(found, instance: instance, owner: TypeObject(fields.objectType))
  }

  static func descriptorGet(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    let fields = held(thread, value)
    defer { fields.release(thread) }
    if instance.isUnbound || instance.isNone || fields.object.isReference {
      return thread.retain(value)
    }
    return try thread.call(value.type.value, fields.start, instance)
  }

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let fields = held(thread, value)
    defer { fields.release(thread) }
    let start = fields.start.isReference ? TypeObject(fields.start).nameText : "NULL"
    guard fields.objectType.isReference else {
      return try thread.string("<super: <class '\(start)'>, NULL>")
    }
    return try thread.string(
      "<super: <class '\(start)'>, <\(TypeObject(fields.objectType).nameText) object>>")
  }
}
