import Bytecode
import Syntax

/// Compiles syntax trees to code blueprints.
///
/// Stages: `SymbolTable` decides where each name lives; one `CodeGenerator` a scope then emits
/// register code in a single pass, folding constants and following which locals are surely bound on
/// the way. Nothing here knows of runtime objects.
public enum Compiler {
  /// Compiles a module; `source` gives errors their line of text.
  public static func compile(
    _ module: Module, filename: String, source: String? = nil,
    options: CompilerOptions = CompilerOptions()
  ) throws(SyntaxError) -> CodeBlueprint {
    try compileWithWarnings(module, filename: filename, source: source, options: options).code
  }

  /// Compiles a module and tells what the compiler warns of.
  public static func compileWithWarnings(
    _ module: Module, filename: String, source: String? = nil,
    options: CompilerOptions = CompilerOptions()
  ) throws(SyntaxError) -> (code: CodeBlueprint, warnings: [SyntaxWarning]) {
    let lines = source?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    let reporter = ErrorReporter(filename: filename, lines: lines)
    let features = try FutureFeatures(module, reporter: reporter)
    let annotations = features.annotations || options.futureAnnotations
    let symbols = try SymbolTable(module, futureAnnotations: annotations, reporter: reporter)
    let context = CompilationContext(
      filename: filename, reporter: reporter, symbols: symbols, mode: module.mode,
      options: options, features: features)
    let generator = CodeGenerator(context, symbols.module, parent: nil)
    return (try generator.generateModule(module), context.warnings)
  }
}

/// How to compile, apart from the source.
public struct CompilerOptions: Sendable {
  /// As the `-O` option: 1 leaves `assert` out, 2 docstrings too.
  public var optimization = 0
  /// Whether `from __future__ import annotations` holds from outside (`exec`, interactive mode).
  public var futureAnnotations = false

  public init() {}
}
