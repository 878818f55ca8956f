// A native slot as a method: `int.__add__`, and bound, `(1).__add__`.

package struct WrapperBody {
  var header: Header
  /// Index in `SlotTable.rows`.
  var row: Int
  /// The slot's function in the type that declares it.
  var code: UnsafeRawPointer
  var owner: Value
}

package struct WrapperObject {
  let body: UnsafeMutablePointer<WrapperBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(WrapperBody.self) }

  static func make(_ thread: ThreadState, row: Int, code: UnsafeRawPointer, owner: TypeObject)
    throws(Raised) -> Value
  {
    let body = try thread.allocate(TypeObject(.wrapperDescriptor), WrapperBody.self)
    body.pointee.row = row
    body.pointee.code = code
    body.pointee.owner = thread.retain(owner.value)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  var row: SlotRow { SlotTable.rows[body.pointee.row] }
  var nameText: String { row.name.rawValue }
  var ownerText: String { TypeObject(body.pointee.owner).nameText }

  package static let definition = TypeDefinition(
    name: "wrapper_descriptor", size: MemoryLayout<WrapperBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.isMethodDescriptor,
    slots: [.repr(repr), .call(call), .descriptorGet(get)],
    getters: [
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          Value.name(WrapperObject(value).row.name)
        }, "The method's name."),
      Getter(
        "__qualname__",
        { (thread, value) throws(Raised) in
          let wrapper = WrapperObject(value)
          return try thread.string("\(wrapper.ownerText).\(wrapper.nameText)")
        }, "The method's qualified name."),
      Getter(
        "__objclass__",
        { (thread, value) throws(Raised) in
          thread.retain(WrapperObject(value).body.pointee.owner)
        }, "The type that declares the method."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          try thread.string("\(WrapperObject(value).row.doc)")
        }, "The method's docstring."),
      Getter(
        "__text_signature__",
        { (thread, value) throws(Raised) in
          try thread.string("\(WrapperObject(value).row.signature)")
        }, "The method's parameters."),
    ],
    visit: { reference, visitor in
      visitor.counted(&reference.body(WrapperBody.self).pointee.owner)
    })
}

