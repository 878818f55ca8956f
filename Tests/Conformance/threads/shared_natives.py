"""Every mutable native object can be used by several threads at once: calls may fail with the
errors that a change meanwhile explains, and with no others."""
import collections
import contextlib
import copy
import functools
import heapq
import io
import itertools
import operator
import random
import sys
import threading
import types

ALLOWED = (IndexError, KeyError, RuntimeError, ValueError, StopIteration, AttributeError)
THREADS = 4
ROUNDS = 6
problems = []


class Plain:
    def __init__(self):
        self.first = 1


class Slotted:
    __slots__ = ("first", "second")


class Descriptor:
    def __get__(self, instance, owner=None):
        return owner.__name__

    def __set__(self, instance, value):
        instance.__dict__["hidden"] = value


class Managed:
    value = Descriptor()


class Changing:
    def method(self):
        return 1


class Child(Changing):
    pass


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *arguments):
        return False


@functools.lru_cache(maxsize=8)
def bounded(number):
    return number * 2


@functools.lru_cache(maxsize=None)
def unbounded(number, *, more=0):
    return number + more


@functools.cache
def cached(text):
    return text.upper()


class Lazy:
    @functools.cached_property
    def value(self):
        return object()


@functools.singledispatch
def dispatch(value):
    return "other"


def function(a, b=2, *, c=3):
    """A function whose parts are replaced."""
    return a + b + c


def other(a, b=5, *, c=6):
    return a * b * c


