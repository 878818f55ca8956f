/// What the lexer knows of an f-string that it is inside of.
struct FStringState {
  var quote: UInt8
  var isTriple: Bool
  var isRaw: Bool
  /// Whether the lexer reads text (of the string or a format) rather than a replacement field.
  var isInText = true
  var isInFormat = false
  /// How many brackets are open inside the string.
  var bracketDepth = 0
  /// The bracket depth outside the innermost replacement field; -1 outside all.
  var fieldDepth = -1
  /// Where the string starts.
  var start: Int
  var line: Int
  var lineStart: Int
}

extension Lexer {
  /// Appends the start of an f-string; `position` is at its quote.
  mutating func readFStringStart(isRaw: Bool) throws {
    let quote = peek()
    var isTriple = false
    if peek(1) == quote, peek(2) == quote { isTriple = true }
    position += isTriple ? 3 : 1
    append(.fStringStart)
    guard fStrings.count + 1 < Lexer.maximumFStringNesting else {
      throw fault("too many nested f-strings")
    }
    fStrings.append(
      FStringState(
        quote: quote, isTriple: isTriple, isRaw: isRaw, start: tokenStart, line: tokenLine,
        lineStart: tokenLineStart))
  }

  /// Reads what follows in the text of an f-string: a middle token, or the end of the string. At
  /// a replacement field it switches to reading ordinary tokens.
  mutating func readFStringText(_ state: FStringState) throws {
    let last = fStrings.count - 1
    startToken()
    if peek() == UInt8(ascii: "{"), peek(1) != UInt8(ascii: "{") {
      try enterField(last)
      _ = try readToken()
      return
    }
    if isAtClosingQuote(state) {
      position += state.isTriple ? 3 : 1
      append(.fStringEnd)
      fStrings.removeLast()
      return
    }
    try readFStringMiddle(state, last)
  }

  private func isAtClosingQuote(_ state: FStringState) -> Bool {
    guard peek() == state.quote else { return false }
    return !state.isTriple || peek(1) == state.quote && peek(2) == state.quote
  }

  private mutating func enterField(_ index: Int) throws {
    fStrings[index].fieldDepth += 1
    if fStrings[index].fieldDepth >= Lexer.maximumFieldNesting {
      throw fault("f-string: expressions nested too deeply")
    }
    fStrings[index].isInText = false
  }

  private mutating func readFStringMiddle(_ state: FStringState, _ last: Int) throws {
    let isInFormat = state.isInFormat && state.fieldDepth >= 0
    var isInUnicodeName = false
    while !isAtClosingQuote(state) {
      let byte = peek()
      switch byte {
      case 0, UInt8(ascii: "\n"):
        if byte == 0 || !state.isTriple {
          if isInFormat, byte != 0 {
            fStrings[last].isInText = false
            fStrings[last].isInFormat = false
            append(.fStringMiddle)
            return
          }
          throw unterminatedFString(state)
        }
        advanceLine()
      case UInt8(ascii: "{"):
        if peek(1) != UInt8(ascii: "{") || isInFormat {
          append(.fStringMiddle)
          startToken()
          try enterField(last)
        } else {
          appendMiddleWithBrace()
        }
        return
      case UInt8(ascii: "}"):
        if isInUnicodeName {
          position += 1
          append(.fStringMiddle)
        } else if peek(1) == byte, !isInFormat, state.bracketDepth == 0 {
          appendMiddleWithBrace()
        } else {
          append(.fStringMiddle)
          fStrings[last].isInText = false
        }
        return
      case UInt8(ascii: "\\"):
        position += 1
        readFStringEscape(state, &isInUnicodeName)
      default:
        position += 1
      }
    }
    append(.fStringMiddle)
  }

  /// Appends a middle token that ends with the first of two equal braces, and skips the second.
  private mutating func appendMiddleWithBrace() {
    position += 1
    append(.fStringMiddle)
    tokens[tokens.count - 1].range.endColumn += 1
    position += 1
  }

  private mutating func readFStringEscape(_ state: FStringState, _ isInUnicodeName: inout Bool) {
    let escaped = peek()
    if escaped == UInt8(ascii: "{") || escaped == UInt8(ascii: "}") {
      if !state.isRaw { warnInvalidEscape(escaped) }
      return
    }
    if escaped == 0 { return }
    if escaped == UInt8(ascii: "\n") {
      advanceLine()
      return
    }
    position += 1
    if escaped == UInt8(ascii: "N"), !state.isRaw, peek() == UInt8(ascii: "{") {
      position += 1
      isInUnicodeName = true
    }
  }

  private mutating func warnInvalidEscape(_ escaped: UInt8) {
    let name = Character(Unicode.Scalar(escaped))
    var fault = fault("invalid escape sequence '\\\(name)'")
    // CPython has read the brace when it warns.
    fault.offset.bytes += 1
    fault.endOffset = fault.offset
    warnings.append(fault)
  }

  private mutating func unterminatedFString(_ state: FStringState) -> SourceFault {
    let detected = reportedLine
    let isEnd = state.isTriple && position == end
    position = state.start + 1
    line = state.line
    lineStart = state.lineStart
    let name = state.isTriple ? "triple-quoted f-string" : "f-string"
    var result = fault("unterminated \(name) literal (detected at line \(detected))")
    result.isEndOfSource = isEnd
    return result
  }
}
