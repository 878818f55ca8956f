// compile, eval, exec, globals, locals, __build_class__: builtins that need the interpreter.

import Bytecode
import CRuntime

enum DynamicCode {
  static func install() {
    BuiltinHooks.globals = globals
    BuiltinHooks.locals = locals
    BuiltinHooks.compile = compile
    BuiltinHooks.evaluate = evaluate
    BuiltinHooks.execute = execute
    BuiltinHooks.importFunction = ImportStatement.importFunction
    BuiltinHooks.buildClass = buildClass
    BuiltinHooks.open = { (thread, arguments) throws(Raised) in
      let module = try ImportSystem.module(thread, "io")
      defer { thread.release(module) }
      let function = try thread.getAttribute(module, "open")
      defer { thread.release(function) }
      return try thread.call(function, arguments)
    }
    BuiltinHooks.importModule = { (thread, name) throws(Raised) in
      try ImportSystem.module(thread, StringObject(name).text)
    }
    BuiltinHooks.makeFrame = { (thread, code, globals, word) throws(Raised) in
      let locals = try DictObject.make(thread)
      defer { thread.release(locals.value) }
      return try FrameObject.make(
        thread, code: code, globals: globals, locals: locals.value, back: .none, wordIndex: word)
    }
  }

  private static func globals(_ thread: ThreadState) throws(Raised) -> Value {
    guard let frame = runningFrame(thread) else { return .none }
    return thread.retain(frame.function.globals.value)
  }

  private static func locals(_ thread: ThreadState) throws(Raised) -> Value {
    guard let frame = runningFrame(thread) else { return .none }
    return try FrameObject.locals(thread, frame)
  }

  private static func runningFrame(_ thread: ThreadState) -> Frame? {
    var found: Frame?
    thread.forEachFrame { frame, _ in
      found = frame
      return false
    }
    return found
  }

  // MARK: compile

