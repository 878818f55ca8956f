import Bytecode
import Syntax

/// Whole code objects.
extension CodeGenerator {
  func generateModule(_ module: Module) throws(SyntaxError) -> CodeBlueprint {
    signature.flags = [.namespace, .module]
    if context.futureAnnotations { signature.flags.insert(.futureAnnotations) }
    setUpNamespace()
    position = SourceRange(line: 1, column: 0, endLine: 1, endColumn: 0)
    if module.mode == .eval, let expression = module.expression {
      let result = try operand(expression)
      emit(.return, a: result.field, b: localCount)
      return try finish(firstLine: 1)
    }
    var body = module.body[...]
    if module.mode == .exec, let docstring = docstring(of: module.body) {
      try storeDocstring(docstring, at: module.body[0].range)
      body = body.dropFirst()
    }
    if body.contains(where: \.annotatesNames) { try setUpAnnotations() }
    try statements(Array(body))
    emit(.returnNone, b: localCount)
    return try finish(firstLine: 1)
  }

  /// The docstring of a body, unless the options leave docstrings out.
  func docstring(of body: [Statement]) -> StringConstant? {
    guard context.options.optimization < 2, let text = body.first?.docstring else { return nil }
    return StringConstant(utf8: cleanedDocstring(text.utf8))
  }

  func storeDocstring(_ text: StringConstant, at range: SourceRange) throws(SyntaxError) {
    position = range
    let value = try allocate()
    load(.string(utf8: text.utf8), into: value)
    try storeName("__doc__", Operand(register: value, isTemporary: true, isOwned: true))
  }

  func setUpAnnotations() throws(SyntaxError) {
    let result = try allocate()
    emit(
      .intrinsic, a: result, b: Int(Intrinsic.setupAnnotations.rawValue), c: result)
    dropTop(result)
  }

  func setUpNamespace() {
    localNames = [""]
    localCount = 1
    top = 1
    registerCount = 1
    bound.insert(0)
  }

  /// Gives parameters and other locals their registers.
  func setUpLocals() throws(SyntaxError) {
    for name in scope.parameters { addLocal(name) }
    let parameterCount = localCount
    for index in 0..<parameterCount { bound.insert(index) }
    for name in scope.order where registers[name] == nil {
      let resolution = scope.resolutions[name]
      if resolution == .local || resolution == .cell { addLocal(name) }
    }
    top = localCount
    try reserve(localCount)
    try reserve(localCount + 1)
  }

  func addLocal(_ name: String) {
    registers[name] = localCount
    localNames.append(name)
    localCount += 1
  }

  var cells: [CodeBlueprint.CellVariable] {
    registers.filter { isCell($0.key) }.sorted { $0.value < $1.value }
      .map { CodeBlueprint.CellVariable(name: $0.key, register: $0.value) }
  }

  private func isCell(_ name: String) -> Bool {
    scope.kind == .classBody || scope.resolutions[name] == .cell
  }

  /// Wraps a generator's body so that a StopIteration in it becomes a RuntimeError (PEP 479).
  func generatorBody(_ body: () throws(SyntaxError) -> Void) throws(SyntaxError) {
    let handler = try makeHandler()
    builder.handler = handler
    try body()
    builder.handler = nil
    placeHandler(handler, bound: BoundSet())
    let exception = handler.register + 1
    let convert = Int(Intrinsic.stopIterationError.rawValue)
    emit(.intrinsic, a: exception, b: convert, c: exception)
    emit(.reraise, a: handler.register, b: handler.register)
  }

  func finish(firstLine: Int) throws(SyntaxError) -> CodeBlueprint {
    emitPrologue()
    if !isNamespace { signature.flags.insert(.optimized) }
    if scope.isNested { signature.flags.insert(.nested) }
    return CodeBlueprint(
      signature: signature, filename: context.filename, firstLine: firstLine,
      localNames: localNames + comprehensionNames, localCount: localCount, cells: cells,
      freeNames: scope.freeNames,
      registerCount: registerCount, assembly: builder.assemble(firstLine: firstLine))
  }

  private func emitPrologue() {
    position = scope.range
    if isGeneratorCode { builder.emitInPrologue(.makeGenerator) }
    var start: Int?
    let first = isNamespace ? 1 : scope.parameters.count
    for register in first..<max(first, localCount + 1) {
      let needed = register < localCount && needsClearing(register)
      if needed && start == nil { start = register }
      if !needed, let begin = start {
        builder.emitInPrologue(.clearLocals, a: begin, b: register - begin)
        start = nil
      }
    }
    for cell in cells { builder.emitInPrologue(.makeCell, a: cell.register) }
  }

  var isGeneratorCode: Bool {
    !signature.flags.isDisjoint(with: [.generator, .coroutine, .asyncGenerator])
  }

  private func needsClearing(_ register: Int) -> Bool {
    scope.exposesLocals || uncertain.contains(register) || isCell(localNames[register])
  }
}

extension Statement {
  /// Whether an annotation of a name stands somewhere in it, outside nested scopes.
  var annotatesNames: Bool {
    switch kind {
    case .annAssign(_, _, _, let isSimple): isSimple
    case .for(_, _, let body, let orElse), .asyncFor(_, _, let body, let orElse),
      .while(_, let body, let orElse), .if(_, let body, let orElse):
      body.contains(where: \.annotatesNames) || orElse.contains(where: \.annotatesNames)
    case .with(_, let body), .asyncWith(_, let body): body.contains(where: \.annotatesNames)
    case .match(_, let cases): cases.contains { $0.body.contains(where: \.annotatesNames) }
    case .try(let parts), .tryStar(let parts):
      (parts.body + parts.orElse + parts.finalBody + parts.handlers.flatMap(\.body))
        .contains(where: \.annotatesNames)
    default: false
    }
  }
}
