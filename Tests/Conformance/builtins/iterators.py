class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Sequence:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


class NotIterator:
    def __iter__(self):
        return 5


class NoneIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class NoContains:
    def __iter__(self):
        return iter([1, 2])

    __contains__ = None


print(list(Countdown(3)), list(Sequence()), 20 in Sequence(), 5 in Sequence(), list(iter(Sequence())))
print(next(iter([1])), next(iter([]), "empty"), next(Countdown(0), None))
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)))
print(list(enumerate("abc", 1)), list(zip([1, 2], "ab", (3, 4))), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
print(list(filter(None, [0, 1, "", "x"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2, 3])))
print(list(zip()), list(zip([1])), dict(zip("ab", [1, 2])), list(map(str, [1, None])))
for bad in (NotIterator(), NoneIter(), 3, None):
    try:
        iter(bad)
    except TypeError as e:
        print(e)
try:
    1 in NoContains()
except TypeError as e:
    print(e)
try:
    1 in 3
except TypeError as e:
    print(e)
i = iter([1, 2, 3])
print(next(i), list(i), list(i), i.__length_hint__())
print(iter(i) is i, type(iter([])).__name__, type(iter(())).__name__)
print(type(iter({})).__name__, type(iter(set())).__name__, type(iter(range(3))).__name__, type(iter(int, 1)).__name__)


def generator():
    received = yield 1
    print("received", received)
    return "result"


g = generator()
print(next(g))
try:
    g.send("value")
except StopIteration as e:
    print("value", e.value)


class Contains:
    def __contains__(self, x):
        return x == 1


print(1 in Contains(), 2 in Contains(), 1 not in Contains())
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, (nan,) == (nan,))
print(max(Countdown(4)), sum(Countdown(4)), sorted(Countdown(4)), any(Countdown(2)), all(Countdown(2)))
a, *b, c = Countdown(5)
print(a, b, c)
