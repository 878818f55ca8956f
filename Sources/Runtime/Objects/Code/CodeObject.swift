// Code objects: a blueprint's instructions with their constants and names as values.
//
// Immutable but for the inline caches among the words, which are single atomic words (R9).
// The blueprint is kept for what only slow paths ask: names of locals, line and exception tables.

import Bytecode
import CRuntime

package struct CodeBody {
  package var header: Header
  package var words: UnsafeMutablePointer<UInt64>
  package var constants: UnsafeMutablePointer<UInt>
  package var names: UnsafeMutablePointer<UInt>
  package var registerCount: Int32
  package var positionalCount: Int32
  package var keywordOnlyCount: Int32
  package var positionalOnlyCount: Int32
  /// Positional parameters where a call with just as many arguments needs no further work, or −1.
  package var simpleCount: Int32
  package var flags: UInt32
  package var wordCount: Int32
  package var constantCount: Int32
  package var name: Value
  package var qualifiedName: Value
  package var filename: Value
  /// The `CodeBlueprint`, retained.
  package var blueprint: UnsafeRawPointer
}

/// A code object, borrowed.
package struct CodeObject {
  package let body: UnsafeMutablePointer<CodeBody>
  @inline(__always) package init(_ value: Value) { body = value.reference.body(CodeBody.self) }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }

  package var blueprint: CodeBlueprint {
    Unmanaged<CodeBlueprint>.fromOpaque(body.pointee.blueprint).takeUnretainedValue()
  }
  @inline(__always) package func has(_ flag: CodeFlags) -> Bool {
    body.pointee.flags & flag.rawValue != 0
  }
  @inline(__always) package func name(_ index: Int) -> Value {
    Value(bits: body.pointee.names[index])
  }
  @inline(__always) package func constant(_ index: Int) -> Value {
    Value(bits: body.pointee.constants[index])
  }
  /// Registers that hold parameters, `*args` and `**kwargs` included.
  package var parameterCount: Int { blueprint.parameterCount }
}

extension CodeObject {
  /// A code object with all that it contains. Code is deferred at birth, its constants immortal.
  /// Raises MemoryError.
  package static func make(_ thread: ThreadState, _ blueprint: CodeBlueprint) throws(Raised)
    -> CodeObject
  {
    let body = try thread.allocate(TypeObject(.code), CodeBody.self)
    let code = CodeObject(Value(Reference(UnsafeMutableRawPointer(body))))
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: blueprint.words.count + 1)
    for (index, word) in blueprint.words.enumerated() { words[index] = word }
    words[blueprint.words.count] = UInt64(Opcode.exit.rawValue)
    body.pointee.words = words
    body.pointee.wordCount = Int32(blueprint.words.count)
    body.pointee.names = .allocate(capacity: max(1, blueprint.names.count))
    for (index, name) in blueprint.names.enumerated() {
      body.pointee.names[index] = thread.intern(name).bits
    }
    body.pointee.constants = .allocate(capacity: max(1, blueprint.constants.count))
    body.pointee.constantCount = Int32(blueprint.constants.count)
    for (index, constant) in blueprint.constants.enumerated() {
      body.pointee.constants[index] = try thread.makeConstant(constant).bits
    }
    // One more: a call of a bound method moves its arguments up by one.
    body.pointee.registerCount = Int32(blueprint.registerCount + 1)
    body.pointee.positionalCount = Int32(blueprint.positionalCount)
    body.pointee.keywordOnlyCount = Int32(blueprint.keywordOnlyCount)
    body.pointee.positionalOnlyCount = Int32(blueprint.positionalOnlyCount)
    let flags = blueprint.flags
    body.pointee.flags = flags.rawValue
    let isSimple =
      blueprint.keywordOnlyCount == 0 && !flags.contains(.variablePositional)
      && !flags.contains(.variableKeywords) && !flags.contains(.namespace)
    body.pointee.simpleCount = isSimple ? Int32(blueprint.positionalCount) : -1
    body.pointee.name = thread.intern(blueprint.name)
    body.pointee.qualifiedName = thread.intern(blueprint.qualifiedName)
    body.pointee.filename = thread.intern(blueprint.filename)
    body.pointee.blueprint = UnsafeRawPointer(Unmanaged.passRetained(blueprint).toOpaque())
    thread.makeDeferred(Reference(UnsafeMutableRawPointer(body)))
    return code
  }
}

