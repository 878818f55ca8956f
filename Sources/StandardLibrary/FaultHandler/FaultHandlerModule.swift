// faulthandler: the stacks of all threads, on request, when a signal arrives, when time is up, and when
// the process dies of a fault. The text is `StackDump`'s.

import CRuntime
import Glibc
import Runtime

package enum FaultHandlerModule {
  package static let definition = ModuleDefinition(
    name: "faulthandler", doc: "Shows what the threads are doing when something goes wrong.",
    functions: [
      Method(
        "enable(file=None, all_threads=True)", enable,
        "Show the stacks when a fault ends the process."),
      Method("disable()", disable, "Undo enable(); returns whether it was in force."),
      Method("is_enabled()", isEnabled, "Whether a fault shows the stacks."),
      Method("dump_traceback(file=None, all_threads=True)", dump, "Show the stacks now."),
      Method(
        "dump_traceback_later(timeout, repeat=False, file=None, exit=False)", dumpLater,
        "Show the stacks of all threads after so many seconds, again and again if asked to."),
      Method(
        "cancel_dump_traceback_later()", cancelLater, "Undo dump_traceback_later()."),
      Method(
        "register(signum, file=None, all_threads=True, chain=False)", register,
        "Show the stacks whenever a signal arrives."),
      Method("unregister(signum, /)", unregister, "Undo register()."),
      Method("_sigsegv(release_gil=False, /)", segmentationFault, "Dies of SIGSEGV."),
      Method("_sigabrt()", abortProcess, "Dies of SIGABRT."),
      Method("_sigfpe()", arithmeticFault, "Dies of SIGFPE."),
    ])

  // MARK: Arguments

  /// The descriptor of a file object or number; standard error's where there is none.
  private static func descriptor(_ thread: ThreadState, _ file: Value) throws(Raised) -> Int32 {
    var file = thread.retain(file)
    defer { thread.release(file) }
    if file.isNone {
      file = BuiltinHooks.systemAttribute(thread, .stderr)
      if file.isUnbound || file.isNone {
        throw thread.raise(.runtimeError, "unable to get sys.stderr")
      }
    }
    if file.isSmallInteger || file.isInstance(TypeFlags.integerSubclass) {
      let number = try thread.index(file)
      guard number >= 0, number <= Int(Int32.max) else {
        throw thread.raise(.valueError, "file is not a valid file descriptor")
      }
      return Int32(number)
    }
    let result = try thread.callMethod(file, "fileno")
    defer { thread.release(result) }
    guard result.isSmallInteger, result.smallInteger >= 0 else {
      throw thread.raise(.runtimeError, "file.fileno() is not a valid file descriptor")
    }
    do throws(Raised) { thread.release(try thread.callMethod(file, "flush")) } catch {
      thread.clearException()
    }
    return Int32(truncatingIfNeeded: result.smallInteger)
  }

  private static func signalNumber(_ thread: ThreadState, _ value: Value) throws(Raised) -> Int32 {
    let number = try thread.index(value)
    if [SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSEGV].contains(Int32(truncatingIfNeeded: number)) {
      throw thread.raise(
        .runtimeError, "signal \(number) cannot be registered, use enable() instead")
    }
    guard number >= 1, number < Int(RACER_SIGNAL_LIMIT) else {
      throw thread.raise(.valueError, "signal number out of range")
    }
    return Int32(number)
  }

  // MARK: Now, and on signals

  static func dump(thread: ThreadState, file: Value, allThreads: Value) throws(Raised) -> Value {
    let all = try thread.isTrue(allThreads)
    try StackDump.write(thread, to: descriptor(thread, file), all: all)
    return .none
  }

  static func register(
    thread: ThreadState, number: Value, file: Value, allThreads: Value, chain: Value
  ) throws(Raised) -> Value {
    let signal = try signalNumber(thread, number)
    let request = try StackDump.Request(
      descriptor: descriptor(thread, file), showsAllThreads: thread.isTrue(allThreads),
      chains: thread.isTrue(chain))
    let error = StackDump.register(signal, request)
    if error != 0 { throw thread.raiseOSError(error) }
    return .none
  }

  static func unregister(thread: ThreadState, number: Value) throws(Raised) -> Value {
    Value(StackDump.unregister(try signalNumber(thread, number)))
  }

  // MARK: Faults

  /// What the handler of a dying process needs, atomic words: the descriptor with a flag for all
  /// threads above it, or 0 where faults show nothing.
  nonisolated(unsafe) private static let fatalRequest: UnsafeMutablePointer<UInt64> = {
    let word = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    word.initialize(to: 0)
    return word
  }()

  /// As `enable()` does, from the command line.
  package static func enable(descriptor: Int32, all: Bool) {
    let flags: UInt64 = 1 << 63 | (all ? 1 << 32 : 0)
    racer_store_release_u64(fatalRequest, UInt64(UInt32(bitPattern: descriptor)) | flags)
    racer_install_fatal_handler { number in
      let word = racer_load_acquire_u64(FaultHandlerModule.fatalRequest)
      StackDump.writeFatally(
        FaultHandlerModule.faultName(number), to: Int32(truncatingIfNeeded: word),
        all: word >> 32 & 1 != 0)
    }
  }

  private static func faultName(_ number: Int32) -> String {
    switch number {
    case SIGBUS: return "Bus error"
    case SIGILL: return "Illegal instruction"
    case SIGFPE: return "Floating-point exception"
    case SIGABRT: return "Aborted"
    default: return "Segmentation fault"
    }
  }

  static func enable(thread: ThreadState, file: Value, allThreads: Value) throws(Raised) -> Value {
    let all = try thread.isTrue(allThreads)
    try enable(descriptor: descriptor(thread, file), all: all)
    return .none
  }

  static func disable(thread: ThreadState) throws(Raised) -> Value {
    let wasEnabled = racer_exchange_acqrel_u64(fatalRequest, 0) != 0
    racer_remove_fatal_handler()
    return Value(wasEnabled)
  }

  static func isEnabled(thread: ThreadState) throws(Raised) -> Value {
    Value(racer_load_acquire_u64(fatalRequest) != 0)
  }

  static func segmentationFault(thread: ThreadState, releaseGIL: Value) throws(Raised) -> Value {
    racer_fault(SIGSEGV)
    return .none
  }
  static func abortProcess(thread: ThreadState) throws(Raised) -> Value {
    racer_fault(SIGABRT)
    return .none
  }
  static func arithmeticFault(thread: ThreadState) throws(Raised) -> Value {
    racer_fault(SIGFPE)
    return .none
  }

  // MARK: Later

  static func dumpLater(
    thread: ThreadState, timeout: Value, repeats: Value, file: Value, exits: Value
  ) throws(Raised) -> Value {
    let seconds = try thread.double(from: timeout)
    guard seconds > 0 else {
      throw thread.raise(.valueError, "timeout must be greater than 0")
    }
    guard seconds < 9e9 else {
      throw thread.raise(.overflowError, "timeout value is too large")
    }
    let request = try DumpTimer.Request(
      interval: Int64(seconds * 1e9), repeats: thread.isTrue(repeats),
      descriptor: descriptor(thread, file), exits: thread.isTrue(exits))
    guard DumpTimer.start(request, thread) else {
      throw thread.raise(.runtimeError, "unable to start watchdog thread")
    }
    return .none
  }

  static func cancelLater(thread: ThreadState) throws(Raised) -> Value {
    DumpTimer.cancel(thread)
    return .none
  }
}
