import Syntax

/// Walks a module once and notes, scope by scope, which names appear and how.
final class SymbolCollector {
  let futureAnnotations: Bool
  let reporter: ErrorReporter
  let module: Scope
  var scopes: [Scope.Key: Scope] = [:]
  var current: Scope

  init(futureAnnotations: Bool, reporter: ErrorReporter) {
    self.futureAnnotations = futureAnnotations
    self.reporter = reporter
    let range = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
    module = Scope(kind: .module, name: "<module>", range: range, parent: nil)
    current = module
  }

  func collect(_ tree: Module) throws(SyntaxError) { try visit(tree.body) }

  func visit(_ statements: [Statement]) throws(SyntaxError) {
    for statement in statements { try visit(statement) }
  }

  /// Runs `body` in a new scope inside the current one.
  func within(
    _ kind: Scope.Kind, _ name: String, _ range: SourceRange,
    _ body: (Scope) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let outer = current
    let scope = Scope(kind: kind, name: name, range: range, parent: outer)
    scope.iterableDepth = outer.iterableDepth
    if kind != .classBody && kind != .function { scope.mangledNames = outer.mangledNames }
    scope.privateClass = kind == .classBody ? name : outer.privateClass
    scopes[Scope.Key(kind: kind, range: range)] = scope
    current = scope
    try body(scope)
    current = outer
  }

  func define(
    _ name: String, _ flags: SymbolFlags, at range: SourceRange
  ) throws(SyntaxError) {
    let name = current.mangle(name)
    if flags.contains(.parameter) {
      if current.flags(name).contains(.parameter) {
        throw reporter.error("duplicate argument '\(name)' in function definition", at: range)
      }
      current.parameters.append(name)
    }
    if flags.contains(.typeParameter), current.flags(name).contains(.typeParameter) {
      throw reporter.error("duplicate type parameter '\(name)'", at: range)
    }
    if flags.contains(.iteration),
      !current.flags(name).isDisjoint(with: [.global, .nonlocal])
    {
      throw reporter.error(
        "comprehension inner loop cannot rebind assignment expression target '\(name)'", at: range)
    }
    if flags == .assigned, name == "__debug__" {
      throw reporter.error("cannot assign to __debug__", at: range)
    }
    current.add(name, flags)
    // What a function declares global is bound in the module.
    if current.flags(name).contains(.global) { module.add(name, .global) }
  }

  func use(_ name: String, at range: SourceRange) {
    current.add(current.mangle(name), .used)
    if name == "super" && current.isFunctionLike { current.add("__class__", .used) }
    if localsReaders.contains(name) { current.exposesLocals = true }
  }

  func visitBlocks(_ blocks: [[Statement]]) throws(SyntaxError) {
    for block in blocks { try visit(block) }
  }
}

/// Builtins that read the caller's locals.
private let localsReaders: Set<String> = [
  "locals", "vars", "dir", "eval", "exec", "sys", "inspect", "breakpoint",
]
