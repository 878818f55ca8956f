// SyntaxError(message, (filename, lineno, offset, text[, end_lineno, end_offset])).

enum SyntaxErrorObject {
  static let message = 0
  static let filename = 1
  static let line = 2
  static let offset = 3
  static let text = 4
  static let endLine = 5
  static let endOffset = 6
  static let printFileAndLine = 7

  static var parts: ExceptionParts {
    ExceptionParts(
      fields: [
        ExceptionField.getter("msg", message), ExceptionField.getter("filename", filename),
        ExceptionField.getter("lineno", line), ExceptionField.getter("offset", offset),
        ExceptionField.getter("text", text), ExceptionField.getter("end_lineno", endLine),
        ExceptionField.getter("end_offset", endOffset),
        ExceptionField.getter("print_file_and_line", printFileAndLine),
      ],
      slots: [.initialize(SyntaxErrorObject.initialize), .str(SyntaxErrorObject.str)])
  }

  static func initialize(thread: ThreadState, self exception: Value, arguments: Arguments)
    throws(Raised)
  {
    try ExceptionObject.initialize(thread: thread, self: exception, arguments: arguments)
    if arguments.count >= 1 { ExceptionField.set(thread, exception, message, arguments[0]) }
    guard arguments.count == 2 else { return }
    let details = try thread.tuple(from: arguments[1])
    defer { thread.release(details) }
    let tuple = TupleObject(details)
    if tuple.count < 4 {
      throw thread.raise(
        .typeError, "function takes at least 4 arguments (\(tuple.count) given)")
    }
    if tuple.count > 6 {
      throw thread.raise(.typeError, "function takes at most 6 arguments (\(tuple.count) given)")
    }
    for index in 0..<tuple.count {
      ExceptionField.set(thread, exception, filename + index, tuple[index])
    }
    if tuple.count == 5 {
      throw thread.raise(
        .typeError, "end_offset must be provided when end_lineno is provided")
    }
  }

  static func str(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    let message = ExceptionField.get(thread, exception, message)
    let name = ExceptionField.get(thread, exception, filename)
    let line = ExceptionField.get(thread, exception, line)
    defer {
      thread.release(message)
      thread.release(name)
      thread.release(line)
    }
    var place: [String] = []
    if name.isInstance(TypeFlags.stringSubclass) {
      let path = StringObject(name).text
      place.append(
        path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path)
    }
    if line.isSmallInteger { place.append("line \(line.smallInteger)") }
    let text = try thread.text(message)
    return try thread.string(place.isEmpty ? text : "\(text) (\(place.joined(separator: ", ")))")
  }
}

extension ThreadState {
  /// Raises a SyntaxError (or `type`, one of its subclasses) with its place; line 0 and offset 0
  /// stand for none.
  package func raiseSyntaxError(
    _ type: WellKnownType = .syntaxError, _ message: String, filename: String, line: Int,
    offset: Int, endLine: Int, endOffset: Int, text: String?
  ) -> Raised {
    do throws(Raised) {
      let messageValue = try string(message)
      let filenameValue = try string(filename)
      let textValue = if let text { try string(text) } else { Value.none }
      let details = try tuple([
        filenameValue, Value(small: line), Value(small: offset), textValue, Value(small: endLine),
        Value(small: endOffset),
      ])
      defer { for value in [messageValue, filenameValue, textValue, details] { release(value) } }
      return raise(type, arguments: [messageValue, details])
    } catch { return error }
  }
}
