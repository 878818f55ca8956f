import Syntax
import Testing

@testable import Compiler

@Suite struct WarningTests {
  /// Sources and the warnings that CPython 3.13 gives for them.
  static let examples: [(source: String, messages: [String])] = [
    ("x is 1", ["\"is\" with 'int' literal. Did you mean \"==\"?"]),
    ("1 is not x", ["\"is not\" with 'int' literal. Did you mean \"!=\"?"]),
    ("x is 'a' is y", ["\"is\" with 'str' literal. Did you mean \"==\"?"]),
    ("x is None", []),
    ("x is -1", ["\"is\" with 'int' literal. Did you mean \"==\"?"]),
    ("x is (1, 2)", ["\"is\" with 'tuple' literal. Did you mean \"==\"?"]),
    ("x is (1, y)", []),
    ("1()", ["'int' object is not callable; perhaps you missed a comma?"]),
    ("(lambda: 1)()", []),
    ("[x for x in y]()", ["'list' object is not callable; perhaps you missed a comma?"]),
    (
      "'a'[1, 2]",
      ["str indices must be integers or slices, not tuple; perhaps you missed a comma?"]
    ),
    ("[1]['a']", ["list indices must be integers or slices, not str; perhaps you missed a comma?"]),
    ("{}['a']", []),
    ("{1}[1]", ["'set' object is not subscriptable; perhaps you missed a comma?"]),
    ("'a'[1:2]", []),
    ("assert (x, y)", ["assertion is always true, perhaps remove parentheses?"]),
    ("assert ()", []),
  ]

  private func warnings(_ source: String) throws -> [SyntaxWarning] {
    let module = try Parser.parseModule(source: Array(source.utf8), filename: "test").module
    return try Compiler.compileWithWarnings(module, filename: "test", source: source).warnings
  }

  @Test(arguments: examples)
  func messages(_ example: (source: String, messages: [String])) throws {
    #expect(try warnings(example.source).map(\.message) == example.messages)
  }

  /// What a filter may make of the warnings points where CPython's errors do.
  @Test(
    arguments: [
      ("y = x is (1,\n 2)", 1, 5, 2, 4), ("1()", 1, 1, 1, 2), ("'a'[\n1,2]", 1, 1, 1, 4),
      ("def f():\n    return 1 is 1", 2, 12, 2, 18), ("assert (x, y)", 1, 1, 1, 14),
    ] as [(String, Int, Int, Int, Int)])
  func places(
    _ example: (source: String, line: Int, column: Int, endLine: Int, endColumn: Int)
  ) throws {
    let error = try #require(try warnings(example.source).last).error
    #expect(error.line == example.line)
    #expect(error.column == example.column)
    #expect(error.endLine == example.endLine)
    #expect(error.endColumn == example.endColumn)
  }
}
