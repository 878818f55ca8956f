// sys: the interpreter's own settings.

import Glibc
import Runtime

package enum SysModule {
  package static let definition = ModuleDefinition(
    name: "sys", doc: "The interpreter: its arguments, streams, limits and hooks.",
    functions: [
      Method(
        "__getattr__(name, /)", lateAttribute, "Attributes that are made when first asked for."),
      Method("__dir__()", directory, "Names of all attributes, made or not."),
      Method("getallocatedblocks()", allocatedBlocks, "Number of objects that are alive."),
      Method(
        "getrefcount(object, /)", referenceCount, "Counts on an object, this call's included."),
      Method("is_finalizing()", isFinalizing, "Whether the interpreter is ending."),
      Method("exit(status=None, /)", exit, "Ends the program by raising SystemExit."),
      Method("intern(string, /)", intern, "The one copy of a string."),
      Method("getrecursionlimit()", recursionLimit, "The deepest recursion that is allowed."),
      Method(
        "setrecursionlimit(limit, /)", setRecursionLimit, "Sets how deep recursion may go."),
      Method("exc_info()", exceptionInfo, "Type, value and traceback of what is being handled."),
      Method("exception()", exception, "The exception being handled, or None."),
      Method("_getframe(depth=0, /)", frame, "The frame of the caller, or of one further out."),
      Method("_is_gil_enabled()", isGILEnabled, "Whether threads take turns under a global lock."),
      Method("getswitchinterval()", switchInterval, "Seconds between hand-overs of the GIL."),
      Method(
        "setswitchinterval(interval, /)", setSwitchInterval,
        "Sets how long a thread keeps the GIL, in seconds."),
      Method("getdefaultencoding()", defaultEncoding, "The encoding of str: utf-8."),
      Method("getfilesystemencoding()", defaultEncoding, "The encoding of file names: utf-8."),
      Method(
        "getsizeof(object, default=<unrepresentable>, /)", sizeOf, "Size of an object in bytes."),
      Method(
        "_source_line(filename, line, /)", sourceLine, "A line of a source, empty if unknown."),
      Method(
        "_included_modules(embedded, /)", includedModules,
        "Names of the modules inside the interpreter: the native ones, or those in Python."),
      Method("displayhook(object, /)", displayHook, "Prints a value at the prompt."),
      Method(
        "excepthook(exctype, value, traceback, /)", exceptionHook,
        "Prints an exception that nobody caught."),
    ] + numberFunctions,
    constants: { (thread, module) throws(Raised) in try addConstants(thread, module) })

  private static func addConstants(_ thread: ThreadState, _ module: ModuleBuilder)
    throws(Raised)
  {
    try module.add("modules", thread.retain(ImportSystem.modules))
    try module.add("maxsize", thread.integer(Int.max))
    try module.add("maxunicode", Value(small: 0x10ffff))
    try module.add("byteorder", thread.string("little"))
    try module.add("platform", thread.string("linux"))
    try module.add("version", thread.string("3.13.0 (Racer)"))
    try module.add("hexversion", Value(small: 0x030d00f0))
    try module.add("api_version", Value(small: 1013))
    try module.add("copyright", thread.string("Racer, a free-threaded Python"))
    try VersionInfo.add(thread, to: module)
    try module.add("stdlib_module_names", StandardModuleNames.make(thread))
    try module.add("__stdin__", StandardStreamObject.make(thread, .input))
    try module.add("__stdout__", StandardStreamObject.make(thread, .output))
    try module.add("__stderr__", StandardStreamObject.make(thread, .error))
    for (name, hidden) in [
      ("stdin", "__stdin__"), ("stdout", "__stdout__"), ("stderr", "__stderr__"),
      ("__displayhook__", "displayhook"), ("__excepthook__", "excepthook"),
    ] {
      let stream = try thread.getAttribute(module.module.value, thread.intern(hidden))
      try module.module.dictionary.set(thread, thread.intern(name), stream)
      thread.release(stream)
    }
  }

  /// `version_info` and its like come from the module `_sysinfo`, so that start-up pays for none.
  static func lateAttribute(thread: ThreadState, name: Value) throws(Raised) -> Value {
    let text = StringObject(name).text
    if !text.hasPrefix("_") {
      let module = try ImportSystem.module(thread, "_sysinfo")
      defer { thread.release(module) }
      let found = try thread.getOptionalAttribute(module, name)
      if !found.isUnbound {
        try DictObject(BuiltinHooks.systemDictionary).set(thread, name, found)
        return found
      }
    }
    let system = try ImportSystem.module(thread, "sys")
    defer { thread.release(system) }
    throw ModuleObject.raiseAttributeError(thread, system, name)
  }

  static func directory(thread: ThreadState) throws(Raised) -> Value {
    let module = try ImportSystem.module(thread, "_sysinfo")
    defer { thread.release(module) }
    return try thread.callMethod(module, thread.intern("_directory"))
  }

  static func allocatedBlocks(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(Heap.liveObjectCount())
  }

  /// Immortal and immediate objects have as many counts as there can be.
  static func referenceCount(thread: ThreadState, object: Value) throws(Raised) -> Value {
    guard object.isReference, !object.reference.isImmortal else { return Value(small: 0xffff_ffff) }
    let local = Int(UInt32(truncatingIfNeeded: object.reference.bias))
    return Value(small: local + 1)
  }

  static func sourceLine(thread: ThreadState, filename: Value, line: Value) throws(Raised) -> Value
  {
    guard filename.isInstance(TypeFlags.stringSubclass) else { return StringObject.empty }
    let number = try thread.index(line)
    let lines = SourceLines.lines(of: StringObject(filename).text)
    guard number >= 1, number <= lines.count else { return StringObject.empty }
    return try thread.string(lines[number - 1])
  }

  static func includedModules(thread: ThreadState, embedded: Value) throws(Raised) -> Value {
    let names = try thread.isTrue(embedded) ? NativeModules.embeddedNames : NativeModules.names
    var values: [Value] = []
    for name in names { values.append(thread.intern(name)) }
    return try thread.tuple(owned: values)
  }

  static func isFinalizing(thread: ThreadState) throws(Raised) -> Value {
    Value(ThreadState.isFinalizing)
  }

  static func exit(thread: ThreadState, status: Value) throws(Raised) -> Value {
    throw thread.raise(type: TypeObject(.systemExit), arguments: status.isNone ? [] : [status])
  }

  static func intern(thread: ThreadState, string: Value) throws(Raised) -> Value {
    guard string.isExactString else {
      throw thread.raise(.typeError, "can't intern \(string.type.nameText)")
    }
    return try thread.internValue(string)
  }

  static func recursionLimit(thread: ThreadState) throws(Raised) -> Value {
    Value(small: Int(thread.record.pointee.depthLimit))
  }

  static func setRecursionLimit(thread: ThreadState, limit: Value) throws(Raised) -> Value {
    let number = try thread.index(limit)
    guard number >= 1 else {
      throw thread.raise(.valueError, "recursion limit must be greater or equal than 1")
    }
    thread.record.pointee.depthLimit = Int32(min(number, Int(Int32.max) - 100))
    return .none
  }

  static func exceptionInfo(thread: ThreadState) throws(Raised) -> Value {
    let handled = thread.record.pointee.handled
    guard handled.isReference else { return try thread.tuple(.none, .none, .none) }
    let traceback = try thread.getAttribute(handled, "__traceback__")
    defer { thread.release(traceback) }
    return try thread.tuple(handled.type.value, handled, traceback)
  }

  static func exception(thread: ThreadState) throws(Raised) -> Value {
    thread.retain(thread.record.pointee.handled)
  }

  static func frame(thread: ThreadState, depth: Value) throws(Raised) -> Value {
    try FrameObject.running(thread, depth: thread.index(depth))
  }

  static func isGILEnabled(thread: ThreadState) throws(Raised) -> Value {
    Value(Scheduler.mode == .gil)
  }

  static func switchInterval(thread: ThreadState) throws(Raised) -> Value {
    try thread.float(Double(Scheduler.switchInterval) / 1e9)
  }

  static func setSwitchInterval(thread: ThreadState, interval: Value) throws(Raised) -> Value {
    let seconds = try thread.double(from: interval)
    guard seconds > 0 else {
      throw thread.raise(.valueError, "switch interval must be strictly positive")
    }
    Scheduler.switchInterval = Int64(seconds * 1e9)
    return .none
  }

  static func defaultEncoding(thread: ThreadState) throws(Raised) -> Value {
    try thread.string("utf-8")
  }

  static func sizeOf(thread: ThreadState, object: Value, fallback: Value) throws(Raised) -> Value {
    try thread.callMethod(object, "__sizeof__")
  }

  static func displayHook(thread: ThreadState, object: Value) throws(Raised) -> Value {
    if object.isNone { return .none }
    let builtins = DictObject(Interpreter.builtinsDictionary)
    try builtins.set(thread, thread.intern("_"), .none)
    let text = try thread.repr(object)
    defer { thread.release(text) }
    let print = builtins.get(thread, name: thread.intern("print"))
    defer { thread.release(print) }
    thread.release(try thread.call(print, text))
    try builtins.set(thread, thread.intern("_"), object)
    return .none
  }

  static func exceptionHook(
    thread: ThreadState, type: Value, value: Value, traceback: Value
  ) throws(Raised) -> Value {
    UncaughtException.display(thread, value, traceback: traceback)
    return .none
  }
}
