"""A step of itertools.pairwise and batched takes items that belong together, whoever shares it."""
import itertools
import threading

COUNT = 6_000
THREADS = 4
problems = []


def consume(iterator, taken, barrier):
    barrier.wait()
    try:
        for group in iterator:
            taken.append(group)
    except Exception as error:
        problems.append(repr(error))


def share(iterator):
    """What several threads take from one iterator, together."""
    taken = [[] for _ in range(THREADS)]
    barrier = threading.Barrier(THREADS)
    threads = [
        threading.Thread(target=consume, args=(iterator, part, barrier)) for part in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for part in taken:
        if part != sorted(part):
            problems.append("a thread got items out of order")
    return sorted(group for part in taken for group in part)


for make in (range, lambda n: list(range(n)), lambda n: map(int, range(n))):
    if share(itertools.pairwise(make(COUNT))) != list(zip(range(COUNT), range(1, COUNT))):
        problems.append("pairwise")
    batches = share(itertools.batched(make(COUNT), 7))
    wanted = [tuple(range(first, min(first + 7, COUNT))) for first in range(0, COUNT, 7)]
    if batches != wanted:
        problems.append("batched")
print("problems:", problems[:3])


class Recurring:
    """A source that asks the iterator it is the source of."""

    def __init__(self, depth):
        self.depth = depth
        self.number = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.number += 1
        if self.depth:
            self.depth -= 1
            inner.append(next(outer))
        return self.number


def recur():
    global outer
    for kind in (itertools.pairwise, lambda source: itertools.batched(source, 2)):
        inner.clear()
        outer = kind(Recurring(2))
        print(next(outer), inner)


def failing():
    yield 1
    yield 2
    raise KeyError("end")


def fail():
    for kind in (itertools.pairwise, lambda source: itertools.batched(source, 3)):
        source = kind(failing())
        for _ in range(3):
            try:
                print(next(source, "over"))
            except KeyError as error:
                print("raised", error)


inner = []
outer = None
# In a thread of its own, so that other threads have been there.
for work in (recur, fail):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
