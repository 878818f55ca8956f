extension Lexer {
  /// Measures the indentation at the start of a line and appends the indents and dedents it means.
  /// Returns false for a line without tokens, which ends without a newline token.
  mutating func readIndentation() throws -> Bool {
    isAtLineStart = false
    var indentation = try measureIndentation()
    let next = peek()
    if next == UInt8(ascii: "#") || next == UInt8(ascii: "\n") { return false }
    guard brackets.isEmpty, let current = indentations.last else { return true }
    if position == end { indentation = Indentation(column: 0, alternative: 0) }
    if indentation.column == current.column {
      if indentation.alternative != current.alternative { throw inconsistentTabs() }
    } else if indentation.column > current.column {
      try indent(to: indentation, from: current)
    } else {
      try dedent(to: indentation)
    }
    return true
  }

  private mutating func measureIndentation() throws -> Indentation {
    var current = Indentation(column: 0, alternative: 0)
    var beforeContinuation: Indentation?
    while true {
      switch peek() {
      case UInt8(ascii: " "):
        current.column += 1
        current.alternative += 1
      case UInt8(ascii: "\t"):
        current.column = (current.column / 8 + 1) * 8
        current.alternative += 1
      case 0x0C:
        current = Indentation(column: 0, alternative: 0)
      case UInt8(ascii: "\\"):
        // A continued line counts as indented by what precedes the first backslash, if anything.
        if current.column > 0, beforeContinuation == nil { beforeContinuation = current }
        try readLineContinuation()
        continue
      default:
        return beforeContinuation.map { Indentation(column: $0.column, alternative: $0.column) }
          ?? current
      }
      position += 1
    }
  }

  private mutating func indent(to indentation: Indentation, from current: Indentation) throws {
    guard indentations.count < Lexer.maximumIndentation else {
      throw indentationFault("too many levels of indentation", .indentationError, column: nil)
    }
    if indentation.alternative <= current.alternative { throw inconsistentTabs() }
    indentations.append(indentation)
    tokenStart = lineStart
    tokenLine = line
    tokenLineStart = lineStart
    append(.indent)
  }

  private mutating func dedent(to indentation: Indentation) throws {
    var count = 0
    while indentations.count > 1, indentation.column < indentations[indentations.count - 1].column {
      indentations.removeLast()
      count += 1
    }
    let reached = indentations[indentations.count - 1]
    if indentation.column != reached.column {
      throw indentationFault(
        "unindent does not match any outer indentation level", .indentationError, column: nil)
    }
    if indentation.alternative != reached.alternative { throw inconsistentTabs() }
    startToken()
    for _ in 0..<count { append(.dedent) }
  }

  private func inconsistentTabs() -> SourceFault {
    indentationFault(
      "inconsistent use of tabs and spaces in indentation", .tabError, column: 0)
  }

  /// A fault of the current line as a whole; without a column, at the line's end.
  private func indentationFault(
    _ message: String, _ kind: SyntaxError.Kind, column: Int?
  ) -> SourceFault {
    var lineEnd = position
    while source[lineEnd] != UInt8(ascii: "\n"), lineEnd < end { lineEnd += 1 }
    if hasArtificialEnd, lineEnd == end - 1 { lineEnd -= 1 }
    let offset: SourceFault.Offset =
      column.map { .column($0) } ?? .column(lineEnd - lineStart)
    var fault = SourceFault(
      kind: kind, message: message, line: line, offset: offset,
      endOffset: .literal(column == nil ? -1 : 0))
    fault.keepsLineBreak = true
    return fault
  }

  /// Moves past a backslash and the line break that has to follow it.
  mutating func readLineContinuation() throws {
    position += 1
    let isAtEnd = position + 1 == end
    guard peek() == UInt8(ascii: "\n"), !(isAtEnd && hasArtificialEnd) else {
      var fault = SourceFault(
        message: "unexpected character after line continuation character", line: line,
        offset: .column(position - lineStart - (isAtEnd ? 1 : 0)), endOffset: .literal(0))
      fault.keepsLineBreak = true
      throw fault
    }
    if isAtEnd { throw endOfSourceFault() }
    advanceLine()
  }

  /// The fault of a source that ends within brackets or after a continuation.
  func endOfSourceFault() -> SourceFault {
    var fault: SourceFault
    if let bracket = brackets.last {
      let name = Character(Unicode.Scalar(bracket.character))
      fault = SourceFault(
        message: "'\(name)' was never closed", line: bracket.line,
        offset: .column(bracket.column), endOffset: .literal(0))
    } else {
      fault = SourceFault(
        message: "unexpected EOF while parsing", line: line,
        offset: .column(position - lineStart), endOffset: .literal(-1))
    }
    fault.keepsLineBreak = fault.line >= reportedLine
    fault.isEndOfSource = true
    return fault
  }
}
