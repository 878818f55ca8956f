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
  ]

  @Test(arguments: examples)
  func warnings(_ example: (source: String, messages: [String])) throws {
    let result = try Parser.parseModule(source: Array(example.source.utf8), filename: "test")
    #expect(result.warnings.map(\.message) == example.messages)
  }

  @Test func linesOfWarnings() throws {
    let source = "1and 2\n'''\n\\d'''\n"
    let result = try Parser.parseModule(source: Array(source.utf8), filename: "test")
    #expect(result.warnings.map(\.line) == [1, 2])
  }
  /// What a filter may make of the warnings points where CPython's errors do.
  @Test(
    arguments: [
      ("'a' 'b\\d'", 5, 10), ("\u{E9} = 0b1and 2", 7, 7), ("f'\\{x}'", 4, 4),
      ("f'abc\\d \u{E9}'", 10, 11), ("f'{x:\\d}'", 6, 8),
    ] as [(String, Int, Int)])
  func places(_ example: (source: String, column: Int, endColumn: Int)) throws {
    let result = try Parser.parseModule(source: Array(example.source.utf8), filename: "test")
    let error = try #require(result.warnings.last).error
    #expect(error.column == example.column)
    #expect(error.endColumn == example.endColumn)
    #expect(error.text == example.source || error.text == example.source + "\n")
  }
}
