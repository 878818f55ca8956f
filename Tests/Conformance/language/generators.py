"""Generators with send, throw, close, return values and `yield from`."""


def echo():
    received = []
    while True:
        value = yield received
        if value is None:
            return "done"
        received.append(value)


g = echo()
print(next(g), g.send(1), g.send(2))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


def guarded():
    try:
        yield 1
        yield 2
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("finally")
    yield "after"


g = guarded()
print(next(g), g.throw(ValueError("v")), next(g), list(g))
g = guarded()
next(g)
g.close()
print(list(g))
g = guarded()
try:
    g.throw(KeyError("early"))
except KeyError as error:
    print("out", error)


def inner():
    try:
        x = yield "inner 1"
        print("inner got", x)
        y = yield "inner 2"
        print("inner got", y)
    except RuntimeError as error:
        print("inner caught", error)
        yield "recovered"
    return "result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [10, 20]
    yield from (i * i for i in range(3))


g = outer()
print(next(g), g.send("a"), g.send("b"), next(g), list(g))
g = outer()
next(g)
print(g.throw(RuntimeError("r")), list(g))


def stops():
    yield 1
    raise StopIteration("inside")


try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))

g = (i for i in range(3))
print(next(g), list(g), list(g))


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as error:
    print(error)

g = echo()
try:
    g.send(5)
except TypeError as error:
    print(error)


def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores_exit()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


import itertools
print(list(itertools.islice(fibonacci(), 12)))


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(tree(4)))


def with_context():
    class Manager:
        def __enter__(self):
            print("enter")

        def __exit__(self, *args):
            print("exit", args[0])

    with Manager():
        yield 1
        yield 2


for value in with_context():
    print(value)
g = with_context()
next(g)
g.close()


def returns_in_finally():
    try:
        yield 1
    finally:
        return 5


g = returns_in_finally()
next(g)
try:
    g.throw(ValueError)
except StopIteration as stop:
    print("value", stop.value)

print(type(g).__name__, g.__name__, g.gi_frame, g.gi_running)
print(sum(x * y for x in range(4) for y in range(4) if x != y))
print([*(c for c in "abc"), *range(2)], {**{c: 1 for c in "ab"}, "z": 2})


def late_binding():
    n = 1
    g = (n * i for i in range(3))
    n = 10
    return list(g)


print(late_binding())


def first_iterable_is_eager():
    try:
        g = (x for x in missing)
    except NameError as error:
        return str(error)


print(first_iterable_is_eager())
