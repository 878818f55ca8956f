import Bytecode
import Syntax

extension CodeGenerator {
  func comprehension(
    _ kind: Scope.Kind, _ elements: [Expression], _ generators: [Comprehension],
    _ expression: Expression, into target: Int
  ) throws(SyntaxError) {
    let range = expression.range
    let scope = innerScope(kind, at: range)
    if kind != .generatorExpression, scope.isCoroutine, !self.scope.isCoroutine,
      !self.scope.isComprehension
    {
      throw error("asynchronous comprehension outside of an asynchronous function", at: range)
    }
    if scope.isInlined {
      try inlinedComprehension(scope, elements, generators, range, into: target)
    } else {
      try calledComprehension(kind, elements, generators, range, into: target)
    }
  }

  // MARK: In the owner's frame

  private func inlinedComprehension(
    _ scope: Scope, _ elements: [Expression], _ generators: [Comprehension], _ range: SourceRange,
    into target: Int
  ) throws(SyntaxError) {
    try throughTemporary(target) { target throws(SyntaxError) in
      let base = top
      let iterator = try allocate()
      try outerIterator(generators[0], into: iterator)
      position = range
      let frame = try enterInlined(scope)
      let loop = ComprehensionLoop(kind: scope.kind, elements: elements, result: target)
      emit(loop.builder, a: target, b: target, c: 0)
      try generatorLoop(loop, generators[...], iterator: iterator)
      position = range
      leaveInlined(frame)
      top = base
    }
  }

  /// The first iterable belongs to the scope around.
  private func outerIterator(
    _ generator: Comprehension, into iterator: Int
  ) throws(SyntaxError) {
    if generator.isAsync {
      let source = try operand(generator.iter, reuse: iterator)
      emit(.getAsyncIterator, a: iterator, b: source.field)
    } else {
      try loadIterator(generator.iter, into: iterator)
    }
  }

  private func enterInlined(_ scope: Scope) throws(SyntaxError) -> InlinedScope {
    var registers: [String: Int] = [:]
    var indices: [String: Int] = [:]
    for name in scope.order {
      let resolution = scope.resolutions[name]
      guard resolution == .local || resolution == .cell else { continue }
      let register = try allocate()
      registers[name] = register
      comprehensionNames.append(name)
      indices[name] = localCount + comprehensionNames.count - 1
      load(.unbound, into: register)
      bound.remove(register)
      if resolution == .cell { emit(.makeCell, a: register) }
    }
    let frame = InlinedScope(scope: scope, registers: registers, nameIndices: indices)
    inlined.append(frame)
    return frame
  }

  private func leaveInlined(_ frame: InlinedScope) {
    inlined.removeLast()
    for register in frame.registers.values.sorted() {
      emit(.drop, a: register)
      bound.remove(register)
    }
  }

  // MARK: As a function of its own

  private func calledComprehension(
    _ kind: Scope.Kind, _ elements: [Expression], _ generators: [Comprehension],
    _ range: SourceRange, into target: Int
  ) throws(SyntaxError) {
    let base = top
    _ = try allocate()
    let callable = try allocate()
    let generator = child(kind, at: range)
    let code = try generator.generateComprehension(elements, generators)
    top = callable
    try makeFunction(code, FunctionInputs(base: callable), into: callable)
    let argument = try allocate()
    try outerIterator(generators[0], into: argument)
    position = range
    emit(.call, a: target, b: base, c: 1)
    top = base
    if kind != .generatorExpression, generator.scope.isCoroutine {
      try throughTemporary(target) { target throws(SyntaxError) in
        try awaitOperand(
          Operand(register: target, isTemporary: true), errorIndex: 0, into: target)
      }
    }
  }