class Setup:
    """The objects that all threads use in one round."""

    def __init__(self):
        self.list = list(range(20))
        self.dict = {number: str(number) for number in range(20)}
        self.names = {"a": 1, "b": 2}
        self.set = set(range(20))
        self.deque = collections.deque(range(20))
        self.ring = collections.deque(range(4), maxlen=4)
        self.ordered = collections.OrderedDict((n, n) for n in range(10))
        self.default = collections.defaultdict(list)
        self.counter = collections.Counter("abracadabra")
        self.chain = collections.ChainMap({1: 2}, {3: 4})
        self.bytes = bytearray(b"some bytes to begin with")
        self.text = io.StringIO()
        self.binary = io.BytesIO(b"0123456789" * 10)
        self.random = random.Random(5)
        self.plain = Plain()
        self.slotted = Slotted()
        self.managed = Managed()
        self.lazy = Lazy()
        self.namespace = types.SimpleNamespace(x=1)
        self.module = types.ModuleType("made")
        self.partial = functools.partial(function, 1)
        self.heap = [5, 6, 7]
        self.error = ValueError("first")
        self.code = (function.__code__, other.__code__)
        self.iterators = [
            iter(range(1000)), iter(self.list), reversed(self.list), iter(self.dict),
            iter("text" * 50),
            iter(b"bytes" * 50), iter(bytearray(b"bytes" * 50)), iter(self.set), iter(self.deque),
            iter(tuple(range(500))), iter(self.dict.items()), iter(range(1 << 70, (1 << 70) + 500)),
            enumerate(range(500)), zip(range(500), range(500)), map(str, range(500)),
            filter(None, range(500)), iter(lambda: 3, 4), reversed(self.dict),
            iter(memoryview(b"abc" * 90)),
            itertools.count(), itertools.count(0.5, 0.25), itertools.cycle([1, 2, 3]),
            itertools.repeat(7, 300), itertools.chain([1] * 200, [2] * 200),
            itertools.chain.from_iterable([[1, 2]] * 200), itertools.islice(range(2000), 5, 900, 3),
            itertools.accumulate(range(500)), itertools.starmap(max, [(1, 2)] * 300),
            itertools.takewhile(lambda n: n < 400, range(500)),
            itertools.dropwhile(lambda n: n < 10, range(500)),
            itertools.filterfalse(lambda n: n % 2, range(500)),
            itertools.compress(range(500), [1, 0] * 250),
            itertools.pairwise(range(500)), itertools.batched(range(500), 3),
            itertools.zip_longest(range(300), range(400)), itertools.product([1, 2, 3], repeat=5),
            itertools.permutations(range(5)), itertools.combinations(range(10), 3),
            itertools.combinations_with_replacement(range(6), 3), *itertools.tee(range(500), 2),
            itertools.groupby(range(300), lambda n: n // 3), heapq.merge(range(300), range(300)),
        ]

    def operations(self):
        s = self
        return [
            lambda: s.list.append(1), lambda: s.list.pop(), lambda: s.list.insert(3, 4),
            lambda: s.list.extend([7, 8]), lambda: s.list.sort(), lambda: s.list.reverse(),
            lambda: s.list.__setitem__(2, 9), lambda: s.list.__setitem__(slice(1, 4), (1, 2)),
            lambda: s.list.__delitem__(slice(2, 5)), lambda: s.list.index(7),
            lambda: s.list.count(1),
            lambda: s.list.remove(8), lambda: sorted(s.list), lambda: sum(s.list),
            lambda: s.list * 2,
            lambda: s.list + [1], lambda: repr(s.list), lambda: tuple(s.list),
            lambda: s.list == [1, 2],
            lambda: s.list < [1, 2], lambda: s.list.copy(), lambda: 5 in s.list,
            lambda: min(s.list),
            lambda: s.list.__iadd__(s.list[:2]), lambda: ",".join(map(str, s.list)),
            lambda: s.list.clear(), lambda: s.list.extend(s.deque),
            lambda: s.dict.__setitem__(3, 4), lambda: s.dict.pop(5, None), lambda: s.dict.popitem(),
            lambda: s.dict.setdefault(6, 7), lambda: s.dict.update({1: 2, 30: 3}),
            lambda: s.dict.copy(),
            lambda: list(s.dict), lambda: list(s.dict.items()), lambda: repr(s.dict),
            lambda: len(s.dict),
            lambda: s.dict | {1: 2}, lambda: s.dict.__ior__({8: 9}), lambda: s.dict.keys() & {1, 2},
            lambda: s.dict == {}, lambda: dict(s.dict), lambda: s.dict.get(3), lambda: 4 in s.dict,
            lambda: dict.fromkeys(s.list), lambda: {**s.dict}, lambda: s.dict.clear(),
            lambda: s.names.__setitem__("c", 3), lambda: s.names.pop("c"), lambda: dict(**s.names),
            lambda: s.set.add(50), lambda: s.set.discard(3), lambda: s.set.pop(),
            lambda: s.set | {1},
            lambda: s.set.update([1, 2]), lambda: s.set.__ixor__({2, 60}), lambda: s.set & {1, 2},
            lambda: s.set.symmetric_difference_update({1, 5}), lambda: s.set <= {1},
            lambda: list(s.set),
            lambda: repr(s.set), lambda: s.set.remove(7), lambda: s.set.clear(),
            lambda: frozenset(s.set),
            lambda: s.set.intersection_update(range(30)), lambda: s.set == {1}, lambda: 4 in s.set,
            lambda: s.deque.append(1), lambda: s.deque.appendleft(1), lambda: s.deque.pop(),
            lambda: s.deque.popleft(), lambda: s.deque.rotate(2), lambda: s.deque.extend([1, 2]),
            lambda: s.deque.extendleft([1]), lambda: s.deque.remove(1), lambda: s.deque.index(2),
            lambda: s.deque.count(1), lambda: s.deque.insert(1, 2), lambda: s.deque.reverse(),
            lambda: list(s.deque), lambda: len(s.deque), lambda: s.deque[0], lambda: s.deque.copy(),
            lambda: s.deque.__setitem__(0, 5), lambda: s.deque == s.ring, lambda: s.ring.append(4),
            lambda: s.deque.clear(), lambda: s.ring.extend(range(9)), lambda: repr(s.ring),
            lambda: s.deque.__delitem__(0), lambda: sys.getsizeof(s.deque),
            lambda: s.ordered.move_to_end(3), lambda: s.ordered.popitem(last=False),
            lambda: s.ordered.__setitem__(3, 4), lambda: list(reversed(s.ordered)),
            lambda: s.ordered == {},
            lambda: s.default[1].append(2), lambda: s.default.pop(1),
            lambda: s.counter.update("ab"),
            lambda: s.counter.most_common(2), lambda: s.counter.total(),
            lambda: list(s.chain.items()),
            lambda: s.chain.__setitem__(3, 1), lambda: s.chain.new_child()[1],
            lambda: s.bytes.append(65), lambda: s.bytes.extend(b"abc"), lambda: s.bytes.pop(),
            lambda: s.bytes.replace(b"a", b"bb"), lambda: bytes(s.bytes),
            lambda: s.bytes.find(b"by"),
            lambda: s.bytes.__delitem__(slice(0, 2)), lambda: s.bytes[1:5], lambda: s.bytes.upper(),
            lambda: s.bytes.__iadd__(b"zz"), lambda: s.bytes == b"x", lambda: s.bytes.reverse(),
            lambda: s.bytes.insert(0, 66), lambda: s.bytes.split(), lambda: repr(s.bytes),
            lambda: s.bytes.decode("latin-1"), lambda: s.bytes.__setitem__(slice(0, 3), b"xyzzy"),
            lambda: s.bytes.hex(), lambda: s.bytes.clear(), lambda: b"".join([s.bytes, b"a"]),
            lambda: s.text.write("line\n"), lambda: s.text.getvalue(), lambda: s.text.seek(0),
            lambda: s.text.readline(), lambda: s.text.truncate(3), lambda: s.text.tell(),
            lambda: s.binary.write(b"line\n"), lambda: s.binary.getvalue(),
            lambda: s.binary.seek(0),
            lambda: s.binary.read(5), lambda: s.binary.truncate(30), lambda: s.binary.readline(),
            lambda: s.random.random(), lambda: s.random.randint(1, 6),
            lambda: s.random.shuffle(s.heap),
            lambda: s.random.seed(3), lambda: s.random.getstate(), lambda: s.random.gauss(0, 1),
            lambda: s.random.choice(s.list), lambda: s.random.getrandbits(70),
            lambda: s.random.randbytes(9),
            lambda: s.random.setstate(s.random.getstate()), lambda: s.random.sample(range(9), 3),
            lambda: setattr(s.plain, "second", 2), lambda: delattr(s.plain, "second"),
            lambda: s.plain.__dict__.update(third=3), lambda: vars(s.plain).copy(),
            lambda: setattr(s.plain, "__dict__", {"first": 3}), lambda: s.plain.first,
            lambda: setattr(s.slotted, "first", 1), lambda: s.slotted.first,
            lambda: delattr(s.slotted, "first"), lambda: setattr(s.managed, "value", 5),
            lambda: s.managed.value, lambda: s.managed.hidden, lambda: s.lazy.value,
            lambda: delattr(s.lazy, "value"), lambda: setattr(s.namespace, "y", 4),
            lambda: repr(s.namespace), lambda: delattr(s.namespace, "y"),
            lambda: setattr(s.module, "name", 4), lambda: s.module.name,
            lambda: vars(s.module).copy(),
            lambda: delattr(s.module, "name"), lambda: dir(s.plain),
            lambda: setattr(Changing, "extra", 3), lambda: Child.extra,
            lambda: delattr(Changing, "extra"),
            lambda: setattr(Changing, "method", lambda self: 2), lambda: Child().method(),
            lambda: setattr(Child, "__repr__", lambda self: "child"), lambda: repr(Child()),
            lambda: delattr(Child, "__repr__"), lambda: type("Made", (Child,), {"a": 1})().method(),
            lambda: Changing.__subclasses__(), lambda: setattr(Child, "__len__", lambda self: 3),
            lambda: bool(Child()), lambda: delattr(Child, "__len__"), lambda: Child.__mro__,
            lambda: setattr(Child, "__name__", "Child"), lambda: setattr(Child, "__doc__", "doc"),
            lambda: bounded(s.random.randrange(20)), lambda: unbounded(s.random.randrange(90)),
            lambda: unbounded(3, more=4), lambda: cached("abc"), lambda: bounded.cache_info(),
            lambda: bounded.cache_clear(), lambda: unbounded.cache_clear(),
            lambda: cached.cache_info(),
            lambda: dispatch(3), lambda: dispatch.register(int, lambda value: "int"),
            lambda: s.partial(2), lambda: setattr(s.partial, "note", 3), lambda: repr(s.partial),
            lambda: heapq.heappush(s.heap, 4), lambda: heapq.heappop(s.heap),
            lambda: heapq.heapify(s.heap),
            lambda: heapq.nsmallest(2, s.heap), lambda: heapq.heappushpop(s.heap, 2),
            lambda: function(1), lambda: function(1, c=5),
            lambda: setattr(function, "__defaults__", (4,)),
            lambda: setattr(function, "__kwdefaults__", {"c": 7}),
            lambda: setattr(function, "note", 1),
            lambda: setattr(function, "__code__", s.code[0]),
            lambda: setattr(function, "__code__", s.code[1]),
            lambda: function.__dict__.get("note"),
            lambda: setattr(function, "__name__", "function"),
            lambda: setattr(function, "__doc__", "more"), lambda: function.__doc__,
            lambda: repr(function),
            lambda: setattr(function, "__annotations__", {"a": int}),
            lambda: function.__annotations__,
            lambda: setattr(s.error, "args", (1, 2)), lambda: s.error.args, lambda: str(s.error),
            lambda: setattr(s.error, "__cause__", KeyError()), lambda: s.error.__cause__,
            lambda: setattr(s.error, "__context__", None), lambda: s.error.add_note("note"),
            lambda: s.error.with_traceback(None), lambda: s.error.__traceback__,
            lambda: operator.attrgetter("first")(s.plain), lambda: operator.itemgetter(1)(s.list),
            lambda: copy.copy(s.list), lambda: copy.deepcopy(s.heap), lambda: copy.copy(s.plain),
            lambda: sys.intern("name" + str(s.random.randrange(99))),
            lambda: sys.getrecursionlimit(),
        ]


def raising(shared):
    """One exception that several threads raise."""
    try:
        raise shared.error
    except ValueError as error:
        return error.__traceback__


def iterate(shared, source):
    iterator = source.choice(shared.iterators)
    for _ in range(source.randrange(20)):
        next(iterator, None)
    operator.length_hint(iterator, 0)


def worker(shared, index, barrier):
    source = random.Random(index)
    operations = shared.operations()
    source.shuffle(operations)
    barrier.wait()
    for operation in operations:
        for step in (operation, lambda: iterate(shared, source), lambda: raising(shared)):
            try:
                step()
            except ALLOWED:
                pass
            except BaseException as error:
                problems.append((operation.__code__.co_firstlineno, repr(error)))


for round in range(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
    shared = Setup()
    barrier = threading.Barrier(THREADS)
    threads = [
        threading.Thread(target=worker, args=(shared, round * THREADS + index, barrier))
        for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("problems:", sorted(set(problems)))
