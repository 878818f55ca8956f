// Bringing the runtime up, in one order that works: type shells, names, types, builtins, modules.

import Bytecode
import CRuntime
import Glibc

/// What a program that embeds the runtime chooses.
package struct RuntimeOptions {
  package var usesGIL = false
  /// Nil: random. `PYTHONHASHSEED=0` turns randomisation off.
  package var hashSeed: UInt32?

  /// `-b`: bytes that meet str or int are warned about.
  package var warnsAboutBytes = false

  package init() {}
}

package enum RuntimeStartup {
  /// Starts the runtime on the calling thread, which becomes the main thread.
  package static func start(_ options: RuntimeOptions) -> ThreadState {
    seedHashes(options.hashSeed)
    racer_globals.warnsAboutBytes = options.warnsAboutBytes
    let thread = ThreadState.startMain(mode: options.usesGIL ? .gil : .free)
    do throws(Raised) {
      try makeShells(thread)
      try makeFirstObjects(thread)
      try fillTypes(thread)
      try ExceptionSpares.prepare(thread)
      try CodecRegistry.prepare(thread)
      try StandardStreamObject.prepare(thread)
      try makeEntryFunction(thread)
      try makeModules(thread)
    } catch {
      fatalError("Racer could not start: no memory")
    }
    return thread
  }

  private static func seedHashes(_ seed: UInt32?) {
    guard let seed else {
      var random: (UInt64, UInt64) = (0, 0)
      withUnsafeMutableBytes(of: &random) {
        _ = getentropy($0.baseAddress.unsafelyUnwrapped, $0.count)
      }
      racer_globals.hashSeed = random
      return
    }
    // The seed spread over both words; 0 gives the same hashes in every process.
    var state = UInt64(seed)
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 31
    }
    racer_globals.hashSeed = seed == 0 ? (0, 0) : (next(), next())
  }

  /// Type objects have to exist before the first object, names included, can be made.
  private static func makeShells(_ thread: ThreadState) throws(Raised) {
    // A stand-in while `type` itself is made: all that allocation asks is whether it is a container.
    let standIn = UnsafeMutablePointer<TypeBody>.allocate(capacity: 1)
    memset(standIn, 0, MemoryLayout<TypeBody>.size)
    standIn.pointee.flags = TypeFlags.isContainer
    let fake = TypeObject(bits: UInt(bitPattern: standIn))
    for known in WellKnownType.allCases {
      let reference = try thread.allocate(fake, size: MemoryLayout<TypeBody>.size)
      racer_set_type(known.rawValue, reference.bits)
      thread.prepareType(TypeObject(bits: reference.bits))
    }
    for known in WellKnownType.allCases {
      TypeObject(known).body.pointee.header.type = TypeObject(.type).bits
    }
    standIn.deallocate()
    // Leaf pages for what holds no references; the rest of the flags follow with the tables.
    for (known, definition) in BuiltinTypes.definitions {
      TypeObject(known).body.pointee.flags = definition.flags
      TypeObject(known).body.pointee.basicSize = UInt32((definition.size + 7) & ~7)
    }
  }

  private static func makeFirstObjects(_ thread: ThreadState) throws(Raised) {
    _ = try TupleObject.createEmpty(thread)
    try StringObject.prepare(thread)
    try BytesObject.prepare(thread)
    try FloatObject.makeSharedBoxes(thread)
    for name in WellKnownName.allCases {
      racer_set_name(name.ordinal, thread.intern(name.rawValue).bits)
    }
  }

  private static func fillTypes(_ thread: ThreadState) throws(Raised) {
    for (known, definition) in BuiltinTypes.definitions {
      let type = TypeObject(known)
      try thread.fillType(
        type, definition, base: known == .object ? nil : TypeObject(definition.base))
    }
  }

  /// The functions of frames that are no script's: those of entry frames' base windows (no
  /// registers, one `exit`), and those in which classes are instantiated.
  private static func makeEntryFunction(_ thread: ThreadState) throws(Raised) {
    Interpreter.entryFunction = try makeFunction(thread, "<entry>", registerCount: 0)
    Interpreter.instantiationFunction = try makeFunction(
      thread, "<instantiation>", registerCount: Interpreter.instantiationRegisterCount)
    thread.prepareRegisterStack()
  }

  private static func makeFunction(
    _ thread: ThreadState, _ name: String, registerCount: Int
  ) throws(Raised) -> Value {
    let blueprint = CodeBlueprint(
      signature: CodeSignature(name: name, qualifiedName: name, flags: []), filename: "<racer>",
      firstLine: 0, localNames: [], localCount: 0, cells: [], freeNames: [],
      registerCount: registerCount, assembly: .empty)
    let code = try CodeObject.make(thread, blueprint)
    code.body.pointee.registerCount = Int32(registerCount)
    let globals = try DictObject.make(thread)
    thread.makeImmortal(code.value.reference)
    thread.makeImmortal(globals.value.reference)
    let function = try FunctionObject.make(thread, code: code.value, globals: globals.value)
    thread.makeImmortal(function.value.reference)
    return Value(uncounted: function.value.reference)
  }

  private static func makeModules(_ thread: ThreadState) throws(Raised) {
    let modules = try DictObject.make(thread)
    thread.makeImmortal(modules.value.reference)
    ImportSystem.modules = modules.value
    let builtins = try ModuleObject.make(
      thread, name: .name(.builtins),
      doc: thread.string("Built-in functions, types, exceptions, and other objects."))
    thread.makeImmortal(builtins.body.pointee.dictionary.reference)
    Interpreter.builtinsDictionary = builtins.body.pointee.dictionary
    BuiltinHooks.builtinsDictionaryValue = builtins.body.pointee.dictionary
    DynamicCode.install()
    try thread.addFunctions(
      BuiltinFunctions.table, to: builtins, named: .name(.builtins))
    try BuiltinFunctions.addNames(thread, to: builtins.body.pointee.dictionary)
    let import_ = builtins.dictionary.get(thread, name: .name(.__import__))
    ImportStatement.builtinImport = import_
    try modules.set(thread, .name(.builtins), builtins.value)
  }
}

extension ThreadState {
  /// A register stack's first window: every thread's windows begin above it.
  package func prepareRegisterStack() {
    let base = record.pointee.stackBase
    base[0] = Value.none.bits
    base[1] = Interpreter.entryFunction.bits
    record.pointee.registers = base + 2
  }
}
