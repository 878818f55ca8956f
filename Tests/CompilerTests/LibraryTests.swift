import Bytecode
import Foundation
import Syntax
import Testing

@testable import Compiler

/// Compiles CPython's standard library, where it is installed, and verifies all code.
@Suite struct LibraryTests {
  private static let files: [String] = {
    guard let library = ProcessInfo.processInfo.environment["RACER_PYTHON_LIBRARY"]
    else { return [] }
    let names = FileManager.default.enumerator(atPath: library)
    return (names?.allObjects as? [String] ?? []).filter { name in
      name.hasSuffix(".py") && !name.contains("site-packages")
    }.sorted().map { library + "/" + $0 }
  }()

  @Test(.enabled(if: !files.isEmpty)) func everyFileVerifies() async {
    await withTaskGroup(of: String?.self) { group in
      for file in Self.files { group.addTask { Self.problem(of: file) } }
      for await problem in group {
        if let problem { Issue.record("\(problem)") }
      }
    }
  }

  private static func problem(of file: String) -> String? {
    guard let data = FileManager.default.contents(atPath: file),
      let tree = try? Parser.parseModule(source: Array(data), filename: file),
      let code = try? Compiler.compile(tree.module, filename: file)
    else { return nil }
    do { try Verifier.verify(code) } catch { return "\(file): \(error)" }
    return nil
  }
}
