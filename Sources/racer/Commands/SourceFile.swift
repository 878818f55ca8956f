import ArgumentParser
import Syntax
import Tools

/// A script that a subcommand looks at rather than runs.
struct SourceFile {
  let name: String
  let bytes: [UInt8]

  init(_ file: String) throws {
    name = file == "-" ? "<stdin>" : file
    do {
      bytes = try ScriptSource.read(file == "-" ? .standardInput(name: "-") : .script(path: file))
    } catch {
      throw ExitCode(error.exitCode)
    }
  }

  func parse() throws -> Module {
    do {
      return try Parser.parseModule(source: bytes, filename: name).module
    } catch {
      Self.report(error)
      throw ExitCode(1)
    }
  }

  static func report(_ error: SyntaxError) {
    var text = "  File \"\(error.filename)\", line \(error.line)\n"
    if let line = error.text {
      let shown = line.drop { $0 == " " || $0 == "\t" }
      let indent = line.count - shown.count
      text += "    \(shown)".trimmedLineEnd + "\n"
      let start = max(error.column - indent, 1)
      let width = error.endLine == error.line ? max(error.endColumn - error.column, 1) : 1
      text += "    " + String(repeating: " ", count: start - 1)
      text += String(repeating: "^", count: width) + "\n"
    }
    Console.printError(text + "\(error.kind.name): \(error.message)")
  }
}

extension SyntaxError.Kind {
  fileprivate var name: String {
    switch self {
    case .syntaxError, .incompleteInput: "SyntaxError"
    case .indentationError: "IndentationError"
    case .tabError: "TabError"
    case .memoryError: "MemoryError"
    case .recursionError: "RecursionError"
    }
  }
}

extension String {
  fileprivate var trimmedLineEnd: String {
    var text = self
    while text.last == "\n" || text.last == "\r\n" { text.removeLast() }
    return text
  }
}
