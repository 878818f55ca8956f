import Bytecode
import Syntax

/// Makes the code of one scope.
///
/// Registers: variables first, temporaries above them as a stack. An expression is evaluated into a
/// register that its consumer names, or is an operand: a borrowed variable or a fresh temporary.
/// Every temporary is consumed on every path, which the bytecode verifier checks.
///
/// `bound` follows which variables surely hold a value, so that few reads need a check. It belongs
/// to the current point of the code; labels join it.
final class CodeGenerator {
  let context: CompilationContext
  let scope: Scope
  let parent: CodeGenerator?
  var builder = CodeBuilder()
  var signature: CodeSignature

  /// Registers of this scope's own variables, and the names by register.
  var registers: [String: Int] = [:]
  var localNames: [String] = []
  var localCount = 0
  var freeIndices: [String: Int] = [:]

  /// The next free temporary, and how many registers have ever been in use.
  var top = 0
  var registerCount = 0

  var bound = BoundSet()
  /// Variables that were read or deleted where they were not surely bound.
  var uncertain = Set<Int>()
  var blocks: [Block] = []
  /// Names of the variables of inlined comprehensions, listed after the locals' for error messages.
  var comprehensionNames: [String] = []
  /// How many `try` bodies without a `finally` the code is inside of.
  var plainDepth = 0
  /// For each handler whose code is being emitted, the handler around its statement.
  var enclosingHandlers: [CodeBuilder.Handler?] = []
  var inlined: [InlinedScope] = []
  /// Attributes that methods assign on their first parameter (of a class body).
  var staticAttributes: [String] = []

  var position = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0) {
    didSet { builder.position = CodePosition(position) }
  }

  init(_ context: CompilationContext, _ scope: Scope, parent: CodeGenerator?) {
    self.context = context
    self.scope = scope
    self.parent = parent
    signature = CodeSignature(name: scope.name, qualifiedName: scope.name, flags: [])
    for (index, name) in scope.freeNames.enumerated() { freeIndices[name] = index }
    signature.qualifiedName = qualifiedName()
  }

  private func qualifiedName() -> String {
    guard scope.kind != .module else { return scope.name }
    var owner = parent
    if owner?.scope.kind == .typeParameters { owner = owner?.parent }
    guard let owner, owner.scope.kind != .module else { return scope.name }
    let name = owner.scope.mangle(scope.name)
    let isDefinition = scope.kind == .function || scope.kind == .classBody
    if isDefinition && owner.scope.resolutions[name] == .globalExplicit { return scope.name }
    let separator = owner.scope.kind == .classBody ? "." : ".<locals>."
    return owner.signature.qualifiedName + separator + scope.name
  }

  func error(_ message: String, at range: SourceRange) -> SyntaxError {
    context.reporter.error(message, at: range)
  }

  func warn(_ message: String, at range: SourceRange) {
    context.warnings.append(SyntaxWarning(error(message, at: range)))
  }

  func mangle(_ name: String) -> String { scope.mangle(name) }
}

extension CodePosition {
  init(_ range: SourceRange) {
    self.init(
      line: Int(range.line), column: Int(range.column), endLine: Int(range.endLine),
      endColumn: Int(range.endColumn))
  }
}
