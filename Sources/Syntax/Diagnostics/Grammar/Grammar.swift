/// A parsing expression grammar as data, with what to do where an alternative matches.
///
/// `ErrorFinder` interprets it. CPython's messages depend on the order in which its generated parser
/// tries alternatives and on how far that makes it read ahead; an interpreter of the same grammar
/// gets both right, where checks scattered over a predictive parser would not.
struct Grammar {
  var rules: [Rule] = []
  var indices: [String: Int] = [:]

  struct Rule {
    var name: String
    var alternatives: [Alternative] = []
    /// What the result of the alternatives may grow by, again and again (left recursion).
    var tails: [Alternative] = []
    var isMemoized = false
    /// Reads without recognising mistakes.
    var suppressesInvalid = false
  }

  struct Alternative {
    var items: [Item] = []
    var action = Action.automatic
    /// Consists of a rule that recognises mistakes, and is tried in the second pass only. Where such
    /// a rule is but a part of an alternative, CPython tries it in both.
    var isGuarded = false
  }

  struct Item {
    var capture: Capture?
    var matcher: Matcher
  }

  enum Capture: String { case a, b }

  indirect enum Matcher {
    case token(TokenKind)
    case softKeyword(SoftKeyword)
    case anySoftKeyword
    case rule(Int)
    case group([Alternative])
    case optional(Matcher)
    case many(Matcher, atLeastOne: Bool)
    case separated(by: Matcher, Matcher)
    case lookahead(Matcher, isPositive: Bool)
    /// No other alternative is tried after this point.
    case cut
    /// A token without which nothing can be right: the second pass reports its absence at once.
    case forced(TokenKind, String)
  }

  enum Action {
    /// The only item's node, or a sequence of all.
    case automatic
    case label(Node.Kind)
    case capture(Capture)
    case fault(Place, String)
    case check(Check)
  }

  /// Where a fault is reported.
  enum Place {
    case at(Capture)
    case range(Capture, Capture)
    /// From the node to as far as the lexer has got.
    case from(Capture)
    /// At the last token read, as an `IndentationError`.
    case indentation
    case lastToken
    case nextToken
  }

  /// Checks that take more than a pattern.
  enum Check: String {
    case assignmentTarget, deletionTarget, loopTarget, variadicBound, paramSpecBound, realNumber
    case imaginaryNumber, conversion, conversionCharacter, unparenthesizedGenerator
    case generatorAmongArguments, laterGenerator, positionalAfterKeyword, legacyStatement
    case missingComma, comprehensionTarget, missingColon
  }

  /// The grammar of the language; built when the first error is to be reported.
  static let python = GrammarReader.read(
    [
      GrammarRules.statements, GrammarRules.patterns, GrammarRules.parameters(isLambda: false),
      GrammarRules.parameters(isLambda: true), GrammarRules.expressions,
      GrammarRules.invalidExpressions,
    ].joined(separator: "\n"))
}

/// The texts of the grammar's rules, by topic.
///
/// A rule is a name and its alternatives. `'x'` is a token, `"x"` a soft keyword, upper case a class
/// of tokens; `?`, `*`, `+`, `','.x+` (separated), `&` and `!` (lookahead), `~` (cut) and `&&`
/// (forced) have their usual meaning. `a=` and `b=` capture. `=> kind` names the node,
/// `=> a` passes a capture on, and `#place … message` reports a fault.
enum GrammarRules {}

/// What the error finder keeps of a part of the source.
final class Node {
  enum Kind: String {
    case sequence, token, name, attribute, `subscript`, starred, list, tuple, lambda, call
    case operation, comparison, conditional, named, generator, yield, await, listComprehension
    case setComprehension, dictComprehension, dict, set, strings, formatted, number
    case slice, clause, keyword, unpackedMapping
  }

  let kind: Kind
  /// The tokens that the node covers, the last one excluded.
  let start: Int
  let end: Int
  let children: [Node]

  init(_ kind: Kind, start: Int, end: Int, children: [Node] = []) {
    self.kind = kind
    self.start = start
    self.end = end
    self.children = children
  }

  /// The parts that are neither tokens nor mere sequences.
  var elements: [Node] {
    children.flatMap { child -> [Node] in
      switch child.kind {
      case .sequence: return child.elements
      case .token: return []
      default: return [child]
      }
    }
  }
}
