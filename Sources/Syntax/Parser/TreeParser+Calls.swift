/// The arguments of calls and class definitions.
extension TreeParser {
  /// Reads arguments with their parentheses. Positional ones may not follow `name=value`, nor `*`
  /// follow `**`.
  mutating func parseCallArguments(
    allowsGenerator: Bool
  ) throws(ParseFailure) -> ([Expression], [Keyword]) {
    try descend()
    let start = start
    advance()
    var arguments: [Expression] = []
    var keywords: [Keyword] = []
    var hasUnpackedMapping = false
    while !accept(.rightParenthesis) {
      if !arguments.isEmpty || !keywords.isEmpty {
        try expect(.comma)
        if accept(.rightParenthesis) { break }
      }
      if kind == .doubleStar || kind == .name && kind(after: 1) == .equal {
        hasUnpackedMapping = hasUnpackedMapping || kind == .doubleStar
        keywords.append(try parseKeyword())
      } else if kind == .star {
        if hasUnpackedMapping { throw .unexpectedToken }
        arguments.append(try parseStarredExpression())
      } else {
        if !keywords.isEmpty { throw .unexpectedToken }
        let argument = try parseNamedExpression()
        if kind == .forKeyword || kind == .asyncKeyword {
          guard allowsGenerator, arguments.isEmpty else { throw .unexpectedToken }
          arguments.append(try parseGeneratorArgument(start, argument))
          break
        }
        arguments.append(argument)
      }
    }
    ascend()
    return (arguments, keywords)
  }

  /// A generator expression that shares its parentheses with the call.
  private mutating func parseGeneratorArgument(
    _ start: SourceRange, _ element: Expression
  ) throws(ParseFailure) -> Expression {
    let generators = try parseComprehensionTail(element)
    try expect(.rightParenthesis)
    return Expression(.generatorExp(elt: element, generators: generators), range(from: start))
  }

  private mutating func parseKeyword() throws(ParseFailure) -> Keyword {
    let start = start
    if accept(.doubleStar) {
      let value = try parseExpression()
      return Keyword(arg: nil, value: value, range: range(from: start))
    }
    let name = try expectName()
    try expect(.equal)
    let value = try parseExpression()
    return Keyword(arg: name, value: value, range: range(from: start))
  }
}
