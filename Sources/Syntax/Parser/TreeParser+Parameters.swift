/// The parameters of functions and lambdas.
extension TreeParser {
  enum ParameterStyle {
    case function, lambda

    var end: TokenKind { self == .function ? .rightParenthesis : .colon }
  }

  /// Reads parameters up to, not including, the closing `)` or the `:` of a lambda.
  mutating func parseParameters(_ style: ParameterStyle) throws(ParseFailure) -> Arguments {
    var result = Arguments()
    var hasSlash = false
    var hasStar = false
    var isFirst = true
    while kind != style.end {
      if !isFirst {
        try expect(.comma)
        if kind == style.end { break }
      }
      switch kind {
      case .slash:
        if hasSlash || hasStar || isFirst { throw .unexpectedToken }
        advance()
        hasSlash = true
        result.posOnlyArgs = result.args
        result.args = []
      case .star:
        if hasStar { throw .unexpectedToken }
        hasStar = true
        advance()
        if kind == .name {
          result.varArg = try parseParameter(style, allowsStarredAnnotation: true)
        } else if kind != .comma || kind(after: 1) != .name {
          throw .unexpectedToken
        }
      case .doubleStar:
        advance()
        result.kwArg = try parseParameter(style)
        _ = accept(.comma)
        guard kind == style.end else { throw .unexpectedToken }
      default:
        try parsePlainParameter(style, isKeywordOnly: hasStar, &result)
      }
      isFirst = false
    }
    return result
  }

  /// A parameter without stars. Required ones may not follow ones with defaults, unless they are
  /// keyword-only.
  private mutating func parsePlainParameter(
    _ style: ParameterStyle, isKeywordOnly: Bool, _ result: inout Arguments
  ) throws(ParseFailure) {
    let parameter = try parseParameter(style)
    let defaultValue = accept(.equal) ? try parseExpression() : nil
    if isKeywordOnly {
      result.kwOnlyArgs.append(parameter)
      result.kwDefaults.append(defaultValue)
      return
    }
    result.args.append(parameter)
    if let defaultValue {
      result.defaults.append(defaultValue)
    } else if !result.defaults.isEmpty {
      throw .unexpectedToken
    }
  }

  private mutating func parseParameter(
    _ style: ParameterStyle, allowsStarredAnnotation: Bool = false
  ) throws(ParseFailure) -> Argument {
    let start = start
    let name = try expectName()
    var annotation: Expression?
    if style == .function, accept(.colon) {
      annotation =
        allowsStarredAnnotation && kind == .star
        ? try parseStarExpression() : try parseExpression()
    }
    return Argument(arg: name, annotation: annotation, range: range(from: start))
  }
}
