"""`x += 1` is three steps in every mode: under a lock it counts, one call at a time it counts."""
import itertools
import threading

COUNT = 20_000
total = 0
lock = threading.Lock()
counter = itertools.count()
numbers = []


def locked():
    global total
    for _ in range(COUNT):
        with lock:
            total += 1


def one_call():
    for _ in range(COUNT):
        numbers.append(next(counter))


threads = [threading.Thread(target=locked) for _ in range(3)]
threads += [threading.Thread(target=one_call) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, len(numbers), len(set(numbers)) == len(numbers), max(numbers) == len(numbers) - 1)
