/// A source that is not Python, as the exception of the same name describes it.
public struct SyntaxError: Error, Hashable, Sendable {
  /// Which Python exception to raise.
  public enum Kind: Hashable, Sendable {
    case syntaxError
    case indentationError
    case tabError
    /// The source ends too early to be judged (interactive mode only).
    case incompleteInput
    /// Nesting exceeds what the parser is willing to recurse into.
    case memoryError
    /// A chain of operators or trailers is longer than what can be compiled recursively.
    case recursionError
  }

  public var kind: Kind
  public var message: String
  public var filename: String
  /// The line, from 1; 0 if the error concerns the source as a whole.
  public var line: Int
  /// The offset in code points, from 1 (Python's `offset`).
  public var column: Int
  public var endLine: Int
  public var endColumn: Int
  /// The text of the line, absent if there is none to show.
  public var text: String?

  public init(
    kind: Kind = .syntaxError, message: String, filename: String, line: Int, column: Int,
    endLine: Int, endColumn: Int, text: String?
  ) {
    self.kind = kind
    self.message = message
    self.filename = filename
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.text = text
  }
}

/// A `SyntaxWarning` (or, before Python 3.12, `DeprecationWarning`) found while parsing or compiling.
public struct SyntaxWarning: Hashable, Sendable {
  /// What a filter may make of it.
  public var error: SyntaxError

  public var message: String { error.message }
  public var line: Int { error.line }

  public init(_ error: SyntaxError) { self.error = error }
}
