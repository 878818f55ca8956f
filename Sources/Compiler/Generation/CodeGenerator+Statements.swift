import Bytecode
import Syntax

extension CodeGenerator {
  func statements(_ body: [Statement]) throws(SyntaxError) {
    for statement in body { try self.statement(statement) }
  }

  func statement(_ statement: Statement) throws(SyntaxError) {
    position = statement.range
    try context.reporter.checkStack(at: statement.range)
    switch statement.kind {
    case .expr(let value): try expressionStatement(value)
    case .assign(let targets, let value): try assign(targets, value)
    case .augAssign(let target, let op, let value): try assign(target, op, inPlace: value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      try annotatedAssignment(target, annotation, value, isSimple)
    case .return(let value): try returnStatement(value, at: statement.range)
    case .delete(let targets):
      for target in targets { try delete(target) }
    case .break: try breakStatement(at: statement.range)
    case .continue: try continueStatement(at: statement.range)
    case .pass, .global, .nonlocal: break
    case .raise(let exception, let cause): try raise(exception, cause)
    case .assert(let test, let message): try assertion(test, message, at: statement.range)
    case .import(let names): try importModules(names)
    case .importFrom(let module, let names, let level):
      try importNames(module, names, level, at: statement.range)
    default: try compound(statement)
    }
  }

  private func compound(_ statement: Statement) throws(SyntaxError) {
    let range = statement.range
    switch statement.kind {
    case .if(let test, let body, let orElse): try conditionalStatement(test, body, orElse)
    case .while(let test, let body, let orElse): try whileLoop(test, body, orElse, at: range)
    case .for(let target, let iterable, let body, let orElse):
      try forLoop(target, iterable, body, orElse, at: range)
    case .asyncFor(let target, let iterable, let body, let orElse):
      try asyncForLoop(target, iterable, body, orElse, at: range)
    case .try(let parts): try tryStatement(parts, isGroup: false, at: range)
    case .tryStar(let parts): try tryStatement(parts, isGroup: true, at: range)
    case .with(let items, let body): try withStatement(items[...], body, isAsync: false, at: range)
    case .asyncWith(let items, let body):
      guard scope.isCoroutine else {
        throw error("'async with' outside async function", at: range)
      }
      try withStatement(items[...], body, isAsync: true, at: range)
    case .match(let subject, let cases): try matchStatement(subject, cases)
    case .functionDef(let definition): try functionStatement(definition, at: range)
    case .asyncFunctionDef(let definition): try functionStatement(definition, at: range)
    case .classDef(let definition): try classStatement(definition, at: range)
    case .typeAlias(let name, let parameters, let value):
      try typeAliasStatement(name, parameters, value, at: range)
    default: break
    }
  }

  private func expressionStatement(_ value: Expression) throws(SyntaxError) {
    guard scope.kind == .module, context.mode == .single, inlined.isEmpty else {
      return try discard(value)
    }
    let register = try allocate()
    try evaluate(value, into: register)
    emit(.intrinsic, a: register, b: Int(Intrinsic.printExpression.rawValue), c: register)
    emit(.drop, a: register)
    top = register
  }

  private func raise(_ exception: Expression?, _ cause: Expression?) throws(SyntaxError) {
    guard let exception else { return emit(.raise, c: 0) }
    let first = try operand(exception, before: cause.map { [$0] } ?? [])
    guard let cause else {
      release(first)
      return emit(.raise, a: first.field, c: 1)
    }
    let second = try operand(cause)
    release(first, second)
    emit(.raise, a: first.field, b: second.field, c: 2)
  }

  private func assertion(
    _ test: Expression, _ message: Expression?, at range: SourceRange
  ) throws(SyntaxError) {
    if case .tuple(let elements) = test.kind, !elements.isEmpty {
      warn("assertion is always true, perhaps remove parentheses?", at: range)
    }
    guard context.options.optimization == 0 else { return }
    let end = makeLabel()
    try branch(test, to: end, when: true)
    position = test.range
    let base = try allocate()
    if let message {
      emit(.loadAssertionError, a: try allocate())
      try evaluate(message, into: try allocate())
      emit(.call, a: base, b: base, c: 1)
    } else {
      emit(.loadAssertionError, a: base)
    }
    emit(.raise, a: base | Word.lastUse, c: 1)
    top = base
    place(end)
  }

  // MARK: if, while, for

  private func conditionalStatement(
    _ test: Expression, _ body: [Statement], _ orElse: [Statement]
  ) throws(SyntaxError) {
    let otherwise = makeLabel()
    try branch(test, to: otherwise, when: false)
    try statements(body)
    guard !orElse.isEmpty else { return place(otherwise) }
    let end = makeLabel()
    jump(to: end)
    place(otherwise)
    try statements(orElse)
    place(end)
  }

  /// Names that the statements may unbind are no longer sure when they come round again.
  func forgetDeleted(in body: [Statement]...) {
    bound = boundAfterDeletions(in: body)
  }

  func boundAfterDeletions(in bodies: [[Statement]]) -> BoundSet {
    guard !scope.deletedNames.isEmpty else { return bound }
    var result = bound
    for name in scope.deletedNames {
      if let register = registers[name], bodies.contains(where: { $0.unbinds(name, in: self) }) {
        result.remove(register)
      }
    }
    return result
  }

  /// `while` with the test at the bottom too, so that a round takes one jump.
  private func whileLoop(
    _ test: Expression, _ body: [Statement], _ orElse: [Statement], at range: SourceRange
  ) throws(SyntaxError) {
    let header = makeLabel()
    let again = makeLabel()
    let exhausted = makeLabel()
    let end = makeLabel()
    forgetDeleted(in: body)
    let isInverted = test.isDuplicable && constant(test) == nil
    if isInverted { try branch(test, to: exhausted, when: false) }
    forgetDeleted(in: body)
    place(header)
    position = test.range
    emit(.loopHeader)
    if !isInverted { try branch(test, to: exhausted, when: false) }
    let continueLabel = isInverted ? again : header
    let kind = Block.Kind.loop(breakLabel: end, continueLabel: continueLabel, iterator: nil)
    try withBlock(kind, at: range) { () throws(SyntaxError) in try statements(body) }
    if isInverted {
      place(again)
      try branch(test, to: header, when: true)
    } else {
      position = test.range
      jump(to: header)
    }
    place(exhausted)
    try statements(orElse)
    place(end)
  }

  private func forLoop(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ orElse: [Statement],
    at range: SourceRange
  ) throws(SyntaxError) {
    let iterator = try allocate()
    try loadIterator(iterable, into: iterator)
    let header = makeLabel()
    let exhausted = makeLabel()
    let end = makeLabel()
    forgetDeleted(in: body)
    place(header)
    position = iterable.range
    try nextItem(of: iterator, into: target, exhausted: exhausted)
    let kind = Block.Kind.loop(breakLabel: end, continueLabel: header, iterator: iterator)
    try withBlock(kind, at: range) { () throws(SyntaxError) in try statements(body) }
    position = iterable.range
    jump(to: header)
    place(exhausted)
    top = iterator
    try statements(orElse)
    place(end)
  }

  func loadIterator(_ iterable: Expression, into iterator: Int) throws(SyntaxError) {
    if case .list(let elements) = iterable.kind, let values = folder.values(of: elements) {
      position = iterable.range
      load(.tuple(values), into: iterator)
      return emit(.getIterator, a: iterator, b: iterator | Word.lastUse)
    }
    let source = try operand(iterable, reuse: iterator)
    position = iterable.range
    emit(.getIterator, a: iterator, b: source.field)
  }

  /// Takes the next item into a target; simple locals are written by the instruction itself.
  func nextItem(
    of iterator: Int, into target: Expression, exhausted: FlowLabel
  ) throws(SyntaxError) {
    if case .name(let name) = target.kind, let (register, _) = localRegister(name) {
      jump(.forIterate, a: iterator, b: register, to: exhausted)
      bound.insert(register)
      return
    }
    let item = try allocate()
    jump(.forIterate, a: iterator, b: item, to: exhausted)
    try store(target, Operand(register: item, isTemporary: true, isOwned: true))
  }

  private func asyncForLoop(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ orElse: [Statement],
    at range: SourceRange
  ) throws(SyntaxError) {
    guard scope.isCoroutine else {
      throw error("'async for' outside async function", at: range)
    }
    let iterator = try allocate()
    let source = try operand(iterable, reuse: iterator)
    position = iterable.range
    emit(.getAsyncIterator, a: iterator, b: source.field)
    let header = makeLabel()
    let end = makeLabel()
    forgetDeleted(in: body)
    place(header)
    let handler = try nextAsyncItem(of: iterator, into: target)
    let entry = bound
    let kind = Block.Kind.loop(breakLabel: end, continueLabel: header, iterator: iterator)
    try withBlock(kind, at: range) { () throws(SyntaxError) in try statements(body) }
    jump(to: header)
    position = iterable.range
    placeHandler(handler, bound: entry)
    emit(.endAsyncFor, a: handler.register, b: iterator)
    top = iterator
    try statements(orElse)
    place(end)
  }

  /// Awaits the next item; the returned handler is where the end of the iteration raises to.
  func nextAsyncItem(
    of iterator: Int, into target: Expression
  ) throws(SyntaxError) -> CodeBuilder.Handler {
    let handler = try makeHandler()
    let outer = builder.handler
    builder.handler = handler
    let item = try allocate()
    let awaitable = try allocate()
    emit(.getAsyncNext, a: awaitable, b: iterator)
    delegate(item, to: awaitable)
    top = awaitable
    builder.handler = outer
    try store(target, Operand(register: item, isTemporary: true, isOwned: true))
    return handler
  }
}

extension [Statement] {
  /// Whether a statement of the code deletes the (mangled) name, or binds it for an `except` clause.
  func unbinds(_ name: String, in generator: CodeGenerator) -> Bool {
    contains { $0.unbinds(name, in: generator) }
  }
}

extension Statement {
  fileprivate func unbinds(_ name: String, in generator: CodeGenerator) -> Bool {
    switch kind {
    case .delete(let targets): targets.contains { $0.unbinds(name, in: generator) }
    case .for(_, _, let body, let orElse), .asyncFor(_, _, let body, let orElse),
      .while(_, let body, let orElse), .if(_, let body, let orElse):
      body.unbinds(name, in: generator) || orElse.unbinds(name, in: generator)
    case .with(_, let body), .asyncWith(_, let body): body.unbinds(name, in: generator)
    case .match(_, let cases): cases.contains { $0.body.unbinds(name, in: generator) }
    case .try(let parts), .tryStar(let parts):
      parts.body.unbinds(name, in: generator) || parts.orElse.unbinds(name, in: generator)
        || parts.finalBody.unbinds(name, in: generator)
        || parts.handlers.contains {
          $0.name.map(generator.mangle) == name || $0.body.unbinds(name, in: generator)
        }
    default: false
    }
  }
}

extension Expression {
  fileprivate func unbinds(_ name: String, in generator: CodeGenerator) -> Bool {
    switch kind {
    case .name(let text): generator.mangle(text) == name
    case .tuple(let elements), .list(let elements):
      elements.contains { $0.unbinds(name, in: generator) }
    default: false
    }
  }
}
