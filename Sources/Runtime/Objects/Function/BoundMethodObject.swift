// Methods bound to an object: `x.f` of a function found in the class.

package struct BoundMethodBody {
  var header: Header
  /// Uncounted where the function is deferred (R3), so that binding writes no shared line.
  var function: Value
  var receiver: Value
}

package struct BoundMethodObject {
  let body: UnsafeMutablePointer<BoundMethodBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(BoundMethodBody.self) }
  @inline(__always) var function: Value { body.pointee.function }
  @inline(__always) var receiver: Value { body.pointee.receiver }

  /// A method; takes counts on both borrowed arguments.
  package static func make(_ thread: ThreadState, function: Value, receiver: Value) throws(Raised)
    -> Value
  {
    let body = try thread.allocate(TypeObject(.method), BoundMethodBody.self)
    body.pointee.function =
      function.isReference && function.reference.needsNoCount
      ? Value(uncounted: function.reference) : thread.retain(function)
    body.pointee.receiver = thread.retain(receiver)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package static let definition = TypeDefinition(
    name: "method", size: MemoryLayout<BoundMethodBody>.size, flags: TypeFlags.isContainer,
    doc: "A function bound to an object.",
    slots: [
      .repr(repr), .call(call), .hash(hash), .compare(compare), .getAttribute(getAttribute),
      .descriptorGet({ (thread, value, instance, owner) throws(Raised) in thread.retain(value) }),
      .new(new),
    ],
    getters: [
      Getter(
        "__func__",
        { (thread, value) throws(Raised) in
          thread.retain(BoundMethodObject(value).function)
        }, "The function."),
      Getter(
        "__self__",
        { (thread, value) throws(Raised) in
          thread.retain(BoundMethodObject(value).receiver)
        }, "The object it is bound to."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          try thread.getAttribute(BoundMethodObject(value).function, "__doc__")
        }, "The function's docstring."),
    ],
    visit: { reference, visitor in
      let body = reference.body(BoundMethodBody.self)
      visitor.counted(&body.pointee.function)
      visitor.counted(&body.pointee.receiver)
    })
}

extension BoundMethodObject {
  static func call(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let method = BoundMethodObject(value)
    return try thread.call(method.function, prepending: method.receiver, arguments)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "method(function, instance, /)")
    guard thread.isCallable(bound[0]) else {
      throw thread.raise(.typeError, "first argument must be callable")
    }
    if bound[1].isNone {
      throw thread.raise(.typeError, "instance must not be None")
    }
    return try make(thread, function: bound[0], receiver: bound[1])
  }

  /// Attributes of the method itself, then those of its function.
  static func getAttribute(thread: ThreadState, value: Value, name: Value) throws(Raised) -> Value {
    let own = thread.lookup(TypeObject(.method), name)
    defer { thread.release(own) }
    if !own.isUnbound { return try thread.genericGetAttribute(value, name) }
    return try thread.getAttribute(BoundMethodObject(value).function, name)
  }

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let method = BoundMethodObject(value)
    var name = try thread.getOptionalAttribute(method.function, .name(.__qualname__))
    if !name.isInstance(TypeFlags.stringSubclass) {
      thread.release(name)
      name = try thread.getOptionalAttribute(method.function, .name(.__name__))
    }
    defer { thread.release(name) }
    let receiver = try thread.repr(method.receiver)
    defer { thread.release(receiver) }
    let text = name.isInstance(TypeFlags.stringSubclass) ? StringObject(name).text : "?"
    return try thread.string("<bound method \(text) of \(StringObject(receiver).text)>")
  }

  static func hash(thread: ThreadState, value: Value) throws(Raised) -> Int {
    let method = BoundMethodObject(value)
    let receiver = Int(bitPattern: method.receiver.stripped.bits >> 4)
    return receiver ^ (try thread.hash(method.function))
  }

  static func compare(thread: ThreadState, left: Value, right: Value, operation: Comparison)
    throws(Raised) -> Value
  {
    guard operation == .equal || operation == .notEqual, left.isExactly(.method),
      right.isExactly(.method)
    else { return .notImplemented }
    let x = BoundMethodObject(left)
    let y = BoundMethodObject(right)
    guard x.receiver.isIdentical(to: y.receiver) else { return Value(operation == .notEqual) }
    return Value(try thread.isEqual(x.function, y.function) == (operation == .equal))
  }
}