  fileprivate func generateComprehension(
    _ elements: [Expression], _ generators: [Comprehension]
  ) throws(SyntaxError) -> CodeBlueprint {
    if scope.parameters.isEmpty { scope.parameters = [".0"] }
    signature.positionalOnlyCount = 1
    signature.positionalCount = 1
    signature.flags = []
    try setUpLocals()
    setUpKind()
    position = scope.range
    try wrapped { () throws(SyntaxError) in
      let isGenerator = scope.kind == .generatorExpression
      let result = isGenerator ? 0 : try allocate()
      let loop = ComprehensionLoop(kind: scope.kind, elements: elements, result: result)
      if !isGenerator { emit(loop.builder, a: result, b: result, c: 0) }
      try generatorLoop(loop, generators[...], iterator: 0)
      position = scope.range
      if isGenerator {
        emit(.returnNone, b: localCount)
      } else {
        emit(.return, a: result | Word.lastUse, b: localCount)
        top = localCount
      }
    }
    return try finish(firstLine: Int(scope.range.line))
  }

  // MARK: Loops

  /// What the innermost body of a comprehension does.
  private struct ComprehensionLoop {
    let kind: Scope.Kind
    let elements: [Expression]
    let result: Int

    var builder: Opcode {
      switch kind {
      case .setComprehension: .buildSet
      case .dictComprehension: .buildMap
      default: .buildList
      }
    }
  }

  /// The loops of the generators, the first of which runs over an iterator already made.
  private func generatorLoop(
    _ loop: ComprehensionLoop, _ generators: ArraySlice<Comprehension>, iterator: Int
  ) throws(SyntaxError) {
    guard let generator = generators.first else { return }
    let header = makeLabel()
    let exhausted = makeLabel()
    place(header)
    position = generator.iter.range
    var handler: CodeBuilder.Handler?
    let entry = bound
    if generator.isAsync {
      handler = try nextAsyncItem(of: iterator, into: generator.target)
    } else {
      try nextItem(of: iterator, into: generator.target, exhausted: exhausted)
    }
    for condition in generator.ifs { try branch(condition, to: header, when: false) }
    try innerLoop(loop, generators.dropFirst())
    jump(to: header)
    if let handler {
      placeHandler(handler, bound: entry)
      emit(.endAsyncFor, a: handler.register, b: iterator)
    } else {
      place(exhausted)
    }
  }

  private func innerLoop(
    _ loop: ComprehensionLoop, _ generators: ArraySlice<Comprehension>
  ) throws(SyntaxError) {
    guard let next = generators.first else { return try collect(loop) }
    if let single = next.singleValue {
      // `for x in [value]` is a plain assignment.
      let value = try operand(single)
      try store(next.target, value)
      let skip = makeLabel()
      for condition in next.ifs { try branch(condition, to: skip, when: false) }
      try innerLoop(loop, generators.dropFirst())
      return place(skip)
    }
    let iterator = try allocate()
    if next.isAsync {
      let source = try operand(next.iter, reuse: iterator)
      emit(.getAsyncIterator, a: iterator, b: source.field)
    } else {
      try loadIterator(next.iter, into: iterator)
    }
    try generatorLoop(loop, generators, iterator: iterator)
    top = iterator
  }

  private func collect(_ loop: ComprehensionLoop) throws(SyntaxError) {
    let element = loop.elements[0]
    position = element.range
    switch loop.kind {
    case .generatorExpression:
      let value = try operand(element)
      release(value)
      let sent = try allocate()
      emit(.yield, a: sent, b: value.field)
      dropTop(sent)
    case .dictComprehension:
      let key = try operand(element, before: [loop.elements[1]])
      let value = try operand(loop.elements[1])
      emit(.mapAdd, a: loop.result, b: key.field, c: value.field)
      release(key, value)
    default:
      let value = try operand(element)
      let opcode: Opcode = loop.kind == .setComprehension ? .setAdd : .listAppend
      emit(opcode, a: loop.result, b: value.field)
      release(value)
    }
  }
}

extension Comprehension {
  /// The value, if the iterable is a display of one.
  fileprivate var singleValue: Expression? {
    guard !isAsync, let elements = iter.elements, elements.count == 1, !elements[0].isStarred
    else { return nil }
    return elements[0]
  }
}
