/// Splits a source into tokens, following CPython's tokenizer.
///
/// The source is UTF-8 whose lines end in `\n` (`SourceText` sees to that), followed by a zero byte
/// which stands for the end: no other byte is zero, so that looking ahead needs no bounds logic.
/// Tokens are collected up to the end of the source or the first fault; the parser sees the fault
/// only if it reads that far, since an earlier mistake takes precedence.
///
/// Inside an f-string the lexer alternates between two modes: text, which yields middle tokens, and
/// replacement fields, which are ordinary tokens. `fStrings` is the stack of open f-strings.
struct Lexer {
  let source: [UInt8]
  /// Where the zero byte is.
  let end: Int
  let keywords = KeywordTable()
  /// Whether the line break at the end is not the source's own and is not to be counted.
  var hasArtificialEnd = false

  var tokens: [Token] = []
  var warnings: [SourceFault] = []
  var fault: SourceFault?
  var position = 0
  var line = 1
  var lineStart = 0
  var brackets: [OpenBracket] = []
  var fStrings: [FStringState] = []

  var isAtLineStart = true
  var indentations: [Indentation] = [Indentation(column: 0, alternative: 0)]

  /// Where the token being read starts.
  var tokenStart = 0
  var tokenLine = 1
  var tokenLineStart = 0

  static let maximumNesting = 200
  static let maximumIndentation = 100
  static let maximumFieldNesting = 3
  static let maximumFStringNesting = 150

  struct OpenBracket {
    var character: UInt8
    var line: Int
    var column: Int
  }

  /// An indentation in columns, with tabs worth up to 8 columns and, alternatively, 1: lines whose
  /// order depends on that are inconsistent.
  struct Indentation {
    var column: Int
    var alternative: Int
  }

  init(source: [UInt8]) {
    self.source = source
    end = source.count - 1
    tokens.reserveCapacity(source.count / 4 + 8)
  }

  /// Reads all tokens. A fault is stood for by a last token of its own kind.
  mutating func tokenize(mode: Module.Mode, options: ParserOptions) {
    do {
      while try next() {}
      if mode == .single, tokens.count > 1 { finishInteractive(options) }
    } catch let error as SourceFault {
      fault = error
      fault?.isFinal = true
      startToken()
      append(.fault)
    } catch {}
  }

  /// Appends what ends an interactive statement: a line break in place of the end of the source, and
  /// the end after it. At a prompt, a source without a final line break is not at its end yet: the
  /// blocks that are open stay open.
  private mutating func finishInteractive(_ options: ParserOptions) {
    let end = tokens.removeLast()
    let closesBlocks = tokens.last?.kind == .dedent
    if hasArtificialEnd, closesBlocks, options.allowsIncompleteInput {
      while tokens.last?.kind == .dedent { tokens.removeLast() }
    } else if closesBlocks || !hasArtificialEnd {
      append(.newline)
    }
    tokens.append(end)
  }

  /// Reads one token or several; false after the end marker.
  private mutating func next() throws -> Bool {
    if let state = fStrings.last, state.isInText {
      try readFStringText(state)
      return true
    }
    return try readToken()
  }

  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 { source[position + distance] }

  mutating func startToken() {
    tokenStart = position
    tokenLine = line
    tokenLineStart = lineStart
  }

  mutating func append(_ kind: TokenKind, softKeyword: SoftKeyword = .none) {
    tokens.append(
      Token(
        kind: kind, softKeyword: softKeyword, level: UInt8(truncatingIfNeeded: brackets.count),
        start: UInt32(truncatingIfNeeded: tokenStart), end: UInt32(truncatingIfNeeded: position),
        range: SourceRange(
          line: UInt32(truncatingIfNeeded: tokenLine),
          column: UInt32(truncatingIfNeeded: tokenStart - tokenLineStart),
          endLine: UInt32(truncatingIfNeeded: line),
          endColumn: UInt32(truncatingIfNeeded: position - lineStart))))
  }

  /// Moves past a line break at `position`.
  mutating func advanceLine() {
    position += 1
    line += 1
    lineStart = position
  }

  /// The line that a message refers to: at the end of the source, the last line there is.
  var reportedLine: Int { position >= end && lineStart == end && line > 1 ? line - 1 : line }

  /// A fault that points at the last character read.
  func fault(_ message: String) -> SourceFault {
    let offset = SourceFault.Offset(bytes: position - lineStart, adjustment: 0)
    var result = SourceFault(message: message, line: line, offset: offset, endOffset: offset)
    result.outranksParser = fStrings.isEmpty
    return result
  }
}
