// What `copy` and `pickle` ask of objects that say nothing themselves.

extension ObjectMethods {
  static func reduce(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try reduceOld(thread, object, Value(small: 0))
  }

  private static func reduceOld(_ thread: ThreadState, _ object: Value, _ protocolNumber: Value)
    throws(Raised) -> Value
  {
    let module = try copyRegistry(thread)
    defer { thread.release(module) }
    return try thread.callMethod(module, "_reduce_ex", object, protocolNumber)
  }

  private static func copyRegistry(_ thread: ThreadState) throws(Raised) -> Value {
    try BuiltinHooks.importModule(thread, thread.intern("copyreg"))
  }

  /// A class's own `__reduce__` goes first; then protocol 2's way by `__newobj__`.
  static func reduceExtended(thread: ThreadState, self object: Value, protocolNumber: Value)
    throws(Raised) -> Value
  {
    let own = thread.lookup(object.type, .name(.__reduce__))
    let general = thread.lookup(TypeObject(.object), .name(.__reduce__))
    defer {
      thread.release(own)
      thread.release(general)
    }
    if !own.isIdentical(to: general) {
      return try thread.callMethod(object, "__reduce__")
    }
    if try thread.index(protocolNumber) < 2 {
      return try reduceOld(thread, object, protocolNumber)
    }
    return try reduceByNew(thread, object)
  }

  /// `(copyreg.__newobj__, (type, *args), state, list items, dict items)`.
  private static func reduceByNew(_ thread: ThreadState, _ object: Value) throws(Raised) -> Value {
    let module = try copyRegistry(thread)
    defer { thread.release(module) }
    let (arguments, keywords) = try newArguments(thread, object)
    defer {
      thread.release(arguments)
      thread.release(keywords)
    }
    let state = try thread.callMethod(object, "__getstate__")
    defer { thread.release(state) }
    let hasKeywords = keywords.isReference && DictObject(keywords).count > 0
    let constructor = try thread.getAttribute(
      module, hasKeywords ? "__newobj_ex__" : "__newobj__")
    defer { thread.release(constructor) }
    let input: Value
    if hasKeywords {
      input = try thread.tuple([object.type.value, arguments, keywords])
    } else {
      let tuple = TupleObject(arguments)
      input = try thread.tuple(
        [object.type.value] + (0..<tuple.count).map { tuple[$0] })
    }
    defer { thread.release(input) }
    var listItems = Value.none
    var dictItems = Value.none
    defer {
      thread.release(listItems)
      thread.release(dictItems)
    }
    if object.isInstance(TypeFlags.listSubclass) { listItems = try thread.iterator(object) }
    if object.isInstance(TypeFlags.dictionarySubclass) {
      let items = try thread.callMethod(object, "items")
      defer { thread.release(items) }
      dictItems = try thread.iterator(items)
    }
    return try thread.tuple([constructor, input, state, listItems, dictItems])
  }

  /// What `__getnewargs_ex__` or `__getnewargs__` gives: a tuple, and a dict or unbound.
  private static func newArguments(_ thread: ThreadState, _ object: Value) throws(Raised)
    -> (Value, Value)
  {
    let extended = try thread.getOptionalAttribute(object, "__getnewargs_ex__")
    if !extended.isUnbound {
      defer { thread.release(extended) }
      let pair = try thread.call(extended)
      defer { thread.release(pair) }
      guard pair.isInstance(TypeFlags.tupleSubclass), TupleObject(pair).count == 2 else {
        throw thread.raise(
          .typeError,
          "__getnewargs_ex__ should return a tuple, not '\(pair.type.nameText)'")
      }
      return (thread.retain(TupleObject(pair)[0]), thread.retain(TupleObject(pair)[1]))
    }
    let plain = try thread.getOptionalAttribute(object, "__getnewargs__")
    if plain.isUnbound { return (try thread.tuple([]), .unbound) }
    defer { thread.release(plain) }
    let arguments = try thread.call(plain)
    guard arguments.isInstance(TypeFlags.tupleSubclass) else {
      defer { thread.release(arguments) }
      throw thread.raise(
        .typeError,
        "__getnewargs__ should return a tuple, not '\(arguments.type.nameText)'")
    }
    return (arguments, .unbound)
  }

  /// The instance's dict, or None; with slots the pair of it and a dict of theirs.
  static func getState(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let state = try thread.getOptionalAttribute(object, .name(.__dict__))
    defer { thread.release(state) }
    let shown = state.isUnbound ? Value.none : state
    guard object.type.has(TypeFlags.isHeapType) else { return thread.retain(shown) }
    let module = try copyRegistry(thread)
    defer { thread.release(module) }
    let names = try thread.callMethod(module, "_slotnames", object.type.value)
    defer { thread.release(names) }
    guard names.isInstance(TypeFlags.listSubclass), ListObject(names).count > 0 else {
      return thread.retain(shown)
    }
    let slots = try DictObject.make(thread)
    defer { thread.release(slots.value) }
    try thread.forEach(names) { (name: Value) throws(Raised) -> Bool in
      let value = try thread.getOptionalAttribute(object, name)
      defer { thread.release(value) }
      if !value.isUnbound { try slots.set(thread, name, value) }
      return true
    }
    if slots.count == 0 { return thread.retain(shown) }
    return try thread.tuple([shown, slots.value])
  }
}
