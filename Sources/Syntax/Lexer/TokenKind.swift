/// The kinds of tokens. Soft keywords are names; `Token.softKeyword` tells them apart.
enum TokenKind: UInt8 {
  case endMarker, name, number, string, newline, indent, dedent
  case fStringStart, fStringMiddle, fStringEnd
  /// A character that starts no token but is reported by the parser, such as `$`.
  case stray
  /// Stands for the fault at which the lexer stopped.
  case fault

  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case colon, comma, semicolon, plus, minus, star, slash, verticalBar, ampersand
  case less, greater, equal, dot, percent, equalEqual, notEqual, lessGreater
  case lessEqual, greaterEqual, tilde, circumflex, leftShift, rightShift, doubleStar
  case plusEqual, minusEqual, starEqual, slashEqual, percentEqual, ampersandEqual
  case verticalBarEqual, circumflexEqual, leftShiftEqual, rightShiftEqual, doubleStarEqual
  case doubleSlash, doubleSlashEqual, at, atEqual, arrow, ellipsis, colonEqual, exclamation

  case falseKeyword, noneKeyword, trueKeyword, andKeyword, asKeyword, assertKeyword
  case asyncKeyword, awaitKeyword, breakKeyword, classKeyword, continueKeyword, defKeyword
  case delKeyword, elifKeyword, elseKeyword, exceptKeyword, finallyKeyword, forKeyword
  case fromKeyword, globalKeyword, ifKeyword, importKeyword, inKeyword, isKeyword
  case lambdaKeyword, nonlocalKeyword, notKeyword, orKeyword, passKeyword, raiseKeyword
  case returnKeyword, tryKeyword, whileKeyword, withKeyword, yieldKeyword
}

/// Names that are keywords in some positions only.
enum SoftKeyword: UInt8 {
  case none, match, `case`, type, underscore
}

/// A token: where it is, and what tells the parser how to read it.
struct Token {
  var kind: TokenKind
  var softKeyword: SoftKeyword = .none
  /// How many brackets are open after the token.
  var level: UInt8
  /// The token's bytes in the source.
  var start: UInt32
  var end: UInt32
  var range: SourceRange
}

/// Maps the words of the language to their kinds. A word of at most eight bytes is packed into an
/// integer while it is scanned, so that the look-up is a multiplication and, as a rule, one probe.
struct KeywordTable {
  private var words = [UInt64](repeating: 0, count: 256)
  private var kinds = [TokenKind](repeating: .name, count: 256)
  private var softKeywords = [SoftKeyword](repeating: .none, count: 256)

  init() {
    for (word, kind) in KeywordTable.hard { insert(word, kind, .none) }
    for (word, soft) in KeywordTable.soft { insert(word, .name, soft) }
  }

  static let hard: [(String, TokenKind)] = [
    ("False", .falseKeyword), ("None", .noneKeyword), ("True", .trueKeyword),
    ("and", .andKeyword), ("as", .asKeyword), ("assert", .assertKeyword),
    ("async", .asyncKeyword), ("await", .awaitKeyword), ("break", .breakKeyword),
    ("class", .classKeyword), ("continue", .continueKeyword), ("def", .defKeyword),
    ("del", .delKeyword), ("elif", .elifKeyword), ("else", .elseKeyword),
    ("except", .exceptKeyword), ("finally", .finallyKeyword), ("for", .forKeyword),
    ("from", .fromKeyword), ("global", .globalKeyword), ("if", .ifKeyword),
    ("import", .importKeyword), ("in", .inKeyword), ("is", .isKeyword),
    ("lambda", .lambdaKeyword), ("nonlocal", .nonlocalKeyword), ("not", .notKeyword),
    ("or", .orKeyword), ("pass", .passKeyword), ("raise", .raiseKeyword),
    ("return", .returnKeyword), ("try", .tryKeyword), ("while", .whileKeyword),
    ("with", .withKeyword), ("yield", .yieldKeyword),
  ]

  static let soft: [(String, SoftKeyword)] = [
    ("match", .match), ("case", .case), ("type", .type), ("_", .underscore),
  ]

  private static func slot(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  private mutating func insert(_ text: String, _ kind: TokenKind, _ soft: SoftKeyword) {
    let word = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    var slot = KeywordTable.slot(word)
    while words[slot] != 0 { slot = (slot + 1) & 255 }
    words[slot] = word
    kinds[slot] = kind
    softKeywords[slot] = soft
  }

  /// The kind of a word of one to eight bytes, packed with its first byte highest.
  func find(_ word: UInt64) -> (kind: TokenKind, softKeyword: SoftKeyword) {
    var slot = KeywordTable.slot(word)
    while words[slot] != 0 {
      if words[slot] == word { return (kinds[slot], softKeywords[slot]) }
      slot = (slot + 1) & 255
    }
    return (.name, .none)
  }
}
