import Testing

/// Messages are CPython's.
@Suite struct ErrorTests {
  @Test(arguments: [
    ("return", "'return' outside function"),
    ("break", "'break' outside loop"),
    ("continue", "'continue' not properly in loop"),
    ("yield 1", "'yield' outside function"),
    ("def f():\n  x = 1\n  global x", "name 'x' is assigned to before global declaration"),
    ("def f():\n  print(x)\n  global x", "name 'x' is used prior to global declaration"),
    ("def f(x):\n  global x", "name 'x' is parameter and global"),
    ("def f():\n  nonlocal x", "no binding for nonlocal 'x' found"),
    ("nonlocal x", "nonlocal declaration not allowed at module level"),
    ("def f(a, a): pass", "duplicate argument 'a' in function definition"),
    ("try: pass\nexcept: pass\nexcept E: pass", "default 'except:' must be last"),
    ("def f(): await x", "'await' outside async function"),
    (
      "import a\nfrom __future__ import division",
      "from __future__ imports must occur at the beginning of the file"
    ),
    ("from __future__ import nope", "future feature nope is not defined"),
    ("a, *b, *c = x", "multiple starred expressions in assignment"),
    (
      "match x:\n  case y: pass\n  case z: pass",
      "name capture 'y' makes remaining patterns unreachable"
    ),
    (
      "match x:\n  case _: pass\n  case z: pass",
      "wildcard makes remaining patterns unreachable"
    ),
    ("match x:\n  case (a, a): pass", "multiple assignments to name 'a' in pattern"),
    ("match x:\n  case a | b: pass", "name capture 'a' makes remaining patterns unreachable"),
    ("f(a=1, a=2)", "keyword argument repeated: a"),
    (
      "[i := 0 for i in x]",
      "assignment expression cannot rebind comprehension iteration variable 'i'"
    ),
    (
      "class A:\n  [x := 1 for y in z]",
      "assignment expression within a comprehension cannot be used in a class body"
    ),
    ("async def f():\n  yield 1\n  return 2", "'return' with value in async generator"),
    ("async def f():\n  yield from x", "'yield from' inside async function"),
    ("def f():\n  from x import *", "import * only allowed at module level"),
  ])
  func compileTime(source: String, message: String) {
    #expect(Compiled.message(source) == message)
  }
}
