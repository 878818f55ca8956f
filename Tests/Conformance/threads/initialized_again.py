"""Objects whose `__init__` or `__setstate__` is called again while other threads use them: each use
sees a function, a class or a state that was given, and what was replaced goes."""
import collections
import functools
import itertools
import threading
import types

ROUNDS = 1_500
problems = []
made = []


class Value:
    def __init__(self, number):
        self.number = number
        made.append(1)

    def __del__(self):
        made.pop()

    def __call__(self, *arguments, **keywords):
        return self.number


class Base:
    def who(self):
        return "base"


class Middle(Base):
    def who(self):
        return "middle"


class Last(Middle):
    def who(self):
        return "last"


class Holder:
    managed = property(Value(0), Value(0), Value(0))
    bound = classmethod(Value(0))
    plain = staticmethod(Value(0))


managed, bound, plain = (vars(Holder)[name] for name in ("managed", "bound", "plain"))
last = Last()
partial = functools.partial(Value(0), 1, key=2)
upper = super(Last, last)
error = OSError(1, "one")
group = ExceptionGroup("group", [ValueError(1)])
syntax = SyntaxError("text", ("file", 1, 2, "line"))
decode = UnicodeDecodeError("utf-8", b"abc", 0, 1, "reason")
module = types.ModuleType("first")
space = types.SimpleNamespace(number=0)
default = collections.defaultdict(Value(0))
deque = collections.deque(range(5), 10)
zipped = zip(itertools.repeat(1), itertools.repeat(2))
items, table, members, text = [], {}, set(), bytearray()


def check(name, value, allowed):
    if value not in allowed:
        problems.append((name, value))


def use():
    numbers = range(3)
    holder = Holder()
    check("property", holder.managed, numbers)
    holder.managed = 1
    del holder.managed
    check("fget", managed.fget(), numbers)
    check("fset", managed.fset(), numbers)
    check("copy", managed.setter(None).fget(), numbers)
    managed.__doc__, managed.__isabstractmethod__
    check("classmethod", Holder.bound(), numbers)
    check("staticmethod", Holder.plain(), numbers)
    check("__func__", plain.__func__(), numbers)
    check("__wrapped__", bound.__wrapped__(), numbers)
    check("wrapper", plain(), numbers)
    check("partial", partial(), numbers)
    check("super", upper.who(), ("middle", "base"))
    check("__thisclass__", upper.__thisclass__, (Last, Middle))
    check("__self__", upper.__self__, (last,))
    repr(upper), repr(plain), repr(partial)
    check("args", error.args, ((1, "one"), (2, "two")))
    check("str", str(syntax).split()[0], ("text", "other"))
    check("decode", decode.reason, ("reason", "other"))
    check("group", group.message, ("group",))
    check("module", module.__name__, ("first", "second"))
    check("space", space.number, numbers)
    check("factory", default.default_factory(), numbers)
    check("deque", deque.maxlen, (10, 20))
    check("zip", next(zipped), ((1, 2),))
    check("cause", type(error.__cause__), (type(None), ValueError))
    check("suppress", error.__suppress_context__, (False, True))
    check("name", Last.__name__, ("Last", "Other"))
    check("qualname", Last.__qualname__, ("Last", "Other"))


def change(number):
    value = Value(number)
    managed.__init__(value, value, value, "doc")
    bound.__init__(value)
    plain.__init__(value)
    partial.__setstate__((value, (3,), {"key": 4}, None))
    super.__init__(upper, Middle if number == 1 else Last, last)
    error.__init__(number, "two")
    syntax.__init__("other", ("file", 3, 4, "line"))
    decode.__init__("ascii", b"def", 1, 2, "other")
    module.__init__("second", "doc")
    space.__init__(number=number)
    default.__init__(value)
    deque.__init__(range(3), 20 if number == 1 else 10)
    zipped.__setstate__(number == 1)
    items.__init__(range(number))
    table.__init__({number: number})
    members.__init__([number])
    text.__init__(b"a" * number)
    error.__cause__ = ValueError(number)
    error.__suppress_context__ = number == 1
    Last.__name__ = Last.__qualname__ = "Last" if number == 1 else "Other"


def work(index, barrier):
    barrier.wait()
    try:
        for number in range(ROUNDS):
            if index < 2:
                change(1 + (number + index) % 2)
            else:
                use()
    except Exception as problem:
        problems.append(repr(problem))


barrier = threading.Barrier(4)
threads = [threading.Thread(target=work, args=(index, barrier)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(set(map(str, problems)))[:5])

# The objects hold what they were given last; the rest is gone.
final = Value(9)
for _ in range(2):
    managed.__init__(final, final, final)
    bound.__init__(final)
    plain.__init__(final)
    partial.__setstate__((final, (), {}, None))
    default.__init__(final)
del final
print("left:", len(made))
