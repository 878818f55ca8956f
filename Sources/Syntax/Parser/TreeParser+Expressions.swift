/// Expressions from the loosest binding down to comparisons.
extension TreeParser {
  /// `star_expressions`: one expression, or a tuple without parentheses, elements may be starred.
  mutating func parseStarExpressions() throws(ParseFailure) -> Expression {
    let start = start
    let first = try parseStarExpression()
    guard kind == .comma else { return first }
    return try parseTupleTail(start, first, named: false)
  }

  /// The rest of a tuple without parentheses; at a comma.
  mutating func parseTupleTail(
    _ start: SourceRange, _ first: Expression, named: Bool
  ) throws(ParseFailure) -> Expression {
    var elements = [first]
    while accept(.comma) {
      guard startsExpression || kind == .star else { break }
      elements.append(named ? try parseStarNamedExpression() : try parseStarExpression())
    }
    return Expression(.tuple(elts: elements), range(from: start))
  }

  mutating func parseStarExpression() throws(ParseFailure) -> Expression {
    kind == .star ? try parseStarred() : try parseExpression()
  }

  mutating func parseStarNamedExpression() throws(ParseFailure) -> Expression {
    kind == .star ? try parseStarred() : try parseNamedExpression()
  }

  /// `*` and a `bitwise_or`.
  private mutating func parseStarred() throws(ParseFailure) -> Expression {
    let start = start
    advance()
    let value = try parseBitwiseOr()
    return Expression(.starred(value: value), range(from: start))
  }

  /// An expression, or `name := expression`.
  mutating func parseNamedExpression() throws(ParseFailure) -> Expression {
    guard kind == .name, kind(after: 1) == .colonEqual else {
      let value = try parseExpression()
      if kind == .colonEqual { throw .unexpectedToken }
      return value
    }
    let start = start
    let name = try expectName()
    let target = Expression(.name(name), range(from: start))
    advance()
    let value = try parseExpression()
    return Expression(.namedExpr(target: target, value: value), range(from: start))
  }

  /// `expression`: a conditional expression or a lambda.
  mutating func parseExpression() throws(ParseFailure) -> Expression {
    if kind == .lambdaKeyword { return try parseLambda() }
    let start = start
    let body = try parseDisjunction()
    guard kind == .ifKeyword else { return body }
    try descend()
    advance()
    let test = try parseDisjunction()
    try expect(.elseKeyword)
    let orElse = try parseExpression()
    ascend()
    return Expression(.ifExp(test: test, body: body, orElse: orElse), range(from: start))
  }

  private mutating func parseLambda() throws(ParseFailure) -> Expression {
    try descend()
    let start = start
    advance()
    let arguments = try parseParameters(.lambda)
    try expect(.colon)
    let body = try parseExpression()
    ascend()
    return Expression(.lambda(args: arguments, body: body), range(from: start))
  }

  mutating func parseDisjunction() throws(ParseFailure) -> Expression {
    let start = start
    let first = try parseConjunction()
    guard kind == .orKeyword else { return first }
    var values = [first]
    while accept(.orKeyword) { values.append(try parseConjunction()) }
    return Expression(.boolOp(op: .or, values: values), range(from: start))
  }

  private mutating func parseConjunction() throws(ParseFailure) -> Expression {
    let start = start
    let first = try parseInversion()
    guard kind == .andKeyword else { return first }
    var values = [first]
    while accept(.andKeyword) { values.append(try parseInversion()) }
    return Expression(.boolOp(op: .and, values: values), range(from: start))
  }

  private mutating func parseInversion() throws(ParseFailure) -> Expression {
    guard kind == .notKeyword else { return try parseComparison() }
    try descend()
    let start = start
    advance()
    let operand = try parseInversion()
    ascend()
    return Expression(.unaryOp(op: .not, operand: operand), range(from: start))
  }

  private mutating func parseComparison() throws(ParseFailure) -> Expression {
    let start = start
    let left = try parseBitwiseOr()
    guard let first = comparisonOperator() else { return left }
    var operators: [ComparisonOperator] = []
    var comparators: [Expression] = []
    var next: ComparisonOperator? = first
    while let current = next {
      operators.append(current)
      comparators.append(try parseBitwiseOr())
      next = comparisonOperator()
    }
    return Expression(
      .compare(left: left, ops: operators, comparators: comparators), range(from: start))
  }

  /// Moves past a comparison operator, if there is one.
  private mutating func comparisonOperator() -> ComparisonOperator? {
    let result: ComparisonOperator
    switch kind {
    case .less: result = .lt
    case .greater: result = .gt
    case .equalEqual: result = .eq
    case .notEqual: result = .notEq
    case .lessEqual: result = .ltE
    case .greaterEqual: result = .gtE
    case .inKeyword: result = .in
    case .isKeyword:
      advance()
      return accept(.notKeyword) ? .isNot : .is
    case .notKeyword:
      guard kind(after: 1) == .inKeyword else { return nil }
      advance()
      result = .notIn
    default:
      return nil
    }
    advance()
    return result
  }

  /// Whether the current token can start an expression (other than a starred one).
  var startsExpression: Bool {
    switch kind {
    case .name, .number, .string, .fStringStart, .leftParenthesis, .leftBracket, .leftBrace,
      .minus, .plus, .tilde, .ellipsis, .falseKeyword, .noneKeyword, .trueKeyword, .notKeyword,
      .lambdaKeyword, .awaitKeyword:
      return true
    default:
      return false
    }
  }
}
