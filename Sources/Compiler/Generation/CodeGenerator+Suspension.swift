import Bytecode
import Syntax

/// `yield`, `yield from` and `await`.
extension CodeGenerator {
  func yieldExpression(
    _ value: Expression?, _ expression: Expression, into target: Int
  ) throws(SyntaxError) {
    guard scope.isFunctionLike else {
      throw error("'yield' outside function", at: expression.range)
    }
    let source: Operand
    if let value {
      source = try operand(value, reuse: temporary(target))
    } else {
      let register = try scratch(temporary(target))
      load(Special.none, into: register)
      source = Operand(
        register: register, isTemporary: true, isOwned: temporary(target) == nil)
    }
    release(source)
    emit(.yield, a: target, b: source.field)
  }

  func yieldFrom(
    _ value: Expression, _ expression: Expression, into target: Int
  ) throws(SyntaxError) {
    guard scope.isFunctionLike else {
      throw error("'yield from' outside function", at: expression.range)
    }
    if scope.isCoroutine {
      throw error("'yield from' inside async function", at: expression.range)
    }
    try throughTemporary(target) { target throws(SyntaxError) in
      let iterator = try allocate()
      let source = try operand(value, reuse: iterator)
      emit(.getYieldFromIterator, a: iterator, b: source.field)
      delegate(target, to: iterator)
      top = iterator
    }
  }

  func awaitExpression(
    _ value: Expression, _ expression: Expression, into target: Int
  ) throws(SyntaxError) {
    guard scope.isFunctionLike else {
      throw error("'await' outside function", at: expression.range)
    }
    guard scope.isCoroutine || scope.isComprehension || isTopLevelAsynchronous else {
      throw error("'await' outside async function", at: expression.range)
    }
    try throughTemporary(target) { target throws(SyntaxError) in
      let source = try operand(value, reuse: temporary(target))
      release(source)
      try awaitOperand(source, errorIndex: 0, into: target)
    }
  }

  var isTopLevelAsynchronous: Bool { false }

  /// Awaits a value into a temporary.
  func awaitOperand(
    _ source: Operand, errorIndex: Int, into target: Int
  ) throws(SyntaxError) {
    let iterator = try allocate()
    emit(.getAwaitable, a: iterator, b: source.field, c: errorIndex)
    delegate(target, to: iterator)
    top = iterator
  }

  /// Runs an iterator to its end, passing on what it yields and what is sent in; its value ends up
  /// in the target. The runtime relies on this exact sequence.
  func delegate(_ target: Int, to iterator: Int) {
    let loop = makeLabel()
    let end = makeLabel()
    load(Special.none, into: target)
    place(loop)
    jump(.send, a: target, b: iterator, to: end)
    emit(.yieldDelegating, a: target, b: iterator)
    jump(to: loop)
    place(end)
  }
}
