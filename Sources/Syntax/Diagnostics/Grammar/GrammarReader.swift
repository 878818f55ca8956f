/// Reads the text of `GrammarRules`.
struct GrammarReader {
  private enum Word: Equatable {
    case identifier(String)
    case token(String)
    case softKeyword(String)
    case message(String)
    case symbol(Character)
    /// `>>`, which starts the tails of a rule.
    case tails
    case arrow
    case forced
    /// The start of a line that is not indented further: a new rule.
    case lineStart
    case end
  }

  private var words: [Word] = []
  private var index = 0
  private var grammar = Grammar()

  static func read(_ text: String) -> Grammar {
    var reader = GrammarReader()
    reader.split(text)
    reader.declareRules()
    while reader.word != .end { reader.readRule() }
    return reader.grammar
  }

  private var word: Word { words[index] }

  // MARK: Words

  private mutating func split(_ text: String) {
    for line in text.split(separator: "\n") {
      if line.first != " " { words.append(.lineStart) }
      var rest = line.drop { $0 == " " }
      while let first = rest.first {
        words.append(GrammarReader.nextWord(first, &rest))
        rest = rest.drop { $0 == " " }
      }
    }
    words.append(.end)
  }

  private static func nextWord(_ first: Character, _ rest: inout Substring) -> Word {
    if first.isLetter || first == "_" {
      let name = rest.prefix { $0.isLetter || $0 == "_" }
      rest = rest.dropFirst(name.count)
      return .identifier(String(name))
    }
    rest = rest.dropFirst()
    switch first {
    case "'", "\"", "`":
      let text = String(rest.prefix { $0 != first })
      rest = rest.dropFirst(text.count + 1)
      return first == "'" ? .token(text) : first == "\"" ? .softKeyword(text) : .message(text)
    case ">" where rest.first == ">":
      rest = rest.dropFirst()
      return .tails
    case "=" where rest.first == ">":
      rest = rest.dropFirst()
      return .arrow
    case "&" where rest.first == "&":
      rest = rest.dropFirst()
      return .forced
    default:
      return .symbol(first)
    }
  }

  private mutating func accept(_ wanted: Word) -> Bool {
    guard word == wanted else { return false }
    index += 1
    return true
  }

  private mutating func identifier() -> String {
    guard case .identifier(let name) = word else { return unreadable("a name") }
    index += 1
    return name
  }

  private func unreadable<Result>(_ expected: String) -> Result {
    fatalError("grammar: expected \(expected), found \(words[max(0, index - 3)...index + 1])")
  }

  // MARK: Rules

  private mutating func declareRules() {
    for position in words.indices where words[position] == .lineStart {
      guard case .identifier(let name) = words[position + 1] else { continue }
      grammar.indices[name] = grammar.rules.count
      grammar.rules.append(Grammar.Rule(name: name))
    }
  }

  private mutating func readRule() {
    guard accept(.lineStart), let number = grammar.indices[identifier()] else {
      return unreadable("a rule")
    }
    if accept(.symbol("(")) {
      let option = identifier()
      grammar.rules[number].isMemoized = option == "memo"
      grammar.rules[number].suppressesInvalid = option == "plain"
      index += 1
    }
    index += 1
    grammar.rules[number].alternatives = readAlternatives()
    if accept(.tails) { grammar.rules[number].tails = readAlternatives() }
  }

  private mutating func readAlternatives() -> [Grammar.Alternative] {
    _ = accept(.symbol("|"))
    var result = [readAlternative()]
    while accept(.symbol("|")) { result.append(readAlternative()) }
    return result
  }

  private mutating func readAlternative() -> Grammar.Alternative {
    var result = Grammar.Alternative()
    while true {
      switch word {
      case .symbol("|"), .symbol(")"), .lineStart, .end, .tails:
        result.isGuarded = isGuarded(result)
        return result
      case .arrow:
        index += 1
        let name = identifier()
        if let capture = Grammar.Capture(rawValue: name) {
          result.action = .capture(capture)
        } else if let kind = Node.Kind(rawValue: name) {
          result.action = .label(kind)
        }
      case .symbol("#"):
        index += 1
        result.action = readFault()
      default:
        result.items.append(readItem())
      }
    }
  }

