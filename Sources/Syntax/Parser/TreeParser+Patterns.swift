/// `match` statements and their patterns.
extension TreeParser {
  /// Nil if the name `match` at the current token turns out to be an ordinary name.
  mutating func parseMatch() throws(ParseFailure) -> Statement? {
    let start = start
    switch kind(after: 1) {
    case .equal, .dot, .comma, .colon, .newline, .rightParenthesis, .semicolon: return nil
    default: break
    }
    let header = try attempt { (parser) throws(ParseFailure) in
      try parser.parseMatchHeader()
    }
    guard let subject = header else { return nil }
    var cases: [MatchCase] = []
    while kind != .dedent { cases.append(try parseCase()) }
    advanceOverLayout()
    return Statement(.match(subject: subject, cases: cases), range(from: start))
  }

  private mutating func parseMatchHeader() throws(ParseFailure) -> Expression {
    advance()
    let start = start
    var subject = try parseStarNamedExpression()
    if kind == .comma {
      subject = try parseTupleTail(start, subject, named: true)
    } else if case .starred = subject.kind {
      throw .unexpectedToken
    }
    try expect(.colon)
    try expectLayout(.newline)
    try expectLayout(.indent)
    guard kind == .name, tokens[index].softKeyword == .case else { throw .unexpectedToken }
    return subject
  }

  private mutating func parseCase() throws(ParseFailure) -> MatchCase {
    guard kind == .name, tokens[index].softKeyword == .case else { throw .unexpectedToken }
    advance()
    let pattern = try parsePatterns()
    let guardExpression = accept(.ifKeyword) ? try parseNamedExpression() : nil
    let body = try parseBlock()
    return MatchCase(pattern: pattern, guardExpr: guardExpression, body: body)
  }

  /// A pattern, or a sequence pattern without brackets.
  private mutating func parsePatterns() throws(ParseFailure) -> Pattern {
    let start = start
    let first = try parseMaybeStarPattern()
    if kind != .comma {
      if case .matchStar = first.kind { throw .unexpectedToken }
      return first
    }
    var patterns = [first]
    while accept(.comma) {
      if kind == .colon || kind == .ifKeyword { break }
      patterns.append(try parseMaybeStarPattern())
    }
    return Pattern(.matchSequence(patterns: patterns), range(from: start))
  }

  private mutating func parseMaybeStarPattern() throws(ParseFailure) -> Pattern {
    let start = start
    guard accept(.star) else { return try parsePattern() }
    let name = try parseCaptureName()
    return Pattern(.matchStar(name: name), range(from: start))
  }

  /// The name of a capture; nil for the wildcard.
  private mutating func parseCaptureName() throws(ParseFailure) -> String? {
    let isWildcard = tokens[index].softKeyword == .underscore
    let name = try expectName()
    return isWildcard ? nil : name
  }

  private mutating func parsePattern() throws(ParseFailure) -> Pattern {
    let start = start
    let pattern = try parseOrPattern()
    guard accept(.asKeyword) else { return pattern }
    guard let name = try parseCaptureName() else { throw .unexpectedToken }
    return Pattern(.matchAs(pattern: pattern, name: name), range(from: start))
  }

  private mutating func parseOrPattern() throws(ParseFailure) -> Pattern {
    let start = start
    let first = try parseClosedPattern()
    guard kind == .verticalBar else { return first }
    var patterns = [first]
    while accept(.verticalBar) { patterns.append(try parseClosedPattern()) }
    return Pattern(.matchOr(patterns: patterns), range(from: start))
  }

  private mutating func parseClosedPattern() throws(ParseFailure) -> Pattern {
    try descend()
    defer { ascend() }
    let start = start
    switch kind {
    case .minus, .number:
      let value = try parsePatternNumber()
      return Pattern(.matchValue(value: value), value.range)
    case .string, .fStringStart:
      let value = try parseStrings()
      return Pattern(.matchValue(value: value), value.range)
    case .noneKeyword: return singleton(.none)
    case .trueKeyword: return singleton(.true)
    case .falseKeyword: return singleton(.false)
    case .name: return try parseNamePattern()
    case .leftParenthesis: return try parseGroupPattern()
    case .leftBracket:
      advance()
      let patterns = try parseSequenceElements(until: .rightBracket)
      return Pattern(.matchSequence(patterns: patterns), range(from: start))
    case .leftBrace: return try parseMappingPattern()
    default: throw .unexpectedToken
    }
  }

  private mutating func singleton(_ value: ConstantValue) -> Pattern {
    let start = start
    advance()
    return Pattern(.matchSingleton(value: value), range(from: start))
  }

  // MARK: Literals

