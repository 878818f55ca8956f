"""Closures, `nonlocal`, `global`, class scopes, and names that are deleted."""

counter = 0


def bump():
    global counter
    counter += 1
    return counter


print(bump(), bump(), counter)


def make_counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count

    return step, read


step, read = make_counter()
step()
step(5)
print(read(), step.__closure__[0].cell_contents)

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def shared_cell():
    x = 1

    def one():
        nonlocal x
        x += 1

    def two():
        nonlocal x
        x *= 10

    one()
    two()
    one()
    return x


print(shared_cell())


def deep():
    a = 1

    def middle():
        b = 2

        def inner():
            nonlocal a
            a += b
            return a

        return inner

    return middle()(), a


print(deep())

x = "global"


class Scope:
    x = "class"
    y = x

    def method(self):
        return x

    z = [x for _ in range(1)]
    w = [v for v in (x, y)]


print(Scope.y, Scope().method(), Scope.z, Scope.w)


def outer():
    x = "outer"

    class Inner:
        y = x
        x = "inner"

        def method(self):
            return x, self.x, __class__.__name__

    return Inner().y, Inner().method()


try:
    print(outer())
except (NameError, UnboundLocalError) as error:
    print(type(error).__name__, error)


def deleted():
    value = 1
    del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(deleted())


def deleted_free():
    value = 1

    def get():
        return value

    del value
    try:
        return get()
    except NameError as error:
        return str(error)


print(deleted_free())

try:
    print(no_such_name)
except NameError as error:
    print(error, error.name)

try:
    del no_such_name
except NameError as error:
    print(error)


def conditional(flag):
    if flag:
        value = "set"
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(conditional(True), conditional(False))


def loop_variable():
    functions = []
    for i in range(3):
        def f():
            return i
        functions.append(f)
    i = 99
    return [f() for f in functions]


print(loop_variable())


def exec_locals():
    a = 1
    b = "two"
    return sorted(locals().items())


print(exec_locals())
print("counter" in globals(), globals()["x"])

try:
    raise KeyError("k")
except KeyError as caught:
    pass
try:
    caught
except NameError as error:
    print(error)


def recursive(n):
    def down(k):
        return 0 if k == 0 else k + down(k - 1)
    return down(n)


print(recursive(50))
