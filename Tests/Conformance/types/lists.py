"""list and tuple: methods, slices, sorting, comparison, errors."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


a = [3, 1, 2]
a.append(5)
a.extend((7, 8))
a.insert(0, "x")
a.insert(100, "end")
a.insert(-1, "before end")
print(a, a.pop(), a.pop(0), a.pop(-2), a.index(5), a.count(1), len(a))
a.remove(5)
print(a, 1 in a, 99 in a, a + [1], a * 2, [0] * 3, a[::-1], a[1:], a[-2:], a[10:], a[::2])
attempt(a.remove, 99)
attempt(a.index, 99)
attempt(a.index, 1, 3)
attempt([].pop)
attempt([1].pop, 5)
attempt(lambda: a[50])
attempt(lambda: a["x"])
attempt(lambda: a[1.5])
attempt(lambda: a + (1,))
attempt(lambda: a * 1.5)
attempt(lambda: a < 5)
attempt(lambda: hash([]))
attempt(lambda: a.__setitem__(50, 1))
attempt(lambda: a.__delitem__(50))
attempt(lambda: [].extend(5))
attempt(lambda: list(5))
b = list(range(10))
b[2:5] = ["a"]
print(b)
b[::3] = [0] * len(b[::3])
print(b)
attempt(lambda: b.__setitem__(slice(None, None, 2), [1]))
attempt(lambda: b.__setitem__(slice(0, 1), 5))
del b[1::2]
print(b)
b[:] = []
b[0:0] = [1, 2, 3]
b[5:] = "xy"
b[-1:] = []
print(b, b.copy() is b, b == b.copy(), [b] == [b])
b *= 2
b += (9,)
b += "s"
print(b)
c = [5, 2, 9, 1]
c.sort()
print(c, sorted(c, reverse=True), sorted("bca"), sorted([(1, "b"), (1, "a"), (0, "z")]))
c.sort(key=lambda v: -v)
print(c)
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
attempt(sorted, [1, "a"])
attempt(lambda: [3, 1].sort(lambda v: v))
d = [1, 2, 3]
d.reverse()
print(d, list(reversed(d)), d.clear(), d)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, 2] == [1, 2], [1] == (1,), [[1]] == [[1.0]], (1, 2) < (1, 3))
nested = [1]
nested.append(nested)
print(nested, repr(nested), len(nested))
t = (1, "a", 2.5)
print(t, (1,), (), t[0], t[-1], t[1:], t + (1,), t * 2, len(t), 1 in t, t.index("a"), t.count(1), hash(t) == hash((1, "a", 2.5)))
attempt(lambda: t.__setitem__)
attempt(lambda: exec("t[0] = 1"))
attempt(lambda: t[9])
attempt(lambda: hash(([],)))
attempt(lambda: t.index("zz"))
print(tuple("ab"), tuple([1]), tuple(), list("ab"), list((1, 2)), list({3: 4}), tuple(range(3)), [*range(3)], (*"ab",))
x = [1, 2, 3, 4, 5, 6]
for v in x:
    if v % 2:
        x.remove(v)
print(x)
x = [1]
for v in x:
    if len(x) < 5:
        x.append(v + 1)
print(x)
print([i for i in range(20) if i % 3 == 0 if i % 2 == 0], [[i, j] for i in "ab" for j in range(2)])
print(max([3, 1, 2]), min([3, 1, 2], key=lambda v: -v), sum([[1], [2]], []), any([0, ""]), all([]), list(zip([1, 2], "ab", (True, False))))
print(list(enumerate("ab", 1)), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])))
print([1, 2, 3].__getitem__(slice(0, 2)), slice(1, 5, 2).indices(4), slice(None), slice(1, 2) == slice(1, 2))
big = list(range(2000))
big.sort(key=lambda v: (v * 7919) % 2000)
print(big[:5], big[-5:], sum(big))


class Item:
    def __init__(self, key, order):
        self.key = key
        self.order = order

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.order}"


print(sorted([Item(k, i) for i, k in enumerate("cabbca" * 3)]))
sorting = [3, 2, 1]


def disturb(value):
    sorting.append(1)
    return value


attempt(lambda: sorting.sort(key=disturb))
print(range(5), range(1, 10, 3), list(range(10, 0, -3)), len(range(0, 10, 3)), 3 in range(5), range(5)[1:3], range(5)[-1])
print(range(3) == range(0, 3), hash(range(3)) == hash(range(0, 3)), range(10).index(3), range(0, 10, 2).count(4), range(2 ** 70)[2 ** 69])
attempt(range, 1, 2, 0)
attempt(range, 1.5)
attempt(lambda: range(3)[5])
