/// A parsed source and the warnings that its parsing gave rise to.
public struct ParseResult: Sendable {
  public var module: Module
  public var warnings: [SyntaxWarning]
}
