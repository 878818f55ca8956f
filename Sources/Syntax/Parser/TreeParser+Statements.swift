/// Blocks and simple statements.
extension TreeParser {
  /// The statements of a file.
  mutating func parseFile() throws(ParseFailure) -> [Statement] {
    var statements: [Statement] = []
    while kind != .endMarker {
      statementStart = index
      try parseStatement(into: &statements)
    }
    return statements
  }

  mutating func parseStatement(into statements: inout [Statement]) throws(ParseFailure) {
    if let compound = try parseCompoundStatement() {
      statements.append(compound)
    } else {
      try parseSimpleStatements(into: &statements)
    }
  }

  /// Simple statements separated by semicolons, and the line break after them.
  mutating func parseSimpleStatements(
    into statements: inout [Statement]
  ) throws(ParseFailure) {
    while true {
      statements.append(try parseSimpleStatement())
      if accept(.semicolon), kind != .newline { continue }
      return try expectLayout(.newline)
    }
  }

  /// An indented block, or simple statements on the line of the colon, which comes first.
  mutating func parseBlock() throws(ParseFailure) -> [Statement] {
    try expect(.colon)
    var statements: [Statement] = []
    guard kind == .newline else {
      try parseSimpleStatements(into: &statements)
      return statements
    }
    advanceOverLayout()
    try expectLayout(.indent)
    try descend()
    while kind != .dedent { try parseStatement(into: &statements) }
    ascend()
    advanceOverLayout()
    return statements
  }

  private mutating func parseSimpleStatement() throws(ParseFailure) -> Statement {
    let start = start
    switch kind {
    case .returnKeyword:
      advance()
      let value = startsExpression || kind == .star ? try parseStarExpressions() : nil
      return Statement(.return(value: value), range(from: start))
    case .importKeyword: return try parseImport()
    case .fromKeyword: return try parseImportFrom()
    case .raiseKeyword: return try parseRaise()
    case .passKeyword: return keywordStatement(.pass)
    case .breakKeyword: return keywordStatement(.break)
    case .continueKeyword: return keywordStatement(.continue)
    case .delKeyword: return try parseDelete()
    case .assertKeyword: return try parseAssert()
    case .globalKeyword:
      let names = try parseNames()
      return Statement(.global(names: names), range(from: start))
    case .nonlocalKeyword:
      let names = try parseNames()
      return Statement(.nonlocal(names: names), range(from: start))
    case .name where tokens[index].softKeyword == .type && kind(after: 1) == .name:
      return try parseTypeAlias()
    default:
      return try parseExpressionStatement()
    }
  }

  private mutating func keywordStatement(_ kind: Statement.Kind) -> Statement {
    let start = start
    advance()
    return Statement(kind, range(from: start))
  }

  private mutating func parseNames() throws(ParseFailure) -> [String] {
    advance()
    var names = [try expectName()]
    while accept(.comma) { names.append(try expectName()) }
    return names
  }

  private mutating func parseRaise() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    guard startsExpression else {
      return Statement(.raise(exc: nil, cause: nil), range(from: start))
    }
    let exception = try parseExpression()
    let cause = accept(.fromKeyword) ? try parseExpression() : nil
    return Statement(.raise(exc: exception, cause: cause), range(from: start))
  }

  private mutating func parseAssert() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    let test = try parseExpression()
    let message = accept(.comma) ? try parseExpression() : nil
    return Statement(.assert(test: test, msg: message), range(from: start))
  }

  private mutating func parseDelete() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    var targets = [try parseDeletionTarget()]
    while accept(.comma) {
      if kind == .newline || kind == .semicolon { break }
      targets.append(try parseDeletionTarget())
    }
    guard kind == .newline || kind == .semicolon else { throw .unexpectedToken }
    return Statement(.delete(targets: targets), range(from: start))
  }

  private mutating func parseDeletionTarget() throws(ParseFailure) -> Expression {
    let target = try parsePrimary()
    guard isDeletionTarget(target) else { throw .unexpectedToken }
    return target
  }

  private mutating func parseTypeAlias() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    let nameStart = self.start
    let name = Expression(.name(try expectName()), range(from: nameStart))
    let parameters = try parseTypeParameters()
    try expect(.equal)
    let value = try parseExpression()
    return Statement(
      .typeAlias(name: name, typeParams: parameters, value: value), range(from: start))
  }

  // MARK: Expressions and assignments

  private mutating func parseExpressionStatement() throws(ParseFailure) -> Statement {
    let start = start
    let startsWithParenthesis = kind == .leftParenthesis
    if kind == .yieldKeyword {
      let value = try parseYield()
      return Statement(.expr(value: value), range(from: start))
    }
    let first = try parseStarExpressions()
    switch kind {
    case .equal:
      return try parseAssignment(start, first)
    case .colon:
      guard isSingleTarget(first) else { throw .unexpectedToken }
      advance()
      let annotation = try parseExpression()
      let value = accept(.equal) ? try parseAnnotatedValue() : nil
      var isSimple = false
      if case .name = first.kind { isSimple = !startsWithParenthesis }
      return Statement(
        .annAssign(target: first, annotation: annotation, value: value, isSimple: isSimple),
        range(from: start))
    default:
      guard let op = augmentedOperator(kind) else {
        return Statement(.expr(value: first), range(from: start))
      }
      guard isSingleTarget(first) else { throw .unexpectedToken }
      advance()
      let value = try parseAnnotatedValue()
      return Statement(.augAssign(target: first, op: op, value: value), range(from: start))
    }
  }

  private mutating func parseAssignment(
    _ start: SourceRange, _ first: Expression
  ) throws(ParseFailure) -> Statement {
    var targets: [Expression] = []
    var value = first
    while accept(.equal) {
      guard isTarget(value) else { throw .unexpectedToken }
      targets.append(value)
      value = try parseAnnotatedValue()
    }
    return Statement(.assign(targets: targets, value: value), range(from: start))
  }

  /// `annotated_rhs`: a yield or `star_expressions`.
  mutating func parseAnnotatedValue() throws(ParseFailure) -> Expression {
    kind == .yieldKeyword ? try parseYield() : try parseStarExpressions()
  }

  mutating func parseYield() throws(ParseFailure) -> Expression {
    let start = start
    advance()
    if accept(.fromKeyword) {
      let value = try parseExpression()
      return Expression(.yieldFrom(value: value), range(from: start))
    }
    let value = startsExpression || kind == .star ? try parseStarExpressions() : nil
    return Expression(.yield(value: value), range(from: start))
  }

  private func augmentedOperator(_ kind: TokenKind) -> BinaryOperator? {
    switch kind {
    case .plusEqual: return .add
    case .minusEqual: return .sub
    case .starEqual: return .mult
    case .atEqual: return .matMult
    case .slashEqual: return .div
    case .percentEqual: return .mod
    case .ampersandEqual: return .bitAnd
    case .verticalBarEqual: return .bitOr
    case .circumflexEqual: return .bitXor
    case .leftShiftEqual: return .lShift
    case .rightShiftEqual: return .rShift
    case .doubleStarEqual: return .pow
    case .doubleSlashEqual: return .floorDiv
    default: return nil
    }
  }
}