  private func isGuarded(_ alternative: Grammar.Alternative) -> Bool {
    guard alternative.items.count == 1, case .rule(let number) = alternative.items[0].matcher
    else { return false }
    let name = grammar.rules[number].name
    return name.hasPrefix("invalid_") || name.hasPrefix("lambda_invalid_")
  }

  private mutating func readFault() -> Grammar.Action {
    let place = identifier()
    if place == "check", let check = Grammar.Check(rawValue: identifier()) { return .check(check) }
    var captures: [Grammar.Capture] = []
    while case .identifier(let name) = word, let capture = Grammar.Capture(rawValue: name) {
      captures.append(capture)
      index += 1
    }
    guard case .message(let message) = word else { return unreadable("a message") }
    index += 1
    switch (place, captures.count) {
    case ("at", 1): return .fault(.at(captures[0]), message)
    case ("from", 1): return .fault(.from(captures[0]), message)
    case ("range", 2): return .fault(.range(captures[0], captures[1]), message)
    case ("indent", 0): return .fault(.indentation, message)
    case ("last", 0): return .fault(.lastToken, message)
    case ("next", 0): return .fault(.nextToken, message)
    default: return unreadable("a place")
    }
  }

  // MARK: Items

  private mutating func readItem() -> Grammar.Item {
    if case .identifier(let name) = word, words[index + 1] == .symbol("="),
      let capture = Grammar.Capture(rawValue: name)
    {
      index += 2
      return Grammar.Item(capture: capture, matcher: readSuffixed())
    }
    return Grammar.Item(capture: nil, matcher: readSuffixed())
  }

  private mutating func readSuffixed() -> Grammar.Matcher {
    if accept(.symbol("&")) { return .lookahead(readPrimary(), isPositive: true) }
    if accept(.symbol("!")) { return .lookahead(readPrimary(), isPositive: false) }
    if accept(.symbol("~")) { return .cut }
    if accept(.forced) {
      guard case .token(let text) = word else { return unreadable("a token") }
      return .forced(tokenKind(readPrimary()), text)
    }
    let matcher = readPrimary()
    if accept(.symbol(".")) {
      let element = readPrimary()
      index += 1
      return .separated(by: matcher, element)
    }
    if accept(.symbol("?")) { return .optional(matcher) }
    if accept(.symbol("*")) { return .many(matcher, atLeastOne: false) }
    if accept(.symbol("+")) { return .many(matcher, atLeastOne: true) }
    return matcher
  }

  private func tokenKind(_ matcher: Grammar.Matcher) -> TokenKind {
    guard case .token(let kind) = matcher else { return unreadable("a token") }
    return kind
  }

  private mutating func readPrimary() -> Grammar.Matcher {
    let current = word
    index += 1
    switch current {
    case .token(let text): return .token(GrammarReader.kind(of: text))
    case .softKeyword(let text):
      let found = KeywordTable.soft.first { $0.0 == text }
      return .softKeyword(found?.1 ?? .none)
    case .identifier("SOFT_KEYWORD"): return .anySoftKeyword
    case .identifier(let name):
      if let kind = GrammarReader.classes[name] { return .token(kind) }
      guard let number = grammar.indices[name] else { return unreadable("rule \(name)") }
      return .rule(number)
    case .symbol("("):
      let alternatives = readAlternatives()
      index += 1
      return .group(alternatives)
    default: return unreadable("an item")
    }
  }

  private static let classes: [String: TokenKind] = [
    "NAME": .name, "NUMBER": .number, "STRING": .string, "NEWLINE": .newline, "INDENT": .indent,
    "DEDENT": .dedent, "ENDMARKER": .endMarker, "FSTRING_START": .fStringStart,
    "FSTRING_MIDDLE": .fStringMiddle, "FSTRING_END": .fStringEnd, "TYPE_COMMENT": .fault,
  ]

  /// The kind of a keyword or operator.
  private static func kind(of text: String) -> TokenKind {
    if let keyword = KeywordTable.hard.first(where: { $0.0 == text }) { return keyword.1 }
    let bytes = Array(text.utf8) + [0, 0]
    return Punctuation.match(bytes[0], bytes[1], bytes[2]).0
  }
}
