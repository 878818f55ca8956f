extension RejectedSources {
  static let brackets: [Rejected] = [
    Rejected("(1, 2", .syntaxError, "'(' was never closed", (1, 1, 1, 0)),
    Rejected("f(a,\n  b", .syntaxError, "'(' was never closed", (1, 2, 1, 0)),
    Rejected("x = [1,\n\n", .syntaxError, "'[' was never closed", (1, 5, 1, 0)),
    Rejected("{1: 2", .syntaxError, "'{' was never closed", (1, 1, 1, 0)),
    Rejected("a)", .syntaxError, "unmatched ')'", (1, 2, 1, 2)),
    Rejected("a]\n", .syntaxError, "unmatched ']'", (1, 2, 1, 2)),
    Rejected(
      "(a]", .syntaxError,
      "closing parenthesis ']' does not match opening parenthesis '('",
      (1, 3, 1, 3)),
    Rejected(
      "[a)\n", .syntaxError,
      "closing parenthesis ')' does not match opening parenthesis '['",
      (1, 3, 1, 3)),
    Rejected(
      "{\n(a}", .syntaxError,
      "closing parenthesis '}' does not match opening parenthesis '('",
      (2, 3, 2, 3)),
    Rejected("x = (1,\ndef f():\n  pass\n", .syntaxError, "'(' was never closed", (1, 5, 1, 0)),
    Rejected("print('a'\nx = 1\n", .syntaxError, "'(' was never closed", (1, 6, 1, 0)),
    Rejected(
      String(repeating: "(", count: 201), .syntaxError,
      "too many nested parentheses",
      (1, 201, 1, 201)),
  ]

  static let colons: [Rejected] = [
    Rejected("if x\n  y", .syntaxError, "expected ':'", (1, 5, 1, 6)),
    Rejected(
      "if x = 1:\n  y", .syntaxError,
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      (1, 4, 1, 9)),
    Rejected("while x\n  y", .syntaxError, "expected ':'", (1, 8, 1, 9)),
    Rejected("for a in b\n  y", .syntaxError, "expected ':'", (1, 11, 1, 12)),
    Rejected("class A\n  y", .syntaxError, "expected ':'", (1, 8, 1, 9)),
    Rejected("class A(b)\n  y", .syntaxError, "expected ':'", (1, 11, 1, 12)),
    Rejected("def f()\n  y", .syntaxError, "expected ':'", (1, 8, 1, 9)),
    Rejected("def f:\n  y", .syntaxError, "expected '('", (1, 6, 1, 7)),
    Rejected("else\n", .syntaxError, "invalid syntax", (1, 1, 1, 5)),
    Rejected("try\n  x", .syntaxError, "expected ':'", (1, 4, 1, 5)),
    Rejected("with a as b\n  c", .syntaxError, "expected ':'", (1, 12, 1, 13)),
    Rejected("with (a as b, c)\n  d", .syntaxError, "expected ':'", (1, 17, 1, 18)),
    Rejected("match x\n  case 1:\n    y", .syntaxError, "expected ':'", (1, 8, 1, 9)),
    Rejected("match x:\n  case 1\n    y", .syntaxError, "expected ':'", (2, 9, 2, 10)),
    Rejected("try:\n  x\nexcept A\n  y", .syntaxError, "expected ':'", (3, 9, 3, 10)),
    Rejected("try:\n  x\nfinally\n  y", .syntaxError, "expected ':'", (3, 8, 3, 9)),
    Rejected("if a:\n  b\nelif c\n  d", .syntaxError, "expected ':'", (3, 7, 3, 8)),
    Rejected("if a:\n  b\nelse\n  c", .syntaxError, "expected ':'", (3, 5, 3, 6)),
  ]

  static let indentation: [Rejected] = [
    Rejected(
      "if x:\ny", .indentationError,
      "expected an indented block after 'if' statement on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "while x:\ny", .indentationError,
      "expected an indented block after 'while' statement on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "for a in b:\ny", .indentationError,
      "expected an indented block after 'for' statement on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "class A:\nx", .indentationError,
      "expected an indented block after class definition on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "def f():\nx", .indentationError,
      "expected an indented block after function definition on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "async def f():\nx", .indentationError,
      "expected an indented block after function definition on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "with a:\nx", .indentationError,
      "expected an indented block after 'with' statement on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "try:\nx", .indentationError,
      "expected an indented block after 'try' statement on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "try:\n  x\nexcept A:\ny", .indentationError,
      "expected an indented block after 'except' statement on line 3",
      (4, 1, 4, 2)),
    Rejected(
      "try:\n  x\nexcept:\ny", .indentationError,
      "expected an indented block after 'except' statement on line 3",
      (4, 1, 4, 2)),
    Rejected(
      "try:\n  x\nexcept* A:\ny", .indentationError,
      "expected an indented block after 'except*' statement on line 3",
      (4, 1, 4, 2)),
    Rejected(
      "try:\n  x\nfinally:\ny", .indentationError,
      "expected an indented block after 'finally' statement on line 3",
      (4, 1, 4, 2)),
    Rejected(
      "if a:\n  b\nelif c:\nd", .indentationError,
      "expected an indented block after 'elif' statement on line 3",
      (4, 1, 4, 2)),
    Rejected(
      "if a:\n  b\nelse:\nc", .indentationError,
      "expected an indented block after 'else' statement on line 3",
      (4, 1, 4, 2)),
    Rejected(
      "match x:\ny", .indentationError,
      "expected an indented block after 'match' statement on line 1",
      (2, 1, 2, 2)),
    Rejected(
      "match x:\n  case 1:\n  y", .indentationError,
      "expected an indented block after 'case' statement on line 2",
      (3, 3, 3, 4)),
    Rejected("  x", .indentationError, "unexpected indent", (1, 2, 1, -1)),
    Rejected("x\n  y", .indentationError, "unexpected indent", (2, 2, 2, -1)),
    Rejected(
      "if x:\n    y\n  z", .indentationError,
      "unindent does not match any outer indentation level",
      (3, 4, 3, -1)),
    Rejected(
      "if x:\n\ty\n        z", .tabError,
      "inconsistent use of tabs and spaces in indentation",
      (3, 1, 3, 0)),
    Rejected(
      "if x:\n        y\n\tz", .tabError,
      "inconsistent use of tabs and spaces in indentation",
      (3, 1, 3, 0)),
    Rejected("if x:\n  y\n\n   z\n", .indentationError, "unexpected indent", (4, 3, 4, -1)),
    Rejected(
      "class A:\n  # nothing", .indentationError,
      "expected an indented block after class definition on line 1",
      (2, 12, 2, -1)),
  ]
}
