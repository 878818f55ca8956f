import Bytecode
import Syntax

/// `try` and `with`.
///
/// A handler's register e holds the exception handled before, e + 1 the new one. The handler's own
/// code lies in the range of a clean-up handler at e + 2, which restores e and raises on. `finally`
/// bodies are compiled once for each way out.
extension CodeGenerator {
  func tryStatement(
    _ parts: Try, isGroup: Bool, at range: SourceRange
  ) throws(SyntaxError) {
    guard !parts.finalBody.isEmpty else { return try guarded(parts, isGroup, at: range) }
    let handler = try makeHandler()
    let entry = boundAfterDeletions(
      in: [parts.body, parts.orElse] + parts.handlers.map(\.body) + [[handlerNames(parts)]])
    try withBlock(.finally(parts.finalBody), at: range, handler: handler) {
      () throws(SyntaxError) in
      if parts.handlers.isEmpty {
        try statements(parts.body)
      } else {
        try guarded(parts, isGroup, at: range)
      }
    }
    try statements(parts.finalBody)
    let end = makeLabel()
    jump(to: end)
    try handle(handler, bound: entry, at: range) { () throws(SyntaxError) in
      try withBlock(.handler(register: handler.register, name: nil), at: range) {
        () throws(SyntaxError) in try statements(parts.finalBody)
      }
      try reraise(handler.register, restoring: handler.register)
    }
    place(end)
  }

  /// The clauses' names as a statement, so that `boundAfterDeletions` sees them.
  private func handlerNames(_ parts: Try) -> Statement {
    let range = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
    return Statement(
      .try(Try(body: [], handlers: parts.handlers, orElse: [], finalBody: [])), range)
  }

  /// Emits a handler: `body` finds the exceptions in their registers and in the end either raises
  /// on or has ended the handler.
  func handle(
    _ handler: CodeBuilder.Handler, bound entry: BoundSet, at range: SourceRange,
    _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    position = range
    let wasReachable = builder.isReachable
    assert(!wasReachable, "handlers stand apart from the code before")
    placeHandler(handler, bound: entry)
    _ = try allocate(2)
    let outer = builder.handler
    let cleanUp = try makeHandler()
    builder.handler = cleanUp
    enclosingHandlers.append(outer)
    try body()
    enclosingHandlers.removeLast()
    builder.handler = outer
    let end = makeLabel()
    jump(to: end)
    placeHandler(cleanUp, bound: BoundSet())
    position = range
    emit(.reraise, a: cleanUp.register, b: handler.register)
    place(end)
    top = handler.register
  }

  private func guarded(
    _ parts: Try, _ isGroup: Bool, at range: SourceRange
  ) throws(SyntaxError) {
    let handler = try makeHandler()
    let entry = boundAfterDeletions(in: [parts.body])
    let end = makeLabel()
    try withPlainHandler(handler, at: range) { () throws(SyntaxError) in try statements(parts.body)
    }
    try statements(parts.orElse)
    jump(to: end)
    try handle(handler, bound: entry, at: range) { () throws(SyntaxError) in
      if isGroup {
        try groupClauses(parts.handlers, handler.register, to: end)
      } else {
        try clauses(parts.handlers, handler.register, to: end)
      }
    }
    place(end)
  }

  private func withPlainHandler(
    _ handler: CodeBuilder.Handler, at range: SourceRange,
    _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    try checkNesting(at: range)
    let outer = builder.handler
    builder.handler = handler
    plainDepth += 1
    try body()
    plainDepth -= 1
    builder.handler = outer
  }

  /// Emits code that has left the innermost handler, or ends it by raising: outside of its clean-up.
  private func outsideHandler(_ body: () throws(SyntaxError) -> Void) throws(SyntaxError) {
    let saved = builder.handler
    builder.handler = enclosingHandlers.last ?? nil
    try body()
    builder.handler = saved
  }

  private func reraise(_ raised: Int, restoring saved: Int) throws(SyntaxError) {
    try outsideHandler { () throws(SyntaxError) in emit(.reraise, a: raised, b: saved) }
  }

