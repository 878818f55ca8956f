"""Attributes in arithmetic and in augmented assignments, for every kind of operand: what is done at
once for numbers must be the same as one step after the other."""


class Plain:
    def __init__(self, n):
        self.n = n
        self.m = n


class Slotted:
    __slots__ = ("n", "m")

    def __init__(self, n):
        self.n = n
        self.m = n


class Logged:
    """Stores pass through __setattr__."""

    def __init__(self, n):
        object.__setattr__(self, "log", [])
        object.__setattr__(self, "n", n)
        object.__setattr__(self, "m", n)

    def __setattr__(self, name, value):
        self.log.append((name, value))
        object.__setattr__(self, name, value)


class Guarded:
    """`n` is a data descriptor over an instance's own value."""

    def __init__(self, n):
        self.__dict__["n"] = "hidden"
        self.__dict__["m"] = n
        self.value = n

    @property
    def n(self):
        return self.value * 10

    @n.setter
    def n(self, new):
        self.value = new


class Number:
    def __init__(self, text):
        self.text = text

    def __add__(self, other):
        return Number(f"({self.text}+{other})")

    def __radd__(self, other):
        return Number(f"({other}+{self.text})")

    def __iadd__(self, other):
        return Number(f"({self.text}+={other})")

    def __sub__(self, other):
        return Number(f"({self.text}-{other})")

    def __rsub__(self, other):
        return Number(f"({other}-{self.text})")

    def __mul__(self, other):
        return Number(f"({self.text}*{other})")

    def __rmul__(self, other):
        return Number(f"({other}*{self.text})")

    def __repr__(self):
        return self.text


def computed(o, p, y):
    return [
        o.n + p.m, o.n - p.m, o.n * p.m,
        o.n + y, y + o.n, o.n - y, y - o.n, o.n * y, y * o.n,
        o.n + 3, o.n - 3, o.n * 3, o.n + o.n, o.n * o.n,
    ]


def updated(o, y, z):
    o.n += y
    first = o.n
    o.n -= y
    second = o.n
    o.n += 7
    third = o.n
    o.n -= 7
    fourth = o.n
    o.n += y * z
    fifth = o.n
    o.n -= y * z
    return [first, second, third, fourth, fifth, o.n]


def scaled(o, p, y):
    o.n += o.m * y
    first = o.n
    o.n -= y * p.m
    second = o.n
    o.n += p.m * o.m
    o.m -= o.n * o.n
    return [first, second, o.n, o.m]


def scaled_in_steps(n, m, p, y):
    product = m * y
    first = n + product
    product = y * p
    second = first - product
    product = p * m
    third = second + product
    product = third * third
    return [first, second, third, m - product]


def products(x, y, z):
    return [x * y + y * z, x * x + y * y + z * z, x * y + z * x + y * y + x * x - z * z]


def products_in_steps(x, y, z):
    xy, yz, xx, yy, zz, zx = x * y, y * z, x * x, y * y, z * z, z * x
    first = xy + yz
    second = xx + yy
    second = second + zz
    third = xy + zx
    third = third + yy
    third = third + xx
    return [first, second, third - zz]


def quotient(x, y, z):
    try:
        return z / (x * y)
    except (ArithmeticError, TypeError) as error:
        return type(error), str(error)


def quotient_in_steps(x, y, z):
    product = x * y
    try:
        return z / product
    except (ArithmeticError, TypeError) as error:
        return type(error), str(error)


def computed_in_steps(n, m, y):
    return [
        n + m, n - m, n * m, n + y, y + n, n - y, y - n, n * y, y * n, n + 3, n - 3, n * 3, n + n,
        n * n,
    ]


def updated_in_steps(n, y, z):
    first = n + y
    second = first - y
    third = second + 7
    fourth = third - 7
    product = y * z
    fifth = fourth + product
    return [first, second, third, fourth, fifth, fifth - product]


def attempt(function, *arguments):
    try:
        return repr(function(*arguments))[:100]
    except TypeError as error:
        return str(error)


VALUES = [
    5, -3, 0, 2**61, -(2**61), 2**62 - 1, 2**100, True, 1.5, -0.0, 0.0, 1e300, 1e-300, 5e-324,
    float("inf"), 2.0**-255, 2j,
]