  private static func compile(_ thread: ThreadState, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    let bound = try BoundArguments(
      thread, arguments,
      "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)"
    )
    let filename = try path(thread, bound[1])
    guard bound[2].isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "compile() argument 'mode' must be str, not \(bound[2].type.nameText)")
    }
    let mode: ImportSystem.CompileMode
    switch StringObject(bound[2]).text {
    case "exec": mode = .module
    case "eval": mode = .expression
    case "single": mode = .interactive
    default:
      throw thread.raise(
        .valueError, "compile() mode must be 'exec', 'eval' or 'single'")
    }
    let source = try sourceBytes(thread, bound[0], "compile")
    return try code(thread, source, filename, mode, flags: try thread.index(bound[3]))
  }

  private static func path(_ thread: ThreadState, _ value: Value) throws(Raised) -> String {
    if value.isInstance(TypeFlags.stringSubclass) { return StringObject(value).text }
    if value.isInstance(TypeFlags.bytesSubclass) {
      return String(decoding: BytesObject(value).buffer, as: UTF8.self)
    }
    throw thread.raise(
      .typeError, "expected str, bytes or os.PathLike object, not \(value.type.nameText)")
  }

  /// Source text as UTF-8 bytes, without NUL.
  static func sourceBytes(_ thread: ThreadState, _ value: Value, _ function: String)
    throws(Raised) -> [UInt8]
  {
    var bytes: [UInt8]
    if value.isInstance(TypeFlags.stringSubclass) {
      bytes = Array(StringObject(value).text.utf8)
    } else if value.isInstance(TypeFlags.bytesSubclass) {
      bytes = Array(BytesObject(value).buffer)
    } else {
      throw thread.raise(
        .typeError,
        "\(function)() arg 1 must be a string, bytes\(function == "compile" ? "" : "") or code object"
      )
    }
    if bytes.contains(0) {
      throw thread.raise(.syntaxError, "source code string cannot contain null bytes")
    }
    if bytes.last != 10 { bytes.append(10) }
    return bytes
  }

  static func code(
    _ thread: ThreadState, _ source: [UInt8], _ filename: String,
    _ mode: ImportSystem.CompileMode, flags: Int = 0
  ) throws(Raised) -> Value {
    let blueprint = try ImportSystem.compile(thread, source, filename, mode, flags)
    return try CodeObject.make(thread, blueprint).value
  }

  // MARK: eval and exec

  private static func evaluate(_ thread: ThreadState, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    let bound = try BoundArguments(
      thread, arguments, "eval(source, /, globals=None, locals=None)")
    return try run(thread, bound[0], bound[1], bound[2], .none, "eval")
  }

  private static func execute(_ thread: ThreadState, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    let bound = try BoundArguments(
      thread, arguments, "exec(source, /, globals=None, locals=None, *, closure=None)")
    thread.release(try run(thread, bound[0], bound[1], bound[2], bound[3], "exec"))
    return .none
  }

  private static func run(
    _ thread: ThreadState, _ source: Value, _ givenGlobals: Value, _ givenLocals: Value,
    _ closure: Value, _ function: String
  ) throws(Raised) -> Value {
    var globals = thread.retain(givenGlobals)
    var locals = thread.retain(givenLocals)
    defer {
      thread.release(globals)
      thread.release(locals)
    }
    if globals.isNone {
      globals = try DynamicCode.globals(thread)
      if locals.isNone { locals = try DynamicCode.locals(thread) }
    }
    if locals.isNone { locals = thread.retain(globals) }
    guard globals.isInstance(TypeFlags.dictionarySubclass) else {
      throw thread.raise(
        .typeError,
        function == "eval"
          ? "globals must be a real dict; try eval(code, {}, mapping)"
          : "exec() globals must be a dict, not \(globals.type.nameText)")
    }
    let builtins = DictObject(globals).get(thread, name: .name(.__builtins__))
    if builtins.isUnbound {
      try DictObject(globals).set(thread, .name(.__builtins__), Interpreter.builtinsDictionary)
    }
    thread.release(builtins)
    if source.isExactly(.code) {
      let free = CodeObject(source).blueprint.freeNames.count
      if free > 0 && closure.isNone {
        throw thread.raise(
          .typeError, "code object passed to \(function)() may not contain free variables")
      }
      return try Interpreter.execute(
        thread, code: source, globals: globals, namespace: locals, closure: closure)
    }
    var bytes = try sourceBytes(thread, source, function)
    if function == "eval" { bytes = Array(bytes.drop { $0 == 32 || $0 == 9 }) }
    let code = try code(
      thread, bytes, "<string>", function == "eval" ? .expression : .module)
    return try Interpreter.execute(thread, code: code, globals: globals, namespace: locals)
  }

  // MARK: class statements

  /// `__build_class__(body, name, *bases, metaclass=None, **keywords)`.
  private static func buildClass(_ thread: ThreadState, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    guard arguments.count >= 2, arguments[0].isExactly(.function) else {
      throw thread.raise(.typeError, "__build_class__: func must be a function")
    }
    let body = FunctionObject(arguments[0])
    let name = arguments[1]
    let original = try TupleObject.make(thread, arguments.count - 2)
    for index in 2..<arguments.count {
      original.initialize(index - 2, thread.retain(arguments[index]))
    }
    defer { thread.release(original.value) }
    let bases = try resolveBases(thread, original)
    defer { thread.release(bases) }
    let keywords = try ClassKeywords(thread, arguments)
    defer { keywords.release(thread) }
    var metaclass = thread.retain(keywords.metaclass)
    defer { thread.release(metaclass) }
    if metaclass.isUnbound {
      metaclass =
        TupleObject(bases).count == 0
        ? TypeObject(.type).value : thread.retain(TupleObject(bases)[0].type.value)
    }
    if metaclass.isInstance(TypeFlags.typeSubclass) {
      let winner = try ClassBuilding.winningMetatype(
        thread, TypeObject(metaclass), bases: bases)
      let old = metaclass
      metaclass = thread.retain(winner.value)
      thread.release(old)
    }
    let namespace = try prepare(thread, metaclass, name, bases, keywords)
    defer { thread.release(namespace) }
    let cell = try Interpreter.execute(
      thread, code: body.body.pointee.code, globals: body.globals.value, namespace: namespace,
      closure: body.body.pointee.closure)
    defer { thread.release(cell) }
    if !bases.isIdentical(to: original.value) {
      try thread.setItem(namespace, .name(.__orig_bases__), original.value)
    }
    let class_ = try keywords.call(thread, metaclass, name, bases, namespace)
    if cell.isExactly(.cell), class_.isInstance(TypeFlags.typeSubclass) {
      let content = CellObject(cell).load(thread)
      defer { thread.release(content) }
      if content.isUnbound {
        thread.release(class_)
        throw thread.raise(
          .runtimeError,
          "__class__ not set defining '\(StringObject(name).text)' as <class "
            + "'\(TypeObject(class_).qualifiedText)'>. Was __classcell__ propagated to type.__new__?"
        )
      }
    }
    return class_
  }

  /// `__mro_entries__` of bases that are no classes (PEP 560). Owned.
  private static func resolveBases(_ thread: ThreadState, _ bases: TupleObject) throws(Raised)
    -> Value
  {
    var isChanged = false
    let list = try ListObject.make(thread, capacity: bases.count)
    defer { thread.release(list.value) }
    for index in 0..<bases.count {
      let base = bases[index]
      if !base.isInstance(TypeFlags.typeSubclass) {
        let method = try thread.getOptionalAttribute(base, .name(.__mro_entries__))
        if !method.isUnbound {
          defer { thread.release(method) }
          let entries = try thread.call(method, bases.value)
          defer { thread.release(entries) }
          guard entries.isInstance(TypeFlags.tupleSubclass) else {
            throw thread.raise(.typeError, "__mro_entries__ must return a tuple")
          }
          isChanged = true
          let tuple = TupleObject(entries)
          for entry in 0..<tuple.count { try list.append(thread, tuple[entry]) }
          continue
        }
      }
      try list.append(thread, base)
    }
    return isChanged ? try thread.tuple(from: list.value) : thread.retain(bases.value)
  }

  private static func prepare(
    _ thread: ThreadState, _ metaclass: Value, _ name: Value, _ bases: Value,
    _ keywords: ClassKeywords
  ) throws(Raised) -> Value {
    if metaclass.isIdentical(to: TypeObject(.type).value) {
      return try DictObject.make(thread).value
    }
    let method = try thread.getOptionalAttribute(metaclass, .name(.__prepare__))
    if method.isUnbound { return try DictObject.make(thread).value }
    defer { thread.release(method) }
    let namespace = try keywords.call(thread, method, name, bases)
    if namespace.isInstance(TypeFlags.dictionarySubclass)
      || namespace.isInstance(TypeFlags.isMapping)
      || namespace.type.slot(.setItem) != nil
    {
      return namespace
    }
    defer { thread.release(namespace) }
    let text =
      metaclass.isInstance(TypeFlags.typeSubclass)
      ? TypeObject(metaclass).nameText : "<metaclass>"
    throw thread.raise(
      .typeError,
      "\(text).__prepare__() must return a mapping, not \(namespace.type.nameText)")
  }
}

