// BaseExceptionGroup and ExceptionGroup (PEP 654): construction, attributes, text.

enum ExceptionGroupObject {
  static let message = 0
  static let exceptions = 1

  static var parts: ExceptionParts {
    ExceptionParts(
      fields: [
        Getter("message", ExceptionGroupObject.getMessage, "exception message"),
        Getter("exceptions", ExceptionGroupObject.getExceptions, "nested exceptions"),
      ],
      slots: [
        .new(ExceptionGroupObject.new), .initialize(ExceptionGroupObject.initialize),
        .str(ExceptionGroupObject.str),
      ],
      methods: [
        Method(
          "__class_getitem__(object, /)", ExceptionGroupObject.classGetItem, "See PEP 585",
          kind: .classMethod),
        Method(
          "derive(excs, /)", ExceptionGroupObject.derive,
          "A group like this one with other exceptions."),
        Method(
          "split(matcher_value, /)", ExceptionGroupObject.split,
          "The pair of what matches and what does not, None for an empty half."),
        Method(
          "subgroup(matcher_value, /)", ExceptionGroupObject.subgroup, "What matches, or None."),
      ])
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    guard arguments.count == 2 else {
      throw thread.raise(
        .typeError,
        "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(arguments.count) given)")
    }
    guard arguments[0].isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "BaseExceptionGroup.__new__() argument 1 must be str, "
          + "not \(arguments[0].type.nameText)")
    }
    let members = try checkedMembers(thread, arguments[1])
    defer { thread.release(members) }
    let chosen = try chooseType(thread, TypeObject(type), TupleObject(members))
    let tuple = try thread.positionalTuple(arguments)
    let group = try ExceptionObject.make(thread, chosen, arguments: tuple)
    ExceptionField.set(thread, group.value, message, arguments[0])
    ExceptionField.set(thread, group.value, exceptions, members)
    return group.value
  }

  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.initialize(thread: thread, self: exception, arguments: arguments)
  }

  private static func checkedMembers(_ thread: ThreadState, _ sequence: Value) throws(Raised)
    -> Value
  {
    guard
      sequence.type.has(TypeFlags.isSequence) || sequence.isInstance(TypeFlags.listSubclass)
        || sequence.isInstance(TypeFlags.tupleSubclass)
    else {
      throw thread.raise(.typeError, "second argument (exceptions) must be a sequence")
    }
    let members = try thread.tuple(from: sequence)
    let tuple = TupleObject(members)
    if tuple.count == 0 {
      thread.release(members)
      throw thread.raise(
        .valueError, "second argument (exceptions) must be a non-empty sequence")
    }
    for index in 0..<tuple.count where !tuple[index].isInstance(TypeFlags.exceptionSubclass) {
      thread.release(members)
      throw thread.raise(
        .valueError, "Item \(index) of second argument (exceptions) is not an exception")
    }
    return members
  }

  /// A group of nothing but `Exception`s is an ExceptionGroup; an ExceptionGroup holds nothing else.
  private static func chooseType(
    _ thread: ThreadState, _ type: TypeObject, _ members: TupleObject
  ) throws(Raised) -> TypeObject {
    var hasOnlyExceptions = true
    for index in 0..<members.count where !members[index].type.isSubtype(of: .exception) {
      hasOnlyExceptions = false
    }
    if type.isExactly(.baseExceptionGroup) {
      return hasOnlyExceptions ? TypeObject(.exceptionGroup) : type
    }
    if hasOnlyExceptions || !type.isSubtype(of: .exception) { return type }
    let name =
      type.isExactly(.exceptionGroup) ? "an ExceptionGroup" : "'\(type.nameText)'"
    throw thread.raise(.typeError, "Cannot nest BaseExceptions in \(name)")
  }

  static func str(thread: ThreadState, self group: Value) throws(Raised) -> Value {
    let text = ExceptionField.get(thread, group, message)
    defer { thread.release(text) }
    let count = TupleObject(ExceptionObject(group).field(exceptions).pointee).count
    return try thread.string(
      "\(try thread.text(text)) (\(count) sub-exception\(count == 1 ? "" : "s"))")
  }

  static func getMessage(thread: ThreadState, self group: Value) throws(Raised) -> Value {
    ExceptionField.get(thread, group, message)
  }
  static func getExceptions(thread: ThreadState, self group: Value) throws(Raised) -> Value {
    ExceptionField.get(thread, group, exceptions)
  }

  static func classGetItem(thread: ThreadState, type: Value, item: Value) throws(Raised) -> Value {
    try GenericAliasObject.make(thread, type, item)
  }

  static func derive(thread: ThreadState, self group: Value, members: Value) throws(Raised) -> Value
  {
    let text = ExceptionField.get(thread, group, message)
    defer { thread.release(text) }
    return try thread.call(TypeObject(.baseExceptionGroup).value, text, members)
  }
}
