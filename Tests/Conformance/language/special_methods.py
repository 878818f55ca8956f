# descriptors of builtin functions, more protocols
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        if i < 0: i += 3
        if i >= 3: raise IndexError("seq")
        return i * 2
s = Seq()
print(list(s), 4 in s, 5 in s, list(reversed(s)), s[-1], s[1:2], max(s), sorted(s, reverse=True), sum(s), list(map(str, s)), list(zip(s, s)), list(enumerate(s)), tuple(s), set(s) == {0,2,4}, [*s], dict.fromkeys(s), all(s), any(s), bool(s), len(s))
class H:
    def __length_hint__(self): return 10
    def __iter__(self): return iter([1,2])
print(list(H()))
class BadHint:
    def __length_hint__(self): return -1
    def __iter__(self): return iter([])
try: list(BadHint())
except ValueError as e: print(e)
class Fmt:
    def __format__(self, spec): return f"<{spec}>"
print(f"{Fmt():abc}", format(Fmt()), "{:x}{}".format(Fmt(), Fmt()), f"{Fmt():{'nested'}}")
class Cmp:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n if isinstance(o, Cmp) else NotImplemented
    def __eq__(self, o): return self.n == o.n if isinstance(o, Cmp) else NotImplemented
    def __repr__(self): return f"C{self.n}"
print(Cmp(1) < Cmp(2), Cmp(1) > Cmp(2), Cmp(1) == Cmp(1), Cmp(1) != Cmp(2), sorted([Cmp(2), Cmp(1)]), max(Cmp(1), Cmp(3)), Cmp(1) == 1, Cmp(1) != 1)
for op in ("<=", ">=", "<", ">"):
    try: print(eval(f"Cmp(1) {op} 2"))
    except TypeError as e: print(e)
try: hash(Cmp(1))
except TypeError as e: print(e)
class M:
    def __matmul__(self, o): return "mm"
    def __rmatmul__(self, o): return "rmm"
    def __imatmul__(self, o): return "imm"
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 7
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __complex__(self): return 1j
    def __bytes__(self): return b"bytes"
    def __dir__(self): return ["z", "a"]
    def __sizeof__(self): return 5
    def __reversed__(self): return "rev"
    def __call__(self, *a, **k): return (a, k)
    def __contains__(self, x): return "yes"
m = M()
print(m @ 1, 1 @ m, divmod(m, 1), divmod(1, m), m ** 2, pow(m, 2, 3), 2 ** m, +m, ~m, abs(m), round(m), round(m, 2), bytes(m), dir(m), reversed(m), m(1, a=2), 1 in m, complex(m))
import math
print(math.floor(m), math.ceil(m), math.trunc(m))
x = m; x @= 1; print(x)
print(int.__add__(1, 2), (1).__radd__(2), [].__len__(), "a".__add__("b"), (1).__lt__(2), (1).__eq__("a"), "x".__contains__("x"), [1,2].__getitem__(0), {}.__class__, (5).__neg__(), (5).__bool__(), (2).__pow__(3), (2).__rpow__(3), [1].__mul__(2), [1].__iadd__([2]), "%s".__mod__(1), (3).__divmod__(2), 1.5.__trunc__() if hasattr(1.5, "__trunc__") else 1)
print(object.__eq__(1, 2), object().__ne__(1), type.__call__(int, "5"), int.__call__("6") if False else "", object.__repr__(5)[:12], object.__str__("x"), str.__str__("q"), object.__hash__(None) == hash(None))
class D:
    def __delitem__(self, k): print("del", k)
    def __setitem__(self, k, v): print("set", k, v)
d = D(); del d[1]; d[1:2] = 3; d[1, 2] = 4
try: d[0]
except TypeError as e: print(e)
class OnlySet:
    def __setitem__(self, k, v): pass
try: del OnlySet()[0]
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class P:
    @property
    def a(self): return 1
try: P().a = 2
except AttributeError as e: print(e)
try: del P().a
except AttributeError as e: print(e)
class Q:
    __slots__ = "x",
q = Q()
try: q.x
except AttributeError as e: print(e)
q.x = 1; del q.x
try: del q.x
except AttributeError as e: print(e)
try: object().a = 1
except AttributeError as e: print(e)
try: int.a = 1
except TypeError as e: print(e)
try: del int.real
except TypeError as e: print(e)
try: None.a = 1
except AttributeError as e: print(e)
class Str(str):
    def __str__(self): return "custom"
print(str(Str("a")), f"{Str('b')}", "%s" % Str("c"), Str("d") + "e", repr(Str("f")), Str("g").upper(), print(Str("h")))
class Int(int):
    def __str__(self): return "I"
    def __repr__(self): return "IR"
print(Int(5), [Int(5)], f"{Int(5)}", "%d %s %r" % (Int(5), Int(5), Int(5)), Int(5) + 1, str(Int(1)), format(Int(5), "d"))
class L(list):
    def __iter__(self): return iter("overridden")
    def __len__(self): return 99
l = L([1,2]); print(list(l), len(l), [*l][:2], l == [1,2], bool(L()), tuple(l)[:2], sorted(l)[:2])
class Dd(dict):
    def __missing__(self, k): return k * 2
    def __getitem__(self, k): return super().__getitem__(k)
dd = Dd(a=1); print(dd["a"], dd["zz"], dd.get("q"), {**dd}, dict(dd))
