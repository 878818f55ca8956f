// Native functions as Python sees them: module functions, and methods bound to an object.

package struct BuiltinFunctionBody {
  var header: Header
  var description: NativeDescriptionPointer
  /// The object the function is bound to, or None.
  var receiver: Value
  /// Name of the module, or None.
  var module: Value
}

package struct BuiltinFunctionObject {
  let body: UnsafeMutablePointer<BuiltinFunctionBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(BuiltinFunctionBody.self) }
  var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }

  /// A function object; retains receiver and module. Raises MemoryError.
  static func make(
    _ thread: ThreadState, _ description: NativeDescriptionPointer, receiver: Value, module: Value
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.builtinFunction), BuiltinFunctionBody.self)
    body.pointee.description = description
    body.pointee.receiver = thread.retain(receiver)
    body.pointee.module = thread.retain(module)
    return BuiltinFunctionObject(Value(Reference(UnsafeMutableRawPointer(body)))).value
  }
}

extension BuiltinFunctionObject {
  package static let definition = TypeDefinition(
    name: "builtin_function_or_method", size: MemoryLayout<BuiltinFunctionBody>.size,
    flags: TypeFlags.isContainer,
    slots: [.repr(repr), .call(call), .hash(hash), .compare(compare)],
    getters: [
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          thread.retain(BuiltinFunctionObject(value).body.pointee.description.pointee.name)
        }, "The function's name."),
      Getter("__qualname__", qualifiedName, "The function's qualified name."),
      Getter(
        "__self__",
        { (thread, value) throws(Raised) in
          thread.retain(BuiltinFunctionObject(value).body.pointee.receiver)
        }, "What the function is bound to."),
      Getter(
        "__module__",
        { (thread, value) throws(Raised) in
          thread.retain(BuiltinFunctionObject(value).body.pointee.module)
        }, "Name of the function's module."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          try BuiltinFunctionObject(value).body.pointee.description.pointee.docValue(thread)
        }, "The function's docstring."),
      Getter(
        "__text_signature__",
        { (thread, value) throws(Raised) in
          try BuiltinFunctionObject(value).body.pointee.description.pointee.signatureValue(thread)
        }, "The function's parameters."),
    ],
    visit: { reference, visitor in
      let body = reference.body(BuiltinFunctionBody.self)
      visitor.counted(&body.pointee.receiver)
      visitor.counted(&body.pointee.module)
    })

  static func call(thread: ThreadState, function: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let body = BuiltinFunctionObject(function).body
    return try thread.callNative(body.pointee.description, body.pointee.receiver, arguments)
  }

  static func qualifiedName(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let body = BuiltinFunctionObject(value).body
    let name = body.pointee.description.pointee.name
    let receiver = body.pointee.receiver
    if receiver.isNone || receiver.isExactly(.module) { return thread.retain(name) }
    let type = receiver.isInstance(TypeFlags.typeSubclass) ? TypeObject(receiver) : receiver.type
    return try thread.string(
      "\(StringObject(type.body.pointee.qualifiedName).text).\(StringObject(name).text)")
  }

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let body = BuiltinFunctionObject(value).body
    let name = StringObject(body.pointee.description.pointee.name).text
    let receiver = body.pointee.receiver
    if receiver.isNone || receiver.isExactly(.module) {
      return try thread.string("<built-in function \(name)>")
    }
    return try thread.string(
      "<built-in method \(name) of \(receiver.type.nameText) object at "
        + "\(thread.addressText(receiver))>")
  }

  static func hash(thread: ThreadState, value: Value) throws(Raised) -> Int {
    let body = BuiltinFunctionObject(value).body
    return Int(bitPattern: UInt(bitPattern: body.pointee.description) >> 4)
      ^ Int(bitPattern: body.pointee.receiver.stripped.bits >> 4)
  }

  static func compare(thread: ThreadState, left: Value, right: Value, operation: Comparison)
    throws(Raised) -> Value
  {
    guard operation == .equal || operation == .notEqual, left.isExactly(.builtinFunction),
      right.isExactly(.builtinFunction)
    else { return .notImplemented }
    let x = BuiltinFunctionObject(left).body
    let y = BuiltinFunctionObject(right).body
    let same =
      x.pointee.description == y.pointee.description
      && x.pointee.receiver.isIdentical(to: y.pointee.receiver)
    return Value(same == (operation == .equal))
  }
}

extension NativeDescription {
  /// The docstring, owned.
  func docValue(_ thread: ThreadState) throws(Raised) -> Value {
    method.doc.utf8CodeUnitCount == 0 ? .none : try thread.string("\(method.doc)")
  }

  /// `__text_signature__`: the heading's parameters behind `$self`.
  func signatureValue(_ thread: ThreadState) throws(Raised) -> Value {
    let heading = "\(method.heading)"
    guard let open = heading.firstIndex(of: "(") else { return .none }
    let parameters = heading[heading.index(after: open)...]
    if !takesSelf { return try thread.string("($module, \(parameters)") }
    return try thread.string(
      parameters.first == ")" ? "($self, /)" : "($self, \(parameters)")
  }
}

extension ThreadState {
  /// `0x…` as reprs show an object's identity.
  package func addressText(_ value: Value) -> String {
    "0x" + String(value.stripped.bits, radix: 16)
  }
}
