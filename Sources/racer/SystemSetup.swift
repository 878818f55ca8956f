import Glibc
import Runtime

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
    thread.release(system)
  }

  private static var executablePath: String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
  }

  private static func searchPath(_ options: LaunchOptions) -> [String] {
    var path: [String] = []
    if !options.safePath && !options.isIsolated {
      switch options.program {
      case .script(let script):
        let absolute = ScriptSource.absolute(script)
        path.append(String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.startIndex)]))
      case .module: path.append(ScriptSource.absolute(".").replacingSuffix("/."))
      default: path.append("")
      }
    }
    if let extra = options.modulePath {
      path += extra.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
    return path
  }

  static func list(_ thread: ThreadState, _ texts: [String]) throws(Raised) -> Value {
    let list = try ListObject.make(thread, capacity: texts.count)
    for text in texts { try list.appendOwned(thread, thread.string(text)) }
    return list.value
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

  /// `threading._shutdown`, if the program ever imported it.
  static func waitForThreads(_ thread: ThreadState) {
    do throws(Raised) {
      let threading = try DictObject(ImportSystem.modules).get(
        thread, thread.intern("threading"))
      if threading.isUnbound { return }
      defer { thread.release(threading) }
      thread.release(try thread.callMethod(threading, "_shutdown"))
    } catch {
      thread.reportUnraisable(in: .none, "Exception ignored in the shutdown of threading")
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
