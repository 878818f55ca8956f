# tuple.


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print((), (1,), (1, 2), tuple("ab"), tuple([1]), tuple(), tuple(range(3)), tuple({1: 2}))
print(() is tuple(), tuple((1, 2)) == (1, 2))
t = (1, 2, 3)
print(tuple(t) is t, t[:] is t, t[0:3] is t, t[0], t[-1], t[1:], t[::-1], t[5:], t * 1 is t)
for index in (3, -4, "a", 1.5, 10**30, None):
    error(t.__getitem__, index)
error(tuple, 5)
error(tuple, 1, 2)
print(t + (4,), t * 2, 2 * t, t * 0, t * -1, () + t is t, t + () is t)
error(lambda: t + [1])
error(lambda: [1] + t)
error(lambda: t * 1.5)
error(lambda: t * "a")
error(lambda: t.__setitem__)
try:
    t[0] = 1
except TypeError as problem:
    print(problem)
try:
    del t[0]
except TypeError as problem:
    print(problem)
print(t.index(2), t.count(1), (1, 1.0, True).count(1), t.index(3, -1), t.index(1, -100, 100))
error(t.index, 9)
error(t.index, 1, 1)
error(t.index, 1, "x")
print(1 in t, 9 in t, 1.0 in t)
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 2) != (1, 2), (2,) > (1, 9))
print((1,) == [1], (1,) >= (1,), (1,) <= (0,))
error(lambda: (1,) < (None,))
error(lambda: (1,) < [1])
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1, (2, 3), 4.5)), hash((1,)) == hash((1.0,)))
print(hash((None,)) == hash((None,)), hash((-1, -2, 0)), hash(tuple(range(100))))
error(hash, ([],))
print(repr((1, (2,), [])), str(("a",)), len(t), bool(()), bool((0,)))
print(t.__getnewargs__(), t.__len__(), t.__contains__(1), t.__add__((1,)), t.__rmul__(2))
print(sorted([(2, 1), (1, 2), (1,)]), min((3, 1), (2, 5)), max([(1, "a"), (1, "b")]))
a, *b, c = range(5)
print(a, b, c)
i = iter(t)
print(next(i), i.__length_hint__(), list(i), list(i), type(i).__name__)


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(1, 2)
p.name = "p"
print(p, p.x, p.name, p == (1, 2), hash(p) == hash((1, 2)), type(p[:]), type(p + ()), len(p), isinstance(p, tuple))
print(type(tuple(p)), tuple(p) is p, p.__dict__, type(p * 1), type(p * 2))


class Plain(tuple):
    pass


q = Plain([1, 2, 3])
q.extra = [1]
for n in range(20):
    setattr(q, f"a{n}", n)
print(q, q[2], q.extra, q.a19, q[1:], list(q), Plain(), Plain((1,)) == (1,))
error(Plain, 1, 2)
error(lambda: Plain(5))
