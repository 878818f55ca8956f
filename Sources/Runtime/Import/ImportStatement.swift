// What `import` statements and `__import__` do with the import system.

import Bytecode
import CRuntime

extension ThreadState {
  /// `import name` / `from name import …`: through `builtins.__import__` if a script replaced it.
  func importStatement(_ name: Value, globals: Value, fromList: Value, level: Value)
    throws(Raised) -> Value
  {
    let function = DictObject(Interpreter.builtinsDictionary).get(
      self, name: .name(.__import__))
    defer { release(function) }
    if function.isUnbound { throw raise(.importError, "__import__ not found") }
    if !function.isIdentical(to: ImportStatement.builtinImport) {
      var words = (
        name.bits, globals.bits, Value.none.bits, fromList.bits, level.bits
      )
      return try withUnsafeMutablePointer(to: &words) { (words) throws(Raised) -> Value in
        try call(
          function,
          Arguments(
            base: UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt.self), count: 5))
      }
    }
    return try importName(
      StringObject(name).text, globals: globals, fromList: fromList, level: try index(level))
  }

  /// The module that the statement binds: the top-level package, or with a from-list the last one.
  package func importName(_ name: String, globals: Value, fromList: Value, level: Int)
    throws(Raised) -> Value
  {
    var fullName = name
    if level > 0 {
      fullName = try resolveRelative(name, level: level, globals: globals)
    } else if name.isEmpty {
      throw raise(.valueError, "Empty module name")
    }
    let module = try ImportSystem.module(self, fullName)
    let hasFromList = fromList.isReference ? try isTrue(fromList) : false
    if !hasFromList {
      if level > 0 && name.isEmpty { return module }
      guard let dot = name.firstIndex(of: ".") else { return module }
      release(module)
      let removed = name.distance(from: dot, to: name.endIndex)
      let top = String(fullName.dropLast(removed))
      return try ImportSystem.module(self, top)
    }
    try importSubmodules(of: module, fullName, fromList)
    return module
  }

  /// Names of a from-list that are submodules of a package are imported.
  private func importSubmodules(of module: Value, _ name: String, _ fromList: Value)
    throws(Raised)
  {
    let path = try getOptionalAttribute(module, .name(.__path__))
    if path.isUnbound { return }
    release(path)
    try forEach(fromList) { (item) throws(Raised) in
      guard item.isInstance(TypeFlags.stringSubclass) else {
        throw raise(
          .typeError, "Item in ``from list'' must be str, not \(item.type.nameText)")
      }
      let text = StringObject(item).text
      if text == "*" {
        let all = try getOptionalAttribute(module, .name(.__all__))
        if !all.isUnbound {
          defer { release(all) }
          try importSubmodules(of: module, name, all)
        }
        return true
      }
      let present = try getOptionalAttribute(module, item)
      if !present.isUnbound {
        release(present)
        return true
      }
      do throws(Raised) {
        release(try ImportSystem.module(self, "\(name).\(text)"))
      } catch {
        guard exceptionMatches(.moduleNotFoundError) else { throw error }
        // No such submodule: `importFrom` says so. One that it imports itself is an error.
        let missing = try getOptionalAttribute(record.pointee.exception, .name(.name))
        defer { release(missing) }
        guard missing.isExactString, StringObject(missing).text == "\(name).\(text)" else {
          throw error
        }
        clearException()
      }
      return true
    }
  }

  /// The absolute name of a relative import in the module with these globals.
  private func resolveRelative(_ name: String, level: Int, globals: Value) throws(Raised)
    -> String
  {
    let dictionary = DictObject(globals)
    var package = dictionary.get(self, name: .name(.__package__))
    defer { release(package) }
    var text: String
    if package.isExactString {
      text = StringObject(package).text
    } else {
      release(package)
      package = dictionary.get(self, name: .name(.__name__))
      guard package.isExactString else {
        throw raise(.keyError, "'__name__' not in globals")
      }
      text = StringObject(package).text
      let path = dictionary.get(self, name: .name(.__path__))
      if path.isUnbound {
        text = text.lastIndex(of: ".").map { String(text[..<$0]) } ?? ""
      }
      release(path)
    }
    if text.isEmpty {
      throw raise(.importError, "attempted relative import with no known parent package")
    }
    for _ in 1..<level {
      guard let dot = text.lastIndex(of: ".") else {
        throw raise(.importError, "attempted relative import beyond top-level package")
      }
      text = String(text[..<dot])
    }
    return name.isEmpty ? text : "\(text).\(name)"
  }

  /// `from module import name`. Owned.
  func importFrom(_ module: Value, _ name: Value) throws(Raised) -> Value {
    let found = try getOptionalAttribute(module, name)
    if !found.isUnbound { return found }
    let own = try getOptionalAttribute(module, .name(.__name__))
    defer { release(own) }
    let ownText =
      own.isInstance(TypeFlags.stringSubclass) ? StringObject(own).text : "<unknown module name>"
    // A circular import: the submodule is there, but not yet an attribute.
    let submodule = try DictObject(ImportSystem.modules).get(
      self, intern("\(ownText).\(StringObject(name).text)"))
    if !submodule.isUnbound { return submodule }
    let file = try getOptionalAttribute(module, .name(.__file__))
    defer { release(file) }
    let fileText = file.isInstance(TypeFlags.stringSubclass) ? StringObject(file).text : nil
    let nameText = StringObject(name).text
    if module.isExactly(.module),
      racer_load_acquire_u8(&ModuleObject(module).body.pointee.isInitializing) != 0
    {
      throw raiseImportError(
        .importError,
        "cannot import name '\(nameText)' from partially initialized module '\(ownText)' "
          + "(most likely due to a circular import) (\(fileText ?? "unknown location"))",
        name: ownText, path: fileText, from: nameText)
    }
    throw raiseImportError(
      .importError,
      "cannot import name '\(nameText)' from '\(ownText)' (\(fileText ?? "unknown location"))",
      name: ownText, path: fileText, from: nameText)
  }

  /// `from module import *` into a namespace.
  func importStar(_ module: Value, into namespace: Value) throws(Raised) {
    let all = try getOptionalAttribute(module, .name(.__all__))
    if !all.isUnbound {
      defer { release(all) }
      try forEach(all) { (name) throws(Raised) in
        let value = try getAttribute(module, name)
        defer { release(value) }
        try setItem(namespace, name, value)
        return true
      }
      return
    }
    let dictionary = try getAttribute(module, .name(.__dict__))
    defer { release(dictionary) }
    let names = try list(from: dictionary)
    defer { release(names) }
    try forEach(names) { (name) throws(Raised) in
      guard name.isExactString, !StringObject(name).text.hasPrefix("_") else { return true }
      let value = try getItem(dictionary, name)
      defer { release(value) }
      try setItem(namespace, name, value)
      return true
    }
  }

  /// ImportError with its fields.
  func raiseImportError(
    _ type: WellKnownType, _ message: String, name: String, path: String?, from: String? = nil
  ) -> Raised {
    let raised = raise(type, message)
    let exception = takeException()
    do throws(Raised) {
      let nameValue = try string(name)
      try setAttribute(exception, .name(.name), nameValue)
      release(nameValue)
      if let path {
        let pathValue = try string(path)
        try setAttribute(exception, .name(.path), pathValue)
        release(pathValue)
      }
      if let from {
        let fromValue = try string(from)
        try setAttribute(exception, .name(.name_from), fromValue)
        release(fromValue)
      }
    } catch { clearException() }
    restore(exception)
    return raised
  }
}

enum ImportStatement {
  /// The function that `builtins.__import__` is at first, immortal.
  nonisolated(unsafe) static var builtinImport: Value = .unbound

  /// `__import__(name, globals=None, locals=None, fromlist=(), level=0)`.
  static func importFunction(_ thread: ThreadState, _ arguments: Arguments) throws(Raised) -> Value
  {
    let bound = try BoundArguments(
      thread, arguments, "__import__(name, globals=None, locals=None, fromlist=(), level=0)")
    guard bound[0].isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "module name must be a string")
    }
    let level = try thread.index(bound[4])
    if level < 0 { throw thread.raise(.valueError, "level must be >= 0") }
    if level > 0, !bound[1].isInstance(TypeFlags.dictionarySubclass) {
      throw thread.raise(.keyError, "'__name__' not in globals")
    }
    return try thread.importName(
      StringObject(bound[0]).text, globals: bound[1], fromList: bound[3], level: level)
  }
}
