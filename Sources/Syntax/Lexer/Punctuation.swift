/// The operators and delimiters of the language.
enum Punctuation {
  /// The longest operator that the three bytes start with, and its length.
  static func match(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (TokenKind, Int) {
    let equals = UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "("): return (.leftParenthesis, 1)
    case UInt8(ascii: ")"): return (.rightParenthesis, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: ":"): return second == equals ? (.colonEqual, 2) : (.colon, 1)
    case UInt8(ascii: "+"): return second == equals ? (.plusEqual, 2) : (.plus, 1)
    case UInt8(ascii: "%"): return second == equals ? (.percentEqual, 2) : (.percent, 1)
    case UInt8(ascii: "&"): return second == equals ? (.ampersandEqual, 2) : (.ampersand, 1)
    case UInt8(ascii: "|"): return second == equals ? (.verticalBarEqual, 2) : (.verticalBar, 1)
    case UInt8(ascii: "^"): return second == equals ? (.circumflexEqual, 2) : (.circumflex, 1)
    case UInt8(ascii: "@"): return second == equals ? (.atEqual, 2) : (.at, 1)
    case UInt8(ascii: "="): return second == equals ? (.equalEqual, 2) : (.equal, 1)
    case UInt8(ascii: "!"): return second == equals ? (.notEqual, 2) : (.exclamation, 1)
    case UInt8(ascii: "."): return second == first && third == first ? (.ellipsis, 3) : (.dot, 1)
    case UInt8(ascii: "-"):
      if second == UInt8(ascii: ">") { return (.arrow, 2) }
      return second == equals ? (.minusEqual, 2) : (.minus, 1)
    case UInt8(ascii: "*"):
      return doubled(first, second, third, .star, .starEqual, .doubleStar, .doubleStarEqual)
    case UInt8(ascii: "/"):
      return doubled(first, second, third, .slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: ">") { return (.lessGreater, 2) }
      return doubled(first, second, third, .less, .lessEqual, .leftShift, .leftShiftEqual)
    case UInt8(ascii: ">"):
      return doubled(first, second, third, .greater, .greaterEqual, .rightShift, .rightShiftEqual)
    default:
      return (.stray, 1)
    }
  }

  /// An operator that may be doubled, followed by an equals sign, or both.
  private static func doubled(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ single: TokenKind, _ singleEqual: TokenKind,
    _ double: TokenKind, _ doubleEqual: TokenKind
  ) -> (TokenKind, Int) {
    let equals = UInt8(ascii: "=")
    if second == equals { return (singleEqual, 2) }
    guard second == first else { return (single, 1) }
    return third == equals ? (doubleEqual, 3) : (double, 2)
  }
}
