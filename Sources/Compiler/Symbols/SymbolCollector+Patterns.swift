import Syntax

extension SymbolCollector {
  func visit(_ pattern: Pattern) throws(SyntaxError) {
    switch pattern.kind {
    case .matchValue(let value): try visit(value)
    case .matchSingleton: break
    case .matchSequence(let patterns), .matchOr(let patterns): try visit(patterns)
    case .matchMapping(let keys, let patterns, let rest):
      try visitAll(keys)
      try visit(patterns)
      try capture(rest, at: pattern.range)
    case .matchClass(let type, let patterns, _, let keywordPatterns):
      try visit(type)
      try visit(patterns)
      try visit(keywordPatterns)
    case .matchStar(let name): try capture(name, at: pattern.range)
    case .matchAs(let inner, let name):
      if let inner { try visit(inner) }
      try capture(name, at: pattern.range)
    }
  }

  private func visit(_ patterns: [Pattern]) throws(SyntaxError) {
    for pattern in patterns { try visit(pattern) }
  }

  private func capture(_ name: String?, at range: SourceRange) throws(SyntaxError) {
    if let name { try define(name, .assigned, at: range) }
  }
}
