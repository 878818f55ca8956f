import Bytecode
import Syntax

extension CodeGenerator {
  // MARK: Values

  func conditional(_ expression: Expression, into target: Int) throws(SyntaxError) {
    switch expression.kind {
    case .boolOp(let op, let values):
      try throughTemporary(target) { temporary throws(SyntaxError) in
        try shortCircuit(op, values, into: temporary)
      }
    case .compare(let left, let ops, let comparators):
      if ops.count == 1 { return try compare(left, ops[0], comparators[0], into: target) }
      try throughTemporary(target) { temporary throws(SyntaxError) in
        try compareChain(left, ops, comparators, into: temporary)
      }
    case .ifExp(let test, let body, let orElse):
      let otherwise = makeLabel()
      let end = makeLabel()
      try branch(test, to: otherwise, when: false)
      try evaluate(body, into: target)
      jump(to: end)
      place(otherwise)
      try evaluate(orElse, into: target)
      place(end)
    case .namedExpr(let name, let value):
      try evaluate(value, into: target)
      guard case .name(let text) = name.kind else { return }
      try storeName(text, Operand(register: target))
    default: break
    }
  }

  /// Gives code that writes its result in steps a temporary, if the target is a variable.
  func throughTemporary(
    _ target: Int, _ body: (Int) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    guard isVariable(target) else { return try body(target) }
    let temporary = try allocate()
    try body(temporary)
    emit(.move, a: target, b: temporary | Word.lastUse)
    top = temporary
  }

  private func shortCircuit(
    _ op: BooleanOperator, _ values: [Expression], into target: Int
  ) throws(SyntaxError) {
    let end = makeLabel()
    for value in values.dropLast() {
      try evaluate(value, into: target)
      jump(op == .and ? .jumpIfFalseOrDrop : .jumpIfTrueOrDrop, a: target, to: end)
    }
    if let last = values.last { try evaluate(last, into: target) }
    place(end)
  }

  private func compare(
    _ left: Expression, _ op: ComparisonOperator, _ right: Expression, into target: Int
  ) throws(SyntaxError) {
    checkIdentity(left, [op], [right])
    let first = try operand(left, reuse: temporary(target), before: [right])
    let second = try comparator(right, op)
    release(first, second)
    emit(op.opcode, a: target, b: first.field, c: second.field)
  }

  /// The right side of a comparison; displays of constants after `in` become constants.
  private func comparator(
    _ expression: Expression, _ op: ComparisonOperator, before later: [Expression] = []
  ) throws(SyntaxError) -> Operand {
    if op == .in || op == .notIn, let container = constantContainer(expression) {
      let register = try allocate()
      load(container, into: register)
      return Operand(register: register, isTemporary: true, isOwned: true)
    }
    return try operand(expression, before: later)
  }

  private func constantContainer(_ expression: Expression) -> Constant? {
    switch expression.kind {
    case .list(let elements): folder.values(of: elements).map { .tuple($0) }
    case .set(let elements):
      folder.values(of: elements).map { .frozenset(Set($0).count == $0.count ? $0 : unique($0)) }
    default: nil
    }
  }

  private func unique(_ constants: [Constant]) -> [Constant] {
    var seen = Set<Constant>()
    return constants.filter { seen.insert($0).inserted }
  }

  private func compareChain(
    _ left: Expression, _ ops: [ComparisonOperator], _ comparators: [Expression], into target: Int
  ) throws(SyntaxError) {
    let base = top
    let end = makeLabel()
    var exits: [(label: FlowLabel, middle: Operand)] = []
    var first = try operand(left, before: comparators)
    checkIdentity(left, ops, comparators)
    for (index, comparator) in comparators.enumerated() {
      let isLast = index == comparators.count - 1
      let second = try self.comparator(
        comparator, ops[index], before: Array(comparators.dropFirst(index + 1)))
      emit(
        ops[index].opcode, a: target, b: first.field, c: isLast ? second.field : second.register)
      if !isLast {
        let exit = second.isTemporary ? makeLabel() : end
        jump(.jumpIfFalseOrDrop, a: target, to: exit)
        if second.isTemporary { exits.append((exit, second)) }
      }
      first = second
    }
    jump(to: end)
    for exit in exits {
      place(exit.label)
      emit(.drop, a: exit.middle.register)
      jump(to: end)
    }
    place(end)
    top = base
  }

  // MARK: Jumps

