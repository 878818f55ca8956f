import Syntax

extension Expression {
  /// The expressions directly inside, nested scopes included.
  var parts: [Expression] {
    switch kind {
    case .boolOp(_, let values), .joinedStr(let values), .list(let values), .tuple(let values),
      .set(let values):
      values
    case .namedExpr(let target, let value): [target, value]
    case .binOp(let left, _, let right): [left, right]
    case .unaryOp(_, let operand): [operand]
    case .lambda(let arguments, let body):
      arguments.defaults + arguments.kwDefaults.compactMap { $0 } + [body]
    case .ifExp(let test, let body, let orElse): [test, body, orElse]
    case .dict(let keys, let values): keys.compactMap { $0 } + values
    case .listComp(let element, let generators), .setComp(let element, let generators),
      .generatorExp(let element, let generators):
      [element] + generators.flatMap(\.parts)
    case .dictComp(let key, let value, let generators):
      [key, value] + generators.flatMap(\.parts)
    case .await(let value), .yieldFrom(let value), .attribute(let value, _), .starred(let value):
      [value]
    case .yield(let value): value.map { [$0] } ?? []
    case .compare(let left, _, let comparators): [left] + comparators
    case .call(let function, let arguments, let keywords):
      [function] + arguments + keywords.map(\.value)
    case .formattedValue(let value, _, let specification):
      [value] + (specification.map { [$0] } ?? [])
    case .subscript(let value, let slice): [value, slice]
    case .slice(let lower, let upper, let step): [lower, upper, step].compactMap { $0 }
    case .constant, .name: []
    }
  }

  /// Whether an assignment expression inside binds the (mangled) name.
  func assigns(_ name: String, in scope: Scope) -> Bool {
    if case .namedExpr(let target, _) = kind, case .name(let text) = target.kind,
      scope.mangle(text) == name
    {
      return true
    }
    return parts.contains { $0.assigns(name, in: scope) }
  }

  /// Whether it is small and free of nested scopes and suspensions, so that a loop's test may
  /// stand in the code twice.
  var isDuplicable: Bool {
    var budget = 16
    return isDuplicable(&budget)
  }

  private func isDuplicable(_ budget: inout Int) -> Bool {
    budget -= 1
    guard budget > 0 else { return false }
    switch kind {
    case .lambda, .listComp, .setComp, .dictComp, .generatorExp, .await, .yield, .yieldFrom:
      return false
    default:
      for part in parts where !part.isDuplicable(&budget) { return false }
      return true
    }
  }
}

extension Comprehension {
  fileprivate var parts: [Expression] { [target, iter] + ifs }
}
