"""What threads share without naming it: types, caches, interned names, modules, the collector."""
import copy
import functools
import gc
import io
import random
import sys
import threading
import time
import types

THREADS = 4
ROUNDS = 4
problems = []
local = threading.local()


class Base:
    kind = "base"

    def __init__(self, value=0):
        self.value = value

    def describe(self):
        return self.kind

    @property
    def doubled(self):
        return self.value * 2

    @classmethod
    def make(cls):
        return cls(3)

    @staticmethod
    def plain(a, b=2):
        return a + b


class Left(Base):
    def describe(self):
        return "left " + super().describe()


class Right(Base):
    def describe(self):
        return "right " + super().describe()


class Both(Left, Right):
    pass


class Twin(Base):
    pass


class Finalized:
    def __init__(self):
        self.me = self

    def __del__(self):
        local.__dict__.get("x")


class Meta(type):
    def __call__(cls, *arguments):
        return super().__call__(*arguments)


class WithMeta(metaclass=Meta):
    pass


class Slots:
    __slots__ = ("a", "b", "__weakref__")


class Node:
    def __init__(self, next):
        self.next = next


def generate(count):
    for number in range(count):
        yield number


def delegate(count):
    total = yield from generate(count)
    return total


def raise_deep(depth):
    if depth == 0:
        raise KeyError("deep")
    try:
        raise_deep(depth - 1)
    except KeyError as error:
        raise ValueError(depth) from error


def closure():
    counter = 0

    def step():
        nonlocal counter
        counter += 1
        return counter

    return step


shared_step = closure()
shared_instance = Both(5)
shared_twin = Base(1)
shared_slots = Slots()
shared_generator = generate(100_000)
shared_lock = threading.RLock()
condition = threading.Condition()
event = threading.Event()
semaphore = threading.Semaphore(3)


def make_class(source):
    name = f"Made{source.randrange(50)}"
    made = type(name, (source.choice([Base, Left, Both]),), {"kind": name, "extra": 1})
    instance = made(2)
    instance.more = 3
    return instance.describe() + instance.kind


def cycle():
    first = Node(None)
    first.next = Node(first)


def chain_of_nodes():
    head = None
    for _ in range(500):
        head = Node(head)


def handle_errors():
    try:
        raise_deep(5)
    except ValueError as error:
        found = []
        while error is not None:
            found.append(error.__traceback__.tb_lineno)
            error = error.__cause__
        return found


def many_instances():
    return [Both(number).describe() for number in range(30)]


def swap_class():
    shared_twin.__class__ = Twin if type(shared_twin) is Base else Base


def wait_and_notify():
    with condition:
        condition.notify_all()
    with condition:
        condition.wait(0.0005)


def locked():
    with shared_lock:
        with shared_lock:
            return shared_step()


def text_work(source):
    number = source.randrange(1000)
    text = f"{number:>8}|{number!r}|{number / 3:.3f}" + "é" * (number % 5)
    return text.encode().decode().upper().split("|"), hash(text), "%s-%d" % (text, number),
    text in {text}


def dynamic(source):
    space = {"n": source.randrange(9)}
    exec("def f(a, b=1):\n    return [x + n for x in range(a)] + [b]\nr = f(n)", space)
    return eval("r[-1] + len(r)", space)


def set_attributes(source):
    name = "attribute" + str(source.randrange(40))
    setattr(shared_instance, name, 1)
    getattr(shared_instance, name, None)
    setattr(Base, "kind", source.choice(["base", "root"]))
    setattr(Left, name, 2)
    getattr(Both, name, None)
    if source.random() < 0.3:
        delattr(Left, name)


def use_local(source):
    local.x = source.random()
    local.y = [local.x]
    return local.x


def import_again(source):
    name = source.choice(["absent_module", "heapq", "bisect", "operator", "string", "enum",
    "dataclasses"])
    try:
        __import__(name)
    except ImportError:
        pass
    sys.modules.get(name)


def one_thread():
    thread = threading.Thread(target=use_local, args=(random.Random(1),),
    daemon=random.random() < 0.5)
    thread.start()
    thread.join()
    threading.enumerate()
    threading.active_count()


def output():
    stream = io.StringIO()
    print("a", 1, [2], file=stream)
    return stream.getvalue()


def numbers(source):
    big = source.getrandbits(200)
    return big * big % 997, str(big), pow(3, big, 1 << 64), divmod(big, 12345), float(big),
    round(big / 7, 2)


def match_it(value):
    match value:
        case {"a": x}:
            return x
        case [x, *_]:
            return x
        case Base(value=x):
            return x
        case _:
            return None


OPERATIONS = [
    make_class, lambda source: cycle(), lambda source: chain_of_nodes(),
    lambda source: handle_errors(),
    lambda source: many_instances(), lambda source: swap_class(), lambda source: wait_and_notify(),
    lambda source: locked(), text_work, dynamic, set_attributes, use_local, import_again,
    lambda source: one_thread(), lambda source: output(), numbers, lambda source: gc.collect(),
    lambda source: shared_instance.describe(), lambda source: shared_twin.describe(),
    lambda source: Both.make().doubled, lambda source: Base.plain(3), lambda source: WithMeta(),
    lambda source: Finalized(), lambda source: next(shared_generator, None),
    lambda source: list(delegate(20)), lambda source: shared_step(),
    lambda source: setattr(shared_slots, "a", 3), lambda source: getattr(shared_slots, "a", None),
    lambda source: event.set(), lambda source: event.clear(), lambda source: event.wait(0.0002),
    lambda source: semaphore.acquire(timeout=0.001) and semaphore.release(),
    lambda source: time.sleep(0.0001), lambda source: copy.deepcopy([{1: [2]}, (3,)]),
    lambda source: match_it(source.choice([{"a": 1}, [1, 2], Base(4), 7])),
    lambda source: sorted(range(50), key=lambda n: -n), lambda source: isinstance(shared_twin,
    Twin),
    lambda source: sys.intern("made " + str(source.randrange(200))), lambda source: dir(Both),
    lambda source: setattr(Base.__dict__["doubled"], "__doc__", str(source.random())),
    lambda source: Base.__dict__["doubled"].__doc__,
    lambda source: Base.__dict__["doubled"].__name__,
    lambda source: Base.__dict__["doubled"].__set_name__(Base, "doubled" + str(source.random())),
    lambda source: functools.reduce(lambda a, b: a + b, range(30)),
    lambda source: sys._getframe().f_code,
    lambda source: sys.exc_info(), lambda source: type(shared_twin).__mro__,
    lambda source: globals()["gc"],
    lambda source: types.FunctionType(cycle.__code__, globals())(),
    lambda source: vars(Both).copy(),
    lambda source: globals().__setitem__("made_up" + str(source.randrange(30)), 1),
    lambda source: globals().get("made_up3"),
]


def worker(index, barrier):
    source = random.Random(index)
    operations = OPERATIONS * 3
    source.shuffle(operations)
    barrier.wait()
    for operation in operations:
        try:
            operation(source)
        except (ValueError, AttributeError, RuntimeError) as error:
            if not isinstance(error, AttributeError) and "generator already" not in str(error):
                problems.append((operation.__code__.co_firstlineno, repr(error)))
        except BaseException as error:
            problems.append((operation.__code__.co_firstlineno, repr(error)))


for turn in range(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
    barrier = threading.Barrier(THREADS)
    threads = [
        threading.Thread(target=worker, args=(turn * THREADS + index, barrier))
        for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("problems:", sorted(set(problems)))
