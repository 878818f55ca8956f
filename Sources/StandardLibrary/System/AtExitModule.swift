// atexit: functions to be called when the program ends.
//
// The callbacks are a list of (function, arguments, keywords); None stands for one that was taken back.
// Each change is one step on that list, so threads may register and unregister at the same time.

import Runtime

package enum AtExitModule {
  package static let definition = ModuleDefinition(
    name: "atexit", doc: "Functions to be called when the program ends.",
    functions: [
      Method(
        "register(func, /, *args, **kwargs)", register,
        "Have a function called at the end, and return it."),
      Method("unregister(func, /)", unregister, "Forget all calls of a function."),
      Method("_clear()", clear, "Forget all calls."),
      Method("_run_exitfuncs()", runAll, "Make all calls now, and forget them."),
      Method("_ncallbacks()", count, "How many calls there will be."),
    ],
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      callbacks = try ListObject.make(thread, capacity: 0).value
    })

  /// Unbound until the module is imported.
  nonisolated(unsafe) private static var callbacks = Value.unbound

  static func register(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.count == 0 {
      throw thread.raise(.typeError, "register() takes at least 1 argument (0 given)")
    }
    guard thread.isCallable(arguments[0]) else {
      throw thread.raise(.typeError, "the first argument must be callable")
    }
    let rest = try TupleObject.make(thread, arguments.count - 1)
    for index in 1..<arguments.count { rest.initialize(index - 1, thread.retain(arguments[index])) }
    let keywords = try DictObject.make(thread)
    for index in 0..<arguments.keywordCount {
      try keywords.set(thread, arguments.keywordName(index), arguments.keywordValue(index))
    }
    let call = try thread.tuple(
      owned: [thread.retain(arguments[0]), rest.value, keywords.value])
    try ListObject(callbacks).appendOwned(thread, call)
    return thread.retain(arguments[0])
  }

  static func unregister(thread: ThreadState, function: Value) throws(Raised) -> Value {
    let list = ListObject(callbacks)
    for index in 0..<list.count {
      let call = list.item(thread, at: index)
      defer { thread.release(call) }
      if call.isExactly(.tuple), try thread.isEqual(TupleObject(call)[0], function) {
        try thread.setItem(callbacks, Value(small: index), .none)
      }
    }
    return .none
  }

  static func clear(thread: ThreadState) throws(Raised) -> Value {
    thread.release(try thread.callMethod(callbacks, "clear"))
    return .none
  }

  static func count(thread: ThreadState) throws(Raised) -> Value {
    Value(small: ListObject(callbacks).count)
  }

  static func runAll(thread: ThreadState) throws(Raised) -> Value {
    run(thread)
    return .none
  }

  /// Makes the calls, the last one registered first. What they register themselves is dropped.
  package static func run(_ thread: ThreadState) {
    if callbacks.isUnbound { return }
    let list = ListObject(callbacks)
    for index in stride(from: list.count - 1, through: 0, by: -1) where index < list.count {
      let call = list.item(thread, at: index)
      defer { thread.release(call) }
      guard call.isExactly(.tuple) else { continue }
      let parts = TupleObject(call)
      do throws(Raised) {
        let arguments = CallArguments(TupleObject(parts[1]), keywords: parts[2], thread)
        thread.release(try arguments.call(parts[0], thread))
      } catch { report(thread, parts[0]) }
    }
    do throws(Raised) { _ = try clear(thread: thread) } catch { thread.clearException() }
  }

  private static func report(_ thread: ThreadState, _ function: Value) {
    let exception = thread.takeException()
    var name = "<object repr() failed>"
    do throws(Raised) { name = try thread.reprText(function) } catch { thread.clearException() }
    thread.restore(exception)
    thread.reportUnraisable(in: .none, "Exception ignored in atexit callback \(name)")
  }
}
