// Methods of built-in types, found in the type's dictionary: `list.append`, `dict.fromkeys`.

package struct MethodDescriptorBody {
  var header: Header
  var description: NativeDescriptionPointer
  /// The type that declares the method.
  var owner: Value
}

package struct MethodDescriptorObject {
  let body: UnsafeMutablePointer<MethodDescriptorBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(MethodDescriptorBody.self) }

  static func make(
    _ thread: ThreadState, _ kind: WellKnownType, _ description: NativeDescriptionPointer,
    owner: TypeObject
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(kind), MethodDescriptorBody.self)
    body.pointee.description = description
    body.pointee.owner = thread.retain(owner.value)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static let getters = [
    Getter(
      "__name__",
      { (thread, value) throws(Raised) in
        thread.retain(MethodDescriptorObject(value).body.pointee.description.pointee.name)
      }, "The method's name."),
    Getter(
      "__qualname__",
      { (thread, value) throws(Raised) in
        try thread.string(MethodDescriptorObject(value).qualifiedText)
      }, "The method's qualified name."),
    Getter(
      "__objclass__",
      { (thread, value) throws(Raised) in
        thread.retain(MethodDescriptorObject(value).body.pointee.owner)
      }, "The type that declares the method."),
    Getter(
      "__doc__",
      { (thread, value) throws(Raised) in
        try MethodDescriptorObject(value).body.pointee.description.pointee.docValue(thread)
      }, "The method's docstring."),
    Getter(
      "__text_signature__",
      { (thread, value) throws(Raised) in
        try MethodDescriptorObject(value).body.pointee.description.pointee.signatureValue(thread)
      }, "The method's parameters."),
  ]

  var nameText: String { StringObject(body.pointee.description.pointee.name).text }
  var qualifiedText: String { "\(TypeObject(body.pointee.owner).nameText).\(nameText)" }

  private static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(MethodDescriptorBody.self).pointee.owner)
  }

  package static let definition = TypeDefinition(
    name: "method_descriptor", size: MemoryLayout<MethodDescriptorBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.isMethodDescriptor,
    slots: [.repr(repr), .call(call), .descriptorGet(get)], getters: getters, visit: visit)

  package static let classMethodDefinition = TypeDefinition(
    name: "classmethod_descriptor", size: MemoryLayout<MethodDescriptorBody>.size,
    flags: TypeFlags.isContainer,
    slots: [.repr(repr), .call(callClassMethod), .descriptorGet(getClassMethod)],
    getters: getters, visit: visit)
}

extension MethodDescriptorObject {
  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let descriptor = MethodDescriptorObject(value)
    return try thread.string(
      "<method '\(descriptor.nameText)' of "
        + "'\(TypeObject(descriptor.body.pointee.owner).nameText)' objects>")
  }

  /// `list.append(l, x)`: the first argument is checked and becomes the receiver.
  static func call(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let descriptor = MethodDescriptorObject(value)
    guard arguments.count > 0 else {
      throw thread.raise(
        .typeError, "unbound method \(descriptor.qualifiedText)() needs an argument")
    }
    try descriptor.check(thread, arguments[0])
    return try thread.callNative(
      descriptor.body.pointee.description, arguments[0], arguments.dropFirst(1))
  }

  @inline(__always) func check(_ thread: ThreadState, _ receiver: Value) throws(Raised) {
    let type = receiver.type
    if type.bits != body.pointee.owner.bits { try checkSlow(thread, type) }
  }

  @inline(never) private func checkSlow(_ thread: ThreadState, _ type: TypeObject) throws(Raised) {
    if type.isSubtype(of: TypeObject(body.pointee.owner)) { return }
    throw thread.raise(
      .typeError,
      "descriptor '\(nameText)' for '\(TypeObject(body.pointee.owner).nameText)' objects "
        + "doesn't apply to a '\(type.nameText)' object")
  }

  static func get(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    if instance.isUnbound { return thread.retain(value) }
    let descriptor = MethodDescriptorObject(value)
    try descriptor.check(thread, instance)
    return try BuiltinFunctionObject.make(
      thread, descriptor.body.pointee.description, receiver: instance, module: .none)
  }

  static func callClassMethod(thread: ThreadState, value: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    let descriptor = MethodDescriptorObject(value)
    guard arguments.count > 0, arguments[0].isInstance(TypeFlags.typeSubclass) else {
      throw thread.raise(
        .typeError, "descriptor '\(descriptor.nameText)' requires a type as its first argument")
    }
    return try thread.callNative(
      descriptor.body.pointee.description, arguments[0], arguments.dropFirst(1))
  }

  static func getClassMethod(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    let type = owner.isUnbound || owner.isNone ? instance.type.value : owner
    return try BuiltinFunctionObject.make(
      thread, MethodDescriptorObject(value).body.pointee.description, receiver: type,
      module: .none)
  }
}
