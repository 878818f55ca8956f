extension Lexer {
  /// Reads the next token outside the text of f-strings; false after the end marker.
  mutating func readToken() throws -> Bool {
    while true {
      var hasTokens = true
      if isAtLineStart { hasTokens = try readIndentation() }
      skipSpace()
      startToken()
      skipComment()
      let first = peek()
      let characterClass = CharacterClass.table[Int(first)]
      if characterClass.contains(.nameStart) {
        try readNameOrString(first)
        return true
      }
      if first == UInt8(ascii: "\n") {
        if hasTokens, brackets.isEmpty {
          readNewline()
          return true
        }
        isAtLineStart = true
        advanceLine()
        continue
      }
      if characterClass.contains(.digit)
        || first == UInt8(ascii: ".") && CharacterClass.isDigit(peek(1))
      {
        try readNumber(first)
        return true
      }
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        try readString()
        return true
      }
      if first == UInt8(ascii: "\\") {
        try readLineContinuation()
        continue
      }
      if first == 0 {
        if !brackets.isEmpty { throw endOfSourceFault() }
        append(.endMarker)
        return false
      }
      try readPunctuation(first)
      return true
    }
  }

  private mutating func readNewline() {
    position += 1
    append(.newline)
    // The token ends on its own line, one column past the line's text.
    let last = tokens.count - 1
    tokens[last].range.endColumn = UInt32(truncatingIfNeeded: position - lineStart)
    line += 1
    lineStart = position
    isAtLineStart = true
  }

  private mutating func skipSpace() {
    while true {
      let byte = peek()
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0C else { break }
      position += 1
    }
  }

  /// Moves to the end of a comment. The line break after it counts as starting where it does.
  private mutating func skipComment() {
    if peek() == UInt8(ascii: "#") {
      while position < end, peek() != UInt8(ascii: "\n") { position += 1 }
    }
  }

  // MARK: Names

  /// Reads a name, a keyword, or a string with a prefix.
  private mutating func readNameOrString(_ first: UInt8) throws {
    var packed: UInt64 = 0
    var bits: UInt8 = 0
    var byte = first
    repeat {
      packed = packed << 8 | UInt64(byte)
      bits |= byte
      position += 1
      byte = peek()
    } while CharacterClass.table[Int(byte)].contains(.nameContinue)
    let length = position - tokenStart
    if length <= 2, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
      let prefix = StringPrefix(source[tokenStart..<position])
    {
      if prefix.isFormatted {
        try readFStringStart(isRaw: prefix.isRaw)
      } else {
        try readString()
      }
      return
    }
    if bits >= 0x80 { try verifyIdentifier() }
    if length <= 8 {
      let found = keywords.find(packed)
      append(found.kind, softKeyword: found.softKeyword)
    } else {
      append(.name)
    }
  }

  /// Checks a name that has bytes outside ASCII, all of which count as name bytes up to here.
  private mutating func verifyIdentifier() throws {
    var index = tokenStart
    while index < position {
      let (codePoint, length) = StringConstant.decode(source, at: index)
      let properties = Unicode.Scalar(codePoint)?.properties
      let isValid =
        index == tokenStart
        ? properties.map { codePoint == 0x5F || $0.isXIDStart } ?? false
        : properties?.isXIDContinue ?? false
      if !isValid {
        if index > tokenStart, codePoint < 0x80 { break }
        position = index + length
        throw invalidCharacter(codePoint)
      }
      index += length
    }
  }

  private func invalidCharacter(_ codePoint: UInt32) -> SourceFault {
    var digits = String(codePoint, radix: 16, uppercase: true)
    digits = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let scalar = Unicode.Scalar(codePoint), CharacterClass.isPrintable(scalar) else {
      return fault("invalid non-printable character U+\(digits)")
    }
    return fault("invalid character '\(Character(scalar))' (U+\(digits))")
  }

  // MARK: Strings

  /// Reads a string without replacement fields; `position` is at its quote.
  private mutating func readString() throws {
    let quote = peek()
    position += 1
    let firstLineStart = lineStart
    let firstLine = line
    var isTriple = false
    var hasEscapedQuote = false
    if peek() == quote {
      if peek(1) == quote {
        isTriple = true
        position += 2
      } else {
        position += 1
        append(.string)
        return
      }
    }
    while true {
      let byte = peek()
      if byte == quote {
        position += 1
        if !isTriple { break }
        if peek() == quote, peek(1) == quote {
          position += 2
          break
        }
        continue
      }
      if byte == UInt8(ascii: "\n") && !isTriple || byte == 0 {
        let fault = unterminated(quote, isTriple, firstLine, firstLineStart)
        throw hasEscapedQuote && !isTriple ? suspectEscape(fault) : fault
      }
      if byte == UInt8(ascii: "\n") {
        advanceLine()
        continue
      }
      position += 1
      if byte == UInt8(ascii: "\\") {
        if peek() == quote { hasEscapedQuote = true }
        if peek() == UInt8(ascii: "\n") { advanceLine() } else if peek() != 0 { position += 1 }
      }
    }
    append(.string)
  }

  private mutating func unterminated(
    _ quote: UInt8, _ isTriple: Bool, _ firstLine: Int, _ firstLineStart: Int
  ) -> SourceFault {
    let detected = reportedLine
    let isEnd = position == end || hasArtificialEnd && position + 1 == end
    position = tokenStart + 1
    line = firstLine
    lineStart = firstLineStart
    if let open = fStrings.last, open.quote == quote, open.isTriple == isTriple {
      return fault("f-string: expecting '}'")
    }
    let name = isTriple ? "triple-quoted string" : "string"
    var result = fault("unterminated \(name) literal (detected at line \(detected))")
    result.isEndOfSource = isEnd
    return result
  }

  /// Adds that an escaped quote may have been meant to end the string.
  private func suspectEscape(_ fault: SourceFault) -> SourceFault {
    guard fault.message.hasPrefix("unterminated") else { return fault }
    var result = fault
    result.message += "; perhaps you escaped the end quote?"
    return result
  }

  // MARK: Punctuation

  private mutating func readPunctuation(_ first: UInt8) throws {
    if let state = fStrings.last, first == UInt8(ascii: ":"),
      state.bracketDepth == state.fieldDepth + 1
    {
      position += 1
      append(.colon)
      fStrings[fStrings.count - 1].isInText = true
      fStrings[fStrings.count - 1].isInFormat = true
      return
    }
    let (kind, length) = Punctuation.match(first, peek(1), first == 0 ? 0 : byteAfterNext)
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      try openBracket(first)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      try closeBracket(first)
    default:
      position += length
      if kind == .stray, !CharacterClass.isPrintable(Unicode.Scalar(first)) {
        throw invalidCharacter(UInt32(first))
      }
    }
    append(kind)
  }

  private var byteAfterNext: UInt8 { peek(1) == 0 ? 0 : peek(2) }

  private mutating func openBracket(_ character: UInt8) throws {
    position += 1
    guard brackets.count < Lexer.maximumNesting else {
      throw fault("too many nested parentheses")
    }
    brackets.append(
      OpenBracket(character: character, line: line, column: tokenStart - lineStart))
    if !fStrings.isEmpty { fStrings[fStrings.count - 1].bracketDepth += 1 }
  }

  private mutating func closeBracket(_ character: UInt8) throws {
    position += 1
    let name = Character(Unicode.Scalar(character))
    let isBrace = character == UInt8(ascii: "}")
    if let state = fStrings.last, state.bracketDepth == 0, isBrace {
      throw fault("f-string: single '}' is not allowed")
    }
    guard let open = brackets.popLast() else { throw fault("unmatched '\(name)'") }
    let isMatch =
      open.character == UInt8(ascii: "(")
      ? character == UInt8(ascii: ")") : character == open.character + 2
    if !isMatch { throw mismatch(name, open) }
    if let state = fStrings.last {
      let depth = state.bracketDepth - 1
      let last = fStrings.count - 1
      fStrings[last].bracketDepth = depth
      if depth < 0 { throw fault("f-string: unmatched '\(name)'") }
      if isBrace, depth == state.fieldDepth {
        fStrings[last].fieldDepth -= 1
        fStrings[last].isInText = true
        fStrings[last].isInFormat = false
      }
    }
  }

  private func mismatch(_ name: Character, _ open: OpenBracket) -> SourceFault {
    if let state = fStrings.last, open.character == UInt8(ascii: "{"),
      state.bracketDepth - 1 == state.fieldDepth
    {
      return fault("f-string: unmatched '\(name)'")
    }
    let opening = Character(Unicode.Scalar(open.character))
    let message =
      "closing parenthesis '\(name)' does not match opening parenthesis '\(opening)'"
    return fault(open.line == line ? message : message + " on line \(open.line)")
  }
}
