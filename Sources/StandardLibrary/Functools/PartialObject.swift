// functools.partial. The fields change only by `__setstate__`, under the byte lock; a call holds
// what it uses.

import Runtime

struct PartialBody {
  var header: Header
  var function: Value
  /// Tuple.
  var arguments: Value
  /// Dict.
  var keywords: Value
  var shape: UInt
  var overflow: UInt
}

struct PartialObject {
  let body: UnsafeMutablePointer<PartialBody>
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  @inline(__always) init(_ value: Value) { body = value.reference.body(PartialBody.self) }

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "functools.partial", size: MemoryLayout<PartialBody>.size,
      flags: TypeFlags.isBaseType | TypeFlags.isContainer,
      shapeOffset: MemoryLayout<PartialBody>.size - 16,
      doc: "Create a new function with partial application of the given arguments and keywords.",
      slots: [.new(PartialObject.new), .call(PartialObject.call), .repr(PartialObject.repr)],
      methods: [
        Method("__reduce__()", PartialObject.reduce, "What pickle stores."),
        Method("__setstate__(state, /)", PartialObject.setState, "Takes what pickle stored."),
        Method(
          "__class_getitem__(object, /)", ChainIterator.classGetItem, "See PEP 585",
          kind: .classMethod),
      ],
      getters: [
        Getter(
          "func",
          { (thread, partial) throws(Raised) in PartialObject(partial).held(thread).function(thread)
          },
          "function object to use in future partial calls"),
        Getter(
          "args",
          { (thread, partial) throws(Raised) in
            PartialObject(partial).held(thread).arguments(thread)
          },
          "tuple of arguments to future partial calls"),
        Getter(
          "keywords",
          { (thread, partial) throws(Raised) in PartialObject(partial).held(thread).keywords(thread)
          },
          "dictionary of keyword arguments to future partial calls"),
        Getter("__dict__", InstanceDictionary.get, set: InstanceDictionary.set, ""),
      ],
      visit: { reference, visitor in
        let body = reference.body(PartialBody.self)
        visitor.counted(&body.pointee.function)
        visitor.counted(&body.pointee.arguments)
        visitor.counted(&body.pointee.keywords)
      })
  }

  /// The fields as of one moment, counted.
  struct Fields {
    let function: Value
    let arguments: Value
    let keywords: Value

    func release(_ thread: ThreadState) {
      thread.release(function)
      thread.release(arguments)
      thread.release(keywords)
    }
    /// One of them, owned; the others are released.
    func function(_ thread: ThreadState) -> Value {
      defer { release(thread) }
      return thread.retain(function)
    }
    func arguments(_ thread: ThreadState) -> Value {
      defer { release(thread) }
      return thread.retain(arguments)
    }
    func keywords(_ thread: ThreadState) -> Value {
      defer { release(thread) }
      return thread.retain(keywords)
    }
  }

  func held(_ thread: ThreadState) -> Fields {
    let reference = Reference(UnsafeMutableRawPointer(body))
    thread.lock(reference)
    let fields = Fields(
      function: thread.retain(body.pointee.function),
      arguments: thread.retain(body.pointee.arguments),
      keywords: thread.retain(body.pointee.keywords))
    thread.unlock(reference)
    return fields
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.count == 0 {
      throw thread.raise(.typeError, "type 'partial' takes at least one argument")
    }
    guard thread.isCallable(arguments[0]) else {
      throw thread.raise(.typeError, "the first argument must be callable")
    }
    // A partial of a partial calls the innermost function at once.
    let isNested = arguments[0].isReference && arguments[0].type.isSame(PartialObject.type)
    let inner =
      isNested
      ? PartialObject(arguments[0]).held(thread)
      : Fields(
        function: thread.retain(arguments[0]), arguments: thread.tuple(),
        keywords: try DictObject.make(thread).value)
    defer { inner.release(thread) }
    let keywords = try DictObject(inner.keywords).copied(thread)
    for index in 0..<arguments.keywordCount {
      try keywords.set(thread, arguments.keywordName(index), arguments.keywordValue(index))
    }
    let before = TupleObject(inner.arguments)
    let all = try TupleObject.make(thread, before.count + arguments.count - 1)
    for index in 0..<before.count { all.initialize(index, thread.retain(before[index])) }
    for index in 1..<arguments.count {
      all.initialize(before.count + index - 1, thread.retain(arguments[index]))
    }
    let body = try thread.allocateInstance(TypeObject(type), PartialBody.self)
    body.pointee.function = thread.retain(inner.function)
    body.pointee.arguments = all.value
    body.pointee.keywords = keywords.value
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func call(thread: ThreadState, partial: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let fields = PartialObject(partial).held(thread)
    defer { fields.release(thread) }
    let stored = TupleObject(fields.arguments)
    if DictObject(fields.keywords).count == 0 {
      let total = arguments.count + arguments.keywordCount
      return try thread.withWords(stored.count + total) { (words) throws(Raised) -> Value in
        for index in 0..<stored.count { words[index] = stored[index].bits }
        for index in 0..<total { words[stored.count + index] = arguments.base[index] }
        return try thread.call(
          fields.function,
          Arguments(
            base: words, count: stored.count + arguments.count,
            keywordNames: arguments.keywordNames))
      }
    }
    let keywords = try DictObject(fields.keywords).copied(thread)
    defer { thread.release(keywords.value) }
    for index in 0..<arguments.keywordCount {
      try keywords.set(thread, arguments.keywordName(index), arguments.keywordValue(index))
    }
    return try call(thread, fields.function, stored, arguments, keywords)
  }

  private static func call(
    _ thread: ThreadState, _ function: Value, _ stored: TupleObject, _ arguments: Arguments,
    _ keywords: DictObject
  ) throws(Raised) -> Value {
    let names = try TupleObject.make(thread, keywords.count)
    defer { thread.release(names.value) }
    let positional = stored.count + arguments.count
    return try thread.withWords(positional + names.count) { (words) throws(Raised) -> Value in
      for index in 0..<stored.count { words[index] = stored[index].bits }
      for index in 0..<arguments.count { words[stored.count + index] = arguments.base[index] }
      var position = 0
      var used = 0
      while used < names.count, let (name, value) = keywords.next(&position, thread) {
        names.initialize(used, name)
        words[positional + used] = value.bits
        used += 1
      }
      defer { for index in 0..<used { thread.release(Value(bits: words[positional + index])) } }
      return try thread.call(
        function, Arguments(base: words, count: positional, keywordNames: names.value))
    }
  }

  static func repr(thread: ThreadState, partial: Value) throws(Raised) -> Value {
    if !thread.enterRepr(partial) { return try thread.string("...") }
    defer { thread.leaveRepr(partial) }
    let fields = PartialObject(partial).held(thread)
    defer { fields.release(thread) }
    var parts = [try thread.reprText(fields.function)]
    let stored = TupleObject(fields.arguments)
    for index in 0..<stored.count { parts.append(try thread.reprText(stored[index])) }
    var position = 0
    while let (name, value) = DictObject(fields.keywords).next(&position, thread) {
      defer {
        thread.release(name)
        thread.release(value)
      }
      parts.append("\(try thread.text(name))=\(try thread.reprText(value))")
    }
    let type = partial.type
    let module = try thread.getAttribute(type.value, "__module__")
    let name = try thread.getAttribute(type.value, "__qualname__")
    defer {
      thread.release(module)
      thread.release(name)
    }
    let prefix = "\(try thread.text(module)).\(try thread.text(name))"
    return try thread.string("\(prefix)(\(parts.joined(separator: ", ")))")
  }

  static func reduce(thread: ThreadState, partial: Value) throws(Raised) -> Value {
    let fields = PartialObject(partial).held(thread)
    let attributes = try InstanceDictionary.get(thread: thread, value: partial)
    let arguments = try thread.tuple(fields.function)
    let state = try thread.tuple(
      owned: [
        fields.function, fields.arguments, fields.keywords,
        DictObject(attributes).count == 0 ? .none : thread.retain(attributes),
      ])
    thread.release(attributes)
    return try thread.tuple(owned: [thread.retain(partial.type.value), arguments, state])
  }

  static func setState(thread: ThreadState, partial: Value, state: Value) throws(Raised) -> Value {
    guard state.isInstance(TypeFlags.tupleSubclass), TupleObject(state).count == 4,
      thread.isCallable(TupleObject(state)[0]),
      TupleObject(state)[1].isInstance(TypeFlags.tupleSubclass),
      TupleObject(state)[2].isNone || TupleObject(state)[2].isInstance(TypeFlags.dictionarySubclass)
    else { throw thread.raise(.typeError, "invalid partial state") }
    let items = TupleObject(state)
    let arguments = try thread.tuple(from: items[1])
    let keywords =
      items[2].isNone ? try DictObject.make(thread) : try DictObject(items[2]).copied(thread)
    let body = PartialObject(partial).body
    let function = thread.retain(items[0])
    thread.lock(partial.reference)
    let old = [body.pointee.function, body.pointee.arguments, body.pointee.keywords]
    body.pointee.function = function
    body.pointee.arguments = arguments
    body.pointee.keywords = keywords.value
    thread.unlock(partial.reference)
    for value in old { thread.release(value) }
    if !items[3].isNone {
      try InstanceDictionary.set(thread: thread, value: partial, item: items[3])
    }
    return .none
  }
}
