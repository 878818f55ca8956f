"""The same objects counted by all threads: values, functions, bound methods, strings, classes."""
import threading


class Item:
    def __init__(self, number):
        self.number = number

    def get(self):
        return self.number


ITEMS = {f"key{n}": Item(n) for n in range(16)}
SHARED = Item(5)


def function(a, b=2):
    return a + b


def work(results, index):
    bound = SHARED.get
    total = 0
    kept = []
    for number in range(20_000):
        item = ITEMS[f"key{number & 15}"]
        total += item.get() + bound() + function(number & 1)
        kept.append(item)
        if len(kept) > 100:
            kept.clear()
    results[index] = total


results = [0] * 4
threads = [threading.Thread(target=work, args=(results, n)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
ITEMS.clear()
print(SHARED.get(), function(1))
