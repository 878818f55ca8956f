// _thread: threads and locks as `threading` needs them.

import CRuntime
import Glibc
import Runtime

package enum ThreadModule {
  package static let definition = ModuleDefinition(
    name: "_thread", doc: "Threads, and locks between them.",
    functions: functions,
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      try addTypes(thread, module)
    })

  private static let functions: [Method] = [
    Method(
      "start_new_thread(function, args, kwargs=<unrepresentable>, /)", startNewThread,
      "Start a thread that calls a function, and return its number."),
    Method(
      "start_new(function, args, kwargs=<unrepresentable>, /)", startNewThread,
      "The same as start_new_thread()."),
    Method(
      "start_joinable_thread(function, handle=None, daemon=True)", startJoinableThread,
      "Start a thread that calls a function, and return the handle to join it by."),
    Method("daemon_threads_allowed()", daemonThreadsAllowed, "True: threads may be daemons."),
    Method("allocate_lock()", allocateLock, "A new lock."),
    Method("allocate()", allocateLock, "The same as allocate_lock()."),
    Method("exit()", exitThread, "End the thread by raising SystemExit."),
    Method("exit_thread()", exitThread, "The same as exit()."),
    Method(
      "interrupt_main(signum=2, /)", interruptMain,
      "Let the main thread handle a signal as if it had arrived."),
    Method("get_ident()", getIdent, "The calling thread's number."),
    Method("get_native_id()", getNativeIdent, "The number that the system gives the thread."),
    Method("_get_main_thread_ident()", getMainIdent, "The main thread's number."),
    Method("_count()", count, "How many threads run besides the main thread."),
    Method(
      "stack_size(size=0, /)", stackSize,
      "Return the stack size of new threads, 0 for the default, and set another."),
    Method("_shutdown()", shutdown, "Wait for all threads that are no daemons."),
    Method("_make_thread_handle(ident, /)", makeHandle, "A handle for a thread that runs already."),
    Method("_is_main_interpreter()", isMainInterpreter, "True: there is one interpreter."),
    Method("_excepthook(exc_info, /)", exceptionHook, "Print what ended a thread."),
    Method("_after_fork()", afterFork, "Forget the other threads, in a forked child."),
  ]

  private static func addTypes(_ thread: ThreadState, _ module: ModuleBuilder) throws(Raised) {
    LockObject.type = try thread.createType(LockObject.definition)
    try module.add("lock", LockObject.type.value)
    try module.add("LockType", LockObject.type.value)
    RecursiveLockObject.type = try module.add(RecursiveLockObject.definition)
    StackDump.lockHolder = RecursiveLockObject.holder
    ThreadHandleObject.type = try module.add(ThreadHandleObject.definition)
    LocalObject.type = try module.add(LocalObject.definition)
    threadExitHook = { thread in LocalObject.forgetThread(thread: thread) }
    try module.add("error", TypeObject(.runtimeError).value)
    try module.add("ThreadError", TypeObject(.runtimeError).value)
    try module.add("TIMEOUT_MAX", thread.float(LockTimeout.maximum))
  }
}

// MARK: Starting

extension ThreadModule {
  static func startNewThread(
    thread: ThreadState, function: Value, arguments: Value, keywords: Value
  ) throws(Raised) -> Value {
    guard thread.isCallable(function) else {
      throw thread.raise(.typeError, "first arg must be callable")
    }
    guard arguments.isInstance(TypeFlags.tupleSubclass) else {
      throw thread.raise(.typeError, "2nd arg must be a tuple")
    }
    guard keywords.isUnbound || keywords.isInstance(TypeFlags.dictionarySubclass) else {
      throw thread.raise(.typeError, "optional 3rd arg must be a dictionary")
    }
    let task = ThreadTask(
      function: function, arguments: arguments, keywords: keywords, handle: nil)
    return try thread.integer(task.start(thread, isDaemon: true))
  }

