"""The builtin functions."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print(abs(-3), abs(2.5), all([1, 0]), any([0, 1]), ascii("é"), bin(10), bool([]), callable(len), chr(97))
print(divmod(17, 5), hex(255), oct(8), ord("a"), pow(2, 10), round(3.7), sorted([2, 1]), sum([1, 2], 10))
print(len("abc"), max(1, 5, 3), min([4, 2]), max("a", "bb", key=len), min([], default="none"), max([1, 2], default=0))
attempt(max, [])
attempt(max)
attempt(max, 1, "a")
attempt(min, 5)
attempt(len, 5)
attempt(abs, "a")
attempt(sum, ["a"])
attempt(sum, ["a"], "")
attempt(ord, "")
attempt(sorted, 5)
attempt(iter, 5)
attempt(next, [])
attempt(next, iter([]))
print(next(iter([]), "default"), list(iter(lambda c=[3]: c.append(c.pop() - 1) or c[0], 0)))
print(isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, int), type(1), type("a").__name__)
attempt(isinstance, 1, 5)
attempt(issubclass, 1, int)
print(list(map(str, [1, 2])), list(filter(lambda v: v > 1, [1, 2, 3])), list(zip("ab", [1, 2, 3])), list(enumerate("ab")))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(map)
attempt(lambda: list(map(5, [1])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(range(5))[slice(1, 3)])
attempt(reversed, {1})
print(getattr("a", "upper")(), getattr(1, "zzz", "default"), hasattr(1, "real"), hasattr(1, "zzz"))


class Thing:
    attribute = 1

    def __dir__(self):
        return ["b", "a"]


thing = Thing()
setattr(thing, "x", 5)
delattr(thing, "x")
print(hasattr(thing, "x"), dir(thing), vars(Thing)["attribute"], vars(Thing()))
attempt(vars, 5)
attempt(getattr, thing, "zz")
attempt(getattr, thing, 5)
print(eval("1 + x", {"x": 2}), eval(compile("3 * 4", "f", "eval")), exec("y = 1"), globals()["__name__"])
attempt(eval, "1 +")
attempt(eval, "x = 1")
attempt(compile, "1", "f", "bad")
print(repr("a"), str(5), format(3.14159, ".2f"), format(255, "x"), format("a", ">3"), format(None), hash(5))
attempt(format, 5, "zz")
attempt(format, [], "5")
attempt(format, "a", "d")
print(int("5"), float("2.5"), complex(1), str(b"a", "ascii"), list("ab"), tuple([1]), set(), dict(a=1), frozenset())
print(bytes(2), bytearray(b"a"), memoryview(b"a")[0], object().__class__, slice(1, 2), range(3), type(None), type(...))
print(id(thing) == id(thing), id(thing) != id(Thing()), NotImplemented, Ellipsis, __debug__, None)
print("a", 1, None, sep="-", end="\n", flush=True)
print()
print("no newline", end="")
print("", "x", sep="")
attempt(print, 1, sep=5)
attempt(print, 1, end=5)
print(*[1, 2, 3], sep=", ")
print(type(type), type(object), object.__class__, type.__mro__, isinstance(type, object), type(print).__name__, type(len), type([].append).__name__)
print(int.__add__(1, 2), str.upper("a"), list.append, dict.get, (5).__add__(1), "x".__class__.__mro__)
print(callable(Thing), callable(thing), staticmethod(len)(["a"]), isinstance(Thing.__dict__, dict))
print(sum(x for x in range(5)), max((x for x in range(5)), key=lambda v: -v), sorted({"b": 1, "a": 2}), list({"b": 1}.items()))
print(round(2.567, 2), round(1234, -2), round(-2.5), round(True), divmod(-7, 3), divmod(7.5, 2), pow(2, -1), pow(2, 3, 5))
print(input() if False else "input skipped", open if False else "open skipped", len(dir(__builtins__)) > 100)
print(__import__("math").pi, bool(__import__("sys").version_info >= (3, 13)))
print(aiter.__name__, anext.__name__, breakpoint.__name__, help if False else "help")
for value in (0, 1, 1.5, "a", b"a", None, True, [1], (1,), {1: 2}, {1}, len, int, ..., range(2), slice(1), 1j):
    print(type(value).__name__, bool(value), end="; ")
print()
