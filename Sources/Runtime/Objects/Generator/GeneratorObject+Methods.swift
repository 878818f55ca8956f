// send, throw, close, and generators as iterators.

import Bytecode
import CRuntime

extension GeneratorObject {
  package static let definition = TypeDefinition(
    name: "generator", size: MemoryLayout<GeneratorBody>.size, flags: TypeFlags.isContainer,
    slots: [
      .repr(repr), .iterate({ (thread, value) throws(Raised) in thread.retain(value) }),
      .next(next), .finalize(finalize),
    ],
    methods: methods, getters: getters, visit: visit, dispose: dispose)

  package static let coroutineDefinition = TypeDefinition(
    name: "coroutine", size: MemoryLayout<GeneratorBody>.size, flags: TypeFlags.isContainer,
    slots: [.repr(repr)], methods: methods, getters: getters, visit: visit, dispose: dispose)

  package static let asyncGeneratorDefinition = TypeDefinition(
    name: "async_generator", size: MemoryLayout<GeneratorBody>.size, flags: TypeFlags.isContainer,
    slots: [.repr(repr)], getters: getters, visit: visit, dispose: dispose)

  private static let methods = [
    Method("send(value, /)", send, "Resumes with a value; the next yielded one or StopIteration."),
    Method("throw(*args)", `throw`, "Raises an exception where the generator is suspended."),
    Method("close()", close, "Raises GeneratorExit where the generator is suspended."),
  ]

  private static let getters = [
    Getter(
      "__name__",
      { (thread, value) throws(Raised) in
        thread.retain(GeneratorObject(value).body.pointee.name)
      }, "The generator's name."),
    Getter(
      "__qualname__",
      { (thread, value) throws(Raised) in
        thread.retain(GeneratorObject(value).body.pointee.qualifiedName)
      }, "The generator's qualified name."),
    Getter(
      "gi_running",
      { (thread, value) throws(Raised) in
        Value(GeneratorObject(value).state == State.running)
      }, "Whether the generator is running."),
    Getter(
      "gi_suspended",
      { (thread, value) throws(Raised) in
        Value(GeneratorObject(value).state == State.suspended)
      }, "Whether the generator is suspended at a yield."),
    Getter(
      "gi_code",
      { (thread, value) throws(Raised) in
        thread.retain(GeneratorObject(value).function.body.pointee.code)
      }, "The generator's code."),
    Getter(
      "gi_yieldfrom",
      { (thread, value) throws(Raised) in
        let delegate = GeneratorObject(value).snapshot(thread).delegate
        return delegate.isUnbound ? .none : delegate
      }, "The iterator that yield from is iterating, or None."),
    Getter(
      "gi_frame",
      { (thread, value) throws(Raised) in
        try FrameObject.ofGenerator(thread, GeneratorObject(value))
      }, "The generator's frame, or None once it is finished."),
  ]

