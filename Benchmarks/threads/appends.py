"""Ten million appends to one list; nothing may be lost."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
ITEMS = 10_000_000


def worker(items, count, mark):
    append = items.append
    for _ in range(count):
        append(mark)


items = []
counts = [ITEMS // THREADS + (index < ITEMS % THREADS) for index in range(THREADS)]
threads = [
    threading.Thread(target=worker, args=(items, count, index))
    for index, count in enumerate(counts)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items), [items.count(index) for index in range(THREADS)] == counts)
