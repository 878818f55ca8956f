import Syntax

extension SymbolCollector {
  func visitAll(_ expressions: [Expression?]) throws(SyntaxError) {
    for case let expression? in expressions { try visit(expression) }
  }

  func visit(_ expression: Expression) throws(SyntaxError) {
    let range = expression.range
    try reporter.checkStack(at: range)
    switch expression.kind {
    case .name(let name): use(name, at: range)
    case .constant: break
    case .namedExpr(let target, let value): try visitNamed(target, value, at: range)
    case .lambda(let arguments, let body):
      try visitDefaults(arguments)
      try within(.lambda, "<lambda>", range) { _ throws(SyntaxError) in
        try defineParameters(arguments)
        try visit(body)
      }
    case .listComp(let element, let generators):
      try visitComprehension(.listComprehension, "<listcomp>", [element], generators, range)
    case .setComp(let element, let generators):
      try visitComprehension(.setComprehension, "<setcomp>", [element], generators, range)
    case .dictComp(let key, let value, let generators):
      try visitComprehension(.dictComprehension, "<dictcomp>", [key, value], generators, range)
    case .generatorExp(let element, let generators):
      try visitComprehension(.generatorExpression, "<genexpr>", [element], generators, range)
    case .yield(let value):
      if let value { try visit(value) }
      try markGenerator(at: range, word: "yield")
    case .yieldFrom(let value):
      try visit(value)
      try markGenerator(at: range, word: "yield")
    case .await(let value):
      try checkAnnotationScope("await expression", at: range)
      try visit(value)
      if current.isComprehension { markCoroutine(current) }
    default: try visitParts(expression)
    }
  }

  private func visitParts(_ expression: Expression) throws(SyntaxError) {
    switch expression.kind {
    case .boolOp(_, let values), .joinedStr(let values), .list(let values), .tuple(let values),
      .set(let values):
      for value in values { try visit(value) }
    case .binOp(let left, _, let right): try visitAll([left, right])
    case .unaryOp(_, let operand): try visit(operand)
    case .ifExp(let test, let body, let orElse): try visitAll([test, body, orElse])
    case .dict(let keys, let values):
      for (key, value) in zip(keys, values) { try visitAll([key, value]) }
    case .compare(let left, _, let comparators): try visitAll([left] + comparators)
    case .call(let function, let arguments, let keywords):
      try visitAll([function] + arguments + keywords.map(\.value))
    case .formattedValue(let value, _, let spec): try visitAll([value, spec])
    case .attribute(let value, _), .starred(let value): try visit(value)
    case .subscript(let value, let slice): try visitAll([value, slice])
    case .slice(let lower, let upper, let step): try visitAll([lower, upper, step])
    default: break
    }
  }

  /// A target of an assignment or deletion.
  func visitTarget(_ target: Expression, isDeletion: Bool = false) throws(SyntaxError) {
    switch target.kind {
    case .name(let name):
      if isDeletion && name == "__debug__" {
        throw reporter.error("cannot delete __debug__", at: target.range)
      }
      let isIteration = current.isComprehension
      try define(name, isIteration ? [.assigned, .iteration] : .assigned, at: target.range)
      if isDeletion { current.deletedNames.insert(current.mangle(name)) }
    case .tuple(let elements), .list(let elements):
      for element in elements { try visitTarget(element, isDeletion: isDeletion) }
    case .starred(let value): try visitTarget(value, isDeletion: isDeletion)
    default: try visit(target)
    }
  }

  private func markGenerator(at range: SourceRange, word: String) throws(SyntaxError) {
    try checkAnnotationScope("yield expression", at: range)
    switch current.kind {
    case .listComprehension:
      throw reporter.error("'yield' inside list comprehension", at: range)
    case .setComprehension: throw reporter.error("'yield' inside set comprehension", at: range)
    case .dictComprehension: throw reporter.error("'yield' inside dict comprehension", at: range)
    case .generatorExpression:
      throw reporter.error("'yield' inside generator expression", at: range)
    default: current.isGenerator = true
    }
  }

  private func checkAnnotationScope(
    _ what: String, at range: SourceRange
  ) throws(SyntaxError) {
    guard current.isAnnotationScope else { return }
    throw reporter.error("\(what) cannot be used within \(current.place)", at: range)
  }

  /// An inlined comprehension that awaits makes its owner one that awaits.
  func markCoroutine(_ scope: Scope) {
    scope.isCoroutine = true
    if scope.isComprehension, scope.kind != .generatorExpression,
      let parent = scope.parent, parent.isComprehension
    {
      markCoroutine(parent)
    }
  }

  private func visitComprehension(
    _ kind: Scope.Kind, _ name: String, _ elements: [Expression], _ generators: [Comprehension],
    _ range: SourceRange
  ) throws(SyntaxError) {
    // The first iterable is evaluated outside.
    current.iterableDepth += 1
    try visit(generators[0].iter)
    current.iterableDepth -= 1
    try within(kind, name, range) { scope throws(SyntaxError) in
      if kind == .generatorExpression {
        scope.isGenerator = true
        try define(".0", .parameter, at: range)
      }
      scope.canSeeClass = scope.parent?.isAnnotationScope == true && scope.parent!.canSeeClass
      for (index, generator) in generators.enumerated() {
        try visitTarget(generator.target)
        if index > 0 {
          scope.iterableDepth += 1
          try visit(generator.iter)
          scope.iterableDepth -= 1
        }
        for condition in generator.ifs { try visit(condition) }
        if generator.isAsync { markCoroutine(scope) }
      }
      // CPython looks at a dict's value before its key.
      for element in elements.reversed() { try visit(element) }
    }
    let scope = scopes[Scope.Key(kind: kind, range: range)]
    if let scope, scope.isCoroutine, kind != .generatorExpression, current.isComprehension {
      markCoroutine(current)
    }
  }
}
