import Bytecode
import Syntax

extension CodeGenerator {
  func child(_ kind: Scope.Kind, at range: SourceRange) -> CodeGenerator {
    CodeGenerator(context, innerScope(kind, at: range), parent: self)
  }

  /// The scope of a definition inside the current one.
  func innerScope(_ kind: Scope.Kind, at range: SourceRange) -> Scope {
    let owner = inlined.last?.scope ?? scope
    let known = context.symbols.scopes[Scope.Key(kind: kind, range: range)]
    if let known, known.parent === owner { return known }
    // Trees that a program made may give several nodes one place.
    guard let scope = owner.children.first(where: { $0.kind == kind && $0.range == range }) ?? known
    else { fatalError("the symbol table has a scope for every definition") }
    return scope
  }

  // MARK: def and lambda

  func functionStatement(
    _ definition: FunctionDef, at range: SourceRange
  ) throws(SyntaxError) {
    let base = top
    let target = try decorated(definition.decoratorList) { target throws(SyntaxError) in
      if definition.typeParams.isEmpty {
        try function(definition, at: range, into: target)
      } else {
        try genericFunction(definition, at: range, into: target)
      }
    }
    position = range
    try storeName(definition.name, Operand(register: target, isTemporary: true))
    top = base
  }

  /// Evaluates decorators, then the definition as their innermost argument, and applies them.
  func decorated(
    _ decorators: [Expression], _ definition: (Int) throws(SyntaxError) -> Void
  ) throws(SyntaxError) -> Int {
    let definitionPosition = position
    let base = top
    for decorator in decorators {
      _ = try allocate()
      try evaluate(decorator, into: try allocate())
    }
    let target = try allocate()
    position = definitionPosition
    try definition(target)
    for index in decorators.indices.reversed() {
      let window = base + 2 * index
      position = decorators[index].range
      // The result lands where the window of the decorator before expects its argument.
      emit(.call, a: window, b: window, c: 1)
    }
    top = base + 1
    return decorators.isEmpty ? target : base
  }

  func function(
    _ definition: FunctionDef, at range: SourceRange, into target: Int
  ) throws(SyntaxError) {
    let inputs = try functionInputs(definition.args, into: target)
    try functionObject(definition, at: range, inputs, into: target)
  }

  /// A function's code and object, once its defaults lie in registers.
  func functionObject(
    _ definition: FunctionDef, at range: SourceRange, _ inputs: FunctionInputs, into target: Int
  ) throws(SyntaxError) {
    var inputs = inputs
    try annotations(definition, &inputs)
    let generator = child(.function, at: range)
    let code = try generator.generateFunction(definition, at: range)
    try makeFunction(code, inputs, into: target)
  }

  func lambda(
    _ arguments: Arguments, _ body: Expression, _ expression: Expression, into target: Int
  ) throws(SyntaxError) {
    let inputs = try functionInputs(arguments, into: target)
    let generator = child(.lambda, at: expression.range)
    let code = try generator.generateLambda(arguments, body)
    try makeFunction(code, inputs, into: target)
  }

  /// What `makeFunction` finds from its register upwards.
  struct FunctionInputs {
    let base: Int
    var flags = 0
  }

  func functionInputs(
    _ arguments: Arguments, into target: Int
  ) throws(SyntaxError) -> FunctionInputs {
    // The target is the first input's place too, if it is the topmost temporary.
    if target == top - 1 && !isVariable(target) { top = target }
    var inputs = FunctionInputs(base: top)
    if !arguments.defaults.isEmpty {
      try evaluate(
        Expression(.tuple(elts: arguments.defaults), position), into: try allocate())
      inputs.flags |= 1
    }
    if arguments.kwDefaults.contains(where: { $0 != nil }) {
      try keywordDefaults(arguments, into: try allocate())
      inputs.flags |= 2
    }
    return inputs
  }

  func keywordDefaults(_ arguments: Arguments, into target: Int) throws(SyntaxError) {
    let base = top
    var count = 0
    for (argument, value) in zip(arguments.kwOnlyArgs, arguments.kwDefaults) {
      guard let value else { continue }
      load(.string(mangle(argument.arg)), into: try allocate())
      try evaluate(value, into: try allocate())
      count += 1
    }
    top = base
    emit(.buildMap, a: target, b: base, c: count)
  }