extension ThreadState {
  /// A constant as an immortal value, uncounted so that registers never count it.
  func makeConstant(_ constant: Constant) throws(Raised) -> Value {
    let value: Value
    switch constant {
    case .none: return .none
    case .true: return .true
    case .false: return .false
    case .ellipsis: return .ellipsis
    case .integer(let number): value = try integer(number)
    case .bigInteger(let digits, let radix):
      value = try IntegerObject.parse(self, digits: digits, radix: radix)
    case .float(let number): value = try float(number)
    case .complex(let real, let imaginary): value = try complex(real, imaginary)
    case .string(let utf8): value = try internText(utf8)
    case .bytes(let bytes): value = try BytesObject.make(self, bytes)
    case .tuple(let items):
      let tuple = try TupleObject.make(self, items.count)
      for (index, item) in items.enumerated() {
        tuple.initialize(index, try makeConstant(item).stripped)
      }
      value = tuple.value
    case .frozenset(let items):
      let set = try SetObject.make(self, TypeObject(.frozenset))
      for item in items { try set.add(self, try makeConstant(item).stripped) }
      value = set.value
    case .code(let blueprint): value = try CodeObject.make(self, blueprint).value
    }
    guard value.isReference else { return value }
    if !value.isExactly(.code) { makeImmortal(value.reference) }
    return Value(uncounted: value.reference)
  }
}

extension CodeObject {
  package static let definition = TypeDefinition(
    name: "code", size: MemoryLayout<CodeBody>.size, flags: TypeFlags.isContainer,
    slots: [.repr(repr)],
    getters: [
      Getter(
        "co_name",
        { (thread, value) throws(Raised) in
          thread.retain(CodeObject(value).body.pointee.name)
        }, "Name of the function."),
      Getter(
        "co_qualname",
        { (thread, value) throws(Raised) in
          thread.retain(CodeObject(value).body.pointee.qualifiedName)
        }, "Qualified name of the function."),
      Getter(
        "co_filename",
        { (thread, value) throws(Raised) in
          thread.retain(CodeObject(value).body.pointee.filename)
        }, "File the code comes from."),
      Getter(
        "co_firstlineno",
        { (thread, value) throws(Raised) in
          Value(small: CodeObject(value).blueprint.firstLine)
        }, "First line of the definition."),
      Getter(
        "co_argcount",
        { (thread, value) throws(Raised) in
          Value(small: Int(CodeObject(value).body.pointee.positionalCount))
        }, "Number of positional parameters."),
      Getter(
        "co_posonlyargcount",
        { (thread, value) throws(Raised) in
          Value(small: Int(CodeObject(value).body.pointee.positionalOnlyCount))
        }, "Number of positional-only parameters."),
      Getter(
        "co_kwonlyargcount",
        { (thread, value) throws(Raised) in
          Value(small: Int(CodeObject(value).body.pointee.keywordOnlyCount))
        }, "Number of keyword-only parameters."),
      Getter(
        "co_nlocals",
        { (thread, value) throws(Raised) in
          Value(small: CodeObject(value).blueprint.localCount)
        }, "Number of local variables."),
      Getter(
        "co_varnames",
        { (thread, value) throws(Raised) in
          let blueprint = CodeObject(value).blueprint
          return try thread.tuple(ofNames: Array(blueprint.localNames.prefix(blueprint.localCount)))
        }, "Names of the local variables."),
      Getter(
        "co_cellvars",
        { (thread, value) throws(Raised) in
          try thread.tuple(ofNames: CodeObject(value).blueprint.cellNames)
        }, "Locals that inner functions use."),
      Getter(
        "co_freevars",
        { (thread, value) throws(Raised) in
          try thread.tuple(ofNames: CodeObject(value).blueprint.freeNames)
        }, "Variables of enclosing functions."),
      Getter(
        "co_names",
        { (thread, value) throws(Raised) in
          try thread.tuple(ofNames: CodeObject(value).blueprint.names)
        }, "Global and attribute names."),
      Getter("co_consts", constants, "Constants of the code."),
      Getter(
        "co_flags",
        { (thread, value) throws(Raised) in
          Value(small: CodeObject(value).pythonFlags)
        }, "Kind of the code, as CPython's inspect names it."),
    ])

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let code = CodeObject(value)
    return try thread.string(
      "<code object \(StringObject(code.body.pointee.name).text) at \(thread.addressText(value)), "
        + "file \"\(StringObject(code.body.pointee.filename).text)\", "
        + "line \(code.blueprint.firstLine)>")
  }

  static func constants(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let code = CodeObject(value)
    let tuple = try TupleObject.make(thread, Int(code.body.pointee.constantCount))
    for index in 0..<Int(code.body.pointee.constantCount) {
      tuple.initialize(index, thread.retain(code.constant(index)))
    }
    return tuple.value
  }

  /// CPython's `CO_…` bits.
  var pythonFlags: Int {
    var flags = has(.optimized) ? 0x3 : 0
    if has(.variablePositional) { flags |= 0x4 }
    if has(.variableKeywords) { flags |= 0x8 }
    if has(.nested) { flags |= 0x10 }
    if has(.generator) { flags |= 0x20 }
    if has(.coroutine) { flags |= 0x80 }
    if has(.asyncGenerator) { flags |= 0x200 }
    return flags
  }
}

extension ThreadState {
  /// A tuple of interned names.
  func tuple(ofNames names: [String]) throws(Raised) -> Value {
    let tuple = try TupleObject.make(self, names.count)
    for (index, name) in names.enumerated() { tuple.initialize(index, intern(name)) }
    return tuple.value
  }
}
