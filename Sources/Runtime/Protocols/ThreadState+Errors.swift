// Raising and catching from native code. `throw thread.raise(.typeError, "…")` puts the exception
// into the thread and throws the empty `Raised`.

extension ThreadState {
  /// Raises a built-in exception with a message. Returns what is to be thrown.
  @inline(never) package func raise(_ type: WellKnownType, _ message: String) -> Raised {
    raise(type: TypeObject(type), message)
  }

  @inline(never) package func raise(type: TypeObject, _ message: String) -> Raised {
    let text: Value
    do throws(Raised) { text = try string(message) } catch { return error }
    defer { release(text) }
    return raise(type: type, arguments: [text])
  }

  /// Raises with one argument (borrowed): `KeyError(key)`.
  @inline(never) package func raise(_ type: WellKnownType, value: Value) -> Raised {
    raise(type: TypeObject(type), arguments: [value])
  }

  /// Raises `type(*arguments)`; the arguments are borrowed.
  @inline(never) package func raise(type: TypeObject, arguments: [Value]) -> Raised {
    let exception: Value
    do throws(Raised) { exception = try makeException(type, arguments) } catch { return error }
    return raise(exception: exception)
  }

  package func raise(_ type: WellKnownType, arguments: [Value]) -> Raised {
    raise(type: TypeObject(type), arguments: arguments)
  }

  /// Raises a NameError or AttributeError that knows the name and the object it is about.
  @inline(never) package func raiseNamed(
    _ type: WellKnownType, _ message: String, _ name: Value, _ object: Value = .unbound
  ) -> Raised {
    do throws(Raised) {
      let text = try string(message)
      defer { release(text) }
      let exception = try ExceptionObject.make(
        self, TypeObject(type), arguments: try tuple([text])
      )
      let keepsName = exception.fieldCount > 0 && type != .unboundLocalError
      if keepsName { exception.field(0).pointee = retain(name) }
      if exception.fieldCount > 1 && !object.isUnbound {
        exception.field(1).pointee = retain(object)
      }
      return raise(exception: exception.value)
    } catch { return error }
  }

  /// Tells an AttributeError in flight, if it does not know yet, what was looked for in which
  /// object: for those that scripts raise.
  func noteAttribute(_ object: Value, _ name: Value) {
    let exception = record.pointee.exception
    guard exception.isReference, exception.type.isSubtype(of: .attributeError) else { return }
    let error = ExceptionObject(exception)
    func isUnset(_ index: Int) -> Bool {
      error.field(index).pointee.isUnbound || error.field(index).pointee.isNone
    }
    guard error.fieldCount > 1, isUnset(0), isUnset(1) else { return }
    storeField(exception.reference, error.field(0), name)
    storeField(exception.reference, error.field(1), object)
  }

  /// Raises an exception object, which is taken over. The exception being handled becomes its
  /// context.
  @inline(never) package func raise(exception: Value) -> Raised {
    setImplicitContext(exception)
    restore(exception)
    return Raised()
  }

  /// The pre-allocated instance serves where there is not even memory for a new one.
  @inline(never) package func raiseMemoryError() -> Raised {
    let spare = ExceptionSpares.memoryError
    restore(spare.isUnbound ? .none : spare)
    return Raised()
  }

  /// `type(*arguments)` for an exception type; owned.
  package func makeException(_ type: TypeObject, _ arguments: [Value]) throws(Raised) -> Value {
    let tuple = try tuple(arguments)
    if type.has(TypeFlags.isHeapType) || ExceptionTypes.fieldCount(of: type) != 0 {
      defer { release(tuple) }
      return try callWithTuple(type.value, tuple)
    }
    return try ExceptionObject.make(self, type, arguments: tuple).value
  }

  /// Calls with the items of a tuple as arguments.
  func callWithTuple(_ callable: Value, _ tuple: Value) throws(Raised) -> Value {
    let object = TupleObject(tuple)
    let count = object.count
    return try withWords(max(count, 1)) { (words) throws(Raised) -> Value in
      for index in 0..<count { words[index] = object[index].bits }
      return try call(callable, Arguments(base: words, count: count))
    }
  }

  // MARK: The exception in flight

