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
      do throws(SyntaxError) {
        return try Compiler.compile(
          parsed.module, filename: filename, source: String(decoding: source, as: UTF8.self),
          options: options)
      } catch {
        // The compiler knows no source but the file of that name.
        var error = error
        if filename.hasPrefix("<") { error.text = nil }
        throw raise(thread, error)
      }
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
    return thread.raiseSyntaxError(
      type, error.message, filename: error.filename, line: error.line, offset: error.column,
      endLine: error.endLine, endOffset: error.endColumn, text: error.text)
  }
}
