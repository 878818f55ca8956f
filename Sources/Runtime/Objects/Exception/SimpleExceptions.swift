// The exceptions whose only speciality is a field or two: StopIteration, SystemExit, NameError,
// AttributeError, ImportError, KeyError.

extension ExceptionObject {
  /// Stores the keyword arguments into the fields of the same names; others are an error.
  static func setFields(
    _ thread: ThreadState, _ exception: Value, _ arguments: Arguments, constructor: String,
    _ names: [(String, Int)]
  ) throws(Raised) {
    for (_, index) in names { ExceptionField.set(thread, exception, index, .none) }
    for position in 0..<arguments.keywordCount {
      let keyword = StringObject(arguments.keywordName(position)).text
      guard let (_, index) = names.first(where: { $0.0 == keyword }) else {
        throw thread.raise(
          .typeError, "\(constructor)() got an unexpected keyword argument '\(keyword)'")
      }
      ExceptionField.set(thread, exception, index, arguments.keywordValue(position))
    }
  }
}

enum KeyErrorObject {
  /// A lone key is shown by its repr, so that an empty or blank one can be seen.
  static func str(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let arguments = ExceptionObject.loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let tuple = TupleObject(arguments)
    if tuple.count == 1 { return try thread.repr(tuple[0]) }
    return try ExceptionObject.str(thread: thread, self: exception)
  }
}

enum StopIterationObject {
  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.initialize(thread: thread, self: exception, arguments: arguments)
    ExceptionField.set(thread, exception, 0, arguments.count == 0 ? .none : arguments[0])
  }

  /// The value that a generator returned: owned.
  package static func value(_ thread: ThreadState, of exception: Value) -> Value {
    ExceptionField.get(thread, exception, 0)
  }
}

extension ThreadState {
  /// A StopIteration with a value (borrowed), in flight.
  package func raiseStopIteration(_ value: Value) -> Raised {
    do throws(Raised) {
      let arguments = try tuple(value.isNone ? [] : [value])
      let exception = try ExceptionObject.make(
        self, TypeObject(.stopIteration), arguments: arguments)
      exception.field(0).pointee = retain(value)
      return raise(exception: exception.value)
    } catch { return error }
  }

  /// The `value` of a StopIteration: owned.
  package func stopIterationValue(_ exception: Value) -> Value {
    StopIterationObject.value(self, of: exception)
  }
}

enum SystemExitObject {
  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.initialize(thread: thread, self: exception, arguments: arguments)
    switch arguments.count {
    case 0: ExceptionField.set(thread, exception, 0, .none)
    case 1: ExceptionField.set(thread, exception, 0, arguments[0])
    default:
      let all = ExceptionObject.loadArguments(thread, exception)
      defer { thread.release(all) }
      ExceptionField.set(thread, exception, 0, all)
    }
  }
}

enum NameErrorObject {
  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.setArguments(thread, exception, arguments)
    try ExceptionObject.setFields(
      thread, exception, arguments, constructor: "NameError", [("name", 0)])
  }
}

enum AttributeErrorObject {
  static var methods: [Method] {
    [
      Method("__getstate__()", AttributeErrorObject.getState, ""),
      Method("__reduce__(/)", AttributeErrorObject.reduce, ""),
    ]
  }

  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.setArguments(thread, exception, arguments)
    try ExceptionObject.setFields(
      thread, exception, arguments, constructor: "AttributeError", [("name", 0), ("obj", 1)])
  }

  /// Attributes, name and arguments; the object is left out, as it may not be picklable.
  static func getState(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let name = ExceptionField.get(thread, exception, 0)
    defer { thread.release(name) }
    let own = try ExceptionObject.ownAttributes(thread, exception)
    if name.isNone && own == nil { return .none }
    defer { if let own { thread.release(own) } }
    let state =
      if let own { try thread.callMethod(own, "copy") } else { try DictObject.make(thread).value }
    let arguments = ExceptionObject.loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let dictionary = DictObject(state)
    if !name.isNone { try dictionary.set(thread, .name(.name), name) }
    try dictionary.set(thread, .name(.args), arguments)
    return state
  }

  static func reduce(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let arguments = ExceptionObject.loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let state = try getState(thread: thread, self: exception)
    defer { thread.release(state) }
    return try thread.tuple([exception.type.value, arguments, state])
  }
}

enum ImportErrorObject {
  static var methods: [Method] { [Method("__reduce__()", ImportErrorObject.reduce, "")] }

  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.setArguments(thread, exception, arguments)
    try ExceptionObject.setFields(
      thread, exception, arguments, constructor: "ImportError",
      [("name", 1), ("path", 2), ("name_from", 3)])
    ExceptionField.set(thread, exception, 0, arguments.count == 1 ? arguments[0] : .none)
  }

  static func str(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let message = ExceptionField.get(thread, exception, 0)
    if message.isExactString { return message }
    thread.release(message)
    return try ExceptionObject.str(thread: thread, self: exception)
  }

  static func reduce(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let arguments = ExceptionObject.loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let state = try DictObject.make(thread)
    defer { thread.release(state.value) }
    if let own = try ExceptionObject.ownAttributes(thread, exception) {
      defer { thread.release(own) }
      thread.release(try thread.callMethod(state.value, "update", own))
    }
    for (name, index) in [(WellKnownName.name, 1), (.path, 2), (.name_from, 3)] {
      let value = ExceptionField.get(thread, exception, index)
      defer { thread.release(value) }
      if !value.isNone { try state.set(thread, .name(name), value) }
    }
    if state.count == 0 { return try thread.tuple([exception.type.value, arguments]) }
    return try thread.tuple([exception.type.value, arguments, state.value])
  }
}
