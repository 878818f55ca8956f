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
      let found: [SyntaxWarning]
      let compiled: CodeBlueprint
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
      do throws(SyntaxError) {
        let (code, warnings) = try Compiler.compileWithWarnings(
          parsed.module, filename: filename, source: String(decoding: source, as: UTF8.self),
          options: options)
        // What is compiled twice, as the body of a `finally` is, warns twice.
        found = (parsed.warnings + warnings).reduce(into: []) { unique, warning in
          if !unique.contains(warning) { unique.append(warning) }
        }
        compiled = code
      } catch {
        // The compiler knows no source but the file of that name.
        var error = error
        if filename.hasPrefix("<") { error.text = nil }
        throw raise(thread, error)
      }
      for warning in found { try warn(thread, warning, filename) }
      return compiled
    }
  }

  /// Passes a warning on. A filter may make an error of it, which is a SyntaxError then.
  private static func warn(_ thread: ThreadState, _ warning: SyntaxWarning, _ filename: String)
    throws(Raised)
  {
    let module = try ImportSystem.module(thread, "warnings")
    let message = try thread.string(warning.message)
    let file = try thread.string(filename)
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
      throw thread.raiseSyntaxError(
        .syntaxError, warning.message, filename: filename, line: warning.line, offset: 0,
        endLine: warning.line, endOffset: 0, text: nil)
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