  private func clauses(
    _ handlers: [ExceptHandler], _ register: Int, to end: FlowLabel
  ) throws(SyntaxError) {
    for (index, handler) in handlers.enumerated() {
      position = handler.range
      let next = makeLabel()
      if let type = handler.type {
        let operand = try operand(type)
        release(operand)
        position = type.range
        jump(.jumpIfNotMatch, a: register + 1, b: operand.field, to: next)
      } else if index < handlers.count - 1 {
        throw error("default 'except:' must be last", at: handler.range)
      }
      position = handler.range
      try clauseBody(handler, register)
      jump(to: end)
      place(next)
    }
    try reraise(register, restoring: register)
  }

  private func clauseBody(_ handler: ExceptHandler, _ register: Int) throws(SyntaxError) {
    guard let name = handler.name else {
      try withBlock(.handler(register: register, name: nil), at: handler.range) {
        () throws(SyntaxError) in try statements(handler.body)
      }
      return emit(.endHandler, a: register)
    }
    try storeName(name, Operand(register: register + 1))
    let naming = try makeHandler()
    let entry = boundAfterDeletions(in: [handler.body])
    let range = handler.range
    try withBlock(.handler(register: register, name: name), at: range, handler: naming) {
      () throws(SyntaxError) in try statements(handler.body)
    }
    emit(.endHandler, a: register)
    try outsideHandler { () throws(SyntaxError) in try clearName(name) }
    let end = makeLabel()
    jump(to: end)
    placeHandler(naming, bound: entry)
    _ = try allocate(2)
    try clearName(name)
    try reraise(naming.register, restoring: register)
    top = naming.register
    place(end)
  }

  /// The clauses of `except*`: each takes its part of the group; what they raise and what is left
  /// is put together in the end.
  private func groupClauses(
    _ handlers: [ExceptHandler], _ register: Int, to end: FlowLabel
  ) throws(SyntaxError) {
    let raised = try allocate()
    let rest = try allocate()
    emit(.buildList, a: raised, b: raised, c: 0)
    emit(.move, a: rest, b: register + 1)
    for handler in handlers { try groupClause(handler, raised: raised, rest: rest) }
    emit(.listAppend, a: raised, b: rest | Word.lastUse)
    top = rest
    let operands = try allocate(2)
    emit(.move, a: operands, b: register + 1)
    emit(.move, a: operands + 1, b: raised | Word.lastUse)
    let prepare = Int(Intrinsic.prepareReraiseStar.rawValue)
    emit(.intrinsic, a: raised, b: prepare, c: operands)
    top = rest
    let raising = makeLabel()
    jump(.jumpIfNotNone, a: raised, to: raising)
    emit(.drop, a: raised)
    emit(.endHandler, a: register)
    jump(to: end)
    place(raising)
    emit(.move, a: register + 1, b: raised | Word.lastUse)
    try reraise(register, restoring: register)
    top = raised
  }

  private func groupClause(
    _ handler: ExceptHandler, raised: Int, rest: Int
  ) throws(SyntaxError) {
    position = handler.range
    let parts = try allocate(2)
    emit(.move, a: parts, b: rest)
    if let type = handler.type { try evaluate(type, into: parts + 1) }
    let split = Int(Intrinsic.exceptionGroupSplit.rawValue)
    emit(.intrinsic, a: parts, b: split, c: parts)
    let match = parts + 1
    let pair = try allocate(2)
    emit(.unpackSequence, a: parts | Word.lastUse, b: pair, c: 2)
    emit(.move, a: match, b: pair | Word.lastUse)
    emit(.move, a: rest, b: (pair + 1) | Word.lastUse)
    top = pair
    let done = makeLabel()
    jump(.jumpIfNone, a: match, to: done)
    try groupClauseBody(handler, match: match, raised: raised, done: done)
    place(done)
    emit(.drop, a: match)
    top = parts
  }

