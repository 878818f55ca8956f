/// What may be assigned to or deleted. Targets are read as expressions and then judged: the grammar
/// of targets accepts exactly those expressions whose kinds are the ones below.
extension TreeParser {
  /// The targets of a `for`: like `star_expressions`, but without operators, hence without `in`.
  mutating func parseStarTargets() throws(ParseFailure) -> Expression {
    let start = start
    let first = try parseStarTarget()
    guard kind == .comma else { return first }
    var elements = [first]
    while accept(.comma) {
      guard startsExpression || kind == .star else { break }
      elements.append(try parseStarTarget())
    }
    return Expression(.tuple(elts: elements), range(from: start))
  }

  mutating func parseStarTarget() throws(ParseFailure) -> Expression {
    let start = start
    if accept(.star) {
      if kind == .star { throw .unexpectedToken }
      let value = try parseStarTarget()
      return Expression(.starred(value: value), range(from: start))
    }
    let target = try parsePrimary()
    guard isTarget(target) else { throw .unexpectedToken }
    return target
  }

  func isTarget(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscript: return true
    case .starred(let value):
      if case .starred = value.kind { return false }
      return isTarget(value)
    case .tuple(let elements), .list(let elements): return elements.allSatisfy(isTarget)
    default: return false
    }
  }

  /// A target that is neither a tuple nor a list.
  func isSingleTarget(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscript: return true
    default: return false
    }
  }

  func isDeletionTarget(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscript: return true
    case .tuple(let elements), .list(let elements): return elements.allSatisfy(isDeletionTarget)
    default: return false
    }
  }
}
