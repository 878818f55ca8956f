/// String literals, adjacent ones joined, and f-strings.
extension TreeParser {
  /// One literal of a concatenation: text, bytes, or the parts of an f-string.
  private enum Piece {
    case text(StringConstant, isUnicodePrefixed: Bool)
    case bytes([UInt8])
    case formatted([Expression])
  }

  /// Reads one string literal or several in a row.
  mutating func parseStrings() throws(ParseFailure) -> Expression {
    let start = start
    let first = try parsePiece()
    guard kind == .string || kind == .fStringStart else {
      return try expression(of: first, start)
    }
    var pieces = [(first, range(from: start))]
    while kind == .string || kind == .fStringStart {
      let pieceStart = self.start
      pieces.append((try parsePiece(), range(from: pieceStart)))
    }
    return try join(pieces, range(from: start))
  }

  private mutating func expression(
    of piece: Piece, _ start: SourceRange
  ) throws(ParseFailure) -> Expression {
    switch piece {
    case .text(let text, let isUnicodePrefixed):
      return Expression(
        .constant(.string(text), isUnicodePrefixed: isUnicodePrefixed), range(from: start))
    case .bytes(let bytes): return Expression(.constant(.bytes(bytes)), range(from: start))
    case .formatted(let values):
      return Expression(.joinedStr(values: merged(values)), range(from: start))
    }
  }

  private mutating func parsePiece() throws(ParseFailure) -> Piece {
    if kind == .fStringStart { return .formatted(try parseFString()) }
    let token = tokens[index]
    var literal = StringLiteral(source: source, token: token)
    let piece: Piece
    if literal.prefix.isBytes {
      piece = .bytes(try decode { try literal.decodeBytes() })
    } else {
      var names = characterNames
      let text = try decode { try literal.decodeText(&names) }
      characterNames = names
      piece = .text(text, isUnicodePrefixed: literal.prefix.isUnicode)
    }
    warnings += literal.warnings
    advance()
    return piece
  }

  private func decode<Value>(_ body: () throws -> Value) throws(ParseFailure) -> Value {
    do {
      return try body()
    } catch let error as SourceFault {
      throw .fault(error)
    } catch {
      throw .unexpectedToken
    }
  }

  // MARK: Joining

  private mutating func join(
    _ pieces: [(piece: Piece, range: SourceRange)], _ range: SourceRange
  ) throws(ParseFailure) -> Expression {
    var bytesCount = 0
    var isFormatted = false
    for (piece, _) in pieces {
      if case .bytes = piece { bytesCount += 1 }
      if case .formatted = piece { isFormatted = true }
    }
    if bytesCount != 0 {
      guard bytesCount == pieces.count else {
        throw .fault(SourceFault("cannot mix bytes and nonbytes literals", range: start))
      }
      return Expression(.constant(.bytes(joinedBytes(pieces))), range)
    }
    var values: [Expression] = []
    for (piece, pieceRange) in pieces {
      switch piece {
      case .text(let text, let isUnicodePrefixed):
        values.append(
          Expression(
            .constant(.string(text), isUnicodePrefixed: isUnicodePrefixed), pieceRange))
      case .formatted(let parts): values += parts
      case .bytes: break
      }
    }
    if isFormatted { return Expression(.joinedStr(values: merged(values)), range) }
    return Expression(joinedText(values[...]).kind, range)
  }

  private func joinedBytes(_ pieces: [(piece: Piece, range: SourceRange)]) -> [UInt8] {
    var result: [UInt8] = []
    for case (.bytes(let bytes), _) in pieces { result += bytes }
    return result
  }

  /// One constant for several; it is prefixed if the first one is.
  private func joinedText(_ constants: ArraySlice<Expression>) -> Expression {
    var text = StringConstant()
    var isPrefixed: Bool?
    for case .constant(.string(let part), let prefixed) in constants.lazy.map(\.kind) {
      text.utf8 += part.utf8
      isPrefixed = isPrefixed ?? prefixed
    }
    let range = SourceRange(
      from: constants[constants.startIndex].range, to: constants[constants.endIndex - 1].range)
    return Expression(
      .constant(.string(text), isUnicodePrefixed: isPrefixed ?? false), range)
  }

