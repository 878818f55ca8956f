"""dict, its views, set and frozenset."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, d["a"], d.get("z"), d.get("z", 5), "a" in d, len(d), list(d), d.keys(), d.values(), d.items())
print(d.pop("a"), d.pop("zz", "default"), d.setdefault("n", []), d.setdefault("b", 9), d, d.popitem())
attempt(d.pop, "zz")
attempt(lambda: d["missing"])
attempt({}.popitem)
attempt(lambda: {[]: 1})
attempt(lambda: d.__delitem__("zz"))
d.update({"x": 1}, y=2)
d.update([("z", 3), ["w", 4]])
attempt(d.update, [1])
attempt(d.update, ["abc"])
attempt(d.update, 5)
print(d, dict(a=1), dict([(1, 2)]), dict({"q": 1}, r=2), dict(zip("ab", range(2))), dict.fromkeys("ab"), dict.fromkeys([1], 0))
print({1: "a"} | {2: "b"}, {1: "a"} == {1.0: "a"}, {1: 2, 3: 4} == {3: 4, 1: 2}, list(reversed({1: 2, 3: 4})), {**d, "x": "new"}["x"])
e = {1: 1}
e |= {2: 2}
e |= [(3, 3)]
print(e, e.copy() == e, e.clear(), e, bool({}), {}.__class__)
attempt(lambda: {} | [])
attempt(lambda: {} < {})
attempt(hash, {})
keys = {"a": 1, "b": 2}.keys()
print(keys & {"a", "z"}, keys | {"q"} == {"a", "b", "q"}, keys - {"a"}, keys ^ {"b", "c"} == {"a", "c"}, keys == {"a", "b"}, keys.isdisjoint(["x"]))
print({"a": 1}.items() & {("a", 1)}, ("a", 1) in {"a": 1}.items(), 1 in {"a": 1}.values(), len({"a": 1}.items()))
m = {i: i for i in range(5)}
try:
    for key in m:
        del m[key]
except RuntimeError as error:
    print(error)
try:
    for key in m:
        m[key * 100 + 1000] = 1
except RuntimeError as error:
    print(error)
for key in list(m):
    if key % 2:
        del m[key]
print(m)
order = {}
for n in (5, 3, 9, 1):
    order[n] = n
del order[3]
order[3] = "again"
print(order, next(iter(order)), list(order.items())[-1])
selfish = {}
selfish["me"] = selfish
print(selfish)


class Missing(dict):
    def __missing__(self, key):
        return f"missing {key}"


print(Missing(a=1)["b"], Missing(a=1)["a"], Missing().get("b"))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return self.n == other.n


table = {Key(n): n for n in range(50)}
print(len(table), table[Key(17)], Key(99) in table, sum(table.values()))
large = {f"k{i}": i for i in range(10_000)}
for i in range(0, 10_000, 3):
    del large[f"k{i}"]
for i in range(0, 10_000, 6):
    large[f"k{i}"] = -i
print(len(large), sum(large.values()), large["k1"], large.get("k3"), large["k6"])
print({1: "a", True: "b", 1.0: "c"}, {(1, 2): "t"}[1, 2], {None: 0, "": 1, (): 2}[()], {0.0: "zero"}[-0.0], {2 ** 70: 1}[2 ** 70])

s = {1, 2, 3}
s.add(4)
s.add(1)
s.discard(99)
s.remove(2)
print(s == {1, 3, 4}, len(s), 3 in s, s | {9} == {1, 3, 4, 9}, s & {1, 4} == {1, 4}, s - {1} == {3, 4}, s ^ {1, 7} == {3, 4, 7})
attempt(s.remove, 99)
attempt(set().pop)
attempt(lambda: {[]})
attempt(lambda: {1} | [1])
attempt(hash, set())
attempt(lambda: set(5))
print({1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]), {1, 2} == {2, 1}, {1} != {2})
print(s.union([5], (6,)) == {1, 3, 4, 5, 6}, s.intersection([1], [1, 3]), s.difference([1], [3]), s.symmetric_difference([1]) == {3, 4})
s.update([10, 11], {12})
s.intersection_update([1, 10, 11])
s.difference_update([11])
s.symmetric_difference_update([1, 2])
print(s == {2, 10}, s.copy() == s, s.clear(), s, set(), {1}, set("a"), frozenset(), frozenset([1]))
s |= {1, 2}
s &= {2, 3}
s ^= {5}
s -= {2}
print(s)
f = frozenset([1, 2])
print(f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([2, 1])], f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__)
attempt(lambda: f.add(1))
print(sorted({x % 3 for x in range(10)}), {*"ab", *[1]} == {"a", "b", 1}, len({1, 1.0, True}), {frozenset([1])} == {frozenset([1])}, {1} in [{1}])
try:
    for v in (grow := {1, 2}):
        grow.add(v + 100)
except RuntimeError as error:
    print(error)
numbers = set()
for i in range(5_000):
    numbers.add(i * 31 % 4_999)
for i in range(0, 5_000, 2):
    numbers.discard(i)
print(len(numbers), sum(numbers), {1} in {frozenset([1])})
