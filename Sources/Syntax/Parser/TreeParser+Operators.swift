/// Arithmetic and bitwise operators.
extension TreeParser {
  @inline(__always)
  mutating func parseBitwiseOr() throws(ParseFailure) -> Expression { try parseBinary(1) }

  /// Operators that bind at least as tightly as `minimum`: 1 for `|` up to 6 for `*`.
  private mutating func parseBinary(_ minimum: Int) throws(ParseFailure) -> Expression {
    let start = start
    var left = try parseFactor()
    var length = 0
    while let (op, precedence) = binaryOperator(kind), precedence >= minimum {
      length += 1
      if length > TreeParser.maximumChain { throw .tooLong }
      advance()
      let right = try parseBinary(precedence + 1)
      left = Expression(.binOp(left: left, op: op, right: right), range(from: start))
    }
    return left
  }

  @inline(__always)
  private func binaryOperator(_ kind: TokenKind) -> (BinaryOperator, Int)? {
    switch kind {
    case .verticalBar: return (.bitOr, 1)
    case .circumflex: return (.bitXor, 2)
    case .ampersand: return (.bitAnd, 3)
    case .leftShift: return (.lShift, 4)
    case .rightShift: return (.rShift, 4)
    case .plus: return (.add, 5)
    case .minus: return (.sub, 5)
    case .star: return (.mult, 6)
    case .slash: return (.div, 6)
    case .doubleSlash: return (.floorDiv, 6)
    case .percent: return (.mod, 6)
    case .at: return (.matMult, 6)
    default: return nil
    }
  }

  private mutating func parseFactor() throws(ParseFailure) -> Expression {
    let op: UnaryOperator
    switch kind {
    case .plus: op = .uAdd
    case .minus: op = .uSub
    case .tilde: op = .invert
    default: return try parsePower()
    }
    try descend()
    let start = start
    advance()
    let operand = try parseFactor()
    ascend()
    return Expression(.unaryOp(op: op, operand: operand), range(from: start))
  }

  private mutating func parsePower() throws(ParseFailure) -> Expression {
    let start = start
    let base = try parseAwait()
    guard kind == .doubleStar else { return base }
    try descend()
    advance()
    let exponent = try parseFactor()
    ascend()
    return Expression(.binOp(left: base, op: .pow, right: exponent), range(from: start))
  }

  private mutating func parseAwait() throws(ParseFailure) -> Expression {
    guard kind == .awaitKeyword else { return try parsePrimary() }
    let start = start
    advance()
    let value = try parsePrimary()
    return Expression(.await(value: value), range(from: start))
  }
}
