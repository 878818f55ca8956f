import Bytecode
import Syntax

extension CodeGenerator {
  var folder: ConstantFolder { ConstantFolder(isDebug: context.options.optimization == 0) }

  func constant(_ expression: Expression) -> Constant? { folder.value(of: expression) }

  /// Evaluates into a register or borrows a variable's.
  ///
  /// - Parameters:
  ///   - reuse: a dead temporary to take instead of a fresh one.
  ///   - later: expressions evaluated before the operand is used; if one of them assigns the
  ///     variable, it is copied.
  func operand(
    _ expression: Expression, reuse: Int? = nil, before later: [Expression] = []
  ) throws(SyntaxError) -> Operand {
    if case .name(let name) = expression.kind, name != "__debug__",
      let (register, nameIndex) = localRegister(name)
    {
      let saved = position
      position = expression.range
      checkBound(register, nameIndex)
      position = saved
      if !isReassigned(mangle(name), in: later) { return Operand(register: register) }
    }
    let target = try scratch(reuse)
    try evaluate(expression, into: target)
    return Operand(register: target, isTemporary: true, isOwned: reuse == nil)
  }

  func isReassigned(_ name: String, in expressions: [Expression]) -> Bool {
    guard !expressions.isEmpty, isWalrusTarget(name) else { return false }
    return expressions.contains { $0.assigns(name, in: scope) }
  }

  private func isWalrusTarget(_ name: String) -> Bool {
    scope.walrusTargets.contains(name)
      || inlined.contains { $0.scope.walrusTargets.contains(name) }
  }

  /// Evaluates for the effects alone.
  func discard(_ expression: Expression) throws(SyntaxError) {
    if constant(expression) != nil { return }
    let target = try allocate()
    try evaluate(expression, into: target)
    position = expression.range
    emit(.drop, a: target)
    top = target
  }

  /// Evaluates into a register: a dead temporary, or a variable, which is written last of all.
  func evaluate(_ expression: Expression, into target: Int) throws(SyntaxError) {
    let saved = position
    position = expression.range
    defer { position = saved }
    try context.reporter.checkStack(at: expression.range)
    if let constant = constant(expression) { return load(constant, into: target) }
    switch expression.kind {
    case .name(let name): try loadName(name, into: target)
    case .binOp(let left, let op, let right): try binary(left, op, right, into: target)
    case .unaryOp(let op, let operand): try unary(op, operand, into: target)
    case .call(let function, let arguments, let keywords):
      try call(function, arguments, keywords, into: target)
    case .attribute(let value, let name): try loadAttribute(value, name, expression, into: target)
    case .subscript(let value, let slice): try loadItem(value, slice, into: target)
    case .constant(let value, _): load(Constant(value), into: target)
    case .boolOp, .compare, .ifExp, .namedExpr: try conditional(expression, into: target)
    case .list, .tuple, .set, .dict, .joinedStr, .formattedValue, .slice:
      try display(expression, into: target)
    case .starred: throw error("can't use starred expression here", at: expression.range)
    default: try scoped(expression, into: target)
    }
  }

  /// Lambdas, comprehensions and suspensions.
  private func scoped(_ expression: Expression, into target: Int) throws(SyntaxError) {
    switch expression.kind {
    case .lambda(let arguments, let body):
      try lambda(arguments, body, expression, into: target)
    case .listComp(let element, let generators):
      try comprehension(.listComprehension, [element], generators, expression, into: target)
    case .setComp(let element, let generators):
      try comprehension(.setComprehension, [element], generators, expression, into: target)
    case .dictComp(let key, let value, let generators):
      try comprehension(.dictComprehension, [key, value], generators, expression, into: target)
    case .generatorExp(let element, let generators):
      try comprehension(.generatorExpression, [element], generators, expression, into: target)
    case .yield(let value): try yieldExpression(value, expression, into: target)
    case .yieldFrom(let value): try yieldFrom(value, expression, into: target)
    case .await(let value): try awaitExpression(value, expression, into: target)
    default: break
    }
  }

  private func binary(
    _ left: Expression, _ op: BinaryOperator, _ right: Expression, into target: Int
  ) throws(SyntaxError) {
    let first = try operand(left, reuse: temporary(target), before: [right])
    if let opcode = op.immediateOpcode, let value = smallInteger(right) {
      release(first)
      return emit(opcode, a: target, b: first.field, c: value)
    }
    let second = try operand(right)
    release(first, second)
    emit(op.opcode, a: target, b: first.field, c: second.field)
  }

  /// The target itself if it is a temporary, for partial results.
  func temporary(_ target: Int) -> Int? { isVariable(target) ? nil : target }

  /// Whether a register belongs to a variable, of the scope or of a comprehension inside.
  func isVariable(_ register: Int) -> Bool {
    register < localCount || inlined.contains { $0.registers.values.contains(register) }
  }

  /// The value of an integer constant that fits an immediate operand.
  func smallInteger(_ expression: Expression) -> Int? {
    guard case .integer(let value)? = constant(expression), Int16(exactly: value) != nil else {
      return nil
    }
    return value
  }

  private func unary(
    _ op: UnaryOperator, _ value: Expression, into target: Int
  ) throws(SyntaxError) {
    if op == .not, case .compare(let left, let ops, let comparators) = value.kind,
      ops.count == 1, let opposite = ops[0].membershipOpposite
    {
      let compared = Expression(
        .compare(left: left, ops: [opposite], comparators: comparators), value.range)
      return try conditional(compared, into: target)
    }
    let source = try operand(value, reuse: temporary(target))
    release(source)
    emit(op.opcode, a: target, b: source.field)
  }

  func loadItem(
    _ value: Expression, _ slice: Expression, into target: Int
  ) throws(SyntaxError) {
    checkSubscript(value, slice)
    let object = try operand(value, reuse: temporary(target), before: [slice])
    if let index = smallInteger(slice) {
      release(object)
      return emit(.loadItemImmediate, a: target, b: object.field, c: index)
    }
    let key = try operand(slice)
    release(object, key)
    emit(.loadItem, a: target, b: object.field, c: key.field)
  }

  private func loadAttribute(
    _ value: Expression, _ name: String, _ expression: Expression, into target: Int
  ) throws(SyntaxError) {
    if isZeroArgumentSuper(value), name != "__class__" {
      let base = try superOperands(value, base: nil)
      top = base
      return emit(.loadSuperAttribute, a: target, b: base, c: try nameIndex(mangle(name)))
    }
    let object = try operand(value, reuse: temporary(target))
    release(object)
    position = attributePosition(expression, name)
    emit(.loadAttribute, a: target, b: object.field, c: try nameIndex(mangle(name)))
  }

  /// In a chain over several lines, an attribute is reported where its own name stands.
  func attributePosition(_ expression: Expression, _ name: String) -> SourceRange {
    var range = expression.range
    guard range.line != range.endLine else { return range }
    range.line = range.endLine
    let length = UInt32(name.utf8.count)
    range.column = range.endColumn >= length ? range.endColumn - length : 0
    return range
  }
}
