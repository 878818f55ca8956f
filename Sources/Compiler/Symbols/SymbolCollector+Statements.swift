import Syntax

extension SymbolCollector {
  func visit(_ statement: Statement) throws(SyntaxError) {
    let range = statement.range
    try reporter.checkStack(at: range)
    switch statement.kind {
    case .functionDef(let definition):
      try visitFunction(definition, isAsync: false, at: range)
    case .asyncFunctionDef(let definition):
      try visitFunction(definition, isAsync: true, at: range)
    case .classDef(let definition): try visitClass(definition, at: range)
    case .return(let value):
      if let value {
        try visit(value)
        current.returnsValue = true
      }
    case .delete(let targets):
      for target in targets { try visitTarget(target, isDeletion: true) }
    case .assign(let targets, let value):
      for target in targets { try visitTarget(target) }
      try visit(value)
    case .typeAlias(let name, let parameters, let value):
      try visitTypeAlias(name, parameters, value, at: range)
    case .augAssign(let target, _, let value):
      try visitTarget(target)
      if case .name(let name) = target.kind { use(name, at: target.range) }
      try visit(value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      try visitAnnotated(target, annotation, value, isSimple)
    case .global(let names): try visitDirective(names, .global, at: range)
    case .nonlocal(let names): try visitDirective(names, .nonlocal, at: range)
    case .import(let names):
      for alias in names { try visitImported(alias) }
    case .importFrom(_, let names, _):
      for alias in names { try visitImported(alias) }
    default: try visitCompound(statement)
    }
  }

  private func visitCompound(_ statement: Statement) throws(SyntaxError) {
    switch statement.kind {
    case .for(let target, let iterable, let body, let orElse),
      .asyncFor(let target, let iterable, let body, let orElse):
      try visitTarget(target)
      try visit(iterable)
      try visitBlocks([body, orElse])
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      try visit(test)
      try visitBlocks([body, orElse])
    case .with(let items, let body), .asyncWith(let items, let body):
      for item in items {
        try visit(item.contextExpr)
        if let target = item.optionalVars { try visitTarget(target) }
      }
      try visit(body)
    case .match(let subject, let cases):
      try visit(subject)
      for matchCase in cases {
        try visit(matchCase.pattern)
        if let test = matchCase.guardExpr { try visit(test) }
        try visit(matchCase.body)
      }
    case .try(let parts), .tryStar(let parts):
      try visit(parts.body)
      for handler in parts.handlers { try visit(handler) }
      try visitBlocks([parts.orElse, parts.finalBody])
    case .raise(let exception, let cause):
      try visitAll([exception, cause])
    case .assert(let test, let message): try visitAll([test, message])
    case .expr(let value): try visit(value)
    default: break
    }
  }

  private func visit(_ handler: ExceptHandler) throws(SyntaxError) {
    if let type = handler.type { try visit(type) }
    if let name = handler.name {
      try define(name, .assigned, at: handler.range)
      current.deletedNames.insert(current.mangle(name))
    }
    try visit(handler.body)
  }

  private func visitImported(_ alias: Alias) throws(SyntaxError) {
    if alias.name == "*" {
      guard current.kind == .module else {
        throw reporter.error("import * only allowed at module level", at: alias.range)
      }
      return
    }
    let first = alias.name.prefix { $0 != "." }
    try define(alias.asName ?? String(first), .assigned, at: alias.range)
  }

  private func visitAnnotated(
    _ target: Expression, _ annotation: Expression, _ value: Expression?, _ isSimple: Bool
  ) throws(SyntaxError) {
    if case .name(let name) = target.kind {
      let flags = current.flags(current.mangle(name))
      if isSimple, current.kind != .module, !flags.isDisjoint(with: [.global, .nonlocal]) {
        let directive = flags.contains(.global) ? "global" : "nonlocal"
        throw reporter.error("annotated name '\(name)' can't be \(directive)", at: target.range)
      }
      if isSimple {
        try define(name, [.annotated, .assigned], at: target.range)
      } else if value != nil {
        try define(name, .assigned, at: target.range)
      }
    } else {
      try visitTarget(target)
    }
    try visitAnnotation(annotation)
    if let value { try visit(value) }
  }

  func visitAnnotation(_ annotation: Expression?) throws(SyntaxError) {
    guard let annotation else { return }
    guard futureAnnotations else { return try visit(annotation) }
    // Only what is not allowed in an annotation matters: it stays text.
    let outer = current
    current = Scope(kind: .annotation, name: "", range: annotation.range, parent: nil)
    current.place = "an annotation"
    try visit(annotation)
    current = outer
  }

  private func visitDirective(
    _ names: [String], _ flag: SymbolFlags, at range: SourceRange
  ) throws(SyntaxError) {
    let word = flag == .global ? "global" : "nonlocal"
    if flag == .nonlocal && current.kind == .module {
      throw reporter.error("nonlocal declaration not allowed at module level", at: range)
    }
    for name in names {
      let name = current.mangle(name)
      let flags = current.flags(name)
      let problem: String? =
        if flags.contains(.parameter) {
          "name '\(name)' is parameter and \(word)"
        } else if flags.contains(.annotated) {
          "annotated name '\(name)' can't be \(word)"
        } else if flags.contains(.assigned) {
          "name '\(name)' is assigned to before \(word) declaration"
        } else if flags.contains(.used) {
          "name '\(name)' is used prior to \(word) declaration"
        } else {
          nil
        }
      if let problem { throw reporter.error(problem, at: range) }
      current.add(name, flag)
      if flag == .global { module.add(name, .global) }
      current.directives.append((name, flag, range))
    }
  }
}
