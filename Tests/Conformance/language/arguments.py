"""Every kind of parameter, and the messages when a call does not fit."""


def plain(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


def positional(a, b, /, c, *, d):
    return a, b, c, d


def only_defaults(a=1, /, b=2, *, c=3):
    return a, b, c


print(plain(1, c=3))
print(plain(1, 5, 6, 7, c=3, e=8))
print(plain(*[1, 2, 3], **{"c": 4, "z": 5}))
print(plain(1, *(2, 3), c=1, *(4,), **{"q": 1}, w=2))
print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))
print(only_defaults(), only_defaults(5, c=6))
print((lambda x, *y, z=1, **w: (x, y, z, w))(1, 2, z=3, k=4))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print(error)


attempt(plain)
attempt(plain, 1)
attempt(plain, 1, c=1, a=2)
attempt(positional, 1, 2)
attempt(positional, 1, b=2, c=3, d=4)
attempt(positional, 1, 2, 3, 4, d=4)
attempt(positional, 1, 2, 3, d=4, e=5)
attempt(positional, 1, 2, 3)
attempt(only_defaults, 1, 2, 3)
attempt(only_defaults, a=1)
attempt(lambda: 1, 2)
attempt(lambda a, b, c: 1)
attempt(lambda a, b, *, c, d: 1, 1, 2)
attempt(lambda a=1, b=2: 1, 1, 2, 3)
attempt(lambda **k: k, **{"a b": 1})


class Callable:
    def __call__(self, a, *, b=1):
        return a, b

    def method(self, a):
        return a

    @staticmethod
    def static(a):
        return a

    @classmethod
    def of_class(cls, a):
        return cls.__name__, a


attempt(Callable(), 1, b=2)
attempt(Callable())
attempt(Callable().method)
attempt(Callable().method, 1, 2)
attempt(Callable.static, 1, 2)
attempt(Callable.of_class, 1)
attempt(Callable.of_class)
attempt(Callable, 1)
attempt(len)
attempt(len, 1, 2)
attempt(int, x=1)
attempt(print, 1, separator=2)
attempt([].append)
attempt({}.get)
attempt("".join, 1, 2)
attempt(5)
attempt(None)

try:
    plain(1, c=1, **{"c": 2})
except TypeError as error:
    print(error)
try:
    plain(*5)
except TypeError as error:
    print(error)
try:
    plain(1, **5)
except TypeError as error:
    print(error)


def mutable_default(item, box=[]):
    box.append(item)
    return box


mutable_default(1)
print(mutable_default(2), mutable_default.__defaults__, plain.__kwdefaults__)

count = 0


def evaluated_once(value=(count := count + 1)):
    return value


print(evaluated_once(), evaluated_once(), count)
print(plain.__name__, plain.__qualname__, plain.__code__.co_varnames, plain.__code__.co_argcount)


def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19):
    return a0 + a19 + a10


print(many(*range(20)), many(**{f"a{i}": i for i in range(20)}))
