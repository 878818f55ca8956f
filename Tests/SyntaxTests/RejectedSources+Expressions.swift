extension RejectedSources {
  static let assignments: [Rejected] = [
    Rejected(
      "1 = x", .syntaxError,
      "cannot assign to literal here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 2)),
    Rejected("None = x", .syntaxError, "cannot assign to None", (1, 1, 1, 5)),
    Rejected(
      "f() = x", .syntaxError,
      "cannot assign to function call here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 4)),
    Rejected(
      "a + b = c", .syntaxError,
      "cannot assign to expression here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 6)),
    Rejected("(a, 1) = x", .syntaxError, "cannot assign to literal", (1, 5, 1, 6)),
    Rejected("[a, f()] = x", .syntaxError, "cannot assign to function call", (1, 5, 1, 8)),
    Rejected("x = 1 = y", .syntaxError, "cannot assign to literal", (1, 5, 1, 6)),
    Rejected(
      "a if b else c = d", .syntaxError,
      "cannot assign to conditional expression",
      (1, 1, 1, 14)),
    Rejected(
      "(yield) = 1", .syntaxError,
      "cannot assign to yield expression here. Maybe you meant '==' instead of '='?",
      (1, 2, 1, 7)),
    Rejected(
      "x = yield = 1", .syntaxError,
      "assignment to yield expression not possible",
      (1, 5, 1, 10)),
    Rejected("lambda: 1 = 2", .syntaxError, "cannot assign to lambda", (1, 1, 1, 10)),
    Rejected(
      "'a' = 1", .syntaxError,
      "cannot assign to literal here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 4)),
    Rejected(
      "f'{a}' = 1", .syntaxError,
      "cannot assign to f-string expression here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 7)),
    Rejected(
      "{a} = 1", .syntaxError,
      "cannot assign to set display here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 4)),
    Rejected(
      "{} = 1", .syntaxError,
      "cannot assign to dict literal here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 3)),
    Rejected(
      "... = 1", .syntaxError,
      "cannot assign to ellipsis here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 4)),
    Rejected(
      "-a = 1", .syntaxError,
      "cannot assign to expression here. Maybe you meant '==' instead of '='?",
      (1, 1, 1, 3)),
    Rejected("a < b = c", .syntaxError, "cannot assign to comparison", (1, 1, 1, 6)),
    Rejected("a and b = c", .syntaxError, "cannot assign to expression", (1, 1, 1, 8)),
    Rejected(
      "*a, 1 = c", .syntaxError,
      "cannot assign to literal here. Maybe you meant '==' instead of '='?",
      (1, 5, 1, 6)),
    Rejected("x: int: 3", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected(
      "(a, b): int", .syntaxError,
      "only single target (not tuple) can be annotated",
      (1, 1, 1, 7)),
    Rejected(
      "[a]: int", .syntaxError,
      "only single target (not list) can be annotated",
      (1, 1, 1, 4)),
    Rejected("1: int", .syntaxError, "illegal target for annotation", (1, 1, 1, 2)),
    Rejected(
      "f() += 1", .syntaxError,
      "'function call' is an illegal expression for augmented assignment",
      (1, 1, 1, 4)),
    Rejected(
      "(a, b) += 1", .syntaxError,
      "'tuple' is an illegal expression for augmented assignment",
      (1, 1, 1, 7)),
    Rejected(
      "1 += 2", .syntaxError,
      "'literal' is an illegal expression for augmented assignment",
      (1, 1, 1, 2)),
    Rejected("del f()", .syntaxError, "cannot delete function call", (1, 5, 1, 8)),
    Rejected("del 1", .syntaxError, "cannot delete literal", (1, 5, 1, 6)),
    Rejected("del (a, 1)", .syntaxError, "cannot delete literal", (1, 9, 1, 10)),
    Rejected("del *a", .syntaxError, "cannot delete starred", (1, 5, 1, 7)),
    Rejected("for 1 in x: pass", .syntaxError, "cannot assign to literal", (1, 5, 1, 6)),
    Rejected("for f() in x: pass", .syntaxError, "cannot assign to function call", (1, 5, 1, 8)),
    Rejected("for a, 1 in x: pass", .syntaxError, "cannot assign to literal", (1, 8, 1, 9)),
    Rejected("[a for 1 in x]", .syntaxError, "cannot assign to literal", (1, 8, 1, 9)),
    Rejected("with a as 1: pass", .syntaxError, "cannot assign to literal", (1, 11, 1, 12)),
    Rejected("with a as f(): pass", .syntaxError, "cannot assign to function call", (1, 11, 1, 14)),
    Rejected(
      "(a := 1) = 2", .syntaxError,
      "cannot assign to named expression here. Maybe you meant '==' instead of '='?",
      (1, 2, 1, 8)),
    Rejected(
      "a.b := 1", .syntaxError,
      "cannot use assignment expressions with attribute",
      (1, 1, 1, 4)),
    Rejected(
      "(a.b := 1)", .syntaxError,
      "cannot use assignment expressions with attribute",
      (1, 2, 1, 5)),
    Rejected(
      "(a[0] := 1)", .syntaxError,
      "cannot use assignment expressions with subscript",
      (1, 2, 1, 6)),
    Rejected(
      "if a = 1: pass", .syntaxError,
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      (1, 4, 1, 9)),
    Rejected(
      "if a.b = 1: pass", .syntaxError,
      "cannot assign to attribute here. Maybe you meant '==' instead of '='?",
      (1, 4, 1, 7)),
    Rejected(
      "while f() = 1: pass", .syntaxError,
      "cannot assign to function call here. Maybe you meant '==' instead of '='?",
      (1, 7, 1, 10)),
    Rejected(
      "f(a.b=1)", .syntaxError,
      "expression cannot contain assignment, perhaps you meant \"==\"?",
      (1, 3, 1, 7)),
    Rejected("f(True=1)", .syntaxError, "cannot assign to True", (1, 3, 1, 8)),
    Rejected(
      "f(a()=1)", .syntaxError,
      "expression cannot contain assignment, perhaps you meant \"==\"?",
      (1, 3, 1, 7)),
    Rejected(
      "import a from b", .syntaxError,
      "Did you mean to use 'from ... import ...' instead?",
      (1, 1, 1, 16)),
    Rejected(
      "from a import b,", .syntaxError,
      "trailing comma not allowed without surrounding parentheses",
      (1, 17, 1, 18)),
    Rejected(
      "from a import", .syntaxError,
      "Expected one or more names after 'import'",
      (1, 14, 1, 14)),
    Rejected("import", .syntaxError, "Expected one or more names after 'import'", (1, 7, 1, 7)),
    Rejected("from . import *,", .syntaxError, "invalid syntax", (1, 16, 1, 17)),
    Rejected("x = = 1", .syntaxError, "invalid syntax", (1, 5, 1, 6)),
  ]

  static let calls: [Rejected] = [
    Rejected("f(a b)", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 3, 1, 6)),
    Rejected(
      "f(a, b c)", .syntaxError,
      "invalid syntax. Perhaps you forgot a comma?",
      (1, 6, 1, 9)),
    Rejected(
      "f(a=1, b)", .syntaxError,
      "positional argument follows keyword argument",
      (1, 9, 1, 10)),
    Rejected(
      "f(**a, b)", .syntaxError,
      "positional argument follows keyword argument unpacking",
      (1, 9, 1, 10)),
    Rejected(
      "f(**a, *b)", .syntaxError,
      "iterable argument unpacking follows keyword argument unpacking",
      (1, 6, 1, 10)),
    Rejected("f(a=)", .syntaxError, "expected argument value expression", (1, 3, 1, 5)),
    Rejected("f(a, b=, c)", .syntaxError, "expected argument value expression", (1, 6, 1, 8)),
    Rejected(
      "f(a for b in c, d)", .syntaxError,
      "Generator expression must be parenthesized",
      (1, 3, 1, 15)),
    Rejected(
      "f(d, a for b in c)", .syntaxError,
      "Generator expression must be parenthesized",
      (1, 6, 1, 18)),
    Rejected(
      "f(a, b for c in d, e)", .syntaxError,
      "Generator expression must be parenthesized",
      (1, 6, 1, 18)),
    Rejected(
      "f(a=b for c in d)", .syntaxError,
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      (1, 3, 1, 5)),
    Rejected("f(*)", .syntaxError, "Invalid star expression", (1, 4, 1, 5)),
    Rejected("f(**)", .syntaxError, "invalid syntax", (1, 5, 1, 6)),
    Rejected("f(*a=1)", .syntaxError, "cannot assign to iterable argument unpacking", (1, 3, 1, 7)),
    Rejected("f(**a=1)", .syntaxError, "cannot assign to keyword argument unpacking", (1, 3, 1, 8)),
    Rejected(
      "f(a, *b = c)", .syntaxError,
      "cannot assign to iterable argument unpacking",
      (1, 6, 1, 12)),
    Rejected("class A(b for c in d): pass", .syntaxError, "invalid syntax", (1, 11, 1, 14)),
    Rejected(
      "f(1=2)", .syntaxError,
      "expression cannot contain assignment, perhaps you meant \"==\"?",
      (1, 3, 1, 5)),
    Rejected(
      "f(print=1, 2)", .syntaxError,
      "positional argument follows keyword argument",
      (1, 13, 1, 14)),
    Rejected("f(a:=1 := 2)", .syntaxError, "invalid syntax", (1, 8, 1, 10)),
  ]

  static let displays: [Rejected] = [
    Rejected("[a b]", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 2, 1, 5)),
    Rejected("{1 2}", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 2, 1, 5)),
    Rejected("{1: 2 3}", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 5, 1, 8)),
    Rejected("{1: 2, 3}", .syntaxError, "':' expected after dictionary key", (1, 8, 1, 0)),
    Rejected("{1: 2, 3 4}", .syntaxError, "':' expected after dictionary key", (1, 8, 1, 0)),
    Rejected(
      "{1:}", .syntaxError,
      "expression expected after dictionary key and ':'",
      (1, 3, 1, 4)),
    Rejected(
      "{1: 2, 3:}", .syntaxError,
      "expression expected after dictionary key and ':'",
      (1, 9, 1, 10)),
    Rejected(
      "{1: *a}", .syntaxError,
      "cannot use a starred expression in a dictionary value",
      (1, 5, 1, 7)),
    Rejected(
      "{**a for b in c}", .syntaxError,
      "dict unpacking cannot be used in dict comprehension",
      (1, 2, 1, 4)),
    Rejected(
      "[*a for b in c]", .syntaxError,
      "iterable unpacking cannot be used in comprehension",
      (1, 2, 1, 4)),
    Rejected(
      "(*a for b in c)", .syntaxError,
      "iterable unpacking cannot be used in comprehension",
      (1, 2, 1, 4)),
    Rejected(
      "{*a for b in c}", .syntaxError,
      "iterable unpacking cannot be used in comprehension",
      (1, 2, 1, 4)),
    Rejected(
      "[a, b for c in d]", .syntaxError,
      "did you forget parentheses around the comprehension target?",
      (1, 2, 1, 6)),
    Rejected(
      "[a, for b in c]", .syntaxError,
      "did you forget parentheses around the comprehension target?",
      (1, 2, 1, 4)),
    Rejected("(*a)", .syntaxError, "cannot use starred expression here", (1, 2, 1, 4)),
    Rejected("(**a)", .syntaxError, "cannot use double starred expression here", (1, 2, 1, 4)),
    Rejected("(a b)", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 2, 1, 5)),
    Rejected("[a for b c]", .syntaxError, "'in' expected after for-loop variables", (1, 10, 1, 11)),
    Rejected("[x for x in]", .syntaxError, "invalid syntax", (1, 12, 1, 13)),
    Rejected("a if b", .syntaxError, "expected 'else' after 'if' expression", (1, 1, 1, 7)),
    Rejected("a if b else", .syntaxError, "invalid syntax", (1, 12, 1, 13)),
    Rejected("[a if b]", .syntaxError, "expected 'else' after 'if' expression", (1, 2, 1, 8)),
    Rejected("not", .syntaxError, "invalid syntax", (1, 4, 1, 5)),
    Rejected("a not b", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("x is not", .syntaxError, "invalid syntax", (1, 9, 1, 10)),
    Rejected("1 +", .syntaxError, "invalid syntax", (1, 4, 1, 5)),
    Rejected("a +* b", .syntaxError, "invalid syntax", (1, 4, 1, 5)),
    Rejected("a ? b", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("a $ b", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("a ! b", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("a <> b", .syntaxError, "invalid syntax", (1, 3, 1, 5)),
    Rejected("lambda x y: 1", .syntaxError, "invalid syntax", (1, 10, 1, 11)),
    Rejected("(a, b c)", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 5, 1, 8)),
    Rejected("x y", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("x 1", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("1 x", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
    Rejected("x = 1 2", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected(
      "print x", .syntaxError,
      "Missing parentheses in call to 'print'. Did you mean print(...)?",
      (1, 1, 1, 8)),
    Rejected(
      "exec 'a'", .syntaxError,
      "Missing parentheses in call to 'exec'. Did you mean exec(...)?",
      (1, 1, 1, 9)),
    Rejected(
      "print 'a' % b", .syntaxError,
      "Missing parentheses in call to 'print'. Did you mean print(...)?",
      (1, 1, 1, 14)),
    Rejected("x.1", .syntaxError, "invalid syntax", (1, 2, 1, 4)),
    Rejected("x..y", .syntaxError, "invalid syntax", (1, 3, 1, 4)),
  ]
}
