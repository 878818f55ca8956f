import Bytecode
import Syntax

@testable import Compiler

/// Compiles and verifies source; its functions are found by qualified name.
struct Compiled {
  let code: CodeBlueprint

  init(_ source: String) throws {
    let tree = try Parser.parseModule(source: Array(source.utf8), filename: "test.py")
    code = try Compiler.compile(tree.module, filename: "test.py", source: source)
    try Verifier.verify(code)
  }

  /// The instructions of the function of that qualified name, without the words' numbers; jump
  /// targets count instructions.
  func instructions(_ name: String) -> [String] {
    guard let function = Compiled.find(name, in: code) else { return [] }
    let words = function.instructionWords
    let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1.index, $0) })
    return words.map { index, word in
      let text = Disassembler(function).instruction(word, index)
      guard let target = word.jumpTarget(at: index), let arrow = text.firstIndex(of: "→") else {
        return text
      }
      return text[...arrow] + "\(numbers[target] ?? -1)"
    }
  }

  private static func find(_ name: String, in code: CodeBlueprint) -> CodeBlueprint? {
    if code.qualifiedName == name { return code }
    for case .code(let inner) in code.constants {
      if let found = find(name, in: inner) { return found }
    }
    return nil
  }

  /// The message of the syntax error that the source gives.
  static func message(_ source: String) -> String? {
    do {
      _ = try Compiled(source)
      return nil
    } catch let error as SyntaxError {
      return error.message
    } catch {
      return "\(error)"
    }
  }
}
