# Slices of list: reading, assigning and deleting, for many bounds, against a model.


def model_indices(slice_, length):
    return list(range(*slice_.indices(length)))


values = [None, 0, 1, 2, 5, 7, -1, -2, -5, -8, 100, -100, 10**30, -10**30]
steps = [None, 1, 2, 3, -1, -2, -3, 100, -100, 10**30, -10**30]
base = list(range(6))
checked = 0
digest = 0
for start in values:
    for stop in values:
        for step in steps:
            s = slice(start, stop, step)
            places = model_indices(s, len(base))
            got = base[s]
            assert got == [base[p] for p in places], (s, got)
            assert tuple(base)[s] == tuple(got)
            kept = [x for p, x in enumerate(base) if p not in set(places)]
            copy = base[:]
            del copy[s]
            assert copy == kept, (s, copy)
            copy = base[:]
            copy[s] = [100 + p for p in places]
            expected = base[:]
            for p in places:
                expected[p] = 100 + p
            if step in (None, 1):
                low, high, _ = s.indices(len(base))
                expected = base[:low] + [100 + p for p in places] + base[max(low, high):]
            assert copy == expected, (s, copy, expected)
            checked += 1
            digest = (digest * 31 + sum(got)) % 1000003
print(checked, digest)


def show(source, l):
    names = {"l": l}
    try:
        exec(source, names)
        print(source, names["l"])
    except Exception as problem:
        print(source, f"{type(problem).__name__}: {problem}")


for source in (
    "l[1:1] = [7, 8]", "l[1:3] = []", "l[:] = 'abc'", "l[5:] = [1]", "l[3:1] = [9]",
    "l[::2] = [1, 2]", "l[::2] = [1]", "l[::2] = (1, 2, 3)", "l[::-1] = 'abcd'", "l[::2] = 5",
    "l[1:2] = 5", "l[::0] = []", "del l[::0]", "l[::0]", "l['a':]", "l[1.5:]", "del l['a':]",
    "l[1:2] = l", "l[:] = l", "l[::-1] = l", "l[1:1] = (x for x in range(3))", "l[-1:] = {5: 6}",
    "del l[:]", "del l[1:3]", "del l[::3]", "del l[::-2]", "del l[3:1]", "l[1:2] = None",
    "l[::2] = None", "l[::2] = range(2)", "l[2:2] = range(3)", "l += l[::2]",
):
    show(source, [0, 1, 2, 3])


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


l = [0, 1, 2, 3, 4]
print(l[Index(1):Index(4):Index(2)], l[Index(-1)])
l[Index(0)] = "x"
print(l)


class Evil:
    def __index__(self):
        l.clear()
        return 3


l = list(range(10))
print(l[Evil():])
l = list(range(10))
l[Evil():] = [1]
print(l)
l = list(range(10))
del l[Evil():]
print(l)
l = list(range(10))


def shrinking():
    yield 1
    del l[2:]
    yield 2


l[5:7] = shrinking()
print(l)
