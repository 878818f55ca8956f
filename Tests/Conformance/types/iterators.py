# enumerate, zip, map, filter, reversed, iter(callable, sentinel), __getitem__ sequences.


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], 1)), list(enumerate("ab", start=10**20)))
print(list(enumerate("ab", True)), list(enumerate(iterable="x")), list(enumerate("abc", 2**62 - 2)))
error(enumerate)
error(enumerate, 5)
error(enumerate, "a", "b")
error(enumerate, "a", 1, 2)
print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3])), list(zip("ab", (1, 2), strict=True)))
error(lambda: list(zip("ab", [1], strict=True)))
error(lambda: list(zip("a", [1, 2], strict=True)))
error(lambda: list(zip("a", [1], "bc", strict=True)))
error(lambda: list(zip("ab", [1, 2], "c", strict=True)))
error(zip, 5)
error(zip, "a", 5)
error(lambda: zip("a", other=1))
print(dict(zip("abc", range(3))), list(zip(*[(1, 2), (3, 4)])))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(max, [1], [5], [3])))
error(map, str)
error(map)
error(map, str, 5)
error(lambda: list(map(5, [1])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(bool, (0, 2))))
error(filter, None)
error(filter, None, 5)
error(lambda: list(filter(lambda x: 1 / x, [1, 0])))
print(list(reversed([1, 2])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({1: 2, 3: 4})))
error(reversed, 5)
error(reversed, {1})
error(reversed, iter([]))


class Sequence:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


s = Sequence([1, 2, 3])
print(list(s), list(reversed(s)), 2 in s, 9 in s, [*s], tuple(s), type(iter(s)).__name__, type(reversed(s)).__name__)
i = iter(s)
print(next(i), i.__length_hint__(), list(i), list(i))
i = reversed(s)
print(i.__length_hint__(), next(i), i.__length_hint__(), list(i), list(i), i.__length_hint__())


class Stopping:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


print(list(Stopping()))


class Failing:
    def __getitem__(self, index):
        if index == 2:
            raise KeyError(index)
        return index


error(list, Failing())


class NoReverse:
    __reversed__ = None

    def __len__(self):
        return 0

    def __getitem__(self, index):
        raise IndexError


error(reversed, NoReverse())


class OwnReverse:
    def __reversed__(self):
        return "own"


print(reversed(OwnReverse()))
counter = iter(range(10))
print(list(iter(lambda: next(counter), 4)), next(counter))
i = iter(lambda: 1, 1)
print(list(i), list(i), type(i).__name__)
error(iter, 5)
error(iter, 5, 6)
error(iter)


def raising():
    raise StopIteration


print(list(iter(raising, 0)))
e = enumerate("abc")
print(next(e), next(e), list(e), list(e), iter(e) is e, type(e).__name__)
z = zip([1, 2], [3])
print(next(z), list(z), iter(z) is z)


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise ZeroDivisionError("next")


error(lambda: list(Iterator()))
error(lambda: list(zip([1], Iterator())))
error(lambda: list(map(str, Iterator())))
error(lambda: list(enumerate(Iterator())))


class NotIterator:
    def __iter__(self):
        return 5


error(iter, NotIterator())
error(next, 5)
error(next, [])
print(next(iter([]), "default"), next(iter([1]), "default"))
error(next, iter([]))


class MyEnumerate(enumerate):
    pass


print(list(MyEnumerate("ab")), type(MyEnumerate("a")).__name__)
m = map(lambda *a: a, "ab", (n for n in range(5)))
print(next(m), list(m), list(m))
print(sum(map(int, "123")), max(filter(None, [3, 0, 5])), any(map(bool, [0, 1])), all(x for x, y in zip([1], [2])))
