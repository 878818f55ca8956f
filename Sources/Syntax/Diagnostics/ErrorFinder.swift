/// Finds out what is wrong with a source that the tree parser refused.
struct ErrorFinder {
  struct Options {
    var allowsIncompleteInput = false
  }

  let lexer: Lexer
  let mode: Module.Mode
  let options: Options

  /// The fault to report for the failure of the tree parser at a token.
  func find(_ failure: ParseFailure, at index: Int) -> SourceFault {
    if case .fault(let fault) = failure { return fault }
    let token = lexer.tokens[min(index, lexer.tokens.count - 1)]
    if token.kind == .fault, let fault = lexer.fault { return fault }
    return SourceFault("invalid syntax", range: token.range)
  }
}
