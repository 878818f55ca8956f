extension RejectedSources {
  static let parameters: [Rejected] = [
    Rejected(
      "def f(a=1, b): pass", .syntaxError,
      "parameter without a default follows parameter with a default",
      (1, 12, 1, 13)),
    Rejected("def f(*): pass", .syntaxError, "named arguments must follow bare *", (1, 7, 1, 8)),
    Rejected(
      "def f(*, **k): pass", .syntaxError,
      "named arguments must follow bare *",
      (1, 7, 1, 8)),
    Rejected(
      "def f(**k, a): pass", .syntaxError,
      "arguments cannot follow var-keyword argument",
      (1, 12, 1, 13)),
    Rejected(
      "def f(**k, *a): pass", .syntaxError,
      "arguments cannot follow var-keyword argument",
      (1, 12, 1, 13)),
    Rejected(
      "def f(*a, *b): pass", .syntaxError,
      "* argument may appear only once",
      (1, 11, 1, 12)),
    Rejected("def f(a, /, b, /): pass", .syntaxError, "/ may appear only once", (1, 16, 1, 17)),
    Rejected(
      "def f(/, a): pass", .syntaxError,
      "at least one argument must precede /",
      (1, 7, 1, 8)),
    Rejected("def f(*a, /): pass", .syntaxError, "/ must be ahead of *", (1, 11, 1, 12)),
    Rejected(
      "def f(a, (b, c)): pass", .syntaxError,
      "Function parameters cannot be parenthesized",
      (1, 10, 1, 16)),
    Rejected(
      "def f(a, *b=1): pass", .syntaxError,
      "var-positional argument cannot have default value",
      (1, 12, 1, 13)),
    Rejected(
      "def f(**k=1): pass", .syntaxError,
      "var-keyword argument cannot have default value",
      (1, 10, 1, 11)),
    Rejected("def f(a=): pass", .syntaxError, "expected default value expression", (1, 8, 1, 9)),
    Rejected(
      "def f(a, b=, c): pass", .syntaxError,
      "expected default value expression",
      (1, 11, 1, 12)),
    Rejected("def f(1): pass", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("def f(a b): pass", .syntaxError, "invalid syntax", (1, 9, 1, 10)),
    Rejected("def f(a, /*b): pass", .syntaxError, "expected comma between / and *", (1, 11, 1, 12)),
    Rejected(
      "lambda a=1, b: 1", .syntaxError,
      "parameter without a default follows parameter with a default",
      (1, 13, 1, 14)),
    Rejected("lambda *: 1", .syntaxError, "named arguments must follow bare *", (1, 9, 1, 10)),
    Rejected(
      "lambda *, **k: 1", .syntaxError,
      "named arguments must follow bare *",
      (1, 11, 1, 13)),
    Rejected(
      "lambda **k, a: 1", .syntaxError,
      "arguments cannot follow var-keyword argument",
      (1, 13, 1, 14)),
    Rejected(
      "lambda a, (b, c): 1", .syntaxError,
      "Lambda expression parameters cannot be parenthesized",
      (1, 11, 1, 17)),
    Rejected("lambda a, /, b, /: 1", .syntaxError, "/ may appear only once", (1, 17, 1, 18)),
    Rejected("lambda *a, *b: 1", .syntaxError, "* argument may appear only once", (1, 12, 1, 13)),
    Rejected("lambda a=: 1", .syntaxError, "invalid syntax", (1, 10, 1, 11)),
    Rejected("def f[]( ): pass", .syntaxError, "Type parameter list cannot be empty", (1, 7, 1, 7)),
    Rejected(
      "class A[*T: int]: pass", .syntaxError,
      "cannot use bound with TypeVarTuple",
      (1, 11, 1, 16)),
    Rejected(
      "class A[**P: int]: pass", .syntaxError,
      "cannot use bound with ParamSpec",
      (1, 12, 1, 17)),
    Rejected(
      "class A[*T: (int, str)]: pass", .syntaxError,
      "cannot use constraints with TypeVarTuple",
      (1, 11, 1, 23)),
    Rejected("type X[T: int, *] = 1", .syntaxError, "Invalid star expression", (1, 17, 1, 18)),
    Rejected("async x", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("async for a in b", .syntaxError, "expected ':'", (1, 17, 1, 18)),
    Rejected("def 1(): pass", .syntaxError, "invalid syntax", (1, 5, 1, 6)),
    Rejected("class 1: pass", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
  ]

  static let statements: [Rejected] = [
    Rejected("try:\n  x\n", .syntaxError, "expected 'except' or 'finally' block", (2, 4, 2, -1)),
    Rejected("try:\n  x\ny", .syntaxError, "expected 'except' or 'finally' block", (3, 1, 3, 2)),
    Rejected(
      "try:\n  x\nexcept A, B:\n  y", .syntaxError,
      "multiple exception types must be parenthesized",
      (3, 8, 3, 12)),
    Rejected(
      "try:\n  x\nexcept A, B as c:\n  y", .syntaxError,
      "multiple exception types must be parenthesized",
      (3, 8, 3, 17)),
    Rejected(
      "try:\n  x\nexcept* A:\n  y\nexcept B:\n  z", .syntaxError,
      "cannot have both 'except' and 'except*' on the same 'try'",
      (5, 1, 5, 7)),
    Rejected(
      "try:\n  x\nexcept A:\n  y\nexcept* B:\n  z", .syntaxError,
      "cannot have both 'except' and 'except*' on the same 'try'",
      (5, 1, 5, 8)),
    Rejected(
      "try:\n  x\nexcept*:\n  y", .syntaxError,
      "expected one or more exception types",
      (3, 8, 3, 9)),
    Rejected(
      "try:\n  x\nelse:\n  y", .syntaxError,
      "expected 'except' or 'finally' block",
      (3, 1, 3, 5)),
    Rejected("else:\n  x", .syntaxError, "invalid syntax", (1, 1, 1, 5)),
    Rejected("elif x:\n  y", .syntaxError, "invalid syntax", (1, 1, 1, 5)),
    Rejected("except:\n  x", .syntaxError, "invalid syntax", (1, 1, 1, 7)),
    Rejected("case 1:\n  x", .syntaxError, "invalid syntax", (1, 6, 1, 7)),
    Rejected("return = 1", .syntaxError, "invalid syntax", (1, 8, 1, 9)),
    Rejected("pass x", .syntaxError, "invalid syntax", (1, 6, 1, 7)),
    Rejected("break 1", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("global", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("global a.b", .syntaxError, "invalid syntax", (1, 9, 1, 10)),
    Rejected("nonlocal 1", .syntaxError, "invalid syntax", (1, 10, 1, 11)),
    Rejected("raise a from", .syntaxError, "invalid syntax", (1, 13, 1, 14)),
    Rejected("assert", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("del", .syntaxError, "invalid syntax", (1, 4, 1, 5)),
    Rejected("a; ; b", .syntaxError, "invalid syntax", (1, 4, 1, 5)),
    Rejected(";", .syntaxError, "invalid syntax", (1, 1, 1, 2)),
    Rejected("@", .syntaxError, "invalid syntax", (1, 2, 1, 3)),
    Rejected("@a\nx = 1", .syntaxError, "invalid syntax", (2, 1, 2, 2)),
    Rejected("match x:\n  case a.b as c.d: pass", .syntaxError, "invalid syntax", (2, 16, 2, 17)),
    Rejected(
      "match x:\n  case a as _: pass", .syntaxError,
      "cannot use '_' as a target",
      (2, 13, 2, 14)),
    Rejected(
      "match x:\n  case a as 1: pass", .syntaxError,
      "invalid pattern target",
      (2, 13, 2, 14)),
    Rejected(
      "match x:\n  case A(b=1, 2): pass", .syntaxError,
      "positional patterns follow keyword patterns",
      (2, 15, 2, 16)),
    Rejected(
      "match x:\n  case 1 + 2: pass", .syntaxError,
      "imaginary number required in complex literal",
      (2, 12, 2, 13)),
    Rejected(
      "match x:\n  case 1j + 2j: pass", .syntaxError,
      "real number required in complex literal",
      (2, 8, 2, 10)),
    Rejected("match x:\n  case *a: pass", .syntaxError, "invalid syntax", (2, 10, 2, 11)),
    Rejected("match x:\n  case {**_}: pass", .syntaxError, "invalid syntax", (2, 11, 2, 12)),
    Rejected("for x range(3): pass", .syntaxError, "invalid syntax", (1, 7, 1, 12)),
    Rejected("for x in range 3: pass", .syntaxError, "invalid syntax", (1, 16, 1, 17)),
    Rejected("with a, b c: pass", .syntaxError, "invalid syntax", (1, 11, 1, 12)),
    Rejected("if x else y: pass", .syntaxError, "invalid syntax", (1, 6, 1, 10)),
    Rejected("while: pass", .syntaxError, "invalid syntax", (1, 6, 1, 7)),
    Rejected("if: pass", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("async with a\n  b", .syntaxError, "expected ':'", (1, 13, 1, 14)),
  ]
}