  private static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(GeneratorBody.self)
    visitor.counted(&body.pointee.function)
    visitor.counted(&body.pointee.name)
    visitor.counted(&body.pointee.qualifiedName)
    visitor.counted(&body.pointee.handled)
    guard let registers = body.pointee.registers else { return }
    visitor.counted(
      UnsafeMutableRawPointer(registers).assumingMemoryBound(to: Value.self),
      count: Int(body.pointee.registerCount))
  }

  private static func dispose(_ thread: ThreadState, _ reference: Reference) {
    let body = reference.body(GeneratorBody.self)
    if let registers = body.pointee.registers {
      thread.freeStore(registers, bytes: Int(body.pointee.registerCount) * 8)
    }
  }

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let name = StringObject(GeneratorObject(value).body.pointee.qualifiedName).text
    return try thread.string(
      "<\(value.type.nameText) object \(name) at \(thread.addressText(value))>")
  }

  /// The next item; unbound at the end. A returned value goes with it only where `send` asks.
  static func next(thread: ThreadState, value: Value) throws(Raised) -> Value {
    var returned = Value.unbound
    let item = try GeneratorObject(value).resume(
      thread, sending: .none, throwing: false, returned: &returned)
    if !returned.isUnbound {
      // `next` has no way to tell the value; StopIteration with it is raised by `__next__`.
      if !returned.isNone { throw thread.raiseStopIteration(owned: returned) }
    }
    return item
  }

  static func send(thread: ThreadState, value: Value, item: Value) throws(Raised) -> Value {
    var returned = Value.unbound
    let result = try GeneratorObject(value).resume(
      thread, sending: item, throwing: false, returned: &returned)
    if result.isUnbound { throw thread.raiseStopIteration(owned: returned) }
    return result
  }

  /// `throw(exception)` or the old three-argument form.
  static func `throw`(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    guard 1...3 ~= arguments.count else {
      throw thread.raise(
        .typeError, "throw expected at least 1 argument, got \(arguments.count)")
    }
    var exception = arguments[0]
    if arguments.count > 1, exception.isInstance(TypeFlags.typeSubclass), !arguments[1].isNone {
      exception =
        arguments[1].isInstance(TypeFlags.exceptionSubclass)
        ? arguments[1] : try thread.call(exception, arguments[1])
    }
    guard
      exception.isInstance(TypeFlags.exceptionSubclass)
        || exception.isInstance(TypeFlags.typeSubclass)
          && TypeObject(exception).has(TypeFlags.exceptionSubclass)
    else {
      throw thread.raise(
        .typeError,
        "exceptions must be classes or instances deriving from BaseException, not "
          + exception.type.nameText)
    }
    // Its context is what the generator itself is handling, not what the caller is.
    let handled = thread.record.pointee.handled
    let own = GeneratorObject(value).takeHandled(thread)
    thread.record.pointee.handled = own
    _ = thread.raiseStatement(exception, cause: .unbound)
    thread.record.pointee.handled = handled
    thread.release(own)
    var returned = Value.unbound
    let result = try GeneratorObject(value).throwInFlight(thread, &returned)
    if result.isUnbound { throw thread.raiseStopIteration(owned: returned) }
    return result
  }

  /// Raises the exception in flight inside the generator: in the iterator of its `yield from` first.
  func throwInFlight(_ thread: ThreadState, _ returned: inout Value) throws(Raised) -> Value {
    let delegate = takeDelegate(thread)
    guard !delegate.isUnbound else {
      return try resume(thread, sending: .none, throwing: true, returned: &returned)
    }
    defer { thread.release(delegate) }
    let exception = thread.takeException()
    defer { thread.release(exception) }
    do throws(Raised) {
      if exception.type.isSubtype(of: .generatorExit) {
        try thread.closeIterator(delegate)
        thread.restore(thread.retain(exception))
      } else if let item = try thread.throwInto(delegate, exception) {
        return item
      }
    } catch {
      guard thread.exceptionMatches(.stopIteration) else {
        return try resume(thread, sending: .none, throwing: true, returned: &returned)
      }
      let result = try thread.stopIterationValue()
      defer { thread.release(result) }
      guard leaveDelegation(thread, of: delegate) else {
        throw thread.raise(.valueError, "\(kindText) already executing")
      }
      return try resume(thread, sending: result, throwing: false, returned: &returned)
    }
    return try resume(thread, sending: .none, throwing: true, returned: &returned)
  }

  static func close(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let generator = GeneratorObject(value)
    if generator.state == State.finished { return .none }
    if generator.state == State.created {
      var created = State.created
      if racer_cas_acqrel_u32(
        UnsafeMutableRawPointer(generator.body) + MemoryLayout<Header>.size, &created,
        State.finished)
      {
        return .none
      }
    }
    _ = thread.raise(type: TypeObject(.generatorExit), arguments: [])
    var returned = Value.unbound
    do throws(Raised) {
      let item = try generator.throwInFlight(thread, &returned)
      if item.isUnbound { return returned }
      thread.release(item)
    } catch {
      if thread.exceptionMatches(.generatorExit) || thread.exceptionMatches(.stopIteration) {
        thread.clearException()
        return .none
      }
      throw error
    }
    throw thread.raise(.runtimeError, "generator ignored GeneratorExit")
  }

  /// A generator that dies suspended is closed, so that its `finally` clauses run.
  static func finalize(thread: ThreadState, value: Value) {
    guard GeneratorObject(value).state == State.suspended else { return }
    let saved = thread.takeException()
    do throws(Raised) {
      thread.release(try close(thread: thread, value: value))
    } catch {
      thread.reportUnraisable(in: value)
    }
    thread.restore(saved)
  }
}

extension ThreadState {
  /// One step of `yield from`: the yielded value, or the returned one and true. Owned.
  func send(_ value: Value, to iterator: Value) throws(Raised) -> (Value, isFinished: Bool) {
    if iterator.isExactly(.generator) || iterator.isExactly(.coroutine) {
      var returned = Value.unbound
      let item = try GeneratorObject(iterator).resume(
        self, sending: value, throwing: false, returned: &returned)
      return item.isUnbound ? (returned, true) : (item, false)
    }
    do throws(Raised) {
      if value.isNone {
        let item = try step(iterator)
        return item.isUnbound ? (.none, true) : (item, false)
      }
      return (try callMethod(iterator, .name(.send), value), false)
    } catch {
      guard exceptionMatches(.stopIteration) else { throw error }
      return (try stopIterationValue(), true)
    }
  }

  /// Takes the StopIteration in flight and gives its value. Owned.
  func stopIterationValue() throws(Raised) -> Value {
    let exception = takeException()
    defer { release(exception) }
    return try getAttribute(exception, .name(.value))
  }

  /// `throw` of an iterator that a generator delegates to: what it yields, or nil if it has no such
  /// method; then the exception is in flight again.
  fileprivate func throwInto(_ iterator: Value, _ exception: Value) throws(Raised) -> Value? {
    if iterator.isExactly(.generator) || iterator.isExactly(.coroutine) {
      restore(retain(exception))
      var returned = Value.unbound
      let item = try GeneratorObject(iterator).throwInFlight(self, &returned)
      if item.isUnbound { throw raiseStopIteration(owned: returned) }
      return item
    }
    let method = try getOptionalAttribute(iterator, .name(.throw))
    if method.isUnbound {
      restore(retain(exception))
      return nil
    }
    defer { release(method) }
    return try call(method, exception)
  }

  fileprivate func closeIterator(_ iterator: Value) throws(Raised) {
    let method = try getOptionalAttribute(iterator, .name(.close))
    if method.isUnbound { return }
    defer { release(method) }
    release(try call(method))
  }

  /// StopIteration with an owned value.
  func raiseStopIteration(owned value: Value) -> Raised {
    defer { release(value) }
    return raiseStopIteration(value)
  }
}
