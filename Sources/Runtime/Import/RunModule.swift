// `-m name`: a module's source runs as `__main__`.

/// What `-m name` runs.
package struct MainProgram {
  package var source: [UInt8]
  package var file: String
  package var package: String
}

/// Where a search for a module to run ended.
package enum MainSearch {
  case found(MainProgram)
  /// Why there is none, as the command line reports it.
  case missing(String)
}

extension ThreadState {
  /// Runs a program in the given module.
  package func run(_ program: MainProgram, in main: ModuleObject) throws(Raised) {
    try main.add(self, "__file__", string(program.file))
    try main.add(self, "__package__", string(program.package))
    let blueprint = try ImportSystem.compile(self, program.source, program.file, .module, 0)
    let code = try CodeObject.make(self, blueprint)
    let globals = main.dictionary.value
    release(
      try Interpreter.execute(self, code: code.value, globals: globals, namespace: globals))
  }
}

extension ImportSystem {
  /// Finds a module, or a package's `__main__`, without running it; packages on the way are imported.
  package static func mainProgram(_ thread: ThreadState, _ name: String) throws(Raised)
    -> MainSearch
  {
    if let embedded = NativeModules.embeddedSource(of: name), !embedded.isPackage {
      let source = UnsafeBufferPointer(
        start: embedded.source.utf8Start, count: embedded.source.utf8CodeUnitCount)
      return .found(
        MainProgram(source: Array(source), file: "<racer \(name)>", package: parentName(name)))
    }
    let parent: Value
    do throws(Raised) { parent = try parentPackage(thread, name) } catch {
      guard let message = importFailure(thread) else { throw error }
      return .missing("Error while finding module specification for '\(name)' (\(message))")
    }
    defer { thread.release(parent) }
    for folder in try searchPath(thread, parent: parent) {
      let last = name.split(separator: ".").last.map(String.init) ?? name
      let base = (folder.isEmpty ? "." : folder) + "/" + last
      if SourceFile.isFolder(base), let found = try package(thread, name, base) { return found }
      if let source = SourceFile.read(base + ".py") {
        return .found(
          MainProgram(
            source: source, file: absolute(base + ".py"), package: parentName(name)))
      }
    }
    return .missing("No module named \(name)")
  }

  /// A folder with an `__init__.py` is a package, which must have a `__main__.py`; one without may.
  private static func package(_ thread: ThreadState, _ name: String, _ folder: String)
    throws(Raised) -> MainSearch?
  {
    let main = folder + "/__main__.py"
    let hasInitial = SourceFile.read(folder + "/__init__.py") != nil
    if hasInitial { thread.release(try module(thread, name)) }
    if let source = SourceFile.read(main) {
      return .found(MainProgram(source: source, file: absolute(main), package: name))
    }
    guard hasInitial else { return nil }
    return .missing(
      "No module named \(name).__main__; '\(name)' is a package and cannot be directly executed")
  }

  private static func parentName(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
  }

  /// Owned; unbound for a name without dots.
  private static func parentPackage(_ thread: ThreadState, _ name: String) throws(Raised) -> Value {
    let parent = parentName(name)
    return parent.isEmpty ? .unbound : try module(thread, parent)
  }

  /// Drops the exception in flight and says what it was, if it is an ImportError.
  private static func importFailure(_ thread: ThreadState) -> String? {
    let exception = thread.takeException()
    guard exception.type.isSubtype(of: .importError) else {
      thread.restore(exception)
      return nil
    }
    defer { thread.release(exception) }
    do throws(Raised) {
      return "\(exception.type.nameText): \(try thread.text(exception))"
    } catch {
      thread.clearException()
      return exception.type.nameText
    }
  }

  private static func searchPath(_ thread: ThreadState, parent: Value) throws(Raised) -> [String] {
    let path =
      parent.isUnbound
      ? BuiltinHooks.systemAttribute(thread, .path)
      : try thread.getOptionalAttribute(parent, .name(.__path__))
    defer { thread.release(path) }
    guard !path.isUnbound else { return [] }
    var folders: [String] = []
    try thread.forEach(path) { (entry) throws(Raised) in
      if entry.isInstance(TypeFlags.stringSubclass) { folders.append(StringObject(entry).text) }
      return true
    }
    return folders
  }
}
