// Exceptions and context managers.

import Bytecode
import CRuntime

extension Instructions {
  @inline(never) static func raiseSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    switch fullC(w) {
    case 0:
      let handled = thread.record.pointee.handled
      if handled.isNone {
        _ = thread.raise(.runtimeError, "No active exception to reraise")
      } else {
        // Its traceback has this frame already.
        thread.restore(thread.retain(handled))
        var state = State(pc, r, k)
        unwind(&state.pc, &state.r, &state.k, thread, addingTraceback: false)
        return state
      }
    case 1: _ = thread.raiseStatement(value(r, a(w)), cause: .unbound)
    default: _ = thread.raiseStatement(value(r, a(w)), cause: value(r, b(w)))
    }
    return raised(pc, r, k, thread)
  }

  /// Raises the exception of a handler again, as it is.
  @inline(never) static func reraiseSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    let exception = move(r, a(w) + 1)
    restoreHandled(r, b(w), thread)
    thread.restore(exception)
    var state = State(pc, r, k)
    unwind(&state.pc, &state.r, &state.k, thread, addingTraceback: false)
    return state
  }

  /// Makes what a register saved the handled exception again.
  @inline(__always) private static func restoreHandled(
    _ r: Registers, _ index: Int, _ thread: ThreadState
  ) {
    let old = thread.record.pointee.handled
    thread.record.pointee.handled = move(r, index)
    thread.release(old)
  }

  @inline(never) static func endHandlerSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    restoreHandled(r, a(w), thread)
    clear(r, a(w) + 1, thread)
    return State(pc, r, k)
  }

  @inline(never) static func jumpIfNotMatchSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let matches = try thread.exceptionMatches(value(r, a(w)), handler: value(r, b(w)))
      consumeB(r, w, thread)
      return State(matches ? pc : pc + signedC(w), r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(never) static func loadAssertionErrorSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      TypeObject(.assertionError).value
    }
  }

  // MARK: with

  @inline(never) static func enterContextSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let manager = value(r, a(w))
      let exit = try thread.contextMethod(manager, .__exit__, other: .__enter__)
      do throws(Raised) {
        let enter = try thread.contextMethod(manager, .__enter__, other: .__exit__)
        defer { thread.release(enter) }
        let result = try thread.call(enter)
        put(r, a(w), exit, thread)
        put(r, a(w) + 1, result, thread)
      } catch {
        thread.release(exit)
        throw error
      }
    }
  }

  @inline(never) static func exitContextSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let exit = move(r, a(w))
      defer { thread.release(exit) }
      thread.release(try thread.call(exit, .none, .none, .none))
    }
  }

  @inline(never) static func exitContextExceptionSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let exception = value(r, c(w) + 1)
      let exit = move(r, b(w))
      defer { thread.release(exit) }
      let traceback = try thread.getAttribute(exception, .name(.__traceback__))
      defer { thread.release(traceback) }
      let result = try thread.call(exit, exception.type.value, exception, traceback)
      defer { thread.release(result) }
      return Value(try thread.isTrue(result))
    }
  }
}

extension ThreadState {
  /// `raise value from cause`; cause is unbound without `from`.
  func raiseStatement(_ value: Value, cause: Value) -> Raised {
    do throws(Raised) {
      let exception = try exceptionToRaise(value, "exceptions must derive from BaseException")
      if !cause.isUnbound {
        let resolved =
          cause.isNone
          ? Value.none
          : try exceptionToRaise(cause, "exception causes must derive from BaseException")
        setCause(of: exception, owned: resolved)
      }
      setImplicitContext(exception)
      restore(exception)
      return Raised()
    } catch {
      return error
    }
  }

  /// An exception instance from a class or an instance. Owned.
  private func exceptionToRaise(_ value: Value, _ message: String) throws(Raised) -> Value {
    if value.isInstance(TypeFlags.exceptionSubclass) { return retain(value) }
    if value.isInstance(TypeFlags.typeSubclass),
      TypeObject(value).has(TypeFlags.exceptionSubclass)
    {
      let made = try call(value)
      if made.isInstance(TypeFlags.exceptionSubclass) { return made }
      defer { release(made) }
      let wanted = try repr(value)
      defer { release(wanted) }
      let got = try repr(made.type.value)
      defer { release(got) }
      throw raise(
        .typeError,
        "calling \(StringObject(wanted).text) should have returned an instance of BaseException, "
          + "not \(StringObject(got).text)")
    }
    throw raise(.typeError, message)
  }

  /// Whether an exception matches the class, or a class of the tuple, of an `except` clause.
  func exceptionMatches(_ exception: Value, handler: Value) throws(Raised) -> Bool {
    if handler.isInstance(TypeFlags.typeSubclass),
      TypeObject(handler).has(TypeFlags.exceptionSubclass)
    {
      return exception.type.isSubtype(of: TypeObject(handler))
    }
    guard handler.isInstance(TypeFlags.tupleSubclass) else {
      throw raise(
        .typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
    let classes = TupleObject(handler)
    for index in 0..<classes.count {
      guard classes[index].isInstance(TypeFlags.typeSubclass),
        TypeObject(classes[index]).has(TypeFlags.exceptionSubclass)
      else {
        throw raise(
          .typeError, "catching classes that do not inherit from BaseException is not allowed")
      }
    }
    for index in 0..<classes.count
    where exception.type.isSubtype(of: TypeObject(classes[index])) {
      return true
    }
    return false
  }

  /// A context manager's method, bound. Owned.
  func contextMethod(_ manager: Value, _ name: WellKnownName, other: WellKnownName)
    throws(Raised) -> Value
  {
    let method = try lookupSpecial(manager, .name(name))
    if !method.isUnbound { return method }
    let missing = name == .__exit__ ? " (missed __exit__ method)" : ""
    let hasOther = lookupExists(manager.type, other)
    throw raise(
      .typeError,
      "'\(manager.type.nameText)' object does not support the context manager protocol"
        + (name == .__exit__ && hasOther ? missing : ""))
  }
}
