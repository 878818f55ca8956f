import Bytecode
import Syntax

/// What all code objects of one compilation share.
final class CompilationContext {
  let filename: String
  let reporter: ErrorReporter
  let symbols: SymbolTable
  let mode: Module.Mode
  let options: CompilerOptions
  let futureAnnotations: Bool
  /// Where `from __future__` imports stand that do lead the module.
  let leadingFutures: [SourceRange]
  var warnings: [SyntaxWarning] = []

  init(
    filename: String, reporter: ErrorReporter, symbols: SymbolTable, mode: Module.Mode,
    options: CompilerOptions, features: FutureFeatures
  ) {
    self.filename = filename
    self.reporter = reporter
    self.symbols = symbols
    self.mode = mode
    self.options = options
    futureAnnotations = features.annotations || options.futureAnnotations
    leadingFutures = features.places
  }
}