/// Keyword arguments of a class statement without `metaclass`.
private struct ClassKeywords {
  var metaclass = Value.unbound
  let names: Value
  var values: [Value] = []

  init(_ thread: ThreadState, _ arguments: Arguments) throws(Raised) {
    var kept: [Value] = []
    for index in 0..<arguments.keywordCount {
      if StringObject(arguments.keywordName(index)).text == "metaclass" {
        metaclass = arguments.keywordValue(index)
      } else {
        kept.append(arguments.keywordName(index))
        values.append(arguments.keywordValue(index))
      }
    }
    guard !kept.isEmpty else {
      names = .unbound
      return
    }
    let tuple = try TupleObject.make(thread, kept.count)
    for (index, name) in kept.enumerated() { tuple.initialize(index, thread.retain(name)) }
    names = tuple.value
  }

  func release(_ thread: ThreadState) {
    if !names.isUnbound { thread.release(names) }
  }

  /// Calls with positional arguments and these keywords.
  func call(
    _ thread: ThreadState, _ callable: Value, _ positional: Value...
  ) throws(Raised) -> Value {
    try thread.withWords(positional.count + values.count + 1) { (words) throws(Raised) -> Value in
      for (index, value) in positional.enumerated() { words[index] = value.bits }
      for (index, value) in values.enumerated() { words[positional.count + index] = value.bits }
      return try thread.call(
        callable, Arguments(base: words, count: positional.count, keywordNames: names))
    }
  }
}
