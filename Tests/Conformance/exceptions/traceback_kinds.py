import sys
# except*, exec tracebacks, nested funcs, class bodies, decorators with errors
def show(f):
    try: f()
    except BaseException as e: sys.excepthook(type(e), e, e.__traceback__)
def a():
    class X:
        y = 1 / 0
def b():
    @(lambda f: f.nope)
    def g(): pass
def c():
    def inner(x=1/0): pass
def d():
    exec("def q():\n  raise KeyError('q')\nq()")
def e():
    eval(compile("1 + \\\n 'a'", "<given>", "eval"))
def f():
    raise ValueError("a") from KeyError("b")
def g():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        1 / 0
def h():
    try:
        raise ValueError
    except ValueError as e:
        e.add_note("note 1")
        raise
def i():
    raise type("Custom", (Exception,), {"__module__": "a.b"})("msg")
def j():
    e = Exception()
    e.__notes__ = 5
    raise e
def k():
    raise SyntaxError("custom", ("file.py", 3, 4, "some text here", 3, 8))
def l():
    raise SyntaxError("no details")
def m():
    raise SyntaxError("only file", ("file.py", None, None, None))
def n():
    raise UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad")
def o():
    raise OSError(2, "No such", "fn")
def p():
    raise KeyError
def q():
    raise KeyError("")
def r():
    raise Exception("line1\nline2")
def s():
    raise Exception("tab\there \x00 nul é 日本")
def t():
    assert 1 == 2, ("tuple", 3)
def u():
    next(iter([]))
def v():
    raise StopIteration(5)
def w():
    raise SystemExit("x")
def x():
    raise BaseExceptionGroup("b", [KeyboardInterrupt(), SystemExit(2)])
def y():
    def rec(n):
        if n: rec(n - 1)
        else: raise ValueError("deep")
    try: rec(6)
    except ValueError as e:
        raise RuntimeError("wrap") from e
def z():
    try:
        try: 1/0
        except ZeroDivisionError as e: raise TypeError("t") from e
    except TypeError as e2:
        raise ValueError("v") from None
for fn in (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z): show(fn)
def gen_fail():
    yield 1
    raise ValueError("in gen")
def consume():
    for v in gen_fail():
        pass
show(consume)
def ctx():
    class C:
        def __enter__(self): return self
        def __exit__(self, t, v, tb): raise RuntimeError("exit")
    with C():
        raise KeyError("body")
show(ctx)
def fin():
    try:
        raise KeyError("try")
    finally:
        raise ValueError("finally")
show(fin)
def lam():
    f = lambda x: (lambda y: y / 0)(x)
    return f(1)
show(lam)
def comp():
    return {k: [1 // v for v in vs] for k, vs in {"a": [1, 0]}.items()}
show(comp)
def genexp():
    return list(1 // v for v in [1, 0])
show(genexp)
class Prop:
    @property
    def p(self): return self.q
    def __getattr__(self, n): raise AttributeError(f"no {n}")
show(lambda: Prop().p)
def multi():
    foo = dict(
        a=1,
        b=[
            2,
            3 / 0,
        ],
    )
show(multi)
def strings():
    return ("abc"
            "def" +
            5)
show(strings)
def cond():
    return (1 if
            [][0]
            else 2)
show(cond)
def longcall():
    return int(
        "1",
        base=10,
    ).foo(
        1,
        2,
    )
show(longcall)
def deep_sub():
    d = {"a": [1, {"b": (1, 2)}]}
    return d["a"][1]["b"][5]
show(deep_sub)
def await_like():
    x = [i for i in range(3) if i / 0]
show(await_like)
