// classmethod and staticmethod: one body, two ways to bind.
//
// `__init__` may put another function into a wrapper in use: it is read without a lock (R4), written
// under the wrapper's lock, and held by who calls it.

package struct FunctionWrapperBody {
  var header: Header
  var function: Value
  var shape: UInt
  var overflow: UInt
}

package enum FunctionWrapper {
  @inline(__always) static func body(_ value: Value) -> UnsafeMutablePointer<FunctionWrapperBody> {
    value.reference.body(FunctionWrapperBody.self)
  }

  private static let shapeOffset =
    MemoryLayout<FunctionWrapperBody>.offset(of: \.shape).unsafelyUnwrapped

  private static func slot(_ value: Value) -> UnsafeMutablePointer<UInt> {
    (UnsafeMutableRawPointer(body(value)) + MemoryLayout<Header>.size)
      .assumingMemoryBound(to: UInt.self)
  }
  private static func load(_ thread: ThreadState, _ value: Value) -> Value {
    thread.loadSlot(slot(value), of: value.reference)
  }

  private static let getters = [
    Getter(
      "__func__",
      { (thread, value) throws(Raised) in
        load(thread, value)
      }, "The wrapped function."),
    Getter(
      "__wrapped__",
      { (thread, value) throws(Raised) in
        load(thread, value)
      }, "The wrapped function."),
    Getter(
      "__isabstractmethod__",
      { (thread, value) throws(Raised) in
        let function = load(thread, value)
        defer { thread.release(function) }
        return Value(try thread.hasTrueAttribute(function, .name(.__isabstractmethod__)))
      }, "Whether the function is abstract."),
    Getter(
      "__dict__", InstanceDictionary.get, set: InstanceDictionary.set, "The own attributes."),
  ]

  private static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(FunctionWrapperBody.self).pointee.function)
  }

  package static let classMethodDefinition = TypeDefinition(
    name: "classmethod", size: shapeOffset, flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    shapeOffset: shapeOffset, doc: "A method that gets the class as its first argument.",
    slots: [
      .new(new), .initialize(initializeClassMethod), .repr(reprClassMethod),
      .descriptorGet(getClassMethod),
    ],
    getters: getters, visit: visit)

  package static let staticMethodDefinition = TypeDefinition(
    name: "staticmethod", size: shapeOffset, flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    shapeOffset: shapeOffset, doc: "A function in a class that gets no implicit argument.",
    slots: [
      .new(new), .initialize(initializeStaticMethod), .repr(reprStaticMethod), .call(callStatic),
      .descriptorGet({ (thread, value, instance, owner) throws(Raised) in
        load(thread, value)
      }),
    ],
    getters: getters, visit: visit)

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), FunctionWrapperBody.self)
    body.pointee.function = .none
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// An exact classmethod or staticmethod around a borrowed function.
  static func make(_ thread: ThreadState, _ kind: WellKnownType, _ function: Value)
    throws(Raised) -> Value
  {
    let body = try thread.allocateInstance(TypeObject(kind), FunctionWrapperBody.self)
    body.pointee.function = thread.retain(function)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static func setUp(_ thread: ThreadState, _ value: Value, _ function: Value)
    throws(Raised)
  {
    thread.release(
      thread.exchangeSlot(slot(value), with: thread.retain(function), of: value.reference))
    for name: WellKnownName in [.__module__, .__name__, .__qualname__, .__doc__] {
      let attribute = try thread.getOptionalAttribute(function, .name(name))
      if attribute.isUnbound { continue }
      defer { thread.release(attribute) }
      try thread.setGenericAttribute(value, .name(name), attribute)
    }
  }

  static func initializeClassMethod(thread: ThreadState, value: Value, arguments: Arguments)
    throws(Raised)
  {
    try setUp(thread, value, BoundArguments(thread, arguments, "classmethod(function, /)")[0])
  }
  static func initializeStaticMethod(thread: ThreadState, value: Value, arguments: Arguments)
    throws(Raised)
  {
    try setUp(thread, value, BoundArguments(thread, arguments, "staticmethod(function, /)")[0])
  }

  static func getClassMethod(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    let type = owner.isUnbound || owner.isNone ? instance.type.value : owner
    let function = thread.borrowSlot(slot(value), of: value.reference)
    defer { thread.release(function) }
    return try BoundMethodObject.make(thread, function: function, receiver: type)
  }

  static func callStatic(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let function = thread.borrowSlot(slot(value), of: value.reference)
    defer { thread.release(function) }
    return try thread.call(function, arguments)
  }

  private static func repr(_ thread: ThreadState, _ value: Value, _ name: String) throws(Raised)
    -> Value
  {
    let function = load(thread, value)
    defer { thread.release(function) }
    return try thread.string("<\(name)(\(try thread.reprText(function)))>")
  }
  static func reprClassMethod(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try repr(thread, value, "classmethod")
  }
  static func reprStaticMethod(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try repr(thread, value, "staticmethod")
  }
}
