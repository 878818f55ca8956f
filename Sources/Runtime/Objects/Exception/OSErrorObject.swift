// OSError: fields from its two to five arguments; `OSError(errno, …)` makes the subclass that goes
// with the number.

import Glibc

enum OSErrorObject {
  static let number = 0
  static let message = 1
  static let filename = 2
  static let filename2 = 3
  static let charactersWritten = 4

  static var parts: ExceptionParts {
    ExceptionParts(
      fields: [
        ExceptionField.getter("errno", number), ExceptionField.getter("strerror", message),
        ExceptionField.getter("filename", filename), ExceptionField.getter("filename2", filename2),
        Getter(
          "characters_written", OSErrorObject.getCharactersWritten,
          set: OSErrorObject.setCharactersWritten, ""),
      ],
      slots: [
        .new(OSErrorObject.new), .initialize(OSErrorObject.initialize), .str(OSErrorObject.str),
      ],
      methods: [Method("__reduce__()", OSErrorObject.reduce, "")])
  }

  private static func subclass(of number: Int) -> WellKnownType? {
    switch Int32(truncatingIfNeeded: number) {
    case EAGAIN, EALREADY, EINPROGRESS: .blockingIOError
    case EPIPE, ESHUTDOWN: .brokenPipeError
    case ECHILD: .childProcessError
    case ECONNABORTED: .connectionAbortedError
    case ECONNREFUSED: .connectionRefusedError
    case ECONNRESET: .connectionResetError
    case EEXIST: .fileExistsError
    case ENOENT: .fileNotFoundError
    case EISDIR: .isADirectoryError
    case ENOTDIR: .notADirectoryError
    case EINTR: .interruptedError
    case EACCES, EPERM: .permissionError
    case ESRCH: .processLookupError
    case ETIMEDOUT: .timeoutError
    default: nil
    }
  }

  /// A class that has its own `__init__` but not its own `__new__` gets its fields from
  /// `OSError.__init__`; all others from `__new__`, which has to see the number for the subclass.
  private static func initializesLate(_ type: TypeObject) -> Bool {
    let base = TypeObject(.osError)
    return type.slot(.initialize) != base.slot(.initialize) && type.slot(.new) == base.slot(.new)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    var type = TypeObject(type)
    let isLate = initializesLate(type)
    if !isLate, arguments.keywordCount != 0 {
      throw thread.raise(.typeError, "\(type.nameText)() takes no keyword arguments")
    }
    if !isLate, type.isExactly(.osError), (2...5).contains(arguments.count),
      arguments[0].isSmallInteger, let known = subclass(of: arguments[0].smallInteger)
    {
      type = TypeObject(known)
    }
    let tuple = try thread.positionalTuple(arguments)
    let exception = try ExceptionObject.make(thread, type, arguments: tuple)
    if !isLate { try setFields(thread, exception.value, arguments) }
    return exception.value
  }

  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    guard initializesLate(exception.type) else { return }
    try ExceptionObject.checkNoKeywords(thread, exception, arguments)
    try ExceptionObject.setArguments(thread, exception, arguments)
    try setFields(thread, exception, arguments)
  }

  /// (errno, strerror, filename, winerror, filename2); `args` keeps the first two.
  private static func setFields(
    _ thread: ThreadState, _ exception: Value, _ arguments: Arguments
  ) throws(Raised) {
    guard (2...5).contains(arguments.count) else { return }
    ExceptionField.set(thread, exception, number, arguments[0])
    ExceptionField.set(thread, exception, message, arguments[1])
    guard arguments.count > 2, !arguments[2].isNone else { return }
    if exception.type.isExactly(.blockingIOError), thread.isIndex(arguments[2]) {
      ExceptionField.set(thread, exception, charactersWritten, arguments[2])
      return
    }
    ExceptionField.set(thread, exception, filename, arguments[2])
    if arguments.count > 4, !arguments[4].isNone {
      ExceptionField.set(thread, exception, filename2, arguments[4])
    }
    let shown = try thread.tuple([arguments[0], arguments[1]])
    defer { thread.release(shown) }
    thread.storeField(
      exception.reference, &ExceptionObject(exception).body.pointee.arguments, shown)
  }

  private static func isSet(_ exception: Value, _ index: Int) -> Bool {
    !ExceptionObject(exception).field(index).pointee.isUnbound
  }

  static func str(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    func part(_ index: Int, repr: Bool = false) throws(Raised) -> String {
      let value = ExceptionField.get(thread, exception, index)
      defer { thread.release(value) }
      return repr ? try thread.reprText(value) : try thread.text(value)
    }
    let hasFilename = isSet(exception, filename)
    guard hasFilename || (isSet(exception, number) && isSet(exception, message)) else {
      return try ExceptionObject.str(thread: thread, self: exception)
    }
    var text = "[Errno \(try part(number))] \(try part(message))"
    if hasFilename { text += ": \(try part(filename, repr: true))" }
    if hasFilename, isSet(exception, filename2) {
      text += " -> \(try part(filename2, repr: true))"
    }
    return try thread.string(text)
  }

  static func reduce(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    var arguments = ExceptionObject.loadArguments(thread, exception)
    defer { thread.release(arguments) }
    let tuple = TupleObject(arguments)
    if tuple.count == 2, isSet(exception, filename) {
      let name = ExceptionField.get(thread, exception, filename)
      defer { thread.release(name) }
      var items = [tuple[0], tuple[1], name]
      let second = ExceptionField.get(thread, exception, filename2)
      defer { thread.release(second) }
      if isSet(exception, filename2) { items += [.none, second] }
      let all = try thread.tuple(items)
      thread.release(arguments)
      arguments = all
    }
    return try ExceptionObject.reduced(thread, exception, arguments)
  }

  static func getCharactersWritten(thread: ThreadState, self exception: Value) throws(Raised)
    -> Value
  {
    if isSet(exception, charactersWritten) {
      return ExceptionField.get(thread, exception, charactersWritten)
    }
    throw thread.raise(.attributeError, "characters_written")
  }

  static func setCharactersWritten(thread: ThreadState, self exception: Value, value: Value)
    throws(Raised)
  {
    guard !value.isUnbound else {
      throw thread.raise(.attributeError, "characters_written")
    }
    let count = try thread.indexValue(value)
    defer { thread.release(count) }
    ExceptionField.set(thread, exception, charactersWritten, count)
  }
}

extension ThreadState {
  /// Raises the OSError for a number of `errno`, with the file names (borrowed) where given.
  package func raiseOSError(
    _ number: Int32, filename: Value = .unbound, filename2: Value = .unbound
  ) -> Raised {
    let message: Value
    do throws(Raised) { message = try string(String(cString: strerror(number))) } catch {
      return error
    }
    defer { release(message) }
    var arguments = [Value(small: Int(number)), message]
    if !filename.isUnbound { arguments.append(filename) }
    if !filename2.isUnbound { arguments += [.none, filename2] }
    return raise(.osError, arguments: arguments)
  }
}
