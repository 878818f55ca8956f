"""itertools, functools, operator, heapq, bisect."""
import bisect
import functools
import heapq
import itertools as it
import operator


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print(list(it.islice(it.count(5, 2), 4)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(1, 3)), list(it.accumulate([1, 2, 3])))
print(list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.chain("ab", [1])), list(it.chain.from_iterable([[1], [2, 3]])))
print(list(it.compress("abc", [1, 0, 1])), list(it.dropwhile(lambda v: v < 3, [1, 3, 2])), list(it.takewhile(lambda v: v < 3, [1, 3, 2])))
print(list(it.filterfalse(lambda v: v % 2, range(5))), [(k, list(g)) for k, g in it.groupby("aabbca")], list(it.islice("abcdef", 1, None, 2)))
print(list(it.pairwise("abc")), list(it.starmap(pow, [(2, 3), (3, 2)])), [list(t) for t in it.tee([1, 2], 3)], list(it.zip_longest("ab", [1], fillvalue="-")))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.permutations([1, 2, 3], 2)), list(it.combinations("abcd", 2)))
print(list(it.combinations_with_replacement("ab", 2)), list(it.batched("abcdefg", 3)), len(list(it.permutations(range(5)))))
attempt(it.islice, [1], -1)
attempt(lambda: list(it.batched([1], 0)))
attempt(it.combinations, [1], -1)
print(it.count(3), it.repeat(1, 2), next(it.count(1.5)))


def total(a, b=1, *, c=2):
    """Doc of total."""
    return a + b + c


partial = functools.partial(total, 5, c=10)
print(partial(), partial(2), partial.func.__name__, partial.args, partial.keywords, functools.reduce(operator.add, [1, 2, 3], 100))
attempt(functools.reduce, operator.add, [])
calls = []


@functools.lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits > 0)


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


print(decorate(total).__name__, decorate(total).__doc__, decorate(total).__wrapped__ is total)


@functools.total_ordering
class Ordered:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Ordered(1) <= Ordered(1), Ordered(2) > Ordered(1), Ordered(1) >= Ordered(2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


class Lazy:
    computed = 0

    @functools.cached_property
    def value(self):
        Lazy.computed += 1
        return 42


lazy = Lazy()
print(lazy.value, lazy.value, Lazy.computed)


@functools.singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "an int"


@describe.register(list)
def _(value):
    return "a list"


print(describe(5), describe([]), describe("x"), describe(True))
print(operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.methodcaller("upper")("a"))
print(operator.add(1, 2), operator.contains([1], 1), operator.getitem([5], 0), operator.not_(0), operator.index(3), operator.truth([]))
heap = [5, 3, 8, 1]
heapq.heapify(heap)
heapq.heappush(heap, 2)
print([heapq.heappop(heap) for _ in range(5)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 1, 3]), list(heapq.merge([1, 4], [2, 3])))
print(heapq.heappushpop([1, 2], 0), heapq.heapreplace([1, 2], 5))
attempt(heapq.heappop, [])
values = [1, 3, 3, 5]
print(bisect.bisect(values, 3), bisect.bisect_left(values, 3), bisect.bisect_right(values, 4, key=None))
bisect.insort(values, 4)
print(values, bisect.bisect_left([(1, "a"), (2, "b")], 2, key=lambda p: p[0]))
