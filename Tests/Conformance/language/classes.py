"""Inheritance, descriptors, properties, `super()`, metaclasses, `__slots__`, special methods."""


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super(D, self).who()


print(D().who(), [c.__name__ for c in D.__mro__])
print(issubclass(D, A), isinstance(D(), C), D.__bases__ == (B, C), A.__subclasses__() == [B, C])

try:
    class Bad(A, B):
        pass
except TypeError as error:
    print(error)


class Celsius:
    def __init__(self, degrees=0):
        self._degrees = degrees

    @property
    def degrees(self):
        """The temperature."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        self._degrees = None

    @property
    def read_only(self):
        return 1


t = Celsius(5)
t.degrees += 10
print(t.degrees, Celsius.degrees.__doc__)
del t.degrees
print(t.degrees)
for action in (lambda: setattr(t, "degrees", -300), lambda: setattr(t, "read_only", 2),
               lambda: delattr(t, "read_only"), lambda: t.nothing, lambda: delattr(t, "nothing")):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return f"from {owner.__name__}"


class Person:
    name = Typed(str)
    age = Typed(int)
    place = NonData()


p = Person()
print(p.name, p.place)
p.name = "Ann"
p.__dict__["place"] = "own"
print(p.name, p.place, sorted(p.__dict__))
try:
    p.age = "old"
except TypeError as error:
    print(error)
del p.name
print(p.name, type(Person.name).__name__)


class Meta(type):
    def __new__(mcs, name, bases, namespace, **kwargs):
        namespace["made_by"] = mcs.__name__
        cls = super().__new__(mcs, name, bases, namespace)
        cls.options = kwargs
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)

    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return {"prepared": name}

    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.called = True
        return instance

    def __contains__(cls, item):
        return item == cls.__name__

    def __len__(cls):
        return 42

    @property
    def loud(cls):
        return cls.__name__.upper()


class Made(metaclass=Meta, flag=1):
    def __init__(self, x):
        self.x = x


print(Made.made_by, Made.options, Made.prepared, Made(3).called, "Made" in Made, len(Made))
print(Made.loud, type(Made).__name__, isinstance(Made, Meta))


class Registered:
    children = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.children.append((cls.__name__, tag))


class One(Registered, tag="1"):
    pass


class Two(One):
    pass


print(Registered.children)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


class SlottedChild(Slotted):
    __slots__ = ("z",)


s = SlottedChild(1)
s.z = 3
print(s.x, s.z, hasattr(s, "y"), hasattr(s, "__dict__"))
for action in (lambda: s.y, lambda: setattr(s, "other", 1), lambda: setattr(Slotted(1), "z", 1)):
    try:
        action()
    except AttributeError as error:
        print(error)


class Fallback:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"no {name}"

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __delattr__(self, name):
        print("del", name)


f = Fallback()
f.x = 4
del f.x
print(f.x, f.other)


class Everything:
    def __getattribute__(self, name):
        return f"got {name}"


print(Everything().anything)


class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Number(self.n + other.n) if isinstance(other, Number) else NotImplemented

    def __radd__(self, other):
        return Number(other + self.n)

    def __iadd__(self, other):
        self.n += 100
        return self

    def __neg__(self):
        return Number(-self.n)

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Number) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        return self.n != 0

    def __len__(self):
        return self.n

    def __index__(self):
        return self.n

    def __repr__(self):
        return f"Number({self.n})"

    def __str__(self):
        return f"<{self.n}>"

    def __format__(self, spec):
        return f"{spec}:{self.n}"

    def __contains__(self, item):
        return item == self.n

    def __matmul__(self, other):
        return "matmul"

    def __divmod__(self, other):
        return "divmod", other

    def __pow__(self, other, mod=None):
        return "pow", other, mod


n = Number(3)
print(n + Number(4), 5 + n, -n, n == Number(3), n == 3, n != Number(3), n < Number(9), not n)
n += 1
print(n, [n], f"{n:abc}", f"{n!r}", len(Number(2)), [10, 20, 30][Number(1)], 103 in n)
print(n @ n, divmod(n, 2), pow(n, 2), pow(n, 2, 3), n ** 4, {Number(1): "v"}[Number(1)])
print(sorted([Number(3), Number(1), Number(2)]), max(Number(1), Number(5)))
for action in (lambda: n + "x", lambda: n - 1, lambda: n > "a", lambda: n[0], lambda: iter(n),
               lambda: n(), lambda: ~n):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Left:
    def __eq__(self, other):
        return "left eq"


class Right(Left):
    def __eq__(self, other):
        return "right eq"


print(Left() == Right(), Left() == 1, 1 == Left())


class Unhashable:
    def __eq__(self, other):
        return True


try:
    hash(Unhashable())
except TypeError as error:
    print(error)


class Context:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__ if kind else None, value)
        return self.swallow


with Context(True) as c, Context(False):
    raise ValueError("inside")
with Context(False) as c:
    print("body")


class Sequence:
    def __getitem__(self, index):
        if index >= 4:
            raise IndexError
        return index * index


print(list(Sequence()), 9 in Sequence(), *Sequence())


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), sum(Countdown(5)), tuple(Countdown(2)))
print(type("Dynamic", (A,), {"x": 1, "f": lambda self: self.x})().f(), type(3) is int)
print(A.who.__qualname__, D.__module__, D.__name__, A().__class__ is A)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Generic[5])


class WithNew:
    instances = 0

    def __new__(cls, *args):
        cls.instances += 1
        return super().__new__(cls)

    def __init__(self, *args):
        self.args = args


print(WithNew(1, 2).args, WithNew.instances)


class Text(str):
    def shout(self):
        return self.upper() + "!"


class Listed(list):
    def __init__(self, *items):
        super().__init__(items)

    def total(self):
        return sum(self)


print(Text("abc").shout(), Text("a") + "b", Listed(1, 2, 3).total(), Listed(1) + [2], len(Text("xyz")))

a = A()
a.__class__ = B
print(a.who())
a.x = 1
print(vars(a), a.__dict__ is a.__dict__)
method = a.who
print(method(), method.__self__ is a, method.__func__ is B.who, a.who == a.who)
