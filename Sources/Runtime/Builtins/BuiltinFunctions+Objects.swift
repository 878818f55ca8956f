// Builtin functions about any object: attributes, classes, identity, text.

import CRuntime

extension BuiltinFunctions {
  static func callable(thread: ThreadState, object: Value) throws(Raised) -> Value {
    Value(thread.isCallable(object))
  }

  private static func checkName(_ thread: ThreadState, _ name: Value) throws(Raised) {
    guard name.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "attribute name must be string, not '\(name.type.nameText)'")
    }
  }

  static func getAttribute(thread: ThreadState, object: Value, name: Value, fallback: Value)
    throws(Raised) -> Value
  {
    try checkName(thread, name)
    if fallback.isUnbound { return try thread.getAttribute(object, name) }
    let value = try thread.getOptionalAttribute(object, name)
    return value.isUnbound ? thread.retain(fallback) : value
  }

  static func hasAttribute(thread: ThreadState, object: Value, name: Value) throws(Raised) -> Value
  {
    try checkName(thread, name)
    let value = try thread.getOptionalAttribute(object, name)
    defer { thread.release(value) }
    return Value(!value.isUnbound)
  }

  static func setAttribute(thread: ThreadState, object: Value, name: Value, value: Value)
    throws(Raised) -> Value
  {
    try checkName(thread, name)
    try thread.setAttribute(object, name, value)
    return .none
  }

  static func deleteAttribute(thread: ThreadState, object: Value, name: Value) throws(Raised)
    -> Value
  {
    try checkName(thread, name)
    try thread.setAttribute(object, name, .unbound)
    return .none
  }

  static func directory(thread: ThreadState, object: Value) throws(Raised) -> Value {
    if !object.isUnbound { return try thread.directory(object) }
    let locals = try BuiltinHooks.locals(thread)
    defer { thread.release(locals) }
    let keys = try thread.callMethod(locals, "keys")
    defer { thread.release(keys) }
    return try thread.sortedList(from: keys)
  }

  static func variables(thread: ThreadState, object: Value) throws(Raised) -> Value {
    if object.isUnbound { return try BuiltinHooks.locals(thread) }
    let dictionary = try thread.getOptionalAttribute(object, .name(.__dict__))
    if !dictionary.isUnbound { return dictionary }
    throw thread.raise(.typeError, "vars() argument must have __dict__ attribute")
  }

  static func hash(thread: ThreadState, object: Value) throws(Raised) -> Value {
    try thread.integer(thread.hash(object))
  }

  /// The address; immediates are their own word, which is no multiple of 16.
  static func identity(thread: ThreadState, object: Value) throws(Raised) -> Value {
    try thread.integer(object.stripped.bits)
  }

  static func isInstance(thread: ThreadState, object: Value, classInfo: Value) throws(Raised)
    -> Value
  {
    Value(try thread.isInstance(object, classInfo))
  }

  static func isSubclass(thread: ThreadState, type: Value, classInfo: Value) throws(Raised) -> Value
  {
    Value(try thread.isSubclass(type, classInfo))
  }

  static func repr(thread: ThreadState, object: Value) throws(Raised) -> Value {
    try thread.repr(object)
  }

  static func ascii(thread: ThreadState, object: Value) throws(Raised) -> Value {
    try thread.ascii(object)
  }

  static func format(thread: ThreadState, value: Value, specification: Value) throws(Raised)
    -> Value
  {
    guard specification.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "format() argument 2 must be str, not \(specification.type.nameText)")
    }
    return try thread.format(value, specification)
  }

  static func breakpoint(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    let hook = BuiltinHooks.systemAttribute(thread, "breakpointhook")
    if hook.isUnbound { throw thread.raise(.runtimeError, "lost sys.breakpointhook") }
    defer { thread.release(hook) }
    return try thread.call(hook, arguments)
  }

  static func exit(thread: ThreadState, code: Value) throws(Raised) -> Value {
    throw thread.raise(.systemExit, arguments: code.isNone ? [] : [code])
  }

  /// What the module `pydoc` knows of an object, or its interactive help.
  static func help(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let name = try thread.string("pydoc")
    defer { thread.release(name) }
    let module = try BuiltinHooks.importModule(thread, name)
    defer { thread.release(module) }
    if object.isUnbound { return try thread.callMethod(module, "help") }
    return try thread.callMethod(module, "help", object)
  }
}

extension ThreadState {
  /// `dir(object)`: a sorted list.
  package func directory(_ object: Value) throws(Raised) -> Value {
    let names = try callOptionalSpecial(object, .__dir__)
    if names.isUnbound { throw raise(.typeError, "object does not provide __dir__") }
    defer { release(names) }
    return try sortedList(from: names)
  }

  /// `sorted(iterable)`.
  package func sortedList(from iterable: Value) throws(Raised) -> Value {
    let list = try call(TypeObject(.list).value, iterable)
    do throws(Raised) { release(try callMethod(list, "sort")) } catch {
      release(list)
      throw error
    }
    return list
  }
}
