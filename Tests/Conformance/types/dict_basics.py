# dict.


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print({}, dict(), dict(a=1, b=2), dict({"x": 1}, y=2), dict([(1, 2), "ab", [3, 4]]), dict(zip("ab", (1, 2))))
error(dict, 5)
error(dict, 1, 2)
error(dict, [1])
error(dict, [(1, 2, 3)])
error(dict, ["abc"])
error(dict, [(1, 2), (3,)])
error(dict, [[[], 1]])
d = {"a": 1, 2: "two", None: 0, (1, 2): "t", 1.5: "f", True: "yes"}
print(d, len(d), d["a"], d[2], d[2.0], d[None], d[(1, 2)], d[1.5], d[1], d[1.0])
for key in ("missing", 99, (9,), "a b'c", None):
    error({}.__getitem__, key)
error(d.__getitem__, [])
error(d.__contains__, {})
error(d.get, [])
try:
    d[[]] = 1
except TypeError as problem:
    print(problem)
try:
    del d["nope"]
except KeyError as problem:
    print(repr(problem))
del d["a"], d[None]
print(d, "a" in d, 2 in d, 2.0 in d, not d)
d = {}
d[1] = "int"
d[1.0] = "float"
d[True] = "bool"
print(d)
d["k"] = d
print(d, repr(d))
d = {"x": 1}
print(d.get("x"), d.get("y"), d.get("y", 5), d.setdefault("x", 9), d.setdefault("z"), d.setdefault("w", []), d)
error(d.get)
error(d.get, 1, 2, 3)
print(d.pop("x"), d.pop("nope", None), d.pop("z"), d)
error(d.pop, "gone")
error(d.pop)
error({}.popitem)
d = dict.fromkeys("abc")
print(d, dict.fromkeys([1, 2], 0), dict.fromkeys(()))
error(dict.fromkeys, 5)
error(dict.fromkeys)
print(d.popitem(), d.popitem(), d)
d["n"] = 1
d["m"] = 2
print(d.popitem(), d, list(d))
d.update({"p": 1}, q=2)
d.update([("r", 3)])
d.update(s=4)
d.update()
print(d)
error(d.update, 5)
error(d.update, [5])
error(d.update, {}, {})


class Mapping:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key * 2


d.update(Mapping())
print(d, dict(Mapping()))
c = d.copy()
print(c == d, c is d, list(c) == list(d))
d.clear()
print(d, len(c))
print({1: 2} == {1: 2.0}, {1: 2} == {1: 3}, {1: 2} != {2: 2}, {} == [], {1: {2: 3}} == {1: {2: 3}})
print({"a": 1, "b": 2} == {"b": 2, "a": 1})
error(lambda: {} < {})
error(hash, {})
print({1: 2} | {3: 4}, {1: 2} | {1: 5}, type({}.__or__([])))
error(lambda: {} | [])
error(lambda: [] | {})
d = {1: 2}
d |= {3: 4}
d |= [(5, 6)]
print(d)
try:
    d |= 5
except TypeError as problem:
    print(problem)
print(list(d), list(reversed(d)), list(d.items()), list(reversed(d.items())), list(reversed(d.values())))
d = {n: n * n for n in range(20)}
for n in range(0, 20, 3):
    del d[n]
print(d)
for n in range(100, 110):
    d[n] = n
print(list(d), len(d))
big = {}
for n in range(5000):
    big[n] = str(n)
    big["s%d" % n] = n
for n in range(0, 5000, 2):
    del big[n]
print(len(big), big[4999], big["s4999"], sum(k for k in big if type(k) is int), 2 in big, 3 in big, "s77" in big)
print(sum(big[k] for k in big if type(k) is str), next(iter(big)), next(reversed(big)))
for n in range(-5, 5):
    big[n] = n
print([big[n] for n in range(-5, 5)], big.get(-1), big.get(-2), -1 in big)
huge = {2**61 - 1: "a", 0: "b", 2**61: "c", 1: "d", -1: "e", -2: "f", 2**62: "g", 2**64: "h", -2**61: "i"}
print(huge, huge[2**61 - 1], huge[0], huge[2**61], huge[-1], huge[-2], huge[2**64])
print({0.0: "z", -0.0: "nz"}, {float("inf"): 1}[float("inf")], {1e100: 1}[10**100 if 1e100 == 10**100 else 1e100])
nan = float("nan")
d = {nan: 1}
print(d[nan], nan in d)


def changing(action):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for key in d:
            action(d, key)
        print("fine", d)
    except RuntimeError as problem:
        print(problem)


changing(lambda d, k: d.__setitem__(k + 10, 1))
changing(lambda d, k: d.pop(k))
changing(lambda d, k: d.__setitem__(k, k * 2))
changing(lambda d, k: d.clear())
i = iter({1: 1})
print(i.__length_hint__(), next(i), next(i, "end"), type(i).__name__)
d = {1: 1, 2: 2}
i = iter(d)
next(i)
d[3] = 3
error(next, i)
error(next, i)
print(f"{ {'a': 1} }", str({"a": {"b": []}}), {**{"a": 1}, "b": 2, **{"a": 3}})


def keywords(**k):
    return k


print(keywords(b=1, a=2), keywords(**{"x": 1}, y=2))
error(lambda: keywords(**{1: 2}))
error(lambda: keywords(**{"a": 1}, **{"a": 2}))


class Missing(dict):
    def __missing__(self, key):
        return f"missing {key}"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m)


class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


l = Loud(a=1)
l["b"] = 2
l.update(c=3)
print(l, type(l.copy()), Loud.fromkeys("x", 1), type(l | {}))


class Collide:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 42

    def __eq__(self, other):
        return isinstance(other, Collide) and self.name == other.name

    def __repr__(self):
        return f"C{self.name}"


d = {Collide(n): n for n in range(10)}
d[42] = "int"
print(d[Collide(5)], d[42], Collide(3) in d, Collide(11) in d, len(d))
del d[Collide(5)]
d[Collide(5)] = "new"
print(d, d.pop(Collide(0)), d.setdefault(Collide(1), "x"), list(d)[-1])


class Raising:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")


d = {Raising(): 1}
error(lambda: d[1])
error(lambda: d[Raising()])
error(d.get, 1)
error(d.__setitem__, 1, 1)
error(d.pop, 1)
error(lambda: 1 in d)


class NoHash:
    def __hash__(self):
        raise IndexError("hash")


error(d.__setitem__, NoHash(), 1)
error(lambda: {NoHash(): 1})
print(len(d))
print({}.__len__(), {1: 2}.__contains__(1), {1: 2}.__eq__({1: 2}), {}.__lt__({}), dict.__hash__)
