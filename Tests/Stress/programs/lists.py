"""One list, every operation from four threads; readers must only ever see whole items."""
import random
import sys
import threading
import time

SEED = int(sys.argv[1])
END = time.monotonic() + float(sys.argv[2])
ITEMS = [("item", number) for number in range(64)] + list(range(64)) + [f"s{n}" for n in range(64)]
errors = []


def is_legal(item):
    if type(item) is tuple:
        return item[0] == "item" and 0 <= item[1] < 64
    if type(item) is int:
        return 0 <= item < 64
    return type(item) is str and item[0] == "s"


def change(shared, generator):
    action = generator.randrange(12)
    item = generator.choice(ITEMS)
    position = generator.randrange(40)
    if action < 4:
        shared.append(item)
    elif action == 4:
        shared.insert(position, item)
    elif action == 5:
        shared.extend([item] * position)
    elif action == 6:
        del shared[position:]
    elif action == 7:
        shared[position:position + 3] = [item, item]
    elif action == 8:
        shared.reverse()
    elif action == 9:
        shared.pop()
    elif action == 10:
        shared[position] = item
    else:
        shared.sort(key=str)


def read(shared, generator):
    action = generator.randrange(6)
    if action == 0:
        found = shared[generator.randrange(40)]
        assert is_legal(found), found
    elif action == 1:
        for found in shared:
            assert is_legal(found), found
    elif action == 2:
        assert all(is_legal(found) for found in shared[2:30])
    elif action == 3:
        shared.count(5)
    elif action == 4:
        assert all(is_legal(found) for found in shared.copy())
    else:
        repr(shared)


def worker(index, shared):
    generator = random.Random(SEED * 100 + index)
    while time.monotonic() < END and not errors:
        for _ in range(200):
            try:
                (change if generator.randrange(3) else read)(shared, generator)
            except (IndexError, ValueError):
                pass
            except BaseException as error:
                errors.append(repr(error))
                return
        if len(shared) > 2000:
            shared.clear()


shared = []
threads = [threading.Thread(target=worker, args=(index, shared)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(errors if errors else "ok")
