"""collections: deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap."""
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d.maxlen, d[0], 3 in d, list(reversed(d)))
d.extend([7, 8])
d.extendleft("ab")
d.rotate(1)
print(d, d.count(7), d.index("a"), deque("abc") == deque("abc"), deque([1]) < deque([2]))
attempt(deque().pop)
attempt(deque().popleft)
attempt(lambda: deque()[0])
d = deque(range(5))
d.remove(2)
d.insert(1, "i")
d.reverse()
d[0] = "z"
del d[1]
print(d, d.copy(), d + deque([1]), d * 2, d.clear(), d, bool(d))
c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), sorted(c.elements()), c.total(), c + Counter("aaa"), c - Counter("aab"), c & Counter("ab"), c | Counter("zz"))
c.update("zzz")
c.subtract("a")
c["new"] += 2
del c["b"]
print(c, Counter(a=2, b=-1), +Counter(a=2, b=-1), Counter({"x": 1}) == Counter("x"), Counter([1, 1, 2]).most_common())
dd = defaultdict(list)
dd["x"].append(1)
dd["y"]
print(dd, dd["x"], dict(dd), dd.default_factory, "zz" in dd, dd.get("q"), defaultdict(int, a=1))
attempt(lambda: defaultdict(None)["x"])
attempt(defaultdict, 5)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), list(o), o == {"b": 2, "a": 1}, o == OrderedDict([("a", 1), ("b", 2)]), list(reversed(o)))
Point = namedtuple("Point", ["x", "y"], defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._make([3, 4]), p == (1, 0), *p, Point._field_defaults)
attempt(Point)
attempt(Point, 1, 2, 3)
attempt(lambda: setattr(p, "x", 1))
attempt(namedtuple, "A", "a a")
attempt(namedtuple, "A", "class")
print(namedtuple("R", "a class b", rename=True)._fields, isinstance(p, tuple), Point.__name__, Point.x.__doc__)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], sorted(m), m.maps[0], len(m), m.new_child({"a": 0})["a"], m.parents)
