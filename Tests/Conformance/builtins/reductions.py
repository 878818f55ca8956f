print(all([]), all([1, 2]), all([1, 0]), any([]), any([0, 3]), any(x > 2 for x in range(4)))
print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([0.1] * 10), sum([1, 2.5, 3]), sum([[1], [2]], []))
print(sum([2**62, 2**62, 2**62]), sum([1e100, 1.0, -1e100]), sum([True, True]), sum([1.5, 2], start=1))
print(sum([0.1, 0.2, 0.3]), sum([float("inf"), 1.0]), sum([1e308, 1e308]), sum((1, 2, 3j)))
print(sum(range(100)), sum({1: 2, 3: 4}), sum(x * x for x in range(10)))
print(max(1, 2, 3), max([3, 1, 2]), max("hello"), max([1, 5], key=lambda x: -x), max([], default=7))
print(min(3, 1, 2), min([[2], [1, 5]]), min("hello"), min((3, "c"), (1, "z")), min([], default=None))
print(max([1, 1.0, True]), min([1.0, 1]), max("aB", key=str.lower), max({"x": 3, "a": 9}))
print(sorted([3, 1, 2]), sorted("hello"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}))
print(sorted(["bb", "a", "ccc"], key=len, reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")]))
print(sorted([1, 2, 3, 4, 5, 6], key=lambda x: x % 3), sorted([True, False, 2, -1]))
print(len(""), len([1, 2]), len({1: 2}), len(range(10)), len((1,)), len({1, 2}), len(b"abc"))


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(Sized(5)), bool(Sized(0)), bool(Sized(1)))
for bad in (-1, "x", 2.5, 2**100):
    try:
        len(Sized(bad))
    except Exception as e:
        print(type(e).__name__, e)


class Ordered:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"O{self.n}"


print(sorted([Ordered(3), Ordered(1), Ordered(2)]), max(Ordered(1), Ordered(4)), min(Ordered(1), Ordered(4)))