  /// Whether the exception in flight is an instance of a built-in type.
  package func exceptionMatches(_ type: WellKnownType) -> Bool {
    exceptionMatches(type: TypeObject(type))
  }
  package func exceptionMatches(type: TypeObject) -> Bool {
    let exception = record.pointee.exception
    return exception.isReference && exception.type.isSubtype(of: type)
  }

  /// Takes the exception in flight out of the thread: owned, or unbound where there is none.
  package func takeException() -> Value {
    let exception = record.pointee.exception
    record.pointee.exception = .unbound
    return exception
  }

  /// Puts an exception (taken over) in flight again, as it is, or none. The caller throws `Raised`.
  package func restore(_ exception: Value) {
    let old = record.pointee.exception
    record.pointee.exception = exception
    release(old)
  }

  package func clearException() { release(takeException()) }

  /// Runs native clean-up that may raise while an exception is in flight: what it raises is dropped.
  package func preservingException(_ body: () throws(Raised) -> Void) {
    let exception = takeException()
    do throws(Raised) { try body() } catch { clearException() }
    restore(exception)
  }

  /// Adds a note to the exception in flight.
  package func addNoteToException(_ note: String) {
    let exception = takeException()
    guard exception.isReference else { return }
    do throws(Raised) {
      let text = try string(note)
      defer { release(text) }
      _ = try ExceptionObject.addNote(thread: self, self: exception, note: text)
    } catch { clearException() }
    restore(exception)
  }

  // MARK: Context

  /// `__cause__` := an owned exception or None; the context is no longer shown.
  package func setCause(of exception: Value, owned cause: Value) {
    let object = ExceptionObject(exception)
    storeField(exception.reference, &object.body.pointee.cause, cause)
    object.suppressesContext = true
    release(cause)
  }

  /// `__context__` := the exception being handled; a cycle through it is cut.
  package func setImplicitContext(_ exception: Value) {
    let handled = record.pointee.handled
    guard handled.isReference, exception.isReference, !handled.isIdentical(to: exception) else {
      return
    }
    cutContextCycle(from: handled, to: exception)
    storeField(
      exception.reference, &ExceptionObject(exception).body.pointee.context, handled)
  }

  /// Follows the contexts of `start` and cuts the link that leads to `target`. Chains that a script
  /// made circular end by Floyd's two speeds. Each link is held while it is looked at: other threads
  /// may be changing it.
  private func cutContextCycle(from start: Value, to target: Value) {
    var current = retain(start)
    var slow = retain(start)
    var advanceSlow = false
    defer {
      release(current)
      release(slow)
    }
    while true {
      let body = ExceptionObject(current).body
      let context = loadField(current.reference, &body.pointee.context)
      guard context.isReference else { return }
      if context.isIdentical(to: target) {
        storeField(current.reference, &body.pointee.context, .none)
        release(context)
        return
      }
      release(current)
      current = context
      if current.isIdentical(to: slow) { return }
      if advanceSlow {
        let next = loadField(
          slow.reference, &ExceptionObject(slow).body.pointee.context)
        guard next.isReference else { return }
        release(slow)
        slow = next
      }
      advanceSlow.toggle()
    }
  }
}

/// Exceptions made at start-up for when none can be made.
enum ExceptionSpares {
  nonisolated(unsafe) static var memoryError = Value.unbound

  /// Called once the exception types exist.
  package static func prepare(_ thread: ThreadState) throws(Raised) {
    try addSecondBase(thread)
    let empty = try thread.tuple([])
    memoryError = try ExceptionObject.make(
      thread, TypeObject(.memoryError), arguments: empty
    ).value
    thread.makeImmortal(memoryError.reference)
  }

  /// ExceptionGroup alone among the built-in types has two bases; tables name but one.
  private static func addSecondBase(_ thread: ThreadState) throws(Raised) {
    let type = TypeObject(.exceptionGroup)
    let bases = try thread.tuple([
      TypeObject(.baseExceptionGroup).value, TypeObject(.exception).value,
    ])
    let order = try thread.tuple(
      [WellKnownType.exceptionGroup, .baseExceptionGroup, .exception, .baseException, .object]
        .map { TypeObject($0).value })
    thread.makeImmortal(bases.reference)
    thread.makeImmortal(order.reference)
    type.body.pointee.bases = bases
    type.body.pointee.mro = order
    thread.addSubclass(type, to: TypeObject(.exception))
  }
}
