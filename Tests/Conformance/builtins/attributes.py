class A:
    x = 1

    def __init__(self):
        self.y = 2

    def __getattr__(self, name):
        if name == "dynamic":
            return "made"
        raise AttributeError(f"no {name}")


class Raises:
    @property
    def bad(self):
        raise ValueError("property")

    @property
    def missing(self):
        raise AttributeError("inner")


a = A()
print(getattr(a, "x"), getattr(a, "y"), getattr(a, "dynamic"), getattr(a, "z", "default"))
print(hasattr(a, "x"), hasattr(a, "zz"), hasattr(a, "dynamic"), hasattr(Raises(), "missing"))
try:
    hasattr(Raises(), "bad")
except ValueError as e:
    print("propagates", e)
setattr(a, "new", 3)
print(a.new, vars(a))
delattr(a, "new")
print(vars(a), hasattr(a, "new"))
try:
    delattr(a, "new")
except AttributeError as e:
    print(e)
print(sorted(n for n in dir(a) if not n.startswith("__")))
print([n for n in dir(object()) if n in ("__class__", "__eq__", "__hash__", "__repr__")])


class Dir:
    def __dir__(self):
        return ["b", "a", "c"]


print(dir(Dir()))


def f(p, q=2):
    local = 5
    print(sorted(dir()), vars(), locals())


f(1)
print(id(a) == id(a), id(None) == id(None), id(1) == id(1), isinstance(id("x"), int))
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)))


class Hashed:
    def __hash__(self):
        return 2**80

    def __eq__(self, other):
        return True


class Unhashable:
    def __eq__(self, other):
        return True


print(hash(Hashed()) == hash(2**80), hash(-1), hash(-2), hash(2**61 - 1))
try:
    hash(Unhashable())
except TypeError as e:
    print(e)
try:
    class BadHash:
        def __hash__(self):
            return "x"
    hash(BadHash())
except TypeError as e:
    print(e)
class Slots:
    __slots__ = ("only",)

s = Slots()
s.only = 1
try:
    s.other = 2
except AttributeError as e:
    print(e)
try:
    vars(s)
except TypeError as e:
    print(e)
