// What the builtin functions need from parts of the runtime that are above them: the interpreter,
// the import system, the compiler. Each is set once at start-up.

import CRuntime

package enum BuiltinHooks {
  package typealias ArgumentsHook = (ThreadState, Arguments) throws(Raised) -> Value
  package typealias PlainHook = (ThreadState) throws(Raised) -> Value

  /// `sys.__dict__` and `builtins.__dict__`, immortal; unbound until they exist.
  nonisolated(unsafe) package static var systemDictionary = Value.unbound
  nonisolated(unsafe) package static var builtinsDictionaryValue = Value.unbound

  /// `globals()` and `locals()` of the running Python frame: owned.
  nonisolated(unsafe) package static var globals: PlainHook = missing
  nonisolated(unsafe) package static var locals: PlainHook = missing

  nonisolated(unsafe) package static var compile: ArgumentsHook = missingFunction
  nonisolated(unsafe) package static var evaluate: ArgumentsHook = missingFunction
  nonisolated(unsafe) package static var execute: ArgumentsHook = missingFunction
  nonisolated(unsafe) package static var importFunction: ArgumentsHook = missingFunction
  nonisolated(unsafe) package static var buildClass: ArgumentsHook = missingFunction
  nonisolated(unsafe) package static var open: ArgumentsHook = missingFunction

  /// `import name` without side effects on the caller: owned. For suggestions.
  nonisolated(unsafe) package static var importModule:
    (ThreadState, Value) throws(Raised) -> Value =
      { (thread, _) throws(Raised) in throw thread.raise(.importError, "no import system") }

  /// A frame object for a traceback's record: code, globals, word. Owned.
  nonisolated(unsafe) package static var makeFrame:
    (ThreadState, Value, Value, Int) throws(Raised) -> Value = { (_, _, _, _) in .none }

  private static func missing(_ thread: ThreadState) throws(Raised) -> Value {
    throw thread.raise(.notImplementedError, "not available in this build")
  }
  private static func missingFunction(_ thread: ThreadState, _ arguments: Arguments)
    throws(Raised) -> Value
  {
    throw thread.raise(.notImplementedError, "not available in this build")
  }

  // MARK: Questions to the modules

  /// An attribute of `sys`: owned, unbound where it is missing.
  package static func systemAttribute(_ thread: ThreadState, _ name: WellKnownName) -> Value {
    guard systemDictionary.isReference else { return .unbound }
    return DictObject(systemDictionary).get(thread, name: .name(name))
  }

  package static func systemAttribute(_ thread: ThreadState, _ name: String) -> Value {
    guard systemDictionary.isReference else { return .unbound }
    return DictObject(systemDictionary).get(thread, name: thread.intern(name))
  }

  /// `builtins.__dict__`, borrowed, or None.
  static func builtinsDictionary(_ thread: ThreadState) -> Value {
    builtinsDictionaryValue.isReference ? builtinsDictionaryValue : .none
  }

  static func isStandardModule(_ thread: ThreadState, _ name: String) -> Bool {
    let names = systemAttribute(thread, "stdlib_module_names")
    defer { thread.release(names) }
    if names.isUnbound { return false }
    do throws(Raised) {
      let text = try thread.string(name)
      defer { thread.release(text) }
      return try thread.contains(names, text)
    } catch {
      thread.clearException()
      return false
    }
  }

  static func isPrintFunction(_ value: Value) -> Bool {
    let name = BuiltinFunctionObject(value).body.pointee.description.pointee.name
    return name.isIdentical(to: .name(.print))
  }
}
