"""Iterators shared by threads hand out only what is there, and end."""
import threading

COUNT = 5_000
SOURCES = [
    ("list", lambda: iter(list(range(COUNT)))),
    ("reversed", lambda: reversed(list(range(COUNT)))),
    ("tuple", lambda: iter(tuple(range(COUNT)))),
    ("range", lambda: iter(range(COUNT))),
    ("str", lambda: iter("abc" * COUNT)),
    ("dict", lambda: iter({n: n for n in range(COUNT)})),
    ("items", lambda: iter({n: n for n in range(COUNT)}.items())),
    ("set", lambda: iter(set(range(COUNT)))),
    ("enumerate", lambda: enumerate(range(COUNT))),
    ("zip", lambda: zip(range(COUNT), range(COUNT))),
    ("map", lambda: map(lambda n: n, range(COUNT))),
    ("filter", lambda: filter(lambda n: True, range(COUNT))),
]
errors = []


def consume(source, taken):
    try:
        for item in source:
            taken.append(item)
    except Exception as error:
        errors.append(repr(error))


for name, make in SOURCES:
    legal = set(make())
    if name in ("zip", "enumerate"):
        # Under CPython's threads the two halves of a shared pair may come from different steps.
        legal = None
    taken = [[] for _ in range(4)]
    source = make()
    threads = [threading.Thread(target=consume, args=(source, part)) for part in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [item for part in taken for item in part]
    if legal is not None and not legal.issuperset(found):
        errors.append(name)
print("errors:", errors)
