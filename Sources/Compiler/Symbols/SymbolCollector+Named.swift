import Syntax

extension SymbolCollector {
  /// `name := value`; in comprehensions the name belongs to the function around (PEP 572).
  func visitNamed(
    _ target: Expression, _ value: Expression, at range: SourceRange
  ) throws(SyntaxError) {
    guard case .name(let rawName) = target.kind else { return }
    if current.isAnnotationScope {
      throw reporter.error(
        "named expression cannot be used within \(current.place)", at: range)
    }
    if current.iterableDepth > 0 {
      throw reporter.error(
        "assignment expression cannot be used in a comprehension iterable expression", at: range)
    }
    if current.isComprehension { try extendScope(rawName, at: target.range) }
    try visit(value)
    let name = current.mangle(rawName)
    if !current.isComprehension { try define(rawName, .assigned, at: target.range) }
    current.walrusTargets.insert(name)
  }

  private func extendScope(_ rawName: String, at range: SourceRange) throws(SyntaxError) {
    let name = current.mangle(rawName)
    var scope: Scope? = current
    while let candidate = scope {
      if candidate.isComprehension {
        if candidate.flags(name).contains(.iteration) {
          throw reporter.error(
            "assignment expression cannot rebind comprehension iteration variable '\(rawName)'",
            at: range)
        }
      } else {
        return try bind(name, in: candidate, at: range)
      }
      scope = candidate.parent
    }
  }

  private func bind(_ name: String, in owner: Scope, at range: SourceRange) throws(SyntaxError) {
    switch owner.kind {
    case .classBody:
      throw reporter.error(
        "assignment expression within a comprehension cannot be used in a class body", at: range)
    case .module:
      markThrough(name, .global, upTo: owner)
      owner.add(name, .global)
    case .function, .lambda:
      if owner.flags(name).contains(.global) {
        markThrough(name, .global, upTo: owner)
      } else {
        markThrough(name, .nonlocal, upTo: owner)
        owner.add(name, .assigned)
      }
      owner.walrusTargets.insert(name)
    default:
      throw reporter.error(
        "assignment expression within a comprehension cannot be used within the definition of a "
          + "generic", at: range)
    }
  }

  private func markThrough(_ name: String, _ flag: SymbolFlags, upTo owner: Scope) {
    current.add(name, flag)
    current.directives.append((name, flag, current.range))
  }
}
