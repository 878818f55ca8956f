// Functions written in Python.
//
// Module-level functions and methods of module-level classes are deferred at birth (R3): calls from
// any number of threads write nothing to them. Code and globals are uncounted fields where their
// target is deferred; the stored word says which.

import Bytecode
import CRuntime

package struct FunctionBody {
  package var header: Header
  package var code: Value
  package var globals: Value
  /// Tuple of defaults, or None.
  package var defaults: Value
  /// Dict of keyword-only defaults, or None.
  package var keywordDefaults: Value
  /// Tuple of cells, or None.
  package var closure: Value
  package var name: Value
  package var qualifiedName: Value
  package var doc: Value
  package var module: Value
  package var annotations: Value
  package var typeParameters: Value
  package var builtins: Value
  /// Guard of call caches; 0 = uncacheable. Dropped when code or defaults change.
  package var version: UInt32
  // The attribute part (`InstanceAttributes`).
  package var shape: UInt
  package var overflow: UInt
}

package struct FunctionObject {
  package let body: UnsafeMutablePointer<FunctionBody>
  @inline(__always) package init(_ value: Value) { body = value.reference.body(FunctionBody.self) }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }
  @inline(__always) package var code: CodeObject { CodeObject(body.pointee.code) }
  @inline(__always) package var globals: DictObject { DictObject(body.pointee.globals) }

  /// A function over borrowed code and globals. Raises MemoryError.
  package static func make(_ thread: ThreadState, code: Value, globals: Value) throws(Raised)
    -> FunctionObject
  {
    let body = try thread.allocate(TypeObject(.function), FunctionBody.self)
    let codeBody = CodeObject(code).body
    body.pointee.code = thread.asUncounted(thread.retain(code))
    body.pointee.globals = thread.asUncounted(thread.retain(globals))
    body.pointee.defaults = .none
    body.pointee.keywordDefaults = .none
    body.pointee.closure = .none
    body.pointee.name = thread.retain(codeBody.pointee.name)
    body.pointee.qualifiedName = thread.retain(codeBody.pointee.qualifiedName)
    body.pointee.doc =
      CodeObject(code).has(.hasDocstring) ? thread.retain(CodeObject(code).constant(0)) : .none
    let module = DictObject(globals).get(thread, name: .name(.__name__))
    body.pointee.module = module.isUnbound ? .none : module.stripped
    body.pointee.annotations = .none
    body.pointee.typeParameters = .none
    body.pointee.builtins = .none
    if !CodeObject(code).has(.nested) {
      thread.makeDeferred(Reference(UnsafeMutableRawPointer(body)))
    }
    return FunctionObject(Value(Reference(UnsafeMutableRawPointer(body))))
  }
}

