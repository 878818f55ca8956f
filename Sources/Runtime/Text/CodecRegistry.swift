// Error handlers and codecs that scripts register (`codecs.register_error`, `codecs.register`).

package enum CodecRegistry {
  package enum Direction: Int { case encode = 0, decode = 1 }

  /// Made once by `prepare`, before a second thread exists: a dict of error handlers by name, a list
  /// of search functions, and a dict of found codecs by name.
  nonisolated(unsafe) private static var handlers = Value.unbound
  nonisolated(unsafe) private static var searches = Value.unbound
  nonisolated(unsafe) private static var found = Value.unbound

  /// Called at start-up.
  package static func prepare(_ thread: ThreadState) throws(Raised) {
    handlers = try DictObject.make(thread).value
    searches = try ListObject.make(thread, capacity: 0).value
    found = try DictObject.make(thread).value
  }

  /// `codecs.register_error`.
  package static func registerError(_ thread: ThreadState, name: Value, handler: Value)
    throws(Raised)
  {
    guard thread.isCallable(handler) else {
      throw thread.raise(.typeError, "handler must be callable")
    }
    try DictObject(handlers).set(thread, name, handler)
  }

  /// The registered handler of a name, owned; LookupError where there is none.
  package static func errorHandler(_ thread: ThreadState, _ name: Value) throws(Raised) -> Value {
    let handler = try DictObject(handlers).get(thread, name)
    if !handler.isUnbound { return handler }
    throw thread.raise(
      .lookupError, "unknown error handler name '\(StringObject(name).text)'")
  }

  /// `codecs.register`.
  package static func register(_ thread: ThreadState, search: Value) throws(Raised) {
    guard thread.isCallable(search) else {
      throw thread.raise(.typeError, "argument must be callable")
    }
    try ListObject(searches).append(thread, search)
  }

  /// The codec (a tuple: encode, decode, …) that a search function finds for a name, owned.
  package static func lookup(_ thread: ThreadState, _ name: Value) throws(Raised) -> Value {
    let known = try DictObject(found).get(thread, name)
    if !known.isUnbound { return known }
    var result = Value.unbound
    try thread.forEach(searches) { (search: Value) throws(Raised) -> Bool in
      let codec = try thread.call(search, name)
      if codec.isNone { return true }
      result = codec
      return false
    }
    if result.isUnbound {
      throw thread.raise(.lookupError, "unknown encoding: \(StringObject(name).text)")
    }
    do throws(Raised) { try DictObject(found).set(thread, name, result) } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  /// Runs a registered codec's function and returns the first item of its result, owned.
  static func call(
    _ thread: ThreadState, _ name: Value, _ direction: Direction, _ object: Value, _ errors: Value
  ) throws(Raised) -> Value {
    let codec = try lookup(thread, name)
    defer { thread.release(codec) }
    let function = try thread.getItem(codec, Value(small: direction.rawValue))
    defer { thread.release(function) }
    let result = try thread.call(function, object, errors)
    defer { thread.release(result) }
    return try thread.getItem(result, Value(small: 0))
  }

  /// Calls an error handler with an exception (taken over): replacement (owned) and position.
  static func handle(
    _ thread: ThreadState, _ name: Value, exception: Value, length: Int, _ expected: String
  ) throws(Raised) -> (replacement: Value, position: Int) {
    defer { thread.release(exception) }
    let handler = try errorHandler(thread, name)
    defer { thread.release(handler) }
    let result = try thread.call(handler, exception)
    defer { thread.release(result) }
    guard result.isInstance(TypeFlags.tupleSubclass), TupleObject(result).count == 2 else {
      throw thread.raise(.typeError, expected)
    }
    let tuple = TupleObject(result)
    guard thread.isIndex(tuple[1]) else { throw thread.raise(.typeError, expected) }
    var position = try thread.index(tuple[1])
    let given = position
    if position < 0 { position += length }
    guard position >= 0 && position <= length else {
      throw thread.raise(
        .indexError, "position \(given) from error handler out of bounds")
    }
    return (thread.retain(tuple[0]), position)
  }
}
