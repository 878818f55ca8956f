/// Functions, classes, decorators and type parameters.
extension TreeParser {
  mutating func parseDecorated() throws(ParseFailure) -> Statement {
    var decorators: [Expression] = []
    while accept(.at) {
      decorators.append(try parseNamedExpression())
      try expectLayout(.newline)
    }
    let start = start
    switch kind {
    case .defKeyword: return try parseFunction(start, decorators, isAsync: false)
    case .classKeyword: return try parseClass(decorators)
    case .asyncKeyword where kind(after: 1) == .defKeyword:
      advance()
      return try parseFunction(start, decorators, isAsync: true)
    default: throw .unexpectedToken
    }
  }

  /// A function, at `def`; `start` is where the statement starts.
  mutating func parseFunction(
    _ start: SourceRange, _ decorators: [Expression], isAsync: Bool
  ) throws(ParseFailure) -> Statement {
    advance()
    let name = try expectName()
    let typeParameters = try parseTypeParameters()
    try expect(.leftParenthesis)
    let arguments = try parseParameters(.function)
    try expect(.rightParenthesis)
    let returns = accept(.arrow) ? try parseExpression() : nil
    let body = try parseBlock()
    let function = FunctionDef(
      name: name, args: arguments, body: body, decoratorList: decorators, returns: returns,
      typeParams: typeParameters)
    return Statement(
      isAsync ? .asyncFunctionDef(function) : .functionDef(function), range(from: start))
  }

  mutating func parseClass(_ decorators: [Expression]) throws(ParseFailure) -> Statement {
    let start = start
    advance()
    let name = try expectName()
    let typeParameters = try parseTypeParameters()
    let (bases, keywords) =
      kind == .leftParenthesis ? try parseCallArguments(allowsGenerator: false) : ([], [])
    let body = try parseBlock()
    let definition = ClassDef(
      name: name, bases: bases, keywords: keywords, body: body, decoratorList: decorators,
      typeParams: typeParameters)
    return Statement(.classDef(definition), range(from: start))
  }

  /// A list of type parameters in brackets, if there is one.
  mutating func parseTypeParameters() throws(ParseFailure) -> [TypeParameter] {
    guard accept(.leftBracket) else { return [] }
    var result: [TypeParameter] = []
    repeat {
      if !result.isEmpty, kind == .rightBracket { break }
      result.append(try parseTypeParameter())
    } while accept(.comma)
    try expect(.rightBracket)
    return result
  }

  private mutating func parseTypeParameter() throws(ParseFailure) -> TypeParameter {
    let start = start
    let isTuple = accept(.star)
    let isParamSpec = !isTuple && accept(.doubleStar)
    let name = try expectName()
    var kind = TypeParameter.Kind.typeVarTuple
    if isParamSpec {
      kind = .paramSpec
    } else if !isTuple {
      kind = .typeVar(bound: accept(.colon) ? try parseExpression() : nil)
    }
    var defaultValue: Expression?
    if accept(.equal) {
      defaultValue = isTuple ? try parseStarExpression() : try parseExpression()
    }
    return TypeParameter(
      name: name, kind: kind, defaultValue: defaultValue, range: range(from: start))
  }
}