extension FunctionObject {
  package static let definition = TypeDefinition(
    name: "function", size: MemoryLayout<FunctionBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.isMethodDescriptor,
    shapeOffset: MemoryLayout<FunctionBody>.offset(of: \.shape).unsafelyUnwrapped,
    doc: "A function written in Python.",
    slots: [.repr(repr), .call(call), .descriptorGet(get), .new(new)],
    getters: [
      Getter(
        "__code__",
        { (thread, value) throws(Raised) in
          thread.retain(FunctionObject(value).body.pointee.code)
        }, set: setCode, "The function's code."),
      Getter(
        "__globals__",
        { (thread, value) throws(Raised) in
          thread.retain(FunctionObject(value).body.pointee.globals)
        }, "The module namespace that the function uses."),
      Getter(
        "__closure__",
        { (thread, value) throws(Raised) in
          thread.retain(FunctionObject(value).body.pointee.closure)
        }, "Cells of the enclosing functions' variables, or None."),
      Getter(
        "__builtins__",
        { (thread, value) throws(Raised) in
          thread.retain(Interpreter.builtinsDictionary)
        }, "The builtins that the function uses."),
      Getter(
        "__defaults__",
        { (thread, value) throws(Raised) in
          FunctionObject(value).load(thread, \.defaults)
        },
        set: { (thread, value, item) throws(Raised) in
          let item = item.isUnbound ? .none : item
          guard item.isNone || item.isInstance(TypeFlags.tupleSubclass) else {
            throw thread.raise(.typeError, "__defaults__ must be set to a tuple object")
          }
          FunctionObject(value).store(thread, \.defaults, item)
        }, "Defaults of the positional parameters."),
      Getter(
        "__kwdefaults__",
        { (thread, value) throws(Raised) in
          FunctionObject(value).load(thread, \.keywordDefaults)
        },
        set: { (thread, value, item) throws(Raised) in
          let item = item.isUnbound ? .none : item
          guard item.isNone || item.isInstance(TypeFlags.dictionarySubclass) else {
            throw thread.raise(.typeError, "__kwdefaults__ must be set to a dict object")
          }
          FunctionObject(value).store(thread, \.keywordDefaults, item)
        }, "Defaults of the keyword-only parameters."),
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          FunctionObject(value).load(thread, \.name)
        },
        set: { (thread, value, item) throws(Raised) in
          guard item.isInstance(TypeFlags.stringSubclass) else {
            throw thread.raise(.typeError, "__name__ must be set to a string object")
          }
          FunctionObject(value).store(thread, \.name, item)
        }, "The function's name."),
      Getter(
        "__qualname__",
        { (thread, value) throws(Raised) in
          FunctionObject(value).load(thread, \.qualifiedName)
        },
        set: { (thread, value, item) throws(Raised) in
          guard item.isInstance(TypeFlags.stringSubclass) else {
            throw thread.raise(.typeError, "__qualname__ must be set to a string object")
          }
          FunctionObject(value).store(thread, \.qualifiedName, item)
        }, "The function's qualified name."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          FunctionObject(value).load(thread, \.doc)
        },
        set: { (thread, value, item) throws(Raised) in
          FunctionObject(value).store(thread, \.doc, item.isUnbound ? .none : item)
        }, "The docstring."),
      Getter(
        "__module__",
        { (thread, value) throws(Raised) in
          FunctionObject(value).load(thread, \.module)
        },
        set: { (thread, value, item) throws(Raised) in
          FunctionObject(value).store(thread, \.module, item.isUnbound ? .none : item)
        }, "Name of the module that defines the function."),
      Getter(
        "__annotations__", annotations,
        set: { (thread, value, item) throws(Raised) in
          let item = item.isUnbound ? .none : item
          guard item.isNone || item.isInstance(TypeFlags.dictionarySubclass) else {
            throw thread.raise(.typeError, "__annotations__ must be set to a dict object")
          }
          FunctionObject(value).store(thread, \.annotations, item)
        }, "Annotations of parameters and result."),
      Getter(
        "__type_params__",
        { (thread, value) throws(Raised) in
          let parameters = FunctionObject(value).load(thread, \.typeParameters)
          return parameters.isNone ? try TupleObject.make(thread, 0).value : parameters
        },
        set: { (thread, value, item) throws(Raised) in
          FunctionObject(value).store(thread, \.typeParameters, item)
        }, "Type parameters (PEP 695)."),
      Getter(
        "__dict__", InstanceDictionary.get, set: InstanceDictionary.set,
        "The function's own attributes."),
    ],
    visit: visit)

  private static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(FunctionBody.self)
    visitor.counted(&body.pointee.code)
    visitor.counted(&body.pointee.globals)
    visitor.counted(&body.pointee.defaults)
    visitor.counted(&body.pointee.keywordDefaults)
    visitor.counted(&body.pointee.closure)
    visitor.counted(&body.pointee.name)
    visitor.counted(&body.pointee.qualifiedName)
    visitor.counted(&body.pointee.doc)
    visitor.counted(&body.pointee.module)
    visitor.counted(&body.pointee.annotations)
    visitor.counted(&body.pointee.typeParameters)
  }

  // MARK: Fields that scripts can replace: read lock-free, written under the function's lock

  func slot(_ field: KeyPath<FunctionBody, Value>) -> UnsafeMutablePointer<UInt> {
    UnsafeMutableRawPointer(body)
      .advanced(by: MemoryLayout<FunctionBody>.offset(of: field).unsafelyUnwrapped)
      .assumingMemoryBound(to: UInt.self)
  }

  func load(_ thread: ThreadState, _ field: KeyPath<FunctionBody, Value>) -> Value {
    thread.loadSlot(slot(field), of: Reference(UnsafeMutableRawPointer(body)))
  }

  func store(_ thread: ThreadState, _ field: KeyPath<FunctionBody, Value>, _ value: Value) {
    let old = thread.exchangeSlot(
      slot(field), with: thread.retain(value), of: Reference(UnsafeMutableRawPointer(body)))
    racer_store_release_u32(&body.pointee.version, 0)
    // Calls read defaults and names without counting them.
    thread.retireValue(old)
  }

  /// Defaults of the positional parameters (borrowed until the next safepoint or wait). Acquire:
  /// another thread may put others in their place.
  @inline(__always) var defaults: Value {
    Value(bits: racer_load_acquire_word(&body.pointee.defaults))
  }
  /// Defaults of the keyword-only parameters, owned or uncounted.
  @inline(__always) func keywordDefaults(_ thread: ThreadState) -> Value {
    withUnsafeMutablePointer(to: &body.pointee.keywordDefaults) { field in
      thread.borrowSlot(
        UnsafeMutableRawPointer(field).assumingMemoryBound(to: UInt.self),
        of: Reference(UnsafeMutableRawPointer(body)))
    }
  }

  static func setCode(thread: ThreadState, value: Value, item: Value) throws(Raised) {
    guard item.isExactly(.code) else {
      throw thread.raise(.typeError, "__code__ must be set to a code object")
    }
    let function = FunctionObject(value)
    let expected = function.body.pointee.closure
    let count = expected.isNone ? 0 : TupleObject(expected).count
    let free = CodeObject(item).blueprint.freeNames.count
    guard free == count else {
      throw thread.raise(
        .valueError,
        "\(StringObject(function.body.pointee.name).text)() requires a code object with "
          + "\(count) free vars, not \(free)")
    }
    try function.replaceCode(thread, item)
  }

  static func annotations(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let function = FunctionObject(value)
    let found = function.load(thread, \.annotations)
    if found.isInstance(TypeFlags.dictionarySubclass) { return found }
    let dictionary = try DictObject.make(thread)
    if found.isExactly(.tuple) {
      // (name, annotation, name, annotation …), as the compiler emits it.
      let pairs = TupleObject(found)
      for index in stride(from: 0, to: pairs.count, by: 2) {
        try dictionary.set(thread, pairs[index], pairs[index + 1])
      }
    }
    thread.release(found)
    function.store(thread, \.annotations, dictionary.value)
    return dictionary.value
  }

  // MARK: Slots

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let name = FunctionObject(value).load(thread, \.qualifiedName)
    defer { thread.release(name) }
    return try thread.string(
      "<function \(StringObject(name).text) at \(thread.addressText(value))>")
  }

  static func call(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try Interpreter.call(thread, FunctionObject(value), arguments)
  }

  static func get(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    if instance.isUnbound
      || (instance.isNone && !owner.isUnbound && !owner.isNone
        && !TypeObject(owner).isExactly(.noneType))
    {
      return thread.retain(value)
    }
    return try BoundMethodObject.make(thread, function: value, receiver: instance)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments, "function(code, globals, name=None, argdefs=None, closure=None)")
    guard bound[0].isExactly(.code), bound[1].isInstance(TypeFlags.dictionarySubclass) else {
      throw thread.raise(
        .typeError, "function() argument 'code' must be code, not \(bound[0].type.nameText)")
    }
    let function = try FunctionObject.make(thread, code: bound[0], globals: bound[1])
    if !bound[2].isNone { function.store(thread, \.name, bound[2]) }
    if !bound[3].isNone { function.store(thread, \.defaults, bound[3]) }
    if !bound[4].isNone { function.store(thread, \.closure, bound[4]) }
    return function.value
  }
}
