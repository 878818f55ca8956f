# Containers that are changed by the code they call while they are at work.


def report(label, function):
    try:
        print(label, function())
    except Exception as problem:
        print(label, f"{type(problem).__name__}: {problem}")


class Clearing:
    """Equal to nothing; clears a container when it is compared."""

    target = None

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if self.target is not None:
            target, Clearing.target = Clearing.target, None
            target.clear()
        return False


def with_target(make, use):
    container = make()
    Clearing.target = container
    try:
        return use(container), container
    finally:
        Clearing.target = None


def length_of(pair):
    result, container = pair
    return result, len(container)


report("list in", lambda: length_of(with_target(lambda: [1, Clearing(), 2], lambda l: 3 in l)))
report("list index", lambda: length_of(with_target(lambda: [1, Clearing(), 2], lambda l: l.index(2))))
report("list count", lambda: length_of(with_target(lambda: [Clearing(), 2, 2], lambda l: l.count(2))))
report("list remove", lambda: length_of(with_target(lambda: [Clearing(), 2, 2], lambda l: l.remove(2))))
report("list ==", lambda: length_of(with_target(lambda: [Clearing(), 2], lambda l: l == [1, 2])))
report("dict in", lambda: length_of(with_target(lambda: {Clearing(): 1, 6: 2}, lambda d: 5 in d)))
report("dict get", lambda: length_of(with_target(lambda: {Clearing(): 1}, lambda d: d.get(5))))
report("dict set", lambda: length_of(with_target(lambda: {Clearing(): 1}, lambda d: d.__setitem__(5, 1))))
report("dict pop", lambda: length_of(with_target(lambda: {Clearing(): 1}, lambda d: d.pop(5, "no"))))
report("dict setdefault", lambda: length_of(with_target(lambda: {Clearing(): 1}, lambda d: d.setdefault(5, 7))))
report("set in", lambda: length_of(with_target(lambda: {Clearing(), 6}, lambda s: 5 in s)))
report("set add", lambda: length_of(with_target(lambda: {Clearing(), 6}, lambda s: s.add(5))))
report("set discard", lambda: length_of(with_target(lambda: {Clearing(), 6}, lambda s: s.discard(5))))


class Growing:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 9

    def __eq__(self, other):
        for n in range(100):
            self.target.setdefault(n + 1000, n)
        return self is other


d = {}
d[Growing(d)] = 1
d[9] = "nine"
print(len(d), d[9], 1000 in d)


class Repr:
    def __init__(self, target):
        self.target = target

    def __repr__(self):
        self.target.clear()
        return "cleared"


l = []
l.extend([1, Repr(l), 2])
print(repr(l), l)
d = {}
d.update(a=1, b=Repr(d), c=3)
print(repr(d), d)
s = set()
s.add(Repr(s))
print(repr(s), s)

l = [1, 2, 3]
l.extend(x for x in l if len(l) < 10)
print(l)
report("dict update", lambda: {1: 1}.update((d.clear(), 2) for _ in range(2)))


class Hash:
    def __init__(self, d):
        self.d = d

    def __hash__(self):
        self.d.clear()
        return 3


d = {1: 1}
d[Hash(d)] = 2
print(len(d))


class Deleting:
    """Changes the list that holds it when it dies."""

    def __init__(self, l):
        self.l = l

    def __del__(self):
        self.l.append("died")


l = []
l.append(Deleting(l))
l[0] = 1
print(l)
l[:] = [Deleting(l), Deleting(l)]
l[:] = [5]
print(l)
l[:] = [Deleting(l)]
l.clear()
print(l)
l[:] = [Deleting(l), 2]
del l[0]
print(l)
l[:] = [Deleting(l), 2]
del l[::2]
print(l)
d = {}


class DeletingKey:
    def __init__(self, d):
        self.d = d

    def __del__(self):
        self.d["died"] = len(self.d)


d["x"] = DeletingKey(d)
d["x"] = 1
print(d)
d["y"] = DeletingKey(d)
del d["y"]
print(d)
d["y"] = DeletingKey(d)
d.clear()
print(d)
sort_me = [3, 1, 2]


class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        sort_me.append(9)
        return self.n < other.n


report("sort", lambda: sort_me.sort(key=Key))
