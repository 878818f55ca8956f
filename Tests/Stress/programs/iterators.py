"""Iterators and generators shared by threads: each item to one thread, and never a crash."""
import itertools
import random
import sys
import threading
import time

SEED = int(sys.argv[1])
END = time.monotonic() + float(sys.argv[2])
COUNT = 2_000
errors = []


def numbers():
    for number in range(COUNT):
        yield number


SOURCES = {
    "list": lambda: iter(list(range(COUNT))),
    "tuple": lambda: iter(tuple(range(COUNT))),
    "range": lambda: iter(range(COUNT)),
    "set": lambda: iter(set(range(COUNT))),
    "dict": lambda: iter(dict.fromkeys(range(COUNT))),
    "generator": numbers,
    "map": lambda: map(int, list(range(COUNT))),
    "zip": lambda: zip(range(COUNT), range(COUNT)),
    "enumerate": lambda: enumerate(range(COUNT)),
    "islice": lambda: itertools.islice(itertools.count(), COUNT),
    "chain": lambda: itertools.chain(range(COUNT // 2), range(COUNT // 2, COUNT)),
}


def take(source, taken):
    try:
        while True:
            try:
                item = next(source)
            except ValueError:
                continue
            except RuntimeError:
                return
            taken.append(item[0] if type(item) is tuple else item)
    except StopIteration:
        pass
    except BaseException as error:
        errors.append(repr(error))


def main():
    generator = random.Random(SEED)
    while time.monotonic() < END and not errors:
        name = generator.choice(sorted(SOURCES))
        source = SOURCES[name]()
        taken = [[] for _ in range(4)]
        threads = [threading.Thread(target=take, args=(source, items)) for items in taken]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        legal = set(range(COUNT))
        found = [item for items in taken for item in items]
        if not legal.issuperset(found):
            errors.append(f"{name}: items that were never there")
    print(errors if errors else "ok")


main()