  /// A number with an optional sign, or a complex number `real ± imaginary`.
  private mutating func parsePatternNumber() throws(ParseFailure) -> Expression {
    let start = start
    let real = try parseSignedNumber()
    guard kind == .plus || kind == .minus else { return real }
    let op: BinaryOperator = kind == .plus ? .add : .sub
    let realIsImaginary = tokens[index - 1].isImaginary(source)
    advance()
    guard kind == .number, tokens[index].isImaginary(source), !realIsImaginary else {
      throw .unexpectedToken
    }
    let imaginary = try parseAtom()
    return Expression(.binOp(left: real, op: op, right: imaginary), range(from: start))
  }

  private mutating func parseSignedNumber() throws(ParseFailure) -> Expression {
    let start = start
    guard accept(.minus) else {
      guard kind == .number else { throw .unexpectedToken }
      return try parseAtom()
    }
    guard kind == .number else { throw .unexpectedToken }
    let operand = try parseAtom()
    return Expression(.unaryOp(op: .uSub, operand: operand), range(from: start))
  }

  // MARK: Names, classes

  /// A capture, a wildcard, a dotted name, or a class pattern.
  private mutating func parseNamePattern() throws(ParseFailure) -> Pattern {
    let start = start
    if kind(after: 1) != .dot, kind(after: 1) != .leftParenthesis {
      let name = try parseCaptureName()
      if kind == .equal { throw .unexpectedToken }
      return Pattern(.matchAs(pattern: nil, name: name), range(from: start))
    }
    let value = try parseNameOrAttribute()
    guard kind == .leftParenthesis else {
      return Pattern(.matchValue(value: value), range(from: start))
    }
    return try parseClassPattern(start, value)
  }

  private mutating func parseNameOrAttribute() throws(ParseFailure) -> Expression {
    let start = start
    var value = Expression(.name(try expectName()), range(from: start))
    while accept(.dot) {
      let name = try expectName()
      value = Expression(.attribute(value: value, attr: name), range(from: start))
    }
    return value
  }

  private mutating func parseClassPattern(
    _ start: SourceRange, _ cls: Expression
  ) throws(ParseFailure) -> Pattern {
    advance()
    var patterns: [Pattern] = []
    var names: [String] = []
    var namedPatterns: [Pattern] = []
    while !accept(.rightParenthesis) {
      if !patterns.isEmpty || !names.isEmpty {
        try expect(.comma)
        if accept(.rightParenthesis) { break }
      }
      if kind == .name, kind(after: 1) == .equal {
        names.append(try expectName())
        advance()
        namedPatterns.append(try parsePattern())
      } else {
        if !names.isEmpty { throw .unexpectedToken }
        patterns.append(try parsePattern())
      }
    }
    return Pattern(
      .matchClass(cls: cls, patterns: patterns, kwdAttrs: names, kwdPatterns: namedPatterns),
      range(from: start))
  }

  // MARK: Sequences, mappings

  private mutating func parseGroupPattern() throws(ParseFailure) -> Pattern {
    let start = start
    advance()
    if accept(.rightParenthesis) {
      return Pattern(.matchSequence(patterns: []), range(from: start))
    }
    let first = try parseMaybeStarPattern()
    if kind != .comma {
      if case .matchStar = first.kind { throw .unexpectedToken }
      try expect(.rightParenthesis)
      return first
    }
    advance()
    let patterns = [first] + (try parseSequenceElements(until: .rightParenthesis))
    return Pattern(.matchSequence(patterns: patterns), range(from: start))
  }

  /// The elements up to the closing bracket, which is read too.
  private mutating func parseSequenceElements(
    until close: TokenKind
  ) throws(ParseFailure) -> [Pattern] {
    var patterns: [Pattern] = []
    while !accept(close) {
      patterns.append(try parseMaybeStarPattern())
      if kind != close { try expect(.comma) }
    }
    return patterns
  }

  private mutating func parseMappingPattern() throws(ParseFailure) -> Pattern {
    let start = start
    advance()
    var keys: [Expression] = []
    var patterns: [Pattern] = []
    var rest: String?
    while !accept(.rightBrace) {
      if accept(.doubleStar) {
        rest = try parseCaptureName()
        if rest == nil { throw .unexpectedToken }
        _ = accept(.comma)
        try expect(.rightBrace)
        break
      }
      keys.append(try parseMappingKey())
      try expect(.colon)
      patterns.append(try parsePattern())
      if kind != .rightBrace { try expect(.comma) }
    }
    return Pattern(
      .matchMapping(keys: keys, patterns: patterns, rest: rest), range(from: start))
  }

  private mutating func parseMappingKey() throws(ParseFailure) -> Expression {
    switch kind {
    case .name:
      guard kind(after: 1) == .dot else { throw .unexpectedToken }
      return try parseNameOrAttribute()
    case .minus, .number: return try parsePatternNumber()
    case .string, .fStringStart: return try parseStrings()
    case .noneKeyword, .trueKeyword, .falseKeyword: return try parseAtom()
    default: throw .unexpectedToken
    }
  }
}
