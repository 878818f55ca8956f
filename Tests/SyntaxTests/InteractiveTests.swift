import Testing

@testable import Syntax

@Suite struct InteractiveTests {
  /// What the parser says about a source typed so far: nil if it is complete.
  private func error(of source: String) -> SyntaxError? {
    do {
      _ = try Parser.parseInteractive(
        source: Array(source.utf8), filename: "test",
        options: ParserOptions(origin: .string, allowsIncompleteInput: true))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "x", "x\n", "x; y\n", "if 1: x\n", "if 1:\n  x\n", "if 1:\n  x\nelse:\n  y\n",
    "class A:\n  def f(self):\n    pass\n", "(1,\n2)\n", "'''\n'''",
  ])
  func complete(_ source: String) {
    #expect(error(of: source) == nil)
  }

  @Test(arguments: [
    "", "if 1:", "if 1:\n  x", "if 1: x", "(1\n", "'''a\n", "x = ", "x \\\n", "def f():\n",
    "@a\n", "if 1:\n  x\nelse:", "f(", "f'''{x", "a if b", "{1:\n", "try:\n  x\n", "match x:\n",
  ])
  func incomplete(_ source: String) {
    #expect(error(of: source)?.kind == .incompleteInput)
  }

  @Test(arguments: [
    ("1 2\n", "invalid syntax"),
    ("'a\n", "unterminated string literal (detected at line 1)"),
    ("else:\n", "invalid syntax"),
    ("x]", "unmatched ']'"),
    ("if x:\n  y\n z\n", "unindent does not match any outer indentation level"),
    ("print 'x'\n", "Missing parentheses in call to 'print'. Did you mean print(...)?"),
    ("f(a b\n", "'(' was never closed"),
    ("x\ny\n", "multiple statements found while compiling a single statement"),
  ])
  func wrong(_ source: String, _ message: String) {
    #expect(error(of: source)?.message == message)
  }
}
