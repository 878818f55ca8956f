import XCTest

@testable import racer

/// What CPython's prompt says of the same texts.
final class StatementTextTests: XCTestCase {
  func testTextsThatGoOn() {
    let texts = [
      "(1,", "[1,\n2", "f(1\n2", "{'a':", "'''abc", "f'''{x", "if x:", "if x: y", "if x:\n    y",
      "if x:\n    y\nelse:", "if x:\n    y\nz", "if x:\n    y\n\nz", "@d", "@d\ndef f(): pass",
      "x \\", "try:\n    x", "try:\n    x\n",
      "class A:\n    def f(self):\n        pass\n\n    def g(self):\n        pass",
      "class A:\n    x = 1\n\nprint(1)", "x\ny", "if x:\ny", "if x:\n  y\n z",
      "match x:\n    case 1:", "match x:\n    case 1:\n        pass",
      "async def f():\n    await x", "with a as b, \\\n     c as d:", "x = '''\n",
      "for x in y: pass", "from x import (a,", "print(\"a\" # c", "if True:\n    # c",
      "if True:\n    # c\n", "def f(a, b=", "\\", "f(**", "x[", "x[1:", "{**a,", "rb'''",
      "if x:\n    f(1\n", "match x:",
    ]
    for text in texts { XCTAssertTrue(StatementText.needsMore(text), text) }
  }

  func testTextsThatAreComplete() {
    let texts = [
      "x", "", "  ", "# c", "x = ", "1 +", "'abc", "if x:\n    y\n    ", "def f():\n    pass\n",
      "@d\ndef f(): pass\n", "1 + \\\n2", "def f(:", "x = = 3", "x; y", "return", "1 2", "  x",
      "lambda:", "while 1:\n    pass\nelse:\n    pass\n", "import (", "x]",
      "if x:\n    y\n    # c\n", "'''a'''", "a if b", "not", "x: int", "del", "raise", "assert",
      "yield", "*a", "a, b = ", "type X", "global x", "0x", "1_", "é", "$", "?", "x!", "for",
      "for x in", "if", "def", "class", "class A", "try", "with", "{1, 2}", "'a' 'b", "b'a",
      "f'{a'", "f'{'", "if x:\n    'a\n", "x = 5 if", "lambda x", "elif x:", "else:", "finally:",
      "except:", "case 1:", "match x", "print 'x'", "exec 'a'",
    ]
    for text in texts { XCTAssertFalse(StatementText.needsMore(text), text) }
  }

  func testIndentation() {
    XCTAssertEqual(StatementText.indentation(after: "x = 1"), "")
    XCTAssertEqual(StatementText.indentation(after: "if x:"), "    ")
    XCTAssertEqual(StatementText.indentation(after: "if x:  # why"), "    ")
    XCTAssertEqual(StatementText.indentation(after: "if x:\n  y = '#:'"), "  ")
    XCTAssertEqual(StatementText.indentation(after: "if x:\n  if y:"), "      ")
    XCTAssertEqual(StatementText.indentation(after: "\tif y:"), "\t\t")
    XCTAssertEqual(StatementText.indentation(after: "if x:\n"), "")
  }
}
