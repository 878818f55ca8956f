// Native modules, declared as tables.

/// A native module: made when a script first imports it.
package struct ModuleDefinition {
  package let name: StaticString
  package let doc: StaticString
  package let functions: [Method]
  /// Makes types and constants, called once, after the functions are in.
  package let constants: ((ThreadState, ModuleBuilder) throws(Raised) -> Void)?

  package init(
    name: StaticString, doc: StaticString, functions: [Method] = [],
    constants: ((ThreadState, ModuleBuilder) throws(Raised) -> Void)? = nil
  ) {
    self.name = name
    self.doc = doc
    self.functions = functions
    self.constants = constants
  }
}

/// A native module in the making.
package struct ModuleBuilder {
  let thread: ThreadState
  package let module: ModuleObject

  /// Sets a global to an owned value.
  package func add(_ name: StaticString, _ value: Value) throws(Raised) {
    try module.add(thread, name, value)
  }

  /// Makes a type from its table and adds it under its name.
  @discardableResult
  package func add(_ definition: TypeDefinition) throws(Raised) -> TypeObject {
    let type = try thread.createType(definition)
    try module.dictionary.set(thread, type.body.pointee.name, type.value)
    return type
  }
}

/// Modules that come with the interpreter: native ones, and our own Python sources.
package enum NativeModules {
  /// Python source of a module, embedded in the binary.
  package struct EmbeddedSource {
    package let name: StaticString
    package let source: StaticString
    package let isPackage: Bool

    package init(name: StaticString, source: StaticString, isPackage: Bool = false) {
      self.name = name
      self.source = source
      self.isPackage = isPackage
    }
  }

  /// Set at start-up, before any script runs.
  nonisolated(unsafe) private static var definitions: [String: () -> ModuleDefinition] = [:]
  nonisolated(unsafe) private static var sources: [String: () -> EmbeddedSource] = [:]

  /// The table is made when the module is imported, so that start-up pays for none.
  package static func register(
    _ name: String, _ definition: @escaping @autoclosure () -> ModuleDefinition
  ) {
    definitions[name] = definition
  }
  package static func register(
    embedded name: String, _ source: @escaping @autoclosure () -> EmbeddedSource
  ) {
    sources[name] = source
  }

  package static var names: [String] { definitions.keys.sorted() }
  package static var embeddedNames: [String] { sources.keys.sorted() }
  package static func definition(of name: String) -> ModuleDefinition? { definitions[name]?() }
  package static func embeddedSource(of name: String) -> EmbeddedSource? { sources[name]?() }
}

extension ThreadState {
  /// A module from its table. Owned.
  package func createModule(_ definition: ModuleDefinition) throws(Raised) -> Value {
    let name = try internLiteral(definition.name)
    let doc: Value = definition.doc.utf8CodeUnitCount == 0 ? .none : try string("\(definition.doc)")
    let module = try ModuleObject.make(self, name: name, doc: doc)
    release(doc)
    try addFunctions(definition.functions, to: module, named: name)
    try definition.constants?(self, ModuleBuilder(thread: self, module: module))
    return module.value
  }

  /// Functions of a table as globals of a module.
  package func addFunctions(_ functions: [Method], to module: ModuleObject, named name: Value)
    throws(Raised)
  {
    for method in functions {
      let description = NativeDescriptionPointer.allocate(capacity: 1)
      description.initialize(
        to: try NativeDescription(
          method, takesSelf: false,
          qualifier: name.isIdentical(to: .name(.builtins)) ? .unbound : name, thread: self))
      let function = try BuiltinFunctionObject.make(
        self, description, receiver: module.value, module: name)
      makeDeferred(function.reference)
      try module.dictionary.set(self, description.pointee.name, function)
      release(function)
    }
  }
}
