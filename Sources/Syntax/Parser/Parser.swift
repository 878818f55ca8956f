/// A parsed source and the warnings that its parsing gave rise to.
public struct ParseResult: Sendable {
  public var module: Module
  public var warnings: [SyntaxWarning]
}

/// How a source is to be read.
public struct ParserOptions: Sendable {
  /// Where a source comes from; it decides what a declared encoding means and how faults of the
  /// encoding are worded.
  public enum Origin: Sendable {
    case file
    /// A `bytes` object given to `compile`.
    case bytes
    /// The UTF-8 of a `str`: a declared encoding means nothing.
    case string
  }

  public var origin: Origin
  /// Decodes an encoding that the parser does not know itself (it knows UTF-8, Latin-1 and ASCII)
  /// to UTF-8; nil if the encoding is unknown there, too. The C library's, unless told otherwise.
  public var decode: (@Sendable (_ encoding: String, _ source: [UInt8]) -> [UInt8]?)?
  /// In interactive mode: a source that is fine as far as it goes, but goes not far enough, throws
  /// an error of kind `incompleteInput`, and a compound statement is complete only once a blank
  /// line follows it, so that a prompt can ask for its next line.
  public var allowsIncompleteInput: Bool

  public init(
    origin: Origin = .file, allowsIncompleteInput: Bool = false,
    decode: (@Sendable (_ encoding: String, _ source: [UInt8]) -> [UInt8]?)? = nil
  ) {
    self.origin = origin
    self.allowsIncompleteInput = allowsIncompleteInput
    self.decode = decode ?? SystemEncoding.decode
  }
}

/// Parses Python 3.13.
///
/// Sources are bytes, as in a file: UTF-8 unless they declare another encoding. Whatever is wrong
/// with them is thrown as one `SyntaxError`, with the message and place that CPython reports.
public enum Parser {
  /// Parses a file.
  public static func parseModule(
    source: [UInt8], filename: String, options: ParserOptions = ParserOptions()
  ) throws(SyntaxError) -> ParseResult {
    try parse(source, filename, .exec, options)
  }

  /// Parses an expression, as `eval` does.
  public static func parseExpression(
    source: [UInt8], filename: String, options: ParserOptions = ParserOptions()
  ) throws(SyntaxError) -> ParseResult {
    try parse(source, filename, .eval, options)
  }

  /// Parses one interactive statement.
  public static func parseInteractive(
    source: [UInt8], filename: String, options: ParserOptions = ParserOptions()
  ) throws(SyntaxError) -> ParseResult {
    try parse(source, filename, .single, options)
  }

  private static func parse(
    _ source: [UInt8], _ filename: String, _ mode: Module.Mode, _ options: ParserOptions
  ) throws(SyntaxError) -> ParseResult {
    let text = try decode(source, filename, options)
    var lexer = Lexer(source: text.bytes)
    lexer.hasArtificialEnd = text.lacksFinalLineBreak && mode != .exec
    lexer.tokenize(mode: mode, options: options)
    var parser = TreeParser(source: text.bytes, tokens: lexer.tokens, warnings: lexer.warnings)
    do {
      let statements = try parser.parse(mode)
      let warnings = parser.warnings.map {
        SyntaxWarning(SyntaxError($0, text, filename: filename, mode: mode))
      }
      return ParseResult(module: Module(mode: mode, body: statements), warnings: warnings)
    } catch {
      let finder = ErrorFinder(lexer: lexer, mode: mode, options: options)
      let fault = finder.find(error, from: parser.statementStart)
      throw SyntaxError(fault, text, filename: filename, mode: mode)
    }
  }

  private static func decode(
    _ source: [UInt8], _ filename: String, _ options: ParserOptions
  ) throws(SyntaxError) -> SourceText {
    do {
      return try SourceText(source, filename: filename, options)
    } catch {
      throw SyntaxError(
        message: error.message, filename: filename, line: error.line, column: error.column,
        endLine: error.line, endColumn: error.column == 0 ? 0 : -1, text: error.text)
    }
  }
}