  /// The parts of an f-string with adjacent constants joined and empty ones left out.
  private func merged(_ values: [Expression]) -> [Expression] {
    var result: [Expression] = []
    var index = 0
    while index < values.count {
      guard case .constant = values[index].kind else {
        result.append(values[index])
        index += 1
        continue
      }
      var runEnd = index + 1
      while runEnd < values.count, case .constant = values[runEnd].kind { runEnd += 1 }
      let constant = runEnd - index == 1 ? values[index] : joinedText(values[index..<runEnd])
      if case .constant(.string(let text), _) = constant.kind, !text.isEmpty {
        result.append(constant)
      }
      index = runEnd
    }
    return result
  }

  // MARK: f-strings

  /// The parts of an f-string, constants not yet joined.
  private mutating func parseFString() throws(ParseFailure) -> [Expression] {
    let prefixBytes = source[Int(tokens[index].start)..<Int(tokens[index].end)]
    let isRaw = prefixBytes.contains { $0 | 0x20 == UInt8(ascii: "r") }
    try descend()
    advance()
    var parts: [Expression] = []
    var middles: [(part: Int, token: Token)] = []
    while kind != .fStringEnd {
      if kind == .fStringMiddle {
        middles.append((parts.count, tokens[index]))
        let start = start
        advance()
        parts.append(Expression(.constant(.none), range(from: start)))
      } else {
        parts += try parseReplacementField(isRaw: isRaw)
      }
    }
    // Text is decoded once the string is known to end, so faults in it point there.
    for (part, token) in middles {
      parts[part].kind = try decodeMiddle(token, isRaw: isRaw)
    }
    advance()
    ascend()
    return parts
  }

  private mutating func decodeMiddle(
    _ token: Token, isRaw: Bool
  ) throws(ParseFailure) -> Expression.Kind {
    var literal = StringLiteral(source: source, middle: token, reportedAt: tokens[index])
    literal.prefix.isRaw = isRaw
    var names = characterNames
    let text = try decode { try literal.decodeText(&names) }
    characterNames = names
    warnings += literal.warnings
    return .constant(.string(text))
  }

  /// A replacement field, preceded by its own text if it has the debug form `{x=}`.
  private mutating func parseReplacementField(isRaw: Bool) throws(ParseFailure) -> [Expression] {
    let start = start
    try expect(.leftBrace)
    let textStart = index
    let value = try parseAnnotatedValue()
    let isDebug = accept(.equal)
    let textEnd = index
    var conversion = Conversion.none
    if kind == .exclamation { conversion = try parseConversion() }
    var format: Expression?
    if kind == .colon { format = try parseFormat(isRaw: isRaw) }
    try expect(.rightBrace)
    var field: [Expression] = []
    if isDebug {
      field.append(debugText(from: textStart, to: textEnd))
      if conversion == .none, format == nil { conversion = .repr }
    }
    field.append(
      Expression(
        .formattedValue(value: value, conversion: conversion, formatSpec: format),
        range(from: start)))
    return field
  }

  private mutating func parseConversion() throws(ParseFailure) -> Conversion {
    advance()
    let isAdjacent = tokens[index - 1].end == tokens[index].start
    guard isAdjacent else { throw .unexpectedToken }
    switch try expectName() {
    case "s": return .str
    case "r": return .repr
    case "a": return .ascii
    default: throw .unexpectedToken
    }
  }

  private mutating func parseFormat(isRaw: Bool) throws(ParseFailure) -> Expression {
    let start = start
    advance()
    var parts: [Expression] = []
    while kind == .fStringMiddle || kind == .leftBrace {
      if kind == .leftBrace {
        try descend()
        parts += try parseReplacementField(isRaw: isRaw)
        ascend()
        continue
      }
      let partStart = self.start
      let constant = try decodeMiddle(tokens[index], isRaw: isRaw)
      advance()
      parts.append(Expression(constant, range(from: partStart)))
    }
    return Expression(.joinedStr(values: merged(parts)), range(from: start))
  }

  /// The source text between two tokens, without comments.
  private func debugText(from first: Int, to last: Int) -> Expression {
    let open = tokens[first - 1]
    let close = tokens[last]
    var text: [UInt8] = []
    var isInComment = false
    for byte in source[Int(open.end)..<Int(close.start)] {
      if byte == UInt8(ascii: "\n") { isInComment = false }
      if byte == UInt8(ascii: "#") { isInComment = true }
      if !isInComment { text.append(byte) }
    }
    let range = SourceRange(
      line: open.range.endLine, column: open.range.endColumn, endLine: close.range.line,
      endColumn: close.range.column)
    return Expression(.constant(.string(StringConstant(utf8: text))), range)
  }
}
