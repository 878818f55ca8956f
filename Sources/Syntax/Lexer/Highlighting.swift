/// The parts of a source that a prompt shows in colour, found by the lexer itself.
public enum Highlighting {
  public enum Kind: Equatable, Sendable {
    case keyword, string, number, comment
    /// The name that `def` or `class` defines.
    case definition
    /// Any other name; whether it names a builtin is for the caller to say.
    case name
  }

  public struct Span: Equatable, Sendable {
    public var kind: Kind
    /// Offsets of bytes in the source.
    public var range: Range<Int>
  }

  /// The spans of a source, which may be unfinished or wrong, in order. What follows a mistake is
  /// left out, except for a string that lacks its end.
  public static func spans(of source: [UInt8]) -> [Span] {
    // Another line end would shift the offsets.
    guard !source.contains(0), !source.contains(UInt8(ascii: "\r")) else { return [] }
    var lexer = Lexer(source: source + [UInt8(ascii: "\n"), 0])
    lexer.tokenize(mode: .exec, options: ParserOptions(origin: .string))
    var finder = SpanFinder(source: source)
    for (index, token) in lexer.tokens.enumerated() {
      let following = index + 1 < lexer.tokens.count ? lexer.tokens[index + 1].kind : .endMarker
      finder.add(token, before: following)
    }
    finder.finish()
    return finder.spans
  }
}

private struct SpanFinder {
  let source: [UInt8]
  var spans: [Highlighting.Span] = []
  private var position = 0
  private var definesNext = false
  private var previous = TokenKind.newline

  init(source: [UInt8]) { self.source = source }

  mutating func add(_ token: Token, before following: TokenKind) {
    let start = Int(token.start)
    let end = min(Int(token.end), source.count)
    if token.kind == .fault || start >= end { return }
    addComments(upTo: token.kind == .newline ? end : start)
    if let kind = kind(of: token, before: following) {
      spans.append(.init(kind: kind, range: start..<end))
    }
    definesNext = token.kind == .defKeyword || token.kind == .classKeyword
    previous = token.kind
    position = max(position, end)
  }

  private func kind(of token: Token, before following: TokenKind) -> Highlighting.Kind? {
    switch token.kind {
    case .string, .fStringStart, .fStringMiddle, .fStringEnd: return .string
    case .number: return .number
    case .name:
      if definesNext { return .definition }
      if isSoftKeyword(token, before: following) { return .keyword }
      return previous == .dot ? nil : .name
    case .falseKeyword, .noneKeyword, .trueKeyword: return .keyword
    default:
      return token.kind.rawValue > TokenKind.falseKeyword.rawValue ? .keyword : nil
    }
  }

  /// `match`, `case` and `type` at the start of a line, in front of what can only be an operand.
  private func isSoftKeyword(_ token: Token, before following: TokenKind) -> Bool {
    guard token.softKeyword != .none, token.softKeyword != .underscore else { return false }
    let isStart = previous == .newline || previous == .indent || previous == .dedent
    let isOperand =
      [.name, .number, .string, .fStringStart, .leftBrace].contains(following)
      || following.rawValue >= TokenKind.falseKeyword.rawValue
    return isStart && isOperand
  }

  /// Between tokens there are blanks, continuation marks and comments only.
  private mutating func addComments(upTo limit: Int) {
    while position < limit {
      if source[position] == UInt8(ascii: "#") {
        let start = position
        while position < limit, source[position] != UInt8(ascii: "\n") { position += 1 }
        spans.append(.init(kind: .comment, range: start..<position))
      } else {
        position += 1
      }
    }
  }

  /// What the lexer did not get past: comments, and maybe a string without an end.
  mutating func finish() {
    var start = position
    while start < source.count, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
    var quote = start
    while quote < source.count, quote < start + 3, isPrefixLetter(source[quote]) { quote += 1 }
    if quote < source.count, source[quote] == 0x22 || source[quote] == 0x27 {
      spans.append(.init(kind: .string, range: start..<source.count))
    } else {
      addComments(upTo: source.count)
    }
  }

  private func isPrefixLetter(_ byte: UInt8) -> Bool { "rRbBuUfF".utf8.contains(byte) }
}
