"""Threads that sort their own and a shared list, with keys and comparisons in Python."""
import random
import threading

errors = []
shared = list(range(300))


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


def work(index):
    generator = random.Random(index)
    for _ in range(30):
        own = [generator.randrange(1_000) for _ in range(300)]
        if sorted(own, key=lambda n: -n) != sorted(own, reverse=True):
            errors.append("key")
        items = sorted(Item(n) for n in own)
        if [item.n for item in items] != sorted(own):
            errors.append("comparison")
        try:
            shared.sort(key=lambda n: n * 7 % 300)
            shared.sort()
        except ValueError as error:
            if str(error) != "list modified during sort":
                errors.append(str(error))


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
