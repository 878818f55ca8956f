# dict views and mappingproxy.
MappingProxyType = type(type.__dict__)


def error(function, *arguments):
    try:
        print("no error:", function(*arguments))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["z"] = 26
print(k, v, i, "z" in k, 26 in v, ("z", 26) in i, ("z", 1) in i, "z" in i, ("z",) in i)
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(sorted(k & {"a", "q"}), sorted(k | ["q"]), sorted(k - {"a"}), sorted(k ^ {"a", "q"}))
print(sorted({"a", "q"} & k), sorted({"a"} | k), sorted({"a", "q"} - k), sorted(["q", "a"] & k))
print(sorted(i & {("a", 1)}), sorted(i - {("a", 1)}), type(k & k), type(i | i))
print(k == {"a", "b", "c", "z"}, k == d.keys(), k != {"a"}, {"a"} < k, k > {"a"}, k <= k, k >= {"q"})
print(i == {("a", 1), ("b", 2), ("c", 3), ("z", 26)}, k == ["a"], v == v, v == d.values(), i == i)
print(k.isdisjoint({"q"}), k.isdisjoint("abc"), i.isdisjoint([]))
print(k.mapping, type(k.mapping), k.mapping["a"])
error(lambda: k & 5)
error(lambda: k | None)
error(lambda: v & v)
error(hash, k)
error(lambda: k < 5)
error(lambda: k[0])
try:
    k.mapping["a"] = 1
except TypeError as problem:
    print(problem)
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__)
print(type(iter(v)).__name__, type(iter(i)).__name__, type(reversed(k)).__name__, type(reversed(i)).__name__)
error(type(k))
print({}.keys(), {}.values(), {}.items(), bool({}.keys()), bool(k))
r = {}
r["self"] = r.values()
print(r)
it = iter(i)
print(next(it), it.__length_hint__(), list(it), it.__length_hint__())
for key, value in d.items():
    d[key] = value + 1
print(d)
try:
    for key in d.keys():
        del d[key]
except RuntimeError as problem:
    print(problem)
m = MappingProxyType({"x": 1, "y": [2]})
print(m, m["x"], len(m), "x" in m, list(m), m.get("x"), m.get("q", 3), m.copy(), list(m.items()), sorted(m.keys()))
print(m == {"x": 1, "y": [2]}, m | {"z": 3}, {"w": 0} | m, list(m.values()), list(reversed(m)), str(m), repr(m))
error(lambda: m["nope"])
error(MappingProxyType, 5)
error(MappingProxyType, [1])
try:
    m["x"] = 2
except TypeError as problem:
    print(problem)
try:
    m |= {}
except TypeError as problem:
    print(problem)
