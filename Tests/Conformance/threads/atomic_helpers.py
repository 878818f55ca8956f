"""Native functions over shared objects that run no Python code: each call is one step, as it is where
one thread runs at a time."""
import bisect
import collections
import functools
import heapq
import itertools
import operator
import queue
import random
import sys
import threading

THREADS = 4
COUNT = 1_500
problems = []


def together(work):
    """Runs work(index) in all threads at once and returns what each came to."""
    results = [None] * THREADS
    barrier = threading.Barrier(THREADS)

    def start(index):
        barrier.wait()
        try:
            results[index] = work(index)
        except Exception as error:
            problems.append(repr(error))

    threads = [threading.Thread(target=start, args=(index,)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def expect(name, found, wanted):
    if found != wanted:
        problems.append(name)


everything = list(range(THREADS * COUNT))

# Heaps and sorted lists keep their order and all items.
heap = []
together(lambda index: [heapq.heappush(heap, n) for n in range(index, len(everything), THREADS)])
expect("heappush", all(heap[(n - 1) // 2] <= heap[n] for n in range(1, len(heap))), True)
expect("heap", sorted(heap), everything)
popped = together(lambda index: [heapq.heappop(heap) for _ in range(COUNT)])
expect("heappop", sorted(sum(popped, [])), everything)
expect("heappop order", [part == sorted(part) for part in popped], [True] * THREADS)
heap = list(range(50))
out = together(lambda index: [heapq.heappushpop(heap, n) for n in range(COUNT)])
expect("heappushpop", sorted(sum(out, heap)), sorted(list(range(50)) + list(range(COUNT)) * THREADS))
ordered = []
together(lambda index: [bisect.insort(ordered, n % 100) for n in range(index, 400 * 4, THREADS)])
expect("insort", ordered, sorted(n % 100 for n in range(400 * 4)))

# Counting.
counter = collections.Counter()
together(lambda index: [counter.update("abab") for _ in range(COUNT)])
expect("Counter.update", counter, {"a": 2 * COUNT * THREADS, "b": 2 * COUNT * THREADS})
numbers = itertools.count()
expect("count", sorted(sum(together(lambda index: [next(numbers) for _ in range(COUNT)]), [])),
       everything)
factory = collections.defaultdict(itertools.count().__next__)
got = together(lambda index: [factory[n] for n in range(COUNT)])
expect("defaultdict", [part == got[0] for part in got], [True] * THREADS)


@functools.lru_cache(maxsize=None)
def cached(number):
    return [number]


together(lambda index: [cached(n % 50) for n in range(COUNT)])
info = cached.cache_info()
expect("lru_cache", (info.hits + info.misses, info.currsize), (THREADS * COUNT, 50))
got = together(lambda index: [cached(n) for n in range(50)])
expect("lru_cache objects", all(a is b for part in got for a, b in zip(part, got[0])), True)

# Deques: from both ends, bounded ones, and as a queue.
deque = collections.deque()
together(lambda index: [(deque.append, deque.appendleft)[n % 2]((index, n)) for n in range(COUNT)])
expect("deque", len(set(deque)), THREADS * COUNT)
taken = together(lambda index: [(deque.pop, deque.popleft)[n % 2]() for n in range(COUNT)])
expect("deque pops", (len(set(sum(taken, []))), len(deque)), (THREADS * COUNT, 0))
ring = collections.deque(maxlen=10)
lengths = together(lambda index: [(ring.append(n), len(ring))[1] for n in range(COUNT)])
expect("ring", max(sum(lengths, [])), 10)
turned = collections.deque(range(100))
together(lambda index: [turned.rotate(1 if index % 2 else -1) for _ in range(COUNT)])
expect("rotate", list(turned), list(range(100)))
simple = queue.SimpleQueue()
together(lambda index: [simple.put((index, n)) for n in range(COUNT)])
got = together(lambda index: [simple.get_nowait() for _ in range(COUNT)])
expect("SimpleQueue", len(set(sum(got, []))), THREADS * COUNT)
for part in got:
    for index in range(THREADS):
        own = [n for who, n in part if who == index]
        expect("SimpleQueue order", own, sorted(own))

# One generator of random numbers: together they draw what one would.
shared = random.Random(7)
alone = random.Random(7)
drawn = together(lambda index: [shared.random() for _ in range(COUNT)])
expect("random", sorted(sum(drawn, [])), sorted(alone.random() for _ in everything))

# In place, by functions; interned names.
target = []
together(lambda index: [operator.iadd(target, [(index, n)] * 3) for n in range(300)])
expect("iadd", all(len(set(target[n:n + 3])) == 1 for n in range(0, len(target), 3)), True)
names = together(lambda index: [sys.intern("name" + str(n)) for n in range(COUNT)])
expect("intern", all(a is b for part in names for a, b in zip(part, names[0])), True)
claims = dict.fromkeys(range(COUNT))
won = together(lambda index: [n for n in range(COUNT) if claims.pop(n, index) is None])
expect("claims", sorted(sum(won, [])), list(range(COUNT)))
firsts = {}
given = together(lambda index: [firsts.setdefault((n, "key"), object()) for n in range(COUNT)])
expect("setdefault", all(a is b for part in given for a, b in zip(part, given[0])), True)
print("problems:", problems[:5])
