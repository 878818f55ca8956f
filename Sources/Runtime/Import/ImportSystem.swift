// import: sys.modules, native modules, embedded sources, and files and packages on sys.path.

import Bytecode
import CRuntime
import Glibc

package enum ImportSystem {
  /// `sys.modules`, immortal.
  nonisolated(unsafe) package static var modules: Value = .unbound
  /// Compiles a source: set by the program that links the compiler in.
  nonisolated(unsafe) package static var compile:
    (ThreadState, [UInt8], _ filename: String, _ mode: CompileMode, _ flags: Int)
      throws(Raised) -> CodeBlueprint = { (thread, _, _, _, _) throws(Raised) in
        throw thread.raise(.runtimeError, "no compiler")
      }

  package enum CompileMode { case module, expression, interactive }

  /// The module of a full name, imported if it is not yet; with its parents. Owned.
  package static func module(_ thread: ThreadState, _ name: String) throws(Raised) -> Value {
    let key = thread.intern(name)
    if let found = try loaded(thread, key) { return found }
    if let dot = name.lastIndex(of: ".") {
      let parentName = String(name[..<dot])
      let parent = try module(thread, parentName)
      defer { thread.release(parent) }
      // Importing the parent may have imported this.
      if let found = try loaded(thread, key) { return found }
      let made = try load(thread, name, parent: parent)
      try thread.setAttribute(parent, thread.intern(String(name[name.index(after: dot)...])), made)
      return made
    }
    return try load(thread, name, parent: .unbound)
  }

  /// What `sys.modules` has; raises for None. A module that another thread is importing is waited for.
  private static func loaded(_ thread: ThreadState, _ key: Value) throws(Raised) -> Value? {
    let found = try DictObject(modules).get(thread, key)
    if found.isUnbound { return nil }
    if found.isNone {
      throw notFound(
        thread, "import of \(StringObject(key).text) halted; None in sys.modules",
        StringObject(key).text)
    }
    if found.isExactly(.module),
      racer_load_acquire_u8(&ModuleObject(found).body.pointee.isInitializing) != 0
    {
      let name = StringObject(key).text
      if try ImportLocks.shared.acquire(name, thread) {
        ImportLocks.shared.release(name, thread)
      }
    }
    return found
  }

  private static func load(_ thread: ThreadState, _ name: String, parent: Value) throws(Raised)
    -> Value
  {
    let isOwner = try ImportLocks.shared.acquire(name, thread)
    defer { if isOwner { ImportLocks.shared.release(name, thread) } }
    let key = thread.intern(name)
    let present = try DictObject(modules).get(thread, key)
    if !present.isUnbound { return present }
    if let definition = NativeModules.definition(of: name) {
      let module = try thread.createModule(definition)
      try DictObject(modules).set(thread, key, module)
      ImportTrace.imported(name, from: "native module")
      return module
    }
    if let source = NativeModules.embeddedSource(of: name) {
      let module = try execute(
        thread, name,
        Array(
          UnsafeBufferPointer(
            start: source.source.utf8Start, count: source.source.utf8CodeUnitCount)),
        file: "<racer \(name)>", folder: source.isPackage ? "<racer \(name)>" : nil)
      ImportTrace.imported(name, from: "embedded source")
      return module
    }
    return try loadFromPath(thread, name, parent: parent)
  }

  // MARK: Files

  private static func loadFromPath(_ thread: ThreadState, _ name: String, parent: Value)
    throws(Raised) -> Value
  {
    let path: Value
    if parent.isUnbound {
      path = BuiltinHooks.systemAttribute(thread, .path)
    } else {
      path = try thread.getOptionalAttribute(parent, .name(.__path__))
      if path.isUnbound {
        let parentName = name[..<(name.lastIndex(of: ".") ?? name.startIndex)]
        throw notFound(
          thread, "No module named '\(name)'; '\(parentName)' is not a package", name)
      }
    }
    defer { thread.release(path) }
    let last = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    var found: Value?
    if !path.isUnbound {
      try thread.forEach(path) { (entry) throws(Raised) in
        guard entry.isInstance(TypeFlags.stringSubclass) else { return true }
        found = try loadFrom(
          thread, folder: StringObject(entry).text, name: name, last: last)
        return found == nil
      }
    }
    if let found { return found }
    throw notFound(thread, "No module named '\(name)'", name)
  }

  private static func loadFrom(
    _ thread: ThreadState, folder: String, name: String, last: String
  ) throws(Raised) -> Value? {
    let base = (folder.isEmpty ? "." : folder) + "/" + last
    if SourceFile.isFolder(base) {
      if let module = try loadFile(
        thread, base + "/__init__.py", name: name, folder: absolute(base))
      {
        return module
      }
    }
    if let module = try loadFile(thread, base + ".py", name: name, folder: nil) { return module }
    if SourceFile.isFolder(base) { return try namespacePackage(thread, name, absolute(base)) }
    return nil
  }

  /// Nil where there is no such file.
  private static func loadFile(
    _ thread: ThreadState, _ path: String, name: String, folder: String?
  ) throws(Raised) -> Value? {
    ImportTrace.tried(path)
    guard let source = SourceFile.read(path) else { return nil }
    let file = absolute(path)
    let module = try execute(thread, name, source, file: file, folder: folder)
    ImportTrace.imported(name, from: "source file '\(file)'")
    return module
  }

  private static func namespacePackage(_ thread: ThreadState, _ name: String, _ folder: String)
    throws(Raised) -> Value
  {
    let key = thread.intern(name)
    let module = try ModuleObject.make(thread, name: key)
    try setPath(thread, module, name, folder)
    try DictObject(modules).set(thread, key, module.value)
    ImportTrace.imported(name, from: "namespace package '\(folder)'")
    return module.value
  }

  private static func setPath(
    _ thread: ThreadState, _ module: ModuleObject, _ name: String, _ folder: String?
  ) throws(Raised) {
    let package: String
    if let folder {
      let text = try thread.string(folder)
      defer { thread.release(text) }
      let list = try ListObject.make(thread, capacity: 1)
      try list.append(thread, text)
      try module.add(thread, "__path__", list.value)
      package = name
    } else {
      package = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    }
    try module.add(thread, "__package__", thread.string(package))
  }

  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a module, enters it in `sys.modules` and runs its source; a failure takes it out again.
  private static func execute(
    _ thread: ThreadState, _ name: String, _ source: [UInt8], file: String, folder: String?
  ) throws(Raised) -> Value {
    let key = thread.intern(name)
    let module = try ModuleObject.make(thread, name: key)
    try module.add(thread, "__file__", thread.string(file))
    try module.add(thread, "__builtins__", thread.retain(Interpreter.builtinsDictionary))
    try setPath(thread, module, name, folder)
    racer_store_release_u8(&module.body.pointee.isInitializing, 1)
    defer { racer_store_release_u8(&module.body.pointee.isInitializing, 0) }
    try DictObject(modules).set(thread, key, module.value)
    do throws(Raised) {
      let blueprint = try compile(thread, source, file, .module, 0)
      let code = try CodeObject.make(thread, blueprint)
      ImportTrace.compiled(file)
      thread.release(
        try Interpreter.execute(
          thread, code: code.value, globals: module.body.pointee.dictionary,
          namespace: module.body.pointee.dictionary))
    } catch {
      let saved = thread.takeException()
      do throws(Raised) { _ = try DictObject(modules).remove(thread, key) } catch {
        thread.clearException()
      }
      thread.restore(saved)
      thread.release(module.value)
      throw error
    }
    // The module may have put something else in its place.
    thread.release(module.value)
    let result = try DictObject(modules).get(thread, key)
    if result.isUnbound {
      throw notFound(thread, "Loaded module '\(name)' not found in sys.modules", name)
    }
    return result
  }

  static func notFound(_ thread: ThreadState, _ message: String, _ name: String) -> Raised {
    thread.raiseImportError(.moduleNotFoundError, message, name: name, path: nil)
  }
}

/// Source files.
package enum SourceFile {
  package static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a regular file, or nil.
  package static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let size = Int(information.st_size)
    return [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.unsafelyUnwrapped + count, size - count)
        if got <= 0 { break }
        count += got
      }
    }
  }
}
