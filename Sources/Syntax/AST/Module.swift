/// The root of a parsed source.
public struct Module: Hashable, Sendable {
  /// What was parsed, named as the `mode` argument of Python's `compile`.
  public enum Mode: Hashable, Sendable {
    /// A file: any number of statements.
    case exec
    /// One expression; `body` holds it as its only statement, of kind `expr`.
    case eval
    /// One interactive statement, whose expression statements print their value.
    case single
  }

  public var mode: Mode
  public var body: [Statement]

  public init(mode: Mode, body: [Statement]) {
    self.mode = mode
    self.body = body
  }

  /// The expression of a module of mode `eval`.
  public var expression: Expression? {
    guard mode == .eval, case .expr(let value)? = body.first?.kind else { return nil }
    return value
  }
}