extension WrapperObject {
  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let wrapper = WrapperObject(value)
    return try thread.string(
      "<slot wrapper '\(wrapper.nameText)' of '\(wrapper.ownerText)' objects>")
  }

  static func get(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    if instance.isUnbound { return thread.retain(value) }
    let body = try thread.allocate(TypeObject(.methodWrapper), MethodWrapperBody.self)
    body.pointee.wrapper = thread.retain(value)
    body.pointee.receiver = thread.retain(instance)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func call(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let wrapper = WrapperObject(value)
    guard arguments.count > 0 else {
      throw thread.raise(
        .typeError,
        "descriptor '\(wrapper.nameText)' of '\(wrapper.ownerText)' object needs an argument")
    }
    let type = arguments[0].type
    guard type.isSubtype(of: TypeObject(wrapper.body.pointee.owner)) else {
      throw thread.raise(
        .typeError,
        "descriptor '\(wrapper.nameText)' requires a '\(wrapper.ownerText)' object but received a "
          + "'\(type.nameText)'")
    }
    return try wrapper.invoke(thread, arguments[0], arguments.dropFirst(1))
  }

  /// The slot's native call with a Python call's arguments.
  func invoke(_ thread: ThreadState, _ receiver: Value, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    let code = body.pointee.code
    switch row.kind {
    case .none: return .none
    case .unary:
      try expect(thread, arguments, 0)
      return try unsafeBitCast(code, to: UnaryFunction.self)(thread, receiver)
    case .binaryLeft:
      try expect(thread, arguments, 1)
      return try unsafeBitCast(code, to: BinaryFunction.self)(thread, receiver, arguments[0])
    case .binaryRight:
      try expect(thread, arguments, 1)
      return try unsafeBitCast(code, to: BinaryFunction.self)(thread, arguments[0], receiver)
    case .power, .powerRight:
      try expect(thread, arguments, 1, 2)
      let modulus = arguments.count == 2 ? arguments[1] : .none
      let power = unsafeBitCast(code, to: TernaryFunction.self)
      if case .power = row.kind { return try power(thread, receiver, arguments[0], modulus) }
      return try power(thread, arguments[0], receiver, modulus)
    case .integer:
      try expect(thread, arguments, 0)
      return try thread.integer(
        unsafeBitCast(code, to: IntegerFunction.self)(thread, receiver))
    case .predicate:
      try expect(thread, arguments, 0)
      return Value(try unsafeBitCast(code, to: PredicateFunction.self)(thread, receiver))
    case .contains:
      try expect(thread, arguments, 1)
      return Value(
        try unsafeBitCast(code, to: ContainsFunction.self)(thread, receiver, arguments[0]))
    case .set:
      try expect(thread, arguments, 2)
      try unsafeBitCast(code, to: SetFunction.self)(
        thread, receiver, arguments[0], arguments[1])
      return .none
    case .delete:
      try expect(thread, arguments, 1)
      try unsafeBitCast(code, to: SetFunction.self)(thread, receiver, arguments[0], .unbound)
      return .none
    case .compare(let operation):
      try expect(thread, arguments, 1)
      return try unsafeBitCast(code, to: CompareFunction.self)(
        thread, receiver, arguments[0], operation)
    case .descriptorGet:
      try expect(thread, arguments, 1, 2)
      let owner = arguments.count == 2 ? arguments[1] : .none
      return try unsafeBitCast(code, to: TernaryFunction.self)(
        thread, receiver, arguments[0].isNone ? .unbound : arguments[0], owner)
    case .call:
      return try unsafeBitCast(code, to: CallFunction.self)(thread, receiver, arguments)
    case .initialize:
      try unsafeBitCast(code, to: InitFunction.self)(thread, receiver, arguments)
      return .none
    case .next:
      try expect(thread, arguments, 0)
      let result = try unsafeBitCast(code, to: UnaryFunction.self)(thread, receiver)
      if result.isUnbound { throw thread.raiseStopIteration(.none) }
      return result
    case .finalize:
      unsafeBitCast(code, to: FinalizeFunction.self)(thread, receiver)
      return .none
    }
  }

  private func expect(_ thread: ThreadState, _ arguments: Arguments, _ low: Int, _ high: Int? = nil)
    throws(Raised)
  {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "wrapper \(nameText)() takes no keyword arguments")
    }
    if arguments.count < low {
      let bound = high == nil ? "" : "at least "
      throw thread.raise(
        .typeError,
        "\(high == nil ? "" : nameText + " ")expected \(bound)\(low) argument\(low == 1 ? "" : "s"), "
          + "got \(arguments.count)")
    }
    if arguments.count > high ?? low {
      let bound = high == nil ? "" : "at most "
      let limit = high ?? low
      throw thread.raise(
        .typeError,
        "\(high == nil ? "" : nameText + " ")expected \(bound)\(limit) "
          + "argument\(limit == 1 ? "" : "s"), got \(arguments.count)")
    }
  }
}

package struct MethodWrapperBody {
  var header: Header
  var wrapper: Value
  var receiver: Value
}

/// A slot wrapper bound to an object.
package enum MethodWrapperObject {
  static func body(_ value: Value) -> UnsafeMutablePointer<MethodWrapperBody> {
    value.reference.body(MethodWrapperBody.self)
  }

  package static let definition = TypeDefinition(
    name: "method-wrapper", size: MemoryLayout<MethodWrapperBody>.size,
    flags: TypeFlags.isContainer, slots: [.repr(repr), .call(call)],
    getters: [
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          Value.name(WrapperObject(body(value).pointee.wrapper).row.name)
        }, "The method's name."),
      Getter(
        "__self__",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.receiver)
        }, "What the method is bound to."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          try thread.string("\(WrapperObject(body(value).pointee.wrapper).row.doc)")
        }, "The method's docstring."),
    ],
    visit: { reference, visitor in
      let body = reference.body(MethodWrapperBody.self)
      visitor.counted(&body.pointee.wrapper)
      visitor.counted(&body.pointee.receiver)
    })

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let receiver = body(value).pointee.receiver
    return try thread.string(
      "<method-wrapper '\(WrapperObject(body(value).pointee.wrapper).nameText)' of "
        + "\(receiver.type.nameText) object at \(thread.addressText(receiver))>")
  }

  static func call(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let bound = body(value)
    return try WrapperObject(bound.pointee.wrapper).invoke(
      thread, bound.pointee.receiver, arguments)
  }
}
