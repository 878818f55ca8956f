import Bytecode
import Syntax

/// What a jump out of a statement has to do on its way, innermost last.
struct Block {
  enum Kind {
    /// A loop; `iterator` is the temporary that a `break` drops.
    case loop(breakLabel: FlowLabel, continueLabel: FlowLabel, iterator: Int?)
    /// A `try` whose `finally` body is still to run.
    case finally([Statement])
    /// The body of a handler: the saved exception is at the register, and the name goes away.
    case handler(register: Int, name: String?)
    /// As `handler`, for `except*`, which cannot be left by a jump.
    case groupHandler
    case context(exit: Int, isAsync: Bool, range: SourceRange)
    /// A `finally` body on the way of a `return`, whose value is dropped if the body jumps away.
    case pendingReturn(register: Int)
  }

  let kind: Kind
  /// The exception handler around the statement.
  let outerHandler: CodeBuilder.Handler?

  /// Whether leaving it runs code that may see the state, beyond dropping registers.
  var hasCleanUp: Bool {
    if case .loop = kind { false } else { true }
  }
}

/// CPython's limit.
let maximumBlockDepth = 20

extension CodeGenerator {
  func withBlock(
    _ kind: Block.Kind, at range: SourceRange, handler: CodeBuilder.Handler? = nil,
    _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    try checkNesting(at: range)
    let outer = builder.handler
    var outside = outer
    if case .handler = kind { outside = enclosingHandlers.last ?? nil }
    blocks.append(Block(kind: kind, outerHandler: outside))
    if let handler { builder.handler = handler }
    try body()
    builder.handler = outer
    blocks.removeLast()
  }

  func checkNesting(at range: SourceRange) throws(SyntaxError) {
    guard blocks.count + plainDepth < maximumBlockDepth else {
      throw error("too many statically nested blocks", at: range)
    }
  }

  /// Emits what leaving the blocks from `depth` upwards takes; the blocks stay in force for the
  /// code that follows in the source.
  func unwind(to depth: Int, pending register: Int? = nil) throws(SyntaxError) {
    let savedBlocks = blocks
    let savedHandler = builder.handler
    defer {
      blocks = savedBlocks
      builder.handler = savedHandler
    }
    while blocks.count > depth {
      let block = blocks.removeLast()
      builder.handler = block.outerHandler
      if let register {
        let pending = Block.Kind.pendingReturn(register: register)
        blocks.append(Block(kind: pending, outerHandler: block.outerHandler))
      }
      try leave(block)
      if register != nil { blocks.removeLast() }
    }
  }

  private func leave(_ block: Block) throws(SyntaxError) {
    switch block.kind {
    case .loop(_, _, let iterator):
      if let iterator, blocks.contains(where: \.hasCleanUp) { emit(.drop, a: iterator) }
    case .finally(let body):
      let saved = position
      try statements(body)
      position = saved
    case .handler(let register, let name):
      emit(.endHandler, a: register)
      if let name { try clearName(name) }
    case .groupHandler: break
    case .pendingReturn(let register): emit(.drop, a: register)
    case .context(let exit, let isAsync, let range):
      let saved = position
      position = range
      try exitContext(exit, isAsync: isAsync)
      position = saved
    }
  }

  /// Whether a value must survive code that runs before the return.
  var returnRunsCode: Bool { blocks.contains(where: \.hasCleanUp) }

  // MARK: return, break, continue

  func returnStatement(_ value: Expression?, at range: SourceRange) throws(SyntaxError) {
    guard scope.isFunctionLike else { throw error("'return' outside function", at: range) }
    if value != nil, scope.isCoroutine, scope.isGenerator {
      throw error("'return' with value in async generator", at: range)
    }
    try checkGroupHandler(at: range, endsAtLoop: false)
    guard let value, !isNoneConstant(value) else {
      try unwind(to: 0)
      position = range
      return emit(.returnNone, b: top)
    }
    guard returnRunsCode else { return try returnValue(value, at: range) }
    let base = top
    let register = try allocate()
    try evaluate(value, into: register)
    try unwind(to: 0, pending: register)
    position = range
    emit(.return, a: Operand(register: register, isTemporary: true).field, b: base)
    top = base
  }

  /// Returns a value that nothing has to outlive; of a conditional expression, each side by itself.
  private func returnValue(_ value: Expression, at range: SourceRange) throws(SyntaxError) {
    if case .ifExp(let test, let body, let orElse) = value.kind {
      let otherwise = makeLabel()
      try branch(test, to: otherwise, when: false)
      try returnValue(body, at: range)
      place(otherwise)
      return try returnValue(orElse, at: range)
    }
    let base = top
    let result = try operand(value)
    position = range
    emit(.return, a: result.field, b: base)
    top = base
  }

  private func isNoneConstant(_ value: Expression) -> Bool {
    if case .constant(.none, _) = value.kind { true } else { false }
  }

  func breakStatement(at range: SourceRange) throws(SyntaxError) {
    try checkGroupHandler(at: range, endsAtLoop: true)
    guard let (depth, labels) = innermostLoop else {
      throw error("'break' outside loop", at: range)
    }
    try unwind(to: depth + 1)
    position = range
    if let iterator = labels.iterator { emit(.drop, a: iterator) }
    jump(to: labels.breakLabel)
  }

  func continueStatement(at range: SourceRange) throws(SyntaxError) {
    try checkGroupHandler(at: range, endsAtLoop: true)
    guard let (depth, labels) = innermostLoop else {
      throw error("'continue' not properly in loop", at: range)
    }
    try unwind(to: depth + 1)
    position = range
    jump(to: labels.continueLabel)
  }

  private var innermostLoop:
    (depth: Int, labels: (breakLabel: FlowLabel, continueLabel: FlowLabel, iterator: Int?))?
  {
    for (depth, block) in blocks.enumerated().reversed() {
      if case .loop(let breakLabel, let continueLabel, let iterator) = block.kind {
        return (depth, (breakLabel, continueLabel, iterator))
      }
    }
    return nil
  }

  private func checkGroupHandler(
    at range: SourceRange, endsAtLoop: Bool
  ) throws(SyntaxError) {
    for block in blocks.reversed() {
      if case .loop = block.kind, endsAtLoop { return }
      if case .groupHandler = block.kind {
        throw error(
          "'break', 'continue' and 'return' cannot appear in an 'except*' block", at: range)
      }
    }
  }
}
