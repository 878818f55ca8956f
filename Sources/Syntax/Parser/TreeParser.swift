/// Builds the tree of a source: recursive descent over the tokens, with precedence climbing for
/// binary operators.
///
/// This parser only decides whether the source is Python, and is fast where it is. It knows no error
/// messages: where it fails, `ErrorFinder` goes over the tokens again to find what CPython would
/// say. The exceptions are faults inside literals, which only evaluating the literal reveals.
struct TreeParser {
  let source: [UInt8]
  let tokens: [Token]
  var warnings: [SourceFault]
  /// The token to read next.
  var index = 0
  /// Where the statement of the outermost level starts that is being read.
  var statementStart = 0
  /// The end of the last token that is part of a node.
  var endLine: UInt32 = 1
  var endColumn: UInt32 = 0
  var depth = 0
  var characterNames = CharacterNames()

  /// How deep expressions may nest. CPython stops near 6,000 levels of its own recursion; the limit
  /// here keeps within half a megabyte of stack.
  static let maximumDepth = 1_000

  /// How many operators of one precedence, or trailers, may follow each other: each is one level of
  /// the tree, which is compiled recursively.
  static let maximumChain = 9_990

  init(source: [UInt8], tokens: [Token], warnings: [SourceFault]) {
    self.source = source
    self.tokens = tokens
    self.warnings = warnings
  }
}

/// Why the tree parser stopped.
enum ParseFailure: Error {
  /// The token at `index` fits nowhere.
  case unexpectedToken
  case tooDeep
  /// A chain of operators or trailers goes on for too long.
  case tooLong
  case fault(SourceFault)
}

extension TreeParser {
  @inline(__always)
  var kind: TokenKind { tokens[index].kind }

  @inline(__always)
  var start: SourceRange { tokens[index].range }

  func kind(after distance: Int) -> TokenKind {
    index + distance < tokens.count ? tokens[index + distance].kind : .fault
  }

  @inline(__always)
  mutating func advance() {
    let range = tokens[index].range
    endLine = range.endLine
    endColumn = range.endColumn
    index += 1
  }

  /// Moves past a token that belongs to no node: line breaks and indentation.
  @inline(__always)
  mutating func advanceOverLayout() { index += 1 }

  @inline(__always)
  mutating func accept(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  @inline(__always)
  mutating func expect(_ wanted: TokenKind) throws(ParseFailure) {
    guard kind == wanted else { throw .unexpectedToken }
    advance()
  }

  @inline(__always)
  mutating func expectLayout(_ wanted: TokenKind) throws(ParseFailure) {
    guard kind == wanted else { throw .unexpectedToken }
    advanceOverLayout()
  }

  /// From the given start to the last token read.
  @inline(__always)
  func range(from start: SourceRange) -> SourceRange {
    SourceRange(
      line: start.line, column: start.column, endLine: endLine, endColumn: endColumn)
  }

  @inline(__always)
  mutating func descend() throws(ParseFailure) {
    depth += 1
    if depth > TreeParser.maximumDepth { throw .tooDeep }
  }

  @inline(__always)
  mutating func ascend() { depth -= 1 }

  /// Tries a reading of the coming tokens; goes back to where it was if they do not fit.
  mutating func attempt<Result>(
    _ body: (inout TreeParser) throws(ParseFailure) -> Result
  ) throws(ParseFailure) -> Result? {
    let saved = (index, endLine, endColumn, depth, warnings.count)
    do {
      return try body(&self)
    } catch .unexpectedToken {
      (index, endLine, endColumn, depth) = (saved.0, saved.1, saved.2, saved.3)
      warnings.removeLast(warnings.count - saved.4)
      return nil
    } catch {
      throw error
    }
  }

  /// The name at the current token.
  mutating func expectName() throws(ParseFailure) -> String {
    guard kind == .name else { throw .unexpectedToken }
    let name = nameText(tokens[index])
    advance()
    return name
  }

  func nameText(_ token: Token) -> String {
    let bytes = source[Int(token.start)..<Int(token.end)]
    return Identifier.normalized(bytes)
  }
}
