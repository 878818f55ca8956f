import sys

for source in [
    "x = (1,\n", "def f(:\n  pass", "a b", "1 +", "if x\n  pass", "  indented", "x = 'abc",
    "for in y: pass", "return 1", "f(a for a in b, c)", "x = 1 = 2", "class\n", "\tif x:\n        y",
    "print 'x'", "a = 5 5", "é = ??", "lambda x=: 1", "[1, 2", "x = 08", "import", "def f():\npass",
    "break", "nonlocal x", "f(**a, *b)", "x: int: str", "try:\n  pass\n", "del f()", "1 = x",
    "yield", "f'{a b}'", "async def f(): yield from x", "def f(a, a): pass", "x = {1: 2, 3}",
    "if x = 3: pass", "from x import", "with open() as: pass",
]:
    try:
        compile(source, "<test>", "exec")
    except SyntaxError as e:
        print(repr(source), file=sys.stderr)
        sys.excepthook(type(e), e, None)
    else:
        print(repr(source), "compiles", file=sys.stderr)
