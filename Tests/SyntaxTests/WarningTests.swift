import Testing

@testable import Syntax

@Suite struct WarningTests {
  /// Sources and the warnings that CPython 3.13 gives for them.
  static let examples: [(source: String, messages: [String])] = [
    ("'\\d\\e'", ["invalid escape sequence '\\d'"]),
    ("b'\\q'", ["invalid escape sequence '\\q'"]),
    ("'\\400'", ["invalid octal escape sequence '\\400'"]),
    ("f'\\d{x}\\e'", ["invalid escape sequence '\\d'", "invalid escape sequence '\\e'"]),
    ("f'\\{x}'", ["invalid escape sequence '\\{'"]),
    ("f'\\}}'", ["invalid escape sequence '\\}'"]),
    ("r'\\d'", []),
    ("'\\\u{E9}'", []),
    ("1and 2", ["invalid decimal literal"]),
    ("[0x1for x in y]", ["invalid hexadecimal literal"]),
    ("1.5if x else y", ["invalid decimal literal"]),
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

  @Test(arguments: examples)
  func warnings(_ example: (source: String, messages: [String])) throws {
    let result = try Parser.parseModule(source: Array(example.source.utf8), filename: "test")
    #expect(result.warnings.map(\.message) == example.messages)
  }

  @Test func linesOfWarnings() throws {
    let source = "x\n'''\n\\d'''\ny is 1\n"
    let result = try Parser.parseModule(source: Array(source.utf8), filename: "test")
    #expect(result.warnings.map(\.line) == [2, 4])
  }
}