  static func startJoinableThread(
    thread: ThreadState, function: Value, handle: Value, daemon: Value
  ) throws(Raised) -> Value {
    guard thread.isCallable(function) else {
      throw thread.raise(.typeError, "thread function must be callable")
    }
    guard handle.isNone || handle.type.isSame(ThreadHandleObject.type) else {
      throw thread.raise(.typeError, "'handle' must be a _ThreadHandle")
    }
    let isDaemon = try thread.isTrue(daemon)
    let object = handle.isNone ? try ThreadHandleObject.make(thread) : thread.retain(handle)
    do throws(Raised) {
      try start(thread, function, ThreadHandleObject(object).handle, isDaemon: isDaemon)
    } catch {
      thread.release(object)
      throw error
    }
    return object
  }

  private static func start(
    _ thread: ThreadState, _ function: Value, _ handle: ThreadHandle, isDaemon: Bool
  ) throws(Raised) {
    guard handle.claimStart() else {
      throw thread.raise(.runtimeError, "thread already started")
    }
    if !isDaemon { WaitedForThreads.add(handle, thread) }
    let task = ThreadTask(
      function: function, arguments: thread.tuple(), keywords: .unbound, handle: handle)
    do throws(Raised) {
      handle.ident = try task.start(thread, isDaemon: isDaemon)
    } catch {
      WaitedForThreads.forget(handle, thread)
      handle.state = .notStarted
      throw error
    }
  }

  static func makeHandle(thread: ThreadState, ident: Value) throws(Raised) -> Value {
    let number = try thread.index(ident)
    let object = try ThreadHandleObject.make(thread)
    let handle = ThreadHandleObject(object).handle
    handle.ident = UInt(bitPattern: number)
    handle.state = .running
    return object
  }

  static func shutdown(thread: ThreadState) throws(Raised) -> Value {
    while let handle = WaitedForThreads.next(thread) { _ = try handle.done.wait(thread) }
    return .none
  }

  static func afterFork(thread: ThreadState) throws(Raised) -> Value {
    WaitedForThreads.resetAfterFork()
    return .none
  }
}

// MARK: The rest

extension ThreadModule {
  static func daemonThreadsAllowed(thread: ThreadState) throws(Raised) -> Value { .true }
  static func isMainInterpreter(thread: ThreadState) throws(Raised) -> Value { .true }

  static func allocateLock(thread: ThreadState) throws(Raised) -> Value {
    try LockObject.make(thread)
  }

  static func exitThread(thread: ThreadState) throws(Raised) -> Value {
    throw thread.raise(type: TypeObject(.systemExit), arguments: [])
  }

  static func interruptMain(thread: ThreadState, signal: Value) throws(Raised) -> Value {
    let number = try thread.index(signal)
    guard number >= 1 && number < 65 else {
      throw thread.raise(.valueError, "signal number out of range")
    }
    if Signals.isNoted(Int32(number)) { Signals.simulate(Int32(number)) }
    return .none
  }

  static func getIdent(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(thread.ident)
  }

  static func getNativeIdent(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(UInt(thread.nativeIdent))
  }

  static func getMainIdent(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(ThreadState.mainIdent)
  }

  static func count(thread: ThreadState) throws(Raised) -> Value {
    Value(small: ThreadState.otherThreadCount)
  }

  static func stackSize(thread: ThreadState, size: Value) throws(Raised) -> Value {
    let wanted = try thread.index(size)
    guard wanted >= 0 else {
      throw thread.raise(.valueError, "size must be 0 or a positive value")
    }
    guard wanted == 0 || wanted >= 32768 else {
      throw thread.raise(.valueError, "size not valid: \(wanted) bytes")
    }
    let before = racer_exchange_acqrel_u64(ThreadTask.stackSize, UInt64(wanted))
    return Value(small: Int(before))
  }

  /// Prints the exception of a thread, with the thread's name if it has one.
  static func exceptionHook(thread: ThreadState, arguments: Value) throws(Raised) -> Value {
    let exception = try thread.getAttribute(arguments, "exc_value")
    defer { thread.release(exception) }
    guard exception.isReference else { return .none }
    let started = try thread.getAttribute(arguments, "thread")
    defer { thread.release(started) }
    var name = String(thread.ident)
    if !started.isNone {
      let value = try thread.getAttribute(started, "name")
      defer { thread.release(value) }
      name = try thread.text(value)
    }
    UncaughtException.reportThread(thread, exception, threadName: name)
    return .none
  }
}
