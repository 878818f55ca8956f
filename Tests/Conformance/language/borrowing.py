"""Operands are evaluated in order, and keep the value they had when they were evaluated."""

x = [1]
print(x + (x := [2]))


def g(*args):
    return args


x = 1
print(g(x, [x := 3], x))


def augmented():
    x = 1

    def inner():
        nonlocal x
        x = 10
        return 5

    x += inner()
    return x


print(augmented())

a = [0, 0]
i, a[i] = 1, 9
print(i, a)


def unbound_before_call():
    calls = []

    def h():
        calls.append("called")

    try:
        print(y, h())
        y = 1
    except UnboundLocalError as error:
        print(error)
    return calls


print(unbound_before_call())


def locals_and_walrus(n):
    return n * (n := n + 1) + n, [n, (n := 7), n]


print(locals_and_walrus(3))


def swap(a, b, c):
    a, b, c = c, a, b
    a, b = b, a
    return a, b, c


print(swap(1, 2, 3))


def destination_is_operand():
    s = "a"
    s = s + s
    s = s * 2 + s
    n = 5
    n = n - n + n
    return s, n


print(destination_is_operand())


class Noisy:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("add", self.name, other.name)
        return Noisy(self.name + other.name)

    def __getitem__(self, key):
        print("get", self.name, key)
        return key

    def __setitem__(self, key, value):
        print("set", self.name, key, value)

    def __call__(self, *args):
        print("call", self.name, args)
        return args


def make(name):
    print("make", name)
    return Noisy(name)


make("a")[make("k").name] = make("v").name
(make("a") + make("b")) + make("c")
make("f")(make("x").name, *[make("y").name])
make("p")[1], make("q")[2] = make("r")[3], make("s")[4]
print({make("k1").name: make("v1").name, make("k2").name: make("v2").name})
print(1 < (2 if make("t") else 0) < 3, 5 < make("never")[0] if False else "skipped")


def cell_order():
    x = 1

    def read():
        return x

    return (x, read(), (x := 2), read(), x)


print(cell_order())

values = [1, 2, 3]
for values[0] in [7, 8]:
    print(values)


def comprehension_scope():
    x = "outer"
    inner = [x for x in range(3)]
    nested = [[x for x in range(y)] for y in range(3)]
    last = [y := n for n in range(4)]
    return x, inner, nested, last, y


print(comprehension_scope())
