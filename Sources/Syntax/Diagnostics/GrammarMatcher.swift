/// Interprets the grammar over the tokens of a source, with memory for the rules that want it.
///
/// How far it has read matters as much as what it matches: many messages are placed at the last
/// token read. A fault of the lexer is thrown once it is read.
final class GrammarMatcher {
  let lexer: Lexer
  let tokens: [Token]
  private let grammar = Grammar.python
  private var memory: [Int: (node: Node?, mark: Int)] = [:]
  private var recognizesInvalid = false
  private var depth = 0

  /// The token to read next.
  var mark: Int
  /// How many tokens have been read.
  var fill: Int

  /// CPython's parser gives up at this many nested rules.
  private static let maximumDepth = 6_000

  init(lexer: Lexer, start: Int) {
    self.lexer = lexer
    tokens = lexer.tokens
    mark = start
    fill = start
  }

  struct TooDeep: Error {}

  /// Matches a rule from the given token on.
  func run(_ rule: String, from start: Int, recognizesInvalid: Bool) throws -> Node? {
    mark = start
    memory = [:]
    self.recognizesInvalid = recognizesInvalid
    guard let number = grammar.indices[rule] else { return nil }
    return try match(rule: number)
  }

  /// Reads the token at the mark.
  private func token() throws -> Token {
    let token = tokens[min(mark, tokens.count - 1)]
    if mark >= fill, mark < tokens.count {
      if token.kind == .fault, let fault = lexer.fault { throw fault }
      fill = mark + 1
    }
    return token
  }

  // MARK: Rules

  private func match(rule number: Int) throws -> Node? {
    let rule = grammar.rules[number]
    let key = mark << 10 | number
    if rule.isMemoized, let known = memory[key] {
      mark = known.mark
      return known.node
    }
    depth += 1
    defer { depth -= 1 }
    if depth > GrammarMatcher.maximumDepth { throw TooDeep() }
    let recognized = recognizesInvalid
    if rule.suppressesInvalid { recognizesInvalid = false }
    let start = mark
    var node = try match(rule.alternatives, from: start)
    while let seed = node, !rule.tails.isEmpty, let grown = try grow(seed, rule.tails) {
      node = grown
    }
    recognizesInvalid = recognized
    if rule.isMemoized { memory[key] = (node, mark) }
    return node
  }

  private func grow(_ seed: Node, _ tails: [Grammar.Alternative]) throws -> Node? {
    let end = mark
    guard let tail = try match(tails, from: end) else {
      mark = end
      return nil
    }
    return Node(tail.kind, start: seed.start, end: tail.end, children: [seed] + tail.children)
  }

  private enum Outcome {
    case matched(Node)
    case failed
    /// No further alternative is to be tried.
    case refused
  }

  private func match(_ alternatives: [Grammar.Alternative], from start: Int) throws -> Node? {
    for alternative in alternatives where recognizesInvalid || !alternative.isGuarded {
      mark = start
      switch try match(alternative, from: start) {
      case .matched(let node): return node
      case .failed: continue
      case .refused:
        mark = start
        return nil
      }
    }
    mark = start
    return nil
  }

  private func match(_ alternative: Grammar.Alternative, from start: Int) throws -> Outcome {
    var captures = Captures()
    var nodes: [Node] = []
    var isCut = false
    for item in alternative.items {
      if case .cut = item.matcher {
        isCut = true
        continue
      }
      guard let node = try match(item.matcher) else { return isCut ? .refused : .failed }
      switch item.capture {
      case .a: captures.a = node
      case .b: captures.b = node
      case nil: break
      }
      if case .lookahead = item.matcher { continue }
      nodes.append(node)
    }
    return try perform(alternative.action, captures, nodes, from: start)
  }

  // MARK: Items

  private func match(_ matcher: Grammar.Matcher) throws -> Node? {
    let start = mark
    switch matcher {
    case .token(let kind):
      guard try token().kind == kind else { return nil }
      return take()
    case .softKeyword(let keyword):
      guard try token().softKeyword == keyword else { return nil }
      return take()
    case .anySoftKeyword:
      guard resemblesSoftKeyword(try token()) else { return nil }
      return take()
    case .rule(let number):
      return try match(rule: number)
    case .group(let alternatives):
      return try match(alternatives, from: start)
    case .optional(let inner):
      if let node = try match(inner) { return node }
      mark = start
      return Node(.sequence, start: start, end: start)
    case .many(let inner, let atLeastOne):
      return try matchMany(inner, atLeastOne)
    case .separated(let separator, let element):
      return try matchSeparated(separator, element)
    case .lookahead(let inner, let isPositive):
      let isMatch = try match(inner) != nil
      mark = start
      return isMatch == isPositive ? Node(.sequence, start: start, end: start) : nil
    case .cut:
      return nil
    case .forced(let kind, let text):
      let next = try token()
      if next.kind == kind { return take() }
      guard recognizesInvalid else { return nil }
      throw unexplainedFault("expected '\(text)'", at: next)
    }
  }

  /// Whether a name is a soft keyword or, as CPython has it, the beginning of one.
  private func resemblesSoftKeyword(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    let text = lexer.source[Int(token.start)..<Int(token.end)]
    return KeywordTable.soft.contains { $0.0.utf8.starts(with: text) }
  }

  private func matchMany(_ inner: Grammar.Matcher, _ atLeastOne: Bool) throws -> Node? {
    let start = mark
    var nodes: [Node] = []
    var end = mark
    while let node = try match(inner) {
      nodes.append(node)
      end = mark
    }
    mark = end
    if atLeastOne, nodes.isEmpty { return nil }
    return Node(.sequence, start: start, end: end, children: nodes)
  }

  private func matchSeparated(
    _ separator: Grammar.Matcher, _ element: Grammar.Matcher
  ) throws -> Node? {
    let start = mark
    guard let first = try match(element) else { return nil }
    var nodes = [first]
    var end = mark
    while try match(separator) != nil, let node = try match(element) {
      nodes.append(node)
      end = mark
    }
    mark = end
    return Node(.sequence, start: start, end: end, children: nodes)
  }

  private func take() -> Node {
    let kind: Node.Kind
    switch tokens[mark].kind {
    case .name: kind = .name
    case .number: kind = .number
    case .string: kind = .strings
    case .trueKeyword, .falseKeyword, .noneKeyword, .ellipsis: kind = .number
    default: kind = .token
    }
    mark += 1
    return Node(kind, start: mark - 1, end: mark)
  }

  // MARK: Actions

  private func perform(
    _ action: Grammar.Action, _ captures: Captures, _ nodes: [Node], from start: Int
  ) throws -> Outcome {
    switch action {
    case .automatic:
      if nodes.count == 1 { return .matched(nodes[0]) }
      return .matched(Node(.sequence, start: start, end: mark, children: nodes))
    case .label(let kind):
      return .matched(Node(kind, start: start, end: mark, children: nodes))
    case .capture(let capture):
      return .matched(captures[capture])
    case .fault(let place, let message):
      throw fault(at: place, expand(message, captures), captures)
    case .check(let check):
      guard try passes(check, captures) else { return .refused }
      return .matched(Node(.sequence, start: start, end: mark, children: nodes))
    }
  }
}

/// What an alternative has captured.
struct Captures {
  var a: Node?
  var b: Node?

  subscript(_ capture: Grammar.Capture) -> Node {
    let node = capture == .a ? a : b
    return node ?? Node(.sequence, start: 0, end: 0)
  }
}
