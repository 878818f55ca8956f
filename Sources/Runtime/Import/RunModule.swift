// `-m name`: a module's source runs as `__main__`.

extension ThreadState {
  /// Finds a module (or a package's `__main__`) on `sys.path` and runs it in the given module.
  package func runModuleAsMain(_ name: String, _ main: ModuleObject) throws(Raised) {
    var parent = Value.unbound
    if let dot = name.lastIndex(of: ".") {
      parent = try ImportSystem.module(self, String(name[..<dot]))
    }
    defer { release(parent) }
    guard let (source, file) = try ImportSystem.findSource(self, name, parent: parent) else {
      throw ImportSystem.notFound(self, "No module named \(name)", name)
    }
    try main.add(self, "__file__", string(file))
    let package = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    try main.add(self, "__package__", string(package))
    let blueprint = try ImportSystem.compile(self, source, file, .module, 0)
    let code = try CodeObject.make(self, blueprint)
    let globals = main.dictionary.value
    release(
      try Interpreter.execute(self, code: code.value, globals: globals, namespace: globals))
  }
}

extension ImportSystem {
  /// Source and file of a module to be run: its own, or its `__main__.py` if it is a package.
  static func findSource(_ thread: ThreadState, _ name: String, parent: Value) throws(Raised)
    -> ([UInt8], String)?
  {
    let path =
      parent.isUnbound
      ? BuiltinHooks.systemAttribute(thread, .path)
      : try thread.getOptionalAttribute(parent, .name(.__path__))
    defer { thread.release(path) }
    guard !path.isUnbound else { return nil }
    let last = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    var found: ([UInt8], String)?
    try thread.forEach(path) { (entry) throws(Raised) in
      guard entry.isInstance(TypeFlags.stringSubclass) else { return true }
      let folder = StringObject(entry).text
      let base = (folder.isEmpty ? "." : folder) + "/" + last
      for file in [base + "/__main__.py", base + ".py"] {
        if let source = SourceFile.read(file) {
          found = (source, absolute(file))
          return false
        }
      }
      return true
    }
    return found
  }
}