  /// Jumps to the target if the expression's truth is `sense`, else falls through.
  func branch(
    _ expression: Expression, to target: FlowLabel, when sense: Bool
  ) throws(SyntaxError) {
    let saved = position
    position = expression.range
    defer { position = saved }
    if let truth = constant(expression)?.truth {
      if truth == sense { jump(to: target) }
      return
    }
    switch expression.kind {
    case .unaryOp(.not, let operand): try branch(operand, to: target, when: !sense)
    case .boolOp(let op, let values):
      try branchBoolean(values, decidedBy: op == .or, to: target, when: sense)
    case .compare(let left, let ops, let comparators):
      try branchComparison(left, ops, comparators, to: target, when: sense)
    case .ifExp(let test, let body, let orElse):
      let otherwise = makeLabel()
      let end = makeLabel()
      try branch(test, to: otherwise, when: false)
      try branch(body, to: target, when: sense)
      jump(to: end)
      place(otherwise)
      try branch(orElse, to: target, when: sense)
      place(end)
    default:
      let value = try operand(expression)
      release(value)
      jump(sense ? .jumpIfTrue : .jumpIfFalse, a: value.field, to: target)
    }
  }

  /// `and` is decided by the first false value, `or` by the first true one.
  private func branchBoolean(
    _ values: [Expression], decidedBy deciding: Bool, to target: FlowLabel, when sense: Bool
  ) throws(SyntaxError) {
    if sense == deciding {
      for value in values { try branch(value, to: target, when: sense) }
      return
    }
    let skip = makeLabel()
    for value in values.dropLast() { try branch(value, to: skip, when: deciding) }
    if let last = values.last { try branch(last, to: target, when: sense) }
    place(skip)
  }

  private func branchComparison(
    _ left: Expression, _ ops: [ComparisonOperator], _ comparators: [Expression],
    to target: FlowLabel, when sense: Bool
  ) throws(SyntaxError) {
    let base = top
    let skip = makeLabel()
    var exits: [(label: FlowLabel, middle: Operand, goal: FlowLabel)] = []
    var first = try operand(left, before: comparators)
    checkIdentity(left, ops, comparators)
    for (index, comparator) in comparators.enumerated() {
      if index == comparators.count - 1 {
        try jumpComparing(first, ops[index], comparator, to: target, when: sense)
        break
      }
      let second = try self.comparator(
        comparator, ops[index], before: Array(comparators.dropFirst(index + 1)))
      let goal = sense ? skip : target
      let exit = second.isTemporary ? makeLabel() : goal
      jumpComparing(first, ops[index], Operand(register: second.register), to: exit, when: false)
      if second.isTemporary { exits.append((exit, second, goal)) }
      first = second
    }
    if !exits.isEmpty { jump(to: skip) }
    for exit in exits {
      place(exit.label)
      emit(.drop, a: exit.middle.register)
      jump(to: exit.goal)
    }
    place(skip)
    top = base
  }

  /// The last comparison of a chain, where the right side may be a constant.
  private func jumpComparing(
    _ first: Operand, _ op: ComparisonOperator, _ right: Expression, to target: FlowLabel,
    when sense: Bool
  ) throws(SyntaxError) {
    if op == .is || op == .isNot, case Constant.none? = constant(right) {
      let jumpsIfNone = (op == .is) == sense
      return jump(jumpsIfNone ? .jumpIfNone : .jumpIfNotNone, a: first.field, to: target)
    }
    if let opcode = op.immediateJumpOpcode, let value = smallInteger(right) {
      let chosen = sense ? opcode : (opcode.inverse ?? opcode)
      return jump(chosen, a: first.field, b: value, to: target)
    }
    let second = try comparator(right, op)
    jumpComparing(first, op, second, to: target, when: sense)
  }

  private func jumpComparing(
    _ first: Operand, _ op: ComparisonOperator, _ second: Operand, to target: FlowLabel,
    when sense: Bool
  ) {
    if let opcode = op.jumpOpcode {
      let chosen = sense ? opcode : (opcode.inverse ?? opcode)
      return jump(chosen, a: first.field, b: second.field, to: target)
    }
    let result = top
    top += 1
    registerCount = max(registerCount, top)
    emit(op.opcode, a: result, b: first.field, c: second.field)
    jump(sense ? .jumpIfTrue : .jumpIfFalse, a: result | Word.lastUse, to: target)
    top = result
  }
}
