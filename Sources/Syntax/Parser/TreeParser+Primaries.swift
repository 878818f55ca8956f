/// Atoms with their calls, subscripts and attributes.
extension TreeParser {
  mutating func parsePrimary() throws(ParseFailure) -> Expression {
    let start = start
    var result = try parseAtom()
    for _ in 0..<TreeParser.maximumChain {
      switch kind {
      case .dot:
        advance()
        let name = try expectName()
        result = Expression(.attribute(value: result, attr: name), range(from: start))
      case .leftParenthesis:
        let (arguments, keywords) = try parseCallArguments(allowsGenerator: true)
        let call = Expression.Kind.call(
          function: result, args: arguments, keywords: keywords)
        result = Expression(call, range(from: start))
      case .leftBracket:
        advance()
        let slice = try parseSlices()
        try expect(.rightBracket)
        result = Expression(.subscript(value: result, slice: slice), range(from: start))
      default:
        return result
      }
    }
    throw .tooLong
  }

  mutating func parseAtom() throws(ParseFailure) -> Expression {
    let start = start
    switch kind {
    case .name:
      let name = nameText(tokens[index])
      advance()
      return Expression(.name(name), range(from: start))
    case .number:
      let value = try parseNumber(tokens[index])
      advance()
      return Expression(.constant(value), range(from: start))
    case .string, .fStringStart: return try parseStrings()
    case .trueKeyword: return constant(.true)
    case .falseKeyword: return constant(.false)
    case .noneKeyword: return constant(.none)
    case .ellipsis: return constant(.ellipsis)
    case .leftParenthesis:
      return try nested { (parser) throws(ParseFailure) in
        try parser.parseParenthesized()
      }
    case .leftBracket:
      return try nested { (parser) throws(ParseFailure) in
        try parser.parseListDisplay()
      }
    case .leftBrace:
      return try nested { (parser) throws(ParseFailure) in
        try parser.parseBraceDisplay()
      }
    default: throw .unexpectedToken
    }
  }

  private mutating func constant(_ value: ConstantValue) -> Expression {
    let start = start
    advance()
    return Expression(.constant(value), range(from: start))
  }

  private mutating func nested(
    _ body: (inout TreeParser) throws(ParseFailure) -> Expression
  ) throws(ParseFailure) -> Expression {
    try descend()
    let result = try body(&self)
    ascend()
    return result
  }

  // MARK: Displays

  private mutating func parseParenthesized() throws(ParseFailure) -> Expression {
    let start = start
    advance()
    if accept(.rightParenthesis) { return Expression(.tuple(elts: []), range(from: start)) }
    if kind == .yieldKeyword {
      let value = try parseYield()
      try expect(.rightParenthesis)
      return value
    }
    let first = try parseStarNamedExpression()
    switch kind {
    case .rightParenthesis:
      if case .starred = first.kind { throw .unexpectedToken }
      advance()
      return first
    case .comma:
      let elements = try parseElements(first, until: .rightParenthesis)
      return Expression(.tuple(elts: elements), range(from: start))
    default:
      let generators = try parseComprehensionTail(first)
      try expect(.rightParenthesis)
      return Expression(.generatorExp(elt: first, generators: generators), range(from: start))
    }
  }

  private mutating func parseListDisplay() throws(ParseFailure) -> Expression {
    let start = start
    advance()
    if accept(.rightBracket) { return Expression(.list(elts: []), range(from: start)) }
    let first = try parseStarNamedExpression()
    if kind == .forKeyword || kind == .asyncKeyword {
      let generators = try parseComprehensionTail(first)
      try expect(.rightBracket)
      return Expression(.listComp(elt: first, generators: generators), range(from: start))
    }
    let elements = try parseElements(first, until: .rightBracket)
    return Expression(.list(elts: elements), range(from: start))
  }

  /// The elements after the first one, and the closing bracket.
  private mutating func parseElements(
    _ first: Expression, until close: TokenKind
  ) throws(ParseFailure) -> [Expression] {
    var elements = [first]
    while !accept(close) {
      try expect(.comma)
      if kind == close { continue }
      elements.append(try parseStarNamedExpression())
    }
    return elements
  }

