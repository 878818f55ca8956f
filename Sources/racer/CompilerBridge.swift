import Bytecode
import Compiler
import Runtime
import Syntax

/// Hands parser and compiler to the runtime, which knows neither.
enum CompilerBridge {
  /// `optimization`: as the option `-O`, for everything compiled from now on.
  static func install(optimization: Int) {
    var options = CompilerOptions()
    options.optimization = optimization
    ImportSystem.compile = { [options] (thread, source, filename, mode, flags) throws(Raised) in
      let parsed: ParseResult
      do throws(SyntaxError) {
        switch mode {
        case .module: parsed = try Parser.parseModule(source: source, filename: filename)
        case .expression: parsed = try Parser.parseExpression(source: source, filename: filename)
        case .interactive:
          parsed = try Parser.parseInteractive(source: source, filename: filename)
        }
      } catch {
        throw raise(thread, error)
      }
      try warn(thread, parsed.warnings)
      return try compile(
        thread, parsed.module, source: String(decoding: source, as: UTF8.self),
        filename: filename, options, errorsShowText: !filename.hasPrefix("<"))
    }
  }

  /// Compiles a tree and passes on what the compiler warns of. CPython's compiler knows no text but
  /// that of the file of that name, or of the prompt: errors in other sources show none.
  static func compile(
    _ thread: ThreadState, _ module: Module, source: String, filename: String,
    _ options: CompilerOptions, errorsShowText: Bool
  ) throws(Raised) -> CodeBlueprint {
    func withoutText(_ error: SyntaxError) -> SyntaxError {
      var error = error
      if !errorsShowText { error.text = nil }
      return error
    }
    let code: CodeBlueprint
    let warnings: [SyntaxWarning]
    do throws(SyntaxError) {
      (code, warnings) = try Compiler.compileWithWarnings(
        module, filename: filename, source: source, options: options)
    } catch {
      throw raise(thread, withoutText(error))
    }
    // What is compiled twice, as the body of a `finally` is, warns twice.
    var told: Set<SyntaxWarning> = []
    for warning in warnings where told.insert(warning).inserted {
      try warn(thread, SyntaxWarning(withoutText(warning.error)))
    }
    return code
  }

  static func warn(_ thread: ThreadState, _ warnings: [SyntaxWarning]) throws(Raised) {
    for warning in warnings { try warn(thread, warning) }
  }

  /// Passes a warning on. A filter may make an error of it, which is a SyntaxError then.
  private static func warn(_ thread: ThreadState, _ warning: SyntaxWarning) throws(Raised) {
    let module = try ImportSystem.module(thread, "warnings")
    let message = try thread.string(warning.message)
    let file = try thread.string(warning.error.filename)
    defer { for value in [module, message, file] { thread.release(value) } }
    do throws(Raised) {
      let function = try thread.getAttribute(module, "warn_explicit")
      defer { thread.release(function) }
      thread.release(
        try thread.call(
          function, message, TypeObject(.syntaxWarning).value, file, Value(small: warning.line)))
    } catch {
      let exception = thread.takeException()
      defer { thread.release(exception) }
      guard exception.type.isSubtype(of: .syntaxWarning) else {
        thread.restore(thread.retain(exception))
        throw error
      }
      throw raise(thread, warning.error)
    }
  }

  /// Raises what parser or compiler found.
  static func raise(_ thread: ThreadState, _ error: SyntaxError) -> Raised {
    let type: WellKnownType
    switch error.kind {
    case .syntaxError: type = .syntaxError
    case .indentationError: type = .indentationError
    case .tabError: type = .tabError
    case .incompleteInput: type = .incompleteInputError
    case .memoryError: return thread.raiseMemoryError()
    case .recursionError: return thread.raise(.recursionError, error.message)
    }
    if error.line == 0 { return thread.raise(type, error.message) }
    return thread.raiseSyntaxError(
      type, error.message, filename: error.filename, line: error.line, offset: error.column,
      endLine: error.endLine, endOffset: error.endColumn, text: error.text)
  }
}
