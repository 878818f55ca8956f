/// Compound statements.
extension TreeParser {
  /// Nil if the current token does not start a compound statement.
  mutating func parseCompoundStatement() throws(ParseFailure) -> Statement? {
    let start = start
    switch kind {
    case .ifKeyword: return try parseIf()
    case .whileKeyword: return try parseWhile()
    case .forKeyword: return try parseFor(start, isAsync: false)
    case .tryKeyword: return try parseTry()
    case .withKeyword: return try parseWith(start, isAsync: false)
    case .defKeyword: return try parseFunction(start, [], isAsync: false)
    case .classKeyword: return try parseClass([])
    case .at: return try parseDecorated()
    case .asyncKeyword:
      advance()
      switch kind {
      case .defKeyword: return try parseFunction(start, [], isAsync: true)
      case .forKeyword: return try parseFor(start, isAsync: true)
      case .withKeyword: return try parseWith(start, isAsync: true)
      default: throw .unexpectedToken
      }
    case .name where tokens[index].softKeyword == .match:
      return try parseMatch()
    default:
      return nil
    }
  }

  private mutating func parseIf() throws(ParseFailure) -> Statement {
    // A chain of `elif` may be long: it is read in a loop and nested afterwards.
    var branches: [(start: SourceRange, test: Expression, body: [Statement])] = []
    repeat {
      let start = start
      advance()
      let test = try parseNamedExpression()
      branches.append((start, test, try parseBlock()))
    } while kind == .elifKeyword
    var orElse = try parseElse()
    while let branch = branches.popLast() {
      let statement = Statement(
        .if(test: branch.test, body: branch.body, orElse: orElse), range(from: branch.start))
      if branches.isEmpty { return statement }
      orElse = [statement]
    }
    throw .unexpectedToken
  }

  private mutating func parseElse() throws(ParseFailure) -> [Statement] {
    accept(.elseKeyword) ? try parseBlock() : []
  }

  private mutating func parseWhile() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    let test = try parseNamedExpression()
    let body = try parseBlock()
    let orElse = try parseElse()
    return Statement(.while(test: test, body: body, orElse: orElse), range(from: start))
  }

  private mutating func parseFor(
    _ start: SourceRange, isAsync: Bool
  ) throws(ParseFailure) -> Statement {
    advance()
    let target = try parseStarTargets()
    try expect(.inKeyword)
    let iter = try parseStarExpressions()
    let body = try parseBlock()
    let orElse = try parseElse()
    let kind: Statement.Kind =
      isAsync
      ? .asyncFor(target: target, iter: iter, body: body, orElse: orElse)
      : .for(target: target, iter: iter, body: body, orElse: orElse)
    return Statement(kind, range(from: start))
  }

  // MARK: try

  private mutating func parseTry() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    var result = Try(body: try parseBlock(), handlers: [], orElse: [], finalBody: [])
    var isStar = false
    while kind == .exceptKeyword {
      let handlerIsStar = kind(after: 1) == .star
      if result.handlers.isEmpty {
        isStar = handlerIsStar
      } else if handlerIsStar != isStar {
        throw .unexpectedToken
      }
      result.handlers.append(try parseHandler(isStar: isStar))
    }
    if !result.handlers.isEmpty { result.orElse = try parseElse() }
    if accept(.finallyKeyword) {
      result.finalBody = try parseBlock()
    } else if result.handlers.isEmpty {
      throw .unexpectedToken
    }
    return Statement(isStar ? .tryStar(result) : .try(result), range(from: start))
  }

  private mutating func parseHandler(isStar: Bool) throws(ParseFailure) -> ExceptHandler {
    let start = start
    advance()
    if isStar { advance() }
    var type: Expression?
    var name: String?
    if isStar || kind != .colon {
      type = try parseExpression()
      if accept(.asKeyword) { name = try expectName() }
    }
    let body = try parseBlock()
    return ExceptHandler(type: type, name: name, body: body, range: range(from: start))
  }

  // MARK: with

  private mutating func parseWith(
    _ start: SourceRange, isAsync: Bool
  ) throws(ParseFailure) -> Statement {
    advance()
    let items: [WithItem]
    if kind == .leftParenthesis,
      let parenthesized = try attempt({ (parser) throws(ParseFailure) in
        try parser.parseParenthesizedItems()
      })
    {
      items = parenthesized
    } else {
      items = try parseItems()
    }
    let body = try parseBlock()
    let kind: Statement.Kind =
      isAsync ? .asyncWith(items: items, body: body) : .with(items: items, body: body)
    return Statement(kind, range(from: start))
  }

  /// Items in parentheses, which must be followed by the colon of the statement: otherwise the
  /// parenthesis starts the expression of the first item.
  private mutating func parseParenthesizedItems() throws(ParseFailure) -> [WithItem] {
    try expect(.leftParenthesis)
    var items: [WithItem] = []
    repeat {
      if !items.isEmpty, kind == .rightParenthesis { break }
      items.append(try parseItem())
    } while accept(.comma)
    try expect(.rightParenthesis)
    guard kind == .colon else { throw .unexpectedToken }
    return items
  }

  private mutating func parseItems() throws(ParseFailure) -> [WithItem] {
    var items: [WithItem] = []
    repeat { items.append(try parseItem()) } while accept(.comma)
    return items
  }

  private mutating func parseItem() throws(ParseFailure) -> WithItem {
    let context = try parseExpression()
    guard accept(.asKeyword) else { return WithItem(contextExpr: context, optionalVars: nil) }
    let target = try parseStarTarget()
    guard kind == .comma || kind == .rightParenthesis || kind == .colon else {
      throw .unexpectedToken
    }
    return WithItem(contextExpr: context, optionalVars: target)
  }
}
