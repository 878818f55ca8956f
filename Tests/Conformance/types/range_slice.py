# range and slice.


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(range(5), range(1, 5), range(1, 10, 2), range(5, 1, -1), range(0), range(1, 2, 1))
for arguments in ((), (1, 2, 3, 4), (1.5,), ("a",), (1, 2, 0), (1, None)):
    error(range, *arguments)
error(lambda: range(stop=5))
checked = 0
for start in range(-4, 5):
    for stop in range(-4, 5):
        for step in (-3, -2, -1, 1, 2, 3):
            r = range(start, stop, step)
            l = []
            n = start
            while n < stop if step > 0 else n > stop:
                l.append(n)
                n += step
            assert list(r) == l and len(r) == len(l) and list(reversed(r)) == l[::-1], r
            assert [x in r for x in range(-6, 7)] == [x in l for x in range(-6, 7)]
            assert [r[i] for i in range(-len(l), len(l))] == [l[i] for i in range(-len(l), len(l))]
            for s in (slice(1, None), slice(None, None, -1), slice(-3, None, 2), slice(4, 0, -2)):
                assert list(r[s]) == l[s], (r, s)
            checked += 1
print(checked)
r = range(10, 30, 3)
print(len(r), r[0], r[-1], r[2:5], r[::-1], r[1:-1:2], r.start, r.stop, r.step, r.index(13), r.count(13), r.count(14))
error(lambda: r[7])
error(lambda: r[-8])
error(lambda: r["a"])
error(lambda: r[1.0])
error(r.index, 14)
error(r.index, "x")
print(13 in r, 14 in r, 13.0 in r, "x" in r, True in range(2), None in r)
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) != range(4))
print(hash(range(0)) == hash(range(5, 5)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), hash(range(3)))
error(lambda: range(3) < range(4))
print(bool(range(0)), bool(range(1)), repr(range(2)), list(range(3)) == [*range(3)])
big = range(10**20, 10**20 + 5)
print(big, list(big), len(big), big[2], big[-1], 10**20 + 3 in big, 5 in big, list(reversed(big)), big[1:3], big.index(10**20 + 1))
print(range(-10**20, 10**20, 10**19)[3], len(range(-10**20, 10**20, 10**19)), range(10**20)[-1], range(0, 10**30, 10**29)[::-2])
error(len, range(10**20))
print(10**19 in range(10**20), bool(range(10**20)), range(10**20) == range(10**20), hash(range(10**20)) == hash(range(10**20)))
print(range(2**62 - 2, 2**62 + 2), list(range(2**62 - 2, 2**62 + 2)), sum(range(2**61, 2**61 + 3)), list(range(2**63 - 1, 2**63 + 1)))
i = iter(range(3))
print(i.__length_hint__(), next(i), i.__length_hint__(), list(i), list(i), type(i).__name__, type(iter(big)).__name__)
error(lambda: next(iter(range(0))))
error(lambda: range(3).start.x)
try:
    r.start = 4
except AttributeError as problem:
    print(problem)
try:
    range(3)[0] = 1
except TypeError as problem:
    print(problem)
print(range(True, 3), list(range(False, True)))


class Index:
    def __index__(self):
        return 4


print(range(Index()), list(range(Index())), range(10)[Index()])
print(sum(range(1000)), max(range(5)), sorted(range(3, 0, -1)), tuple(range(2)), set(range(3)))

s = slice(1, 2, 3)
print(s, slice(5), slice(1, None), s.start, s.stop, s.step, s == slice(1, 2, 3), s != slice(1, 2), s < slice(2, 0, 0))
print(slice(None, -2, 2).indices(10), slice(5, None, -1).indices(3), slice(-100, 100).indices(5), slice(10**30).indices(4))
error(slice)
error(slice, 1, 2, 3, 4)
error(slice(0, 1, 0).indices, 5)
error(slice(0, 1).indices, -1)
error(slice("a").indices, 5)
error(lambda: slice(1).indices("a"))
print(hash(slice(1, 2, 3)) == hash(slice(1, 2, 3)), {slice(1): 2}[slice(1)])
try:
    s.start = 1
except AttributeError as problem:
    print(problem)


class Recorder:
    def __getitem__(self, key):
        return key


print(Recorder()[1:2, ::3], Recorder()[:], Recorder()["a":"b"])