# Numbers: each class, so that the caches meet several shapes, then each pair of values.
for make in Plain, Slotted, Logged, Guarded, Plain:
    print(make.__name__, computed(make(3), make(5), 2.5), updated(make(3), 2, 4))
    for x in VALUES:
        for y in VALUES:
            n = x * 10 if make is Guarded else x
            assert repr(computed(make(x), make(y), y)) == repr(computed_in_steps(n, y, y)), (x, y)
            if make is not Guarded:
                assert repr(updated(make(x), y, 1.25)) == repr(updated_in_steps(x, y, 1.25)), (x, y)
                assert repr(updated(make(x), y, 3)) == repr(updated_in_steps(x, y, 3)), (x, y)
                for z in 1.5, 3:
                    found = scaled(make(x), make(z), y)
                    assert repr(found) == repr(scaled_in_steps(x, x, z, y)), (x, y, z)
                    found = products(x, y, z)
                    assert repr(found) == repr(products_in_steps(x, y, z)), (x, y, z)
                    found = quotient(x, y, z)
                    assert repr(found) == repr(quotient_in_steps(x, y, z)), (x, y, z)

# Other operands, once the caches know the shape.
for x in "a", [1], (2,), Number("n"), None, {1}:
    for y in "b", [3], (4,), Number("k"), 5, None:
        print(repr(x)[:20], repr(y), attempt(computed, Plain(x), Plain(y), y))
        target = Plain(x)
        print(repr(x)[:20], repr(y), attempt(updated, target, y, 2), repr(target.n)[:50])
        target = Plain(x)
        print(repr(x)[:20], repr(y), attempt(scaled, target, Plain(y), 3), repr(target.n)[:50])
        print(repr(x)[:20], repr(y), attempt(products, x, y, 2), attempt(products, 2, x, y))
        print(repr(x)[:20], repr(y), attempt(quotient, x, 2, y), attempt(quotient, 2.5, 0.0, y))

logged = Logged(1)
print(updated(logged, 2, 3), logged.log)


# What the class learns later counts at once.
def step(o):
    o.n += 1
    return o.n + o.m


class Late:
    def __init__(self):
        self.n = 1
        self.m = 10


late = Late()
print([step(late) for _ in range(5)])
Late.n = property(lambda self: self.__dict__["n"] * 100, lambda self, v: print("set", v))
print([step(late) for _ in range(2)])
del Late.n
print([step(late) for _ in range(2)])
Late.__setattr__ = lambda self, name, value: print("setattr", name, value)
print([step(late) for _ in range(2)])
del Late.__setattr__
Late.__getattribute__ = lambda self, name: 1000
print([step(late) for _ in range(2)])
del Late.__getattribute__
print([step(late) for _ in range(2)])
del late.n
try:
    step(late)
except AttributeError as error:
    print(error)
late.n = 4
print(step(late))
late.__dict__ = {"n": 8, "m": 9}
print(step(late), late.__dict__)


# The attribute is read before the right-hand side is computed, and the object is looked up once.
class Meddler:
    def __init__(self, target):
        self.target = target

    def __mul__(self, other):
        self.target.n = 1000
        return 5

    def __radd__(self, other):
        return ("radd", other)


target = Plain(1)
for factor in 2, 2, Meddler(target), 2:
    target.n += factor * 3
    print(target.n)


def swapped(o):
    p = o
    o.n, o = o.n + 1, Plain(50)
    return p.n, o.n


print(swapped(Plain(1)))


# The last use of an object releases it after the work.
class Dying(Plain):
    def __del__(self):
        print("gone with", self.n)


def last_sum(o):
    return o.n + o.m


def last_product(o):
    return o.n * 2.5


def last_plus(o):
    return o.n + 1


def last_pair(o, p):
    return o.n + p.n


def last_update(o):
    o.n += 1


for _ in range(3):
    for function in last_sum, last_product, last_plus, last_update:
        print(function.__name__, function(Dying(4)))
    print(last_pair(Dying(1), Dying(2)))


# Errors tell where.
def failing(o, y):
    return (o.n
            + o.missing)


def failing_update(o, y):
    o.n += y * 2


for function, argument in (failing, 1), (failing_update, None), (failing_update, {}):
    for o in Plain(1), Plain(2.5):
        try:
            function(o, argument)
        except Exception as error:
            place = error.__traceback__.tb_next
            print(type(error).__name__, error, place.tb_lineno - place.tb_frame.f_code.co_firstlineno)

# Chained, nested, with other registers as operands and results.
a, b = Plain(2), Plain(3.5)
a.n = a.n + b.n - a.m * b.m + (a.n - 1) * (b.n + 1)
print(a.n)
a.other = b
a.other.n += a.n - b.m
print(b.n, a.other.n + a.other.m, -a.n + +b.n)
numbers = [Plain(i) for i in range(5)]
print(sum(o.n * o.m for o in numbers), [o.n - p.m for o in numbers for p in numbers])
x = 5
x = x - a.m
x = a.m - x
print(x)
