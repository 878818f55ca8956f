# list.sort and sorted.
import random


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


random.seed(7)


def check(l):
    expected = []
    for x in l:
        low, high = 0, len(expected)
        while low < high:
            middle = (low + high) // 2
            if x < expected[middle]:
                high = middle
            else:
                low = middle + 1
        expected.insert(low, x)
    got = sorted(l)
    assert [(type(x), x) for x in got] == [(type(x), x) for x in expected], (l, got)
    copy = l[:]
    copy.sort(reverse=True)
    assert copy == expected[::-1] or sorted(copy) == expected
    return len(got)


total = 0
for size in (0, 1, 2, 3, 5, 31, 63, 64, 65, 100, 257, 1000):
    total += check([random.randrange(size + 1) for _ in range(size)])
    total += check([random.random() for _ in range(size)])
    total += check(["%x" % random.randrange(1 << 40) for _ in range(size)])
    total += check(list(range(size)))
    total += check(list(range(size))[::-1])
    total += check([x % 3 for x in range(size)])
    total += check([random.choice([1, 1.0, True, 2, 0.5]) for _ in range(size)])
    total += check([(random.randrange(5), random.randrange(5)) for _ in range(size)])
    total += check([10**20 + random.randrange(100) for _ in range(size)])
    total += check(list(range(size)) + list(range(size // 2)) + [0])
print(total)

pairs = [(random.randrange(10), index) for index in range(500)]
by_first = sorted(pairs, key=lambda p: p[0])
assert all(a[0] < b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(by_first, by_first[1:]))
backwards = sorted(pairs, key=lambda p: p[0], reverse=True)
assert all(a[0] > b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(backwards, backwards[1:]))
print(by_first[:3], backwards[:3])

print(sorted(["b", "a", "é", "日本", "ab", "", "\U0001f600"]))
print(sorted("hello"), sorted({"b": 1, "a": 2}), sorted((3, 1, 2), reverse=True))
print(sorted([3, -1, 2.5, 10**30, -10**30]), sorted([0.0, -0.0, 1e300, -1e300, float("inf")]))
print(sorted(["bb", "a", "ccc"], key=len), sorted([3, 1, 2], key=lambda x: -x))
print(sorted([1, 2], key=None))
l = [3, 1, 2]
print(l.sort(), l, l.sort(reverse=1), l)
error(sorted, [1, "a"])
error(sorted, [1, None])
error(sorted, [1 + 2j, 2j])
error([1].sort, 1)
error([1].sort, key=5)
error([1].sort, cmp=5)
error([1, 2].sort, key=lambda x: 1 / 0)
error(sorted)
error(sorted, 5)
error(sorted, [1], None)
l = [3, 2, 1]


def grow(x):
    l.append(x)
    return x


error(l.sort, key=grow)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"Item({self.n})"


items = [Item(n % 7) for n in range(20)]
items.sort()
print(items)


class Bad:
    def __lt__(self, other):
        raise KeyError("no order")


l = [Bad() for _ in range(10)]
error(l.sort)
print(len(l), len(set(map(id, l))))


class Truth:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return [1] if self.n < other.n else []


print([t.n for t in sorted([Truth(3), Truth(1), Truth(2)])])