  private func groupClauseBody(
    _ handler: ExceptHandler, match: Int, raised: Int, done: FlowLabel
  ) throws(SyntaxError) {
    if let name = handler.name { try storeName(name, Operand(register: match)) }
    let collecting = try makeHandler()
    let entry = boundAfterDeletions(in: [handler.body])
    try withBlock(.groupHandler, at: handler.range, handler: collecting) {
      () throws(SyntaxError) in try statements(handler.body)
    }
    if let name = handler.name { try clearName(name) }
    jump(to: done)
    placeHandler(collecting, bound: entry)
    _ = try allocate(2)
    emit(.listAppend, a: raised, b: collecting.register + 1)
    if let name = handler.name { try clearName(name) }
    emit(.endHandler, a: collecting.register)
    top = collecting.register
    jump(to: done)
  }

  // MARK: with

  func withStatement(
    _ items: ArraySlice<WithItem>, _ body: [Statement], isAsync: Bool, at range: SourceRange
  ) throws(SyntaxError) {
    guard let item = items.first else { return try statements(body) }
    let exit = try enterContext(item.contextExpr, isAsync: isAsync)
    // The handler drops the result of __enter__ with all else above the bound __exit__.
    top = exit + 1
    let handler = try makeHandler()
    let entry = boundAfterDeletions(in: [body])
    let result = try allocate()
    let kind = Block.Kind.context(exit: exit, isAsync: isAsync, range: item.contextExpr.range)
    try withBlock(kind, at: item.contextExpr.range, handler: handler) { () throws(SyntaxError) in
      let value = Operand(register: result, isTemporary: true, isOwned: true)
      if let target = item.optionalVars {
        try store(target, value)
      } else {
        emit(.drop, a: result)
        release(value)
      }
      try withStatement(items.dropFirst(), body, isAsync: isAsync, at: range)
    }
    position = item.contextExpr.range
    try exitContext(exit, isAsync: isAsync)
    let end = makeLabel()
    jump(to: end)
    try handle(handler, bound: entry, at: item.contextExpr.range) { () throws(SyntaxError) in
      try exitAfterException(exit, handler.register, isAsync: isAsync, to: end)
    }
    place(end)
    top = exit
  }

  private func enterContext(
    _ manager: Expression, isAsync: Bool
  ) throws(SyntaxError) -> Int {
    let exit = try allocate()
    try evaluate(manager, into: exit)
    position = manager.range
    let result = try allocate()
    emit(isAsync ? .enterAsyncContext : .enterContext, a: exit)
    if isAsync {
      let source = try allocate()
      emit(.move, a: source, b: result | Word.lastUse)
      try awaitOperand(
        Operand(register: source, isTemporary: true), errorIndex: 1, into: result)
      top = source
    }
    return exit
  }

  /// Leaves a context without an exception.
  func exitContext(_ exit: Int, isAsync: Bool) throws(SyntaxError) {
    guard isAsync else { return emit(.exitContext, a: exit) }
    let result = try allocate()
    let source = try allocate()
    emit(.exitAsyncContext, a: source, b: exit)
    try awaitOperand(Operand(register: source, isTemporary: true), errorIndex: 2, into: result)
    emit(.drop, a: result)
    top = result
  }

  private func exitAfterException(
    _ exit: Int, _ register: Int, isAsync: Bool, to end: FlowLabel
  ) throws(SyntaxError) {
    let answer = try allocate()
    if isAsync {
      let source = try allocate()
      emit(.exitAsyncContextException, a: source, b: exit, c: register)
      try awaitOperand(
        Operand(register: source, isTemporary: true), errorIndex: 2, into: answer)
    } else {
      emit(.exitContextException, a: answer, b: exit, c: register)
    }
    top = answer
    let suppressed = makeLabel()
    jump(.jumpIfTrue, a: answer | Word.lastUse, to: suppressed)
    try reraise(register, restoring: register)
    place(suppressed)
    emit(.endHandler, a: register)
    jump(to: end)
  }
}