  /// The annotations as a tuple of names and values in turn.
  private func annotations(
    _ definition: FunctionDef, _ inputs: inout FunctionInputs
  ) throws(SyntaxError) {
    var annotated: [(name: String, annotation: Expression)] = []
    let arguments = definition.args
    let ordered =
      arguments.posOnlyArgs + arguments.args + [arguments.varArg].compactMap { $0 }
      + arguments.kwOnlyArgs + [arguments.kwArg].compactMap { $0 }
    for argument in ordered {
      if let annotation = argument.annotation {
        annotated.append((mangle(argument.arg), annotation))
      }
    }
    if let annotation = definition.returns { annotated.append(("return", annotation)) }
    guard !annotated.isEmpty else { return }
    inputs.flags |= 4
    let target = try allocate()
    let base = top
    for (name, annotation) in annotated {
      load(.string(name), into: try allocate())
      try self.annotation(annotation, into: try allocate())
    }
    top = base
    emit(.buildTuple, a: target, b: base, c: 2 * annotated.count)
  }

  /// The value of an annotation: its text under `from __future__ import annotations`.
  func annotation(_ expression: Expression, into target: Int) throws(SyntaxError) {
    let saved = position
    position = expression.range
    defer { position = saved }
    if context.futureAnnotations {
      return load(.string(Unparser.text(of: expression)), into: target)
    }
    // `*args: *Ts` unpacks its annotation to the only item.
    if case .starred(let value) = expression.kind {
      let operand = try operand(value, reuse: target)
      emit(.unpackSequence, a: operand.field, b: top, c: 1)
      let item = try allocate()
      emit(.move, a: target, b: item | Word.lastUse)
      top = item
      return
    }
    try evaluate(expression, into: target)
  }

  func makeFunction(
    _ code: CodeBlueprint, _ inputs: FunctionInputs, into target: Int
  ) throws(SyntaxError) {
    var flags = inputs.flags
    if !code.freeNames.isEmpty {
      try closure(code.freeNames, into: try allocate())
      flags |= 8
    }
    try reserve(inputs.base + 1)
    let index = builder.index(of: .code(code))
    guard index <= 0xffff else {
      throw error("too many constants in one code block", at: position)
    }
    emit(.makeFunction, a: inputs.base, b: index, c: flags)
    if inputs.base != target { emit(.move, a: target, b: inputs.base | Word.lastUse) }
    top = inputs.base == target ? target + 1 : inputs.base
  }

  private func closure(_ names: [String], into target: Int) throws(SyntaxError) {
    let base = top
    for name in names { loadCell(of: name, into: try allocate()) }
    top = base
    emit(.buildTuple, a: target, b: base, c: names.count)
  }

  // MARK: Code of functions

  private func setUpSignature(_ arguments: Arguments) throws(SyntaxError) {
    signature.positionalOnlyCount = arguments.posOnlyArgs.count
    signature.positionalCount = arguments.posOnlyArgs.count + arguments.args.count
    signature.keywordOnlyCount = arguments.kwOnlyArgs.count
    if arguments.varArg != nil { signature.flags.insert(.variablePositional) }
    if arguments.kwArg != nil { signature.flags.insert(.variableKeywords) }
    try setUpLocals()
    setUpKind()
  }

  func setUpKind() {
    switch (scope.isCoroutine, scope.isGenerator) {
    case (true, true): signature.flags.insert(.asyncGenerator)
    case (true, false): signature.flags.insert(.coroutine)
    case (false, true): signature.flags.insert(.generator)
    case (false, false): break
    }
  }

  /// Compiles a body, inside the wrapping that generators need.
  func wrapped(_ body: () throws(SyntaxError) -> Void) throws(SyntaxError) {
    if isGeneratorCode { try generatorBody(body) } else { try body() }
  }

  private func generateFunction(
    _ definition: FunctionDef, at range: SourceRange
  ) throws(SyntaxError) -> CodeBlueprint {
    try setUpSignature(definition.args)
    position = range
    var body = definition.body[...]
    if definition.body.first?.docstring != nil { body = body.dropFirst() }
    if let docstring = docstring(of: definition.body) {
      _ = builder.index(of: .string(utf8: docstring.utf8))
      signature.flags.insert(.hasDocstring)
    }
    try wrapped { () throws(SyntaxError) in
      try statements(Array(body))
      position = definition.body.last?.range ?? range
      emit(.returnNone, b: localCount)
    }
    let first = definition.decoratorList.first?.range.line ?? range.line
    return try finish(firstLine: Int(first))
  }

  private func generateLambda(
    _ arguments: Arguments, _ body: Expression
  ) throws(SyntaxError) -> CodeBlueprint {
    try setUpSignature(arguments)
    position = scope.range
    try wrapped { () throws(SyntaxError) in
      let result = try operand(body)
      position = body.range
      emit(.return, a: result.field, b: localCount)
      top = localCount
    }
    return try finish(firstLine: Int(scope.range.line))
  }
}
