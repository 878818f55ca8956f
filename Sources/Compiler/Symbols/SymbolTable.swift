import Syntax

/// The scopes of a module, each with the place of all its names.
struct SymbolTable {
  let module: Scope
  let scopes: [Scope.Key: Scope]

  init(_ module: Module, futureAnnotations: Bool, reporter: ErrorReporter) throws(SyntaxError) {
    let collector = SymbolCollector(futureAnnotations: futureAnnotations, reporter: reporter)
    try collector.collect(module)
    var resolver = SymbolResolver(reporter: reporter)
    try resolver.resolve(collector.module)
    self.module = collector.module
    scopes = collector.scopes
  }
}
