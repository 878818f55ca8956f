"""One dictionary and one set from four threads; a key always goes with a value made for it."""
import random
import sys
import threading
import time

SEED = int(sys.argv[1])
END = time.monotonic() + float(sys.argv[2])
KEYS = [f"key{number}" for number in range(50)] + list(range(50)) + [(n, "t") for n in range(20)]
errors = []


class Key:
    """A key whose `__eq__` and `__hash__` are Python functions."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number


OBJECT_KEYS = [Key(number) for number in range(6)]


def value_for(key, generator):
    return [key, generator.random()]


def change(table, members, generator):
    key = generator.choice(KEYS if generator.randrange(5) else OBJECT_KEYS)
    action = generator.randrange(14)
    if action < 4:
        table[key] = value_for(key, generator)
    elif action == 4:
        table.pop(key, None)
    elif action == 5:
        assert table.setdefault(key, value_for(key, generator))[0] == key
    elif action == 6:
        table.update({key: value_for(key, generator)})
    elif action == 7 and generator.randrange(20) == 0:
        table.clear()
    elif action == 8:
        found = table.popitem()
        assert found[1][0] == found[0]
    elif action == 9:
        members.add(key)
    elif action == 10:
        members.discard(key)
    elif action == 11:
        members |= {key, 1}
    elif action == 12:
        members ^= {key}
    else:
        del table[key]


def read(table, members, generator):
    key = generator.choice(KEYS if generator.randrange(5) else OBJECT_KEYS)
    action = generator.randrange(7)
    if action < 3:
        found = table.get(key)
        assert found is None or found[0] == key, found
    elif action == 3:
        for found, value in table.items():
            assert value[0] == found
    elif action == 4:
        for found, value in table.copy().items():
            assert value[0] == found
    elif action == 5:
        key in members
        len(members)
    else:
        sorted(members, key=str)


def worker(index, table, members):
    generator = random.Random(SEED * 100 + index)
    while time.monotonic() < END and not errors:
        for _ in range(200):
            try:
                (change if generator.randrange(2) else read)(table, members, generator)
            except (KeyError, RuntimeError):
                pass
            except BaseException as error:
                errors.append(repr(error))
                return


table = {}
members = set()
threads = [threading.Thread(target=worker, args=(index, table, members)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(errors if errors else "ok")
