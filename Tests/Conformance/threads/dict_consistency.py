"""One dictionary under many writers: what is read was once stored under that key."""
import threading

ROUNDS = 4_000
KEYS = [f"k{n}" for n in range(40)] + list(range(40)) + [(n, n) for n in range(10)]
table = {}
errors = []


def writer(index):
    for number in range(ROUNDS):
        key = KEYS[(number * 7 + index) % len(KEYS)]
        table[key] = [key, index, number]
        if number % 5 == 0:
            table.pop(KEYS[(number + index) % len(KEYS)], None)
        if number % 11 == 0:
            found = table.setdefault(key, [key, -1, 0])
            if found[0] != key:
                errors.append(("setdefault", key, found))
        if number % 997 == 0:
            table.clear()


def reader():
    for number in range(ROUNDS):
        key = KEYS[number % len(KEYS)]
        found = table.get(key)
        if found is not None and found[0] != key:
            errors.append(("get", key, found))
        if number % 50 == 0:
            for found_key, value in table.copy().items():
                if value[0] != found_key:
                    errors.append(("copy", found_key, value))
            try:
                for found_key in table:
                    if found_key not in KEYS:
                        errors.append(("iteration", found_key))
            except RuntimeError as error:
                if "changed" not in str(error):
                    errors.append(str(error))


threads = [threading.Thread(target=writer, args=(n,)) for n in range(3)]
threads += [threading.Thread(target=reader) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])

counts = {}


def own_keys(index):
    for number in range(5_000):
        counts[index, number] = number


threads = [threading.Thread(target=own_keys, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(counts), sum(counts.values()))

winners = []
barrier = threading.Barrier(4)


def race(index):
    for number in range(500):
        barrier.wait()
        winners.append((number, once.setdefault(number, index)))


once = {}
threads = [threading.Thread(target=race, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(winners)), len(winners))

popped = []
source = {n: n for n in range(20_000)}


def popitems():
    while True:
        try:
            popped.append(source.popitem()[0])
        except KeyError:
            return


threads = [threading.Thread(target=popitems) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(popped), sorted(popped) == list(range(20_000)))
