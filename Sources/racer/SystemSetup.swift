import Glibc
import Runtime
import StandardLibrary
import Tools

/// What `sys` and `__main__` know of this run.
enum SystemSetup {
  static func prepare(_ thread: ThreadState, _ options: LaunchOptions) throws(Raised) {
    let system = try ImportSystem.module(thread, "sys")
    let module = ModuleObject(system)
    thread.makeImmortal(module.dictionary.value.reference)
    BuiltinHooks.systemDictionary = module.dictionary.value
    try module.add(thread, "argv", list(thread, [options.programName] + options.arguments))
    try module.add(thread, "orig_argv", list(thread, CommandLine.arguments))
    try module.add(thread, "path", list(thread, searchPath(options)))
    let executable = ScriptSource.absolute(executablePath)
    try module.add(thread, "executable", thread.string(executable))
    try module.add(thread, "warnoptions", list(thread, options.warningFilters))
    try module.add(thread, "_xoptions", implementationOptions(thread, options))
    try module.add(thread, "_flag_values", flagValues(thread, options))
    try module.add(thread, "dont_write_bytecode", Value(options.dontWriteBytecode))
    TracebackColors.ignoresEnvironment = options.ignoresEnvironment
    if let limit = options.integerTextLimit { IntegerText.maximumDigits = limit }
    thread.release(system)
    // Filters are read when the module is made, and say then what is wrong with them.
    if !options.warningFilters.isEmpty {
      thread.release(try ImportSystem.module(thread, "warnings"))
    }
  }

  /// The items of `sys.flags`, in its order: `_sysinfo` gives them their names when somebody asks.
  private static func flagValues(_ thread: ThreadState, _ options: LaunchOptions)
    throws(Raised) -> Value
  {
    func number(_ isSet: Bool) -> Value { Value(small: isSet ? 1 : 0) }
    return try thread.tuple(owned: [
      Value(small: options.debug), number(options.inspects), number(options.isInteractive),
      Value(small: options.optimization), number(options.dontWriteBytecode),
      number(options.noUserSite), number(options.noSite), number(options.ignoresEnvironment),
      Value(small: options.verbosity), Value(small: options.bytesWarning),
      number(options.isQuiet), number(options.hashSeed != 0), number(options.isIsolated),
      Value(options.isDevelopment), number(options.usesUTF8Mode),
      number(options.warnsDefaultEncoding), Value(options.safePath),
      Value(small: options.integerTextLimit ?? IntegerText.maximumDigits),
    ])
  }

  private static func implementationOptions(_ thread: ThreadState, _ options: LaunchOptions)
    throws(Raised) -> Value
  {
    let dictionary = try DictObject.make(thread)
    for option in options.implementationOptions {
      let value = if let text = option.value { try thread.string(text) } else { Value.true }
      defer { thread.release(value) }
      try dictionary.set(thread, thread.intern(option.name), value)
    }
    return dictionary.value
  }

  private static var executablePath: String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
  }

  private static func searchPath(_ options: LaunchOptions) -> [String] {
    var path: [String] = []
    switch options.program {
    case .script(let script) where ScriptSource.isFolder(script):
      path.append(ScriptSource.absolute(script))
    case _ where options.safePath: break
    case .script(let script):
      path.append(folder(of: script))
    case .module: path.append(ScriptSource.absolute(".").removingSuffix("/."))
    default: path.append("")
    }
    if let extra = options.modulePath {
      path += extra.split(separator: ":", omittingEmptySubsequences: false).map {
        $0.isEmpty
          ? ScriptSource.absolute(".").removingSuffix("/.") : ScriptSource.absolute("\($0)")
      }
    }
    return path
  }

  /// Where a script lies: the script itself, where the path leads through links.
  private static func folder(of script: String) -> String {
    let path = realpath(script, nil)
    defer { free(path) }
    let resolved = path.map { String(cString: $0) } ?? ScriptSource.absolute(script)
    let slash = resolved.lastIndex(of: "/") ?? resolved.startIndex
    return slash == resolved.startIndex ? "/" : String(resolved[..<slash])
  }

  static func list(_ thread: ThreadState, _ texts: [String]) throws(Raised) -> Value {
    let list = try ListObject.make(thread, capacity: texts.count)
    for text in texts { try list.appendOwned(thread, thread.string(text)) }
    return list.value
  }

  /// Puts the file that `-m` found in `sys.argv[0]`.
  static func setProgramFile(
    _ thread: ThreadState, _ file: String, _ options: LaunchOptions
  ) throws(Raised) {
    let arguments = try list(thread, [file] + options.arguments)
    defer { thread.release(arguments) }
    try DictObject(BuiltinHooks.systemDictionary).set(thread, thread.intern("argv"), arguments)
  }

  static func makeMainModule(_ thread: ThreadState) throws(Raised) -> ModuleObject {
    let name = thread.intern("__main__")
    let module = try ModuleObject.make(thread, name: name)
    // The module itself, where imported modules have its dict: so scripts find it in CPython.
    let builtins = DictObject(ImportSystem.modules).get(thread, name: .name(.builtins))
    try module.add(thread, "__builtins__", builtins)
    try DictObject(ImportSystem.modules).set(thread, name, module.value)
    return module
  }
}

extension String {
  fileprivate func removingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
