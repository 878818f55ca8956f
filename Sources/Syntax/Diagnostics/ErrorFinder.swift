/// Finds out what is wrong with a source that the tree parser refused, and says it as CPython does.
///
/// As there, the grammar is matched twice: the first pass only shows how far the source can be read,
/// the second also recognises typical mistakes. If it recognises none, the last token of the first
/// pass is to blame. A fault of the lexer further on takes precedence over what either finds.
struct ErrorFinder {
  let lexer: Lexer
  let mode: Module.Mode
  let options: ParserOptions

  /// The fault to report; `start` is the token at which the statement at fault starts.
  func find(_ failure: ParseFailure, from start: Int) -> SourceFault {
    switch failure {
    case .fault(let fault): return laterFault(afterLine: fault.line, fault) ?? fault
    case .tooDeep: return tooDeep
    case .tooLong: return tooLong
    case .unexpectedToken: return LargeStack.run { findMistake(from: start) }
    }
  }

  private func findMistake(from start: Int) -> SourceFault {
    let matcher = GrammarMatcher(lexer: lexer, start: start)
    let first = run(matcher, from: start, recognizesInvalid: false)
    let lastToken = matcher.lastToken
    if options.allowsIncompleteInput, hasReadAll(matcher, first) { return incomplete(matcher) }
    if let first { return laterFault(matcher, first) ?? first }
    if let second = run(matcher, from: start, recognizesInvalid: true) {
      return laterFault(matcher, second) ?? second
    }
    if lastToken.kind == .indent || lastToken.kind == .dedent {
      let name = lastToken.kind == .indent ? "unexpected indent" : "unexpected unindent"
      return matcher.fault(name, at: lastToken, kind: .indentationError)
    }
    let generic = matcher.unexplainedFault("invalid syntax", at: lastToken)
    return laterFault(matcher, generic) ?? generic
  }

  private func run(
    _ matcher: GrammarMatcher, from start: Int, recognizesInvalid: Bool
  ) -> SourceFault? {
    let rule: String
    switch mode {
    case .exec: rule = "file"
    case .eval: rule = "eval"
    case .single: rule = "interactive"
    }
    do {
      _ = try matcher.run(rule, from: start, recognizesInvalid: recognizesInvalid)
      return nil
    } catch let fault as SourceFault {
      return fault
    } catch {
      return tooDeep
    }
  }

  private var tooDeep: SourceFault {
    SourceFault(
      kind: .memoryError,
      message: "Parser stack overflowed - Python source too complex to parse", line: 0,
      offset: .literal(0), endOffset: .literal(0))
  }

  private var tooLong: SourceFault {
    SourceFault(
      kind: .recursionError, message: "maximum recursion depth exceeded during compilation",
      line: 0, offset: .literal(0), endOffset: .literal(0))
  }

  // MARK: Incomplete input

  private func hasReadAll(_ matcher: GrammarMatcher, _ fault: SourceFault?) -> Bool {
    if let fault { return fault.isEndOfSource }
    // Without a line break after it, the end is seen already in reading the last token.
    let last = matcher.lastToken
    return Int(last.start) >= lexer.end || lexer.hasArtificialEnd && Int(last.end) >= lexer.end - 1
  }

  private func incomplete(_ matcher: GrammarMatcher) -> SourceFault {
    matcher.fault("incomplete input", at: matcher.lastToken, kind: .incompleteInput)
  }

  // MARK: Faults of the lexer

  /// The fault of the lexer in the rest of the source, if it outranks one that was found before.
  private func laterFault(afterLine line: Int, _ found: SourceFault) -> SourceFault? {
    guard let later = lexer.fault, !found.isFinal else { return nil }
    if later.outranksParser { return later }
    guard lexer.fStrings.isEmpty, !lexer.brackets.isEmpty else { return nil }
    let unclosed = lexer.endOfSourceFault()
    return line > unclosed.line ? unclosed : nil
  }

  private func laterFault(_ matcher: GrammarMatcher, _ found: SourceFault) -> SourceFault? {
    laterFault(afterLine: Int(matcher.lastToken.range.line), found)
  }
}
