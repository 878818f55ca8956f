# set and frozenset. Iteration order of small ints is shown on purpose: programs print such sets.


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(set(), {1}, {3, 1, 2}, set("a"), frozenset(), frozenset([1]), frozenset({2, 1}), set(range(10)))
print({5, 100, 3, 77, 1000, -1, 0, 12345}, set(range(0, 100, 7)), {n * n for n in range(20)})
error(set, 5)
error(set, 1, 2)
error(set, [[]])
error(lambda: {[]})
error(hash, set())
error(frozenset, 1)
s = {1, 2, 3}
s.add(4)
s.add(1)
s.add(1.0)
s.add(True)
print(s, len(s), 1 in s, 1.0 in s, 9 in s, "a" in s)
s.discard(1)
s.discard(99)
s.remove(2)
print(s)
error(s.remove, 2)
error(s.remove, "x")
error(s.remove, [])
error(s.discard, [])
error(lambda: [] in s)
error(s.add, {})
print({1}.pop(), s.pop() in (3, 4))
error(set().pop)
s = {1, 2, 3, 4}
t = {3, 4, 5}
print(s | t, s & t, s - t, s ^ t, t - s)
print(s.union(t, [9], (10,)), s.intersection(t, [3]), s.difference(t, [1]), s.symmetric_difference([1, 8]))
print(s.union(), s.intersection(), s.difference(), s.union("a") == {1, 2, 3, 4, "a"})
print(s.issubset([1, 2, 3, 4, 5]), s.issuperset([1]), s.isdisjoint([7]), s.isdisjoint(t))
print(s < {1, 2, 3, 4, 5}, s <= s, s < s, s > {1}, s >= t, s == {4, 3, 2, 1}, s != t, s == [1])
for operation in ("|", "&", "-", "^", "<"):
    error(lambda: eval(f"s {operation} [1]", {"s": s}))
    error(lambda: eval(f"[1] {operation} s", {"s": s}))
u = set(s)
u |= {10}
u &= {1, 2, 10}
u -= {1}
u ^= {2, 3}
print(u)
try:
    u |= [1]
except TypeError as problem:
    print(problem)
u.update([1], (2,), {3: 4}, "z")
print(u == {10, 3, 1, 2, "z"})
u.intersection_update([1, 2, 3], {2, 3})
print(u)
u.difference_update([2], [77])
print(u)
u.symmetric_difference_update([3, 4, 4])
print(u)
u.clear()
print(u)
s |= s
s &= s
print(s)
s ^= s
print(s)
s = {1, 2}
s -= s
print(s)
f = frozenset([1, 2, 3])
print(f, f | {4}, {4} | f, type(f | {4}), type({4} | f), f & {1}, f - {1}, f ^ {1, 9}, frozenset(f) is f, f.copy() is f)
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([3, 2, 1])) == hash(f), hash(frozenset(range(100))))
print(f == {1, 2, 3}, {1, 2, 3} == f, f < {1, 2, 3, 4}, {f: 1}[frozenset([3, 1, 2])])
error(lambda: f.add(1))
nested = {frozenset([1]), frozenset([2])}
print({1} in nested, {3} in nested)
nested.discard({1})
nested.remove({2})
print(nested)
error(nested.remove, {5})
print(repr(set()), str({1}), repr(frozenset()), {None}, {(1, 2)}, {"a"}, bool(set()), bool({0}))
s = {1}
try:
    for x in s:
        s.add(x + 1)
except RuntimeError as problem:
    print(problem)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as problem:
    print(problem)
i = iter({1, 2, 3})
print(i.__length_hint__(), next(i), i.__length_hint__(), list(i), list(i), type(i).__name__)
s = set(range(1000))
s -= set(range(0, 1000, 2))
print(len(s), sum(s), 1 in s, 2 in s)
s &= set(range(500))
print(len(s), sum(s), sorted(s)[:3])
while s:
    s.pop()
print(s, len(s))
popped = set(range(8))
print([popped.pop() for _ in range(8)])


class Named(set):
    def __init__(self, items=(), name="n"):
        super().__init__(items)
        self.name = name


n = Named([1, 2], name="x")
print(n, n.name, n == {1, 2}, type(n | {3}), type(n.copy()), n - {1}, len(n))


class Frozen(frozenset):
    pass


z = Frozen([1, 2])
z.tag = "t"
print(z, z.tag, z == frozenset([1, 2]), hash(z) == hash(frozenset([1, 2])), type(z | z), Frozen())


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Same) and self.n == other.n


s = {Same(n) for n in range(10)} | {Same(n) for n in range(5, 15)}
print(len(s), Same(3) in s, Same(20) in s, len(s & {Same(1), Same(99)}), len(s - {Same(1)}), len(s ^ {Same(1), Same(99)}))
print(set([1, 2]).__eq__(5), {1}.__or__({2}), {1}.__or__([2]), {1}.__contains__(1), {2}.__len__(), set.__hash__)
error({1}.union, 5)
error({1}.issubset, 5)
error({1}.update, 5)
error({1}.add)
error({1}.isdisjoint, 5)