  private mutating func parseBraceDisplay() throws(ParseFailure) -> Expression {
    let start = start
    advance()
    if accept(.rightBrace) { return Expression(.dict(keys: [], values: []), range(from: start)) }
    if kind == .doubleStar { return try parseDictionary(start, firstKey: nil) }
    let first = try parseStarNamedExpression()
    switch kind {
    case .colon:
      switch first.kind {
      case .starred: throw .unexpectedToken
      case .namedExpr where !isParenthesized(first): throw .unexpectedToken
      default: return try parseDictionary(start, firstKey: first)
      }
    case .forKeyword, .asyncKeyword:
      let generators = try parseComprehensionTail(first)
      try expect(.rightBrace)
      return Expression(.setComp(elt: first, generators: generators), range(from: start))
    default:
      let elements = try parseElements(first, until: .rightBrace)
      return Expression(.set(elts: elements), range(from: start))
    }
  }

  /// Whether the expression that was just read stands in parentheses, which its range leaves out.
  private func isParenthesized(_ expression: Expression) -> Bool {
    expression.range.endColumn != endColumn || expression.range.endLine != endLine
  }

  /// The rest of a dictionary, at the colon after its first key or at `**`.
  private mutating func parseDictionary(
    _ start: SourceRange, firstKey: Expression?
  ) throws(ParseFailure) -> Expression {
    var keys: [Expression?] = []
    var values: [Expression] = []
    var key = firstKey
    while true {
      if key == nil, accept(.doubleStar) {
        keys.append(nil)
        values.append(try parseBitwiseOr())
      } else {
        let current: Expression
        if let key { current = key } else { current = try parseExpression() }
        try expect(.colon)
        let value = try parseExpression()
        if keys.isEmpty, kind == .forKeyword || kind == .asyncKeyword {
          return try parseDictionaryComprehension(start, current, value)
        }
        keys.append(current)
        values.append(value)
      }
      key = nil
      if accept(.rightBrace) { break }
      try expect(.comma)
      if accept(.rightBrace) { break }
    }
    return Expression(.dict(keys: keys, values: values), range(from: start))
  }

  private mutating func parseDictionaryComprehension(
    _ start: SourceRange, _ key: Expression, _ value: Expression
  ) throws(ParseFailure) -> Expression {
    let generators = try parseComprehensionTail(key)
    try expect(.rightBrace)
    return Expression(
      .dictComp(key: key, value: value, generators: generators), range(from: start))
  }

  // MARK: Comprehensions

  /// The `for` clauses of a comprehension over `element`.
  mutating func parseComprehensionTail(
    _ element: Expression
  ) throws(ParseFailure) -> [Comprehension] {
    if case .starred = element.kind { throw .unexpectedToken }
    var result: [Comprehension] = []
    while kind == .forKeyword || kind == .asyncKeyword {
      let isAsync = accept(.asyncKeyword)
      try expect(.forKeyword)
      let target = try parseStarTargets()
      try expect(.inKeyword)
      let iter = try parseDisjunction()
      var conditions: [Expression] = []
      while accept(.ifKeyword) { conditions.append(try parseDisjunction()) }
      result.append(
        Comprehension(target: target, iter: iter, ifs: conditions, isAsync: isAsync))
    }
    if result.isEmpty { throw .unexpectedToken }
    return result
  }

  // MARK: Subscripts

  private mutating func parseSlices() throws(ParseFailure) -> Expression {
    let start = start
    let first = try parseSlice()
    if kind != .comma {
      guard case .starred = first.kind else { return first }
      return Expression(.tuple(elts: [first]), range(from: start))
    }
    var elements = [first]
    while accept(.comma) {
      if kind == .rightBracket { break }
      elements.append(try parseSlice())
    }
    return Expression(.tuple(elts: elements), range(from: start))
  }

  private mutating func parseSlice() throws(ParseFailure) -> Expression {
    let start = start
    var lower: Expression?
    if kind != .colon {
      if kind == .star { return try parseStarredExpression() }
      let value = try parseNamedExpression()
      guard kind == .colon else { return value }
      if case .namedExpr = value.kind, !isParenthesized(value) { throw .unexpectedToken }
      lower = value
    }
    try expect(.colon)
    let upper = startsExpression ? try parseExpression() : nil
    var step: Expression?
    if accept(.colon), startsExpression { step = try parseExpression() }
    return Expression(.slice(lower: lower, upper: upper, step: step), range(from: start))
  }

  /// `*` and an expression, as in calls and subscripts.
  mutating func parseStarredExpression() throws(ParseFailure) -> Expression {
    let start = start
    try expect(.star)
    let value = try parseExpression()
    return Expression(.starred(value: value), range(from: start))
  }
}
