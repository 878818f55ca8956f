/// A pattern of a `case` clause. The cases and their fields are those of Python's `ast` module.
public struct Pattern: Hashable, Sendable {
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Hashable, Sendable {
    case matchValue(value: Expression)
    /// `None`, `True` or `False`, compared by identity.
    case matchSingleton(value: ConstantValue)
    case matchSequence(patterns: [Pattern])
    case matchMapping(keys: [Expression], patterns: [Pattern], rest: String?)
    case matchClass(
      cls: Expression, patterns: [Pattern], kwdAttrs: [String], kwdPatterns: [Pattern])
    /// `*name` in a sequence; without a name, `*_`.
    case matchStar(name: String?)
    /// `pattern as name`, a capture `name`, or, with neither, the wildcard `_`.
    case matchAs(pattern: Pattern?, name: String?)
    case matchOr(patterns: [Pattern])
  }
}

/// One `case` clause of a `match` statement.
public struct MatchCase: Hashable, Sendable {
  public var pattern: Pattern
  public var guardExpr: Expression?
  public var body: [Statement]

  public init(pattern: Pattern, guardExpr: Expression?, body: [Statement]) {
    self.pattern = pattern
    self.guardExpr = guardExpr
    self.body = body
  }
}
