// BaseException's methods and attributes.

extension ExceptionObject {
  static var methods: [Method] {
    [
      Method("__reduce__()", ExceptionObject.reduce, ""),
      Method("__setstate__(object, /)", ExceptionObject.setState, ""),
      Method(
        "with_traceback(object, /)", ExceptionObject.withTraceback,
        "Sets the traceback and returns the exception."),
      Method(
        "add_note(object, /)", ExceptionObject.addNote,
        "Adds a note that is shown after the exception."),
    ]
  }

  static var getters: [Getter] {
    [
      Getter(
        "__suppress_context__", ExceptionObject.getSuppressContext,
        set: ExceptionObject.setSuppressContext, ""),
      Getter("__dict__", ExceptionObject.getDictionary, ""),
      Getter("args", ExceptionObject.getArguments, set: ExceptionObject.setArgumentsAttribute, ""),
      Getter("__traceback__", ExceptionObject.getTraceback, set: ExceptionObject.setTraceback, ""),
      Getter(
        "__context__", ExceptionObject.getContext, set: ExceptionObject.setContext,
        "The exception that was being handled."),
      Getter(
        "__cause__", ExceptionObject.getCause, set: ExceptionObject.setCause,
        "The exception that caused this one."),
    ]
  }

  static func reduce(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let arguments = loadArguments(thread, exception)
    defer { thread.release(arguments) }
    return try reduced(thread, exception, arguments)
  }

  /// `(type, arguments)`, with the attributes where there are some.
  static func reduced(_ thread: ThreadState, _ exception: Value, _ arguments: Value)
    throws(Raised) -> Value
  {
    guard let attributes = try ownAttributes(thread, exception) else {
      return try thread.tuple([exception.type.value, arguments])
    }
    defer { thread.release(attributes) }
    return try thread.tuple([exception.type.value, arguments, attributes])
  }

  /// The attributes dict (owned), nil where it is empty.
  static func ownAttributes(_ thread: ThreadState, _ exception: Value) throws(Raised) -> Value? {
    guard let attributes = thread.attributes(of: exception), attributes.shapeBits != 0 else {
      return nil
    }
    let dictionary = try thread.instanceDictionary(attributes)
    if DictObject(dictionary).count != 0 { return dictionary }
    thread.release(dictionary)
    return nil
  }

  static func setState(thread: ThreadState, self exception: Value, state: Value) throws(Raised)
    -> Value
  {
    if state.isNone { return .none }
    guard state.isInstance(TypeFlags.dictionarySubclass) else {
      throw thread.raise(.typeError, "state is not a dictionary")
    }
    let dictionary = DictObject(state)
    var position = 0
    while let (key, value) = dictionary.next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      try thread.setAttribute(exception, key, value)
    }
    return .none
  }

  static func withTraceback(thread: ThreadState, self exception: Value, traceback: Value)
    throws(Raised) -> Value
  {
    try setTraceback(thread: thread, self: exception, value: traceback)
    return thread.retain(exception)
  }

  static func addNote(thread: ThreadState, self exception: Value, note: Value) throws(Raised)
    -> Value
  {
    guard note.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "note must be a str, not '\(note.type.nameText)'")
    }
    var notes = try thread.getOptionalAttribute(exception, .name(.__notes__))
    if notes.isUnbound {
      notes = try ListObject.make(thread, capacity: 1).value
      do throws(Raised) { try thread.setAttribute(exception, .name(.__notes__), notes) } catch {
        thread.release(notes)
        throw error
      }
    }
    defer { thread.release(notes) }
    guard notes.isInstance(TypeFlags.listSubclass) else {
      throw thread.raise(.typeError, "Cannot add note: __notes__ is not a list")
    }
    try ListObject(notes).append(thread, note)
    return .none
  }

  // MARK: Attributes

  static func getDictionary(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    guard let attributes = thread.attributes(of: exception) else { return .none }
    return try thread.instanceDictionary(attributes)
  }

  static func getSuppressContext(thread: ThreadState, self exception: Value) throws(Raised)
    -> Value
  {
    Value(ExceptionObject(exception).suppressesContext)
  }

  static func setSuppressContext(thread: ThreadState, self exception: Value, value: Value)
    throws(Raised)
  {
    if value.isUnbound {
      throw thread.raise(.typeError, "can't delete numeric/char attribute")
    }
    guard value.isBool else {
      throw thread.raise(.typeError, "attribute value type must be bool")
    }
    ExceptionObject(exception).suppressesContext = value.isTrue
  }

  static func getArguments(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    loadArguments(thread, exception)
  }

  static func setArgumentsAttribute(thread: ThreadState, self exception: Value, value: Value)
    throws(Raised)
  {
    if value.isUnbound { throw thread.raise(.typeError, "args may not be deleted") }
    let tuple = try thread.tuple(from: value)
    defer { thread.release(tuple) }
    thread.storeField(
      exception.reference, &ExceptionObject(exception).body.pointee.arguments, tuple)
  }

  static func getTraceback(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    thread.loadField(exception.reference, &ExceptionObject(exception).body.pointee.traceback)
  }

  static func setTraceback(thread: ThreadState, self exception: Value, value: Value)
    throws(Raised)
  {
    if value.isUnbound { throw thread.raise(.typeError, "__traceback__ may not be deleted") }
    guard value.isNone || value.isExactly(.traceback) else {
      throw thread.raise(.typeError, "__traceback__ must be a traceback or None")
    }
    thread.storeField(
      exception.reference, &ExceptionObject(exception).body.pointee.traceback, value)
  }

  static func getContext(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    thread.loadField(exception.reference, &ExceptionObject(exception).body.pointee.context)
  }

  static func setContext(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    try checkLink(thread, value, "context")
    thread.storeField(
      exception.reference, &ExceptionObject(exception).body.pointee.context, value)
  }

  static func getCause(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    thread.loadField(exception.reference, &ExceptionObject(exception).body.pointee.cause)
  }

  static func setCause(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    try checkLink(thread, value, "cause")
    let object = ExceptionObject(exception)
    thread.storeField(exception.reference, &object.body.pointee.cause, value)
    object.suppressesContext = true
  }

  private static func checkLink(_ thread: ThreadState, _ value: Value, _ what: String)
    throws(Raised)
  {
    if value.isUnbound { throw thread.raise(.typeError, "__\(what)__ may not be deleted") }
    guard value.isNone || value.isInstance(TypeFlags.exceptionSubclass) else {
      throw thread.raise(
        .typeError, "exception \(what) must be None or derive from BaseException")
    }
  }
}
