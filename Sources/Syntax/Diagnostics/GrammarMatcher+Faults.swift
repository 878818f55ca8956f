/// Where faults are placed and how their messages are completed.
extension GrammarMatcher {
  func range(of node: Node) -> SourceRange {
    var last = node.end - 1
    while last > node.start, isLayout(tokens[last].kind) { last -= 1 }
    return SourceRange(from: tokens[node.start].range, to: tokens[max(last, node.start)].range)
  }

  private func isLayout(_ kind: TokenKind) -> Bool {
    kind == .newline || kind == .indent || kind == .dedent || kind == .endMarker
  }

  /// Whether a token stands for the end of the source.
  private func isAtEnd(_ token: Token) -> Bool { Int(token.start) >= lexer.end }

  /// The last token read.
  var lastToken: Token { tokens[max(0, min(fill, tokens.count) - 1)] }

  func fault(_ message: String, from first: SourceRange, to last: SourceRange) -> SourceFault {
    var fault = SourceFault(message, range: SourceRange(from: first, to: last))
    fault.keepsLineBreak = lexer.lineNumber(of: lastToken) <= fault.line
    return fault
  }

  func fault(_ message: String, at node: Node) -> SourceFault {
    let range = range(of: node)
    return fault(message, from: range, to: range)
  }

  func fault(_ message: String, from first: Node, to last: Node) -> SourceFault {
    fault(message, from: range(of: first), to: range(of: last))
  }

  /// A fault from a node to where the lexer is.
  func fault(_ message: String, openFrom node: Node) -> SourceFault {
    var result = fault(message, from: range(of: node), to: lastToken.range)
    result.endOffset.adjustment = 0
    return result
  }

  /// A fault at a token that nothing explains; a token without text has no column.
  func unexplainedFault(_ message: String, at token: Token) -> SourceFault {
    var result = fault(message, from: token.range, to: token.range)
    if isAtEnd(token) {
      result.line = lexer.lineNumber(of: token)
      result.endLine = result.line
      result.offset = .literal(0)
      result.endOffset = .literal(0)
      result.keepsLineBreak = true
    }
    return result
  }

  func fault(
    _ message: String, at token: Token, kind: SyntaxError.Kind = .syntaxError
  ) -> SourceFault {
    var result = fault(message, from: token.range, to: token.range)
    result.kind = kind
    if token.kind == .indent || token.kind == .dedent || isAtEnd(token) {
      // Tokens without text are placed where the lexer is.
      let place = lexer.place(of: lastToken)
      result.line = lexer.lineNumber(of: token)
      result.endLine = result.line
      result.offset = SourceFault.Offset(bytes: place, adjustment: 0)
      result.endOffset = .literal(-1)
    }
    return result
  }

  func fault(
    at place: Grammar.Place, _ message: String, _ captures: Captures
  ) -> SourceFault {
    switch place {
    case .at(let node): return fault(message, at: captures[node])
    case .range(let first, let last):
      return fault(message, from: captures[first], to: captures[last])
    case .from(let node): return fault(message, openFrom: captures[node])
    case .indentation: return fault(message, at: lastToken, kind: .indentationError)
    case .lastToken: return fault(message, at: lastToken)
    case .nextToken: return fault(message, at: tokens[min(mark, tokens.count - 1)])
    }
  }

  /// Replaces `%name(a)`, `%line(a)` and `%text(a)` in a message.
  func expand(_ message: String, _ captures: Captures) -> String {
    guard let percent = message.firstIndex(of: "%"),
      let open = message[percent...].firstIndex(of: "("), let a = captures.a
    else { return message }
    let value: String
    switch message[percent..<open] {
    case "%name": value = name(of: a)
    case "%line": value = "\(tokens[a.start].range.line)"
    case "%text": value = text(of: a)
    default: return message
    }
    return String(message[..<percent]) + value
      + String(message[message.index(open, offsetBy: 3)...])
  }

  func text(of node: Node) -> String {
    let bytes = lexer.source[Int(tokens[node.start].start)..<Int(tokens[node.end - 1].end)]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What messages call an expression.
  func name(of node: Node) -> String {
    switch node.kind {
    case .attribute: return "attribute"
    case .subscript: return "subscript"
    case .starred: return "starred"
    case .name: return "name"
    case .list: return "list"
    case .tuple: return "tuple"
    case .lambda: return "lambda"
    case .call: return "function call"
    case .operation: return "expression"
    case .generator: return "generator expression"
    case .yield: return "yield expression"
    case .await: return "await expression"
    case .listComprehension: return "list comprehension"
    case .setComprehension: return "set comprehension"
    case .dictComprehension: return "dict comprehension"
    case .dict: return "dict literal"
    case .set: return "set display"
    case .comparison: return "comparison"
    case .conditional: return "conditional expression"
    case .named: return "named expression"
    case .formatted: return "f-string expression"
    case .strings:
      return node.elements.contains { $0.kind == .formatted } ? "f-string expression" : "literal"
    default:
      switch tokens[node.start].kind {
      case .trueKeyword: return "True"
      case .falseKeyword: return "False"
      case .noneKeyword: return "None"
      case .ellipsis: return "ellipsis"
      default: return "literal"
      }
    }
  }
}

extension Lexer {
  /// The line that the lexer is on after a token; the end of the source adds no line.
  func lineNumber(of token: Token) -> Int {
    let line = Int(token.range.endLine)
    return Int(token.start) >= end && line > 1 && source[end - 1] == UInt8(ascii: "\n")
      ? line - 1 : line
  }

  /// The column in bytes where the lexer is after a token.
  func place(of token: Token) -> Int {
    guard Int(token.start) >= end, end > 0 else { return Int(token.range.endColumn) }
    var lineStart = end - 1
    while lineStart > 0, source[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    return end - lineStart - (hasArtificialEnd ? 1 : 0)
  }
}
