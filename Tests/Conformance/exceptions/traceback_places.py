import sys
class Meta(type):
    def __call__(cls, *a):
        return super().__call__(*a)
class A(metaclass=Meta):
    def __init__(self, x):
        self.x = x
        self.check()
    def check(self):
        if self.x > 2:
            raise ValueError(
                "too big: "
                + str(self.x)
            )
    @property
    def bad(self):
        return self.missing
    @staticmethod
    def st(): return [1][5]
    @classmethod
    def cl(cls): return {}["key"]
    def __iter__(self):
        yield 1
        raise RuntimeError("iter")
    def __enter__(self): raise OSError(2, "enter")
    def __exit__(self, *a): pass
def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper
@deco
def decorated(x): return x.y.z
def gen():
    yield from inner_gen()
def inner_gen():
    yield 1
    raise KeyError("gen")
async def coro(): pass
tests = [
 lambda: A(5), lambda: A(1).bad, lambda: A.st(), lambda: A.cl(), lambda: list(A(1)),
 lambda: decorated(3), lambda: list(gen()), lambda: sorted([3, "a"]), lambda: [x for x in A(1)],
 lambda: {k: 1/k for k in (1, 0)}, lambda: (lambda: 1/0)(), lambda: max([1], key=lambda v: v.q),
 lambda: eval("1/0"), lambda: exec("def f():\n    return 1/0\nf()"), lambda: int("x" * 3),
 lambda: A(1).x.y.z(1)(2)[3], lambda: f"{A(1)!r:>{1/0}}", lambda: [*range(3)][9:][0], lambda: (1, 2)[
    3],
]
for t in tests:
    try: t()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
def w():
    with A(1) as a:
        pass
def k():
    print(1, 2,
          sep=3)
def s():
    x = {
        "a": 1,
        "b": undefined_name,
    }
def assign():
    a = b = c.d
def aug():
    x = "a"
    x += 1
def augitem():
    d = {}
    d["x"] += 1
def cmp():
    return 1 < 2 < "a" < 3
def chain():
    return (A(1)
            .x
            .real
            .nope)
def ternary():
    return 1 if [][0] else 2
def star():
    print(*5)
def kwargs():
    print(**5)
def ret_tuple():
    return 1, 2 / 0, 3
def sl():
    return "abc"[1:2:0]
def neg():
    return -[]
def boolop():
    return 0 or [] or {}["x"]
def dele():
    d = {}
    del d["x"]
def attr_store():
    (5).x = 1
def glob():
    global nope
    nope += 1
def imp():
    from sys import nothing_here
def walrus():
    if (y := 1 / 0) > 2: pass
def sub_call():
    return A(A(A(3)))
def tryexc():
    try:
        1/0
    except (ZeroDivisionError, "x"[3]):
        pass
def ret_paren():
    return (
        1 /
        0
    )
def unpack():
    a, (b, c) = 1, (2,)
def forloop():
    for a, b in [(1,)]: pass
def comp2():
    return [y for x in [1] for y in x]
def matcher():
    match {"a": 1}:
        case {"a": x} if x / 0: pass
def long_line():
    return aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb + ccccccccccccccccccccccccccc
def tabs():
	x = 1
	return	x / 0
def wide():
    値 = 1; return 値 / 0 + "日本語"
for f in (w, k, s, assign, aug, augitem, cmp, chain, ternary, star, kwargs, ret_tuple, sl, neg, boolop, dele, attr_store, glob, imp, walrus, sub_call, tryexc, ret_paren, unpack, forloop, comp2, matcher, long_line, tabs, wide):
    try: f()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
