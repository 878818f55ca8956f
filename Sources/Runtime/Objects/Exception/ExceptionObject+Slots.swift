// BaseException's construction and text.

extension ExceptionObject {
  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try make(thread, TypeObject(type), arguments: thread.positionalTuple(arguments)).value
  }

  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try checkNoKeywords(thread, exception, arguments)
    try setArguments(thread, exception, arguments)
  }

  static func checkNoKeywords(_ thread: ThreadState, _ exception: Value, _ arguments: Arguments)
    throws(Raised)
  {
    if arguments.keywordCount == 0 { return }
    throw thread.raise(.typeError, "\(exception.type.nameText)() takes no keyword arguments")
  }

  /// `args` := the positional arguments, unless `__new__` has put them there already.
  static func setArguments(_ thread: ThreadState, _ exception: Value, _ arguments: Arguments)
    throws(Raised)
  {
    let old = loadArguments(thread, exception)
    defer { thread.release(old) }
    let current = TupleObject(old)
    var isSame = current.count == arguments.count
    var index = 0
    while isSame && index < arguments.count {
      isSame = current[index].isIdentical(to: arguments[index])
      index += 1
    }
    if isSame { return }
    let tuple = try thread.positionalTuple(arguments)
    defer { thread.release(tuple) }
    thread.storeField(
      exception.reference, &ExceptionObject(exception).body.pointee.arguments, tuple)
  }

  /// The arguments, owned.
  static func loadArguments(_ thread: ThreadState, _ exception: Value) -> Value {
    thread.loadField(exception.reference, &ExceptionObject(exception).body.pointee.arguments)
  }

  static func repr(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let arguments = loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let tuple = TupleObject(arguments)
    let text =
      tuple.count == 1
      ? "(\(try thread.reprText(tuple[0])))" : try thread.reprText(arguments)
    return try thread.string(exception.type.nameText + text)
  }

  static func str(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let arguments = loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let tuple = TupleObject(arguments)
    switch tuple.count {
    case 0: return try thread.string("")
    case 1: return try thread.str(tuple[0])
    default: return try thread.repr(arguments)
    }
  }
}

extension ThreadState {
  /// The positional arguments of a call as a tuple.
  func positionalTuple(_ arguments: Arguments, from first: Int = 0) throws(Raised) -> Value {
    let count = max(arguments.count - first, 0)
    let tuple = try TupleObject.make(self, count)
    for index in 0..<count { tuple.initialize(index, retain(arguments[first + index])) }
    return tuple.value
  }
}
