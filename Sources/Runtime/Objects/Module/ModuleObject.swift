// Modules: a dict of globals, reached as attributes.
//
// A module's dict is deferred at birth, as the module is, so that functions refer to it without
// counting (R3).

import CRuntime

package struct ModuleBody {
  package var header: Header
  package var dictionary: Value
  /// State of a native module, freed never; see `NativeModule`.
  package var state: UnsafeMutableRawPointer?
  /// Nonzero while the module's code runs for the first time.
  package var isInitializing: UInt8
}

package struct ModuleObject {
  package let body: UnsafeMutablePointer<ModuleBody>
  @inline(__always) package init(_ value: Value) { body = value.reference.body(ModuleBody.self) }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }
  @inline(__always) package var dictionary: DictObject { DictObject(body.pointee.dictionary) }

  /// A module with the usual names set.
  package static func make(_ thread: ThreadState, name: Value, doc: Value = .none)
    throws(Raised) -> ModuleObject
  {
    let body = try thread.allocateInstance(TypeObject(.module), ModuleBody.self)
    let module = ModuleObject(Value(Reference(UnsafeMutableRawPointer(body))))
    try module.fill(thread, name: name, doc: doc)
    return module
  }

  private func fill(_ thread: ThreadState, name: Value, doc: Value) throws(Raised) {
    body.pointee.dictionary = try DictObject.make(thread).value
    thread.makeDeferred(body.pointee.dictionary.reference)
    thread.makeDeferred(Reference(UnsafeMutableRawPointer(body)))
    try dictionary.set(thread, .name(.__name__), name)
    try dictionary.set(thread, .name(.__doc__), doc)
    try dictionary.set(thread, .name(.__package__), .none)
    try dictionary.set(thread, .name(.__loader__), .none)
    try dictionary.set(thread, .name(.__spec__), .none)
  }

  /// Sets a global to an owned value.
  package func add(_ thread: ThreadState, _ name: StaticString, _ value: Value) throws(Raised) {
    defer { thread.release(value) }
    try dictionary.set(
      thread, thread.internLiteral(name), value)
  }

  package static let definition = TypeDefinition(
    name: "module", size: MemoryLayout<ModuleBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer, doc: "A module object.",
    slots: [
      .new(new), .initialize(initialize), .repr(repr), .getAttribute(getAttribute),
      .setAttribute(setAttribute),
    ],
    methods: [
      Method("__dir__()", directory, "The module's names, or what its own __dir__ says.")
    ],
    getters: [
      Getter(
        "__dict__",
        { (thread, value) throws(Raised) in
          thread.retain(ModuleObject(value).body.pointee.dictionary)
        }, "The module's namespace."),
      Getter(
        "__annotations__",
        { (thread, value) throws(Raised) in
          let dictionary = ModuleObject(value).dictionary
          let found = dictionary.get(thread, name: .name(.__annotations__))
          if !found.isUnbound { return found }
          let made = try DictObject.make(thread).value
          try dictionary.set(thread, .name(.__annotations__), made)
          return made
        },
        set: { (thread, value, item) throws(Raised) in
          let dictionary = ModuleObject(value).dictionary
          if item.isUnbound {
            _ = try dictionary.remove(thread, .name(.__annotations__))
          } else {
            try dictionary.set(thread, .name(.__annotations__), item)
          }
        }, "Annotations of the module's variables."),
    ],
    visit: { reference, visitor in
      visitor.counted(&reference.body(ModuleBody.self).pointee.dictionary)
    })

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), ModuleBody.self)
    let module = ModuleObject(Value(Reference(UnsafeMutableRawPointer(body))))
    try module.fill(thread, name: .none, doc: .none)
    return module.value
  }

  static func initialize(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) {
    let bound = try BoundArguments(thread, arguments, "module(name, doc=None)")
    let dictionary = ModuleObject(value).dictionary
    try dictionary.set(thread, .name(.__name__), bound[0])
    try dictionary.set(thread, .name(.__doc__), bound[1])
  }

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let dictionary = ModuleObject(value).dictionary
    let name = dictionary.get(thread, name: .name(.__name__))
    let file = dictionary.get(thread, name: .name(.__file__))
    defer {
      thread.release(name)
      thread.release(file)
    }
    let nameText = name.isInstance(TypeFlags.stringSubclass) ? StringObject(name).text : "?"
    if file.isInstance(TypeFlags.stringSubclass) {
      return try thread.string("<module '\(nameText)' from '\(StringObject(file).text)'>")
    }
    return try thread.string(
      "<module '\(nameText)'\(body(value).pointee.state == nil ? "" : " (built-in)")>")
  }

  private static func body(_ value: Value) -> UnsafeMutablePointer<ModuleBody> {
    ModuleObject(value).body
  }

  /// PEP 562.
  private static func directory(thread: ThreadState, self module: Value) throws(Raised) -> Value {
    let dictionary = ModuleObject(module).dictionary
    let own = dictionary.get(thread, name: .name(.__dir__))
    defer { thread.release(own) }
    return own.isUnbound ? try thread.list(from: dictionary.value) : try thread.call(own)
  }

  static func getAttribute(thread: ThreadState, value: Value, name: Value) throws(Raised) -> Value {
    let own = ModuleObject(value).dictionary.get(thread, name: name)
    if !own.isUnbound { return own }
    let found = try thread.genericGetAttribute(value, name, raising: false)
    if !found.isUnbound { return found }
    let hook = ModuleObject(value).dictionary.get(thread, name: .name(.__getattr__))
    if !hook.isUnbound {
      defer { thread.release(hook) }
      return try thread.call(hook, name)
    }
    throw raiseAttributeError(thread, value, name)
  }

  static func setAttribute(thread: ThreadState, value: Value, name: Value, item: Value)
    throws(Raised)
  {
    let found = thread.lookup(value.type, name)
    defer { thread.release(found) }
    if found.isReference, let set = found.reference.type.slot(.descriptorSet) {
      return try unsafeBitCast(set, to: SetFunction.self)(thread, found, value, item)
    }
    let dictionary = ModuleObject(value).dictionary
    if !item.isUnbound { return try dictionary.set(thread, name, item) }
    guard try dictionary.remove(thread, name) else {
      throw raiseAttributeError(thread, value, name)
    }
  }

  /// The module has no such attribute: with what suggestions need.
  package static func raiseAttributeError(_ thread: ThreadState, _ value: Value, _ name: Value)
    -> Raised
  {
    let own = ModuleObject(value).dictionary.get(thread, name: .name(.__name__))
    defer { thread.release(own) }
    let text = StringObject(name).text
    guard own.isInstance(TypeFlags.stringSubclass) else {
      return thread.raiseNamed(
        .attributeError, "module has no attribute '\(text)'", name, value)
    }
    return thread.raiseNamed(
      .attributeError, "module '\(StringObject(own).text)' has no attribute '\(text)'", name, value)
  }
}
