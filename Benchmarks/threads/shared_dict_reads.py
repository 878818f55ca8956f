"""Threads that read one dictionary whose values they share: objects, not small integers."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
JOBS = 24
LOOKUPS = 1_000_000


class Entry:
    def __init__(self, number):
        self.number = number


TABLE = {f"key{i}": Entry(i) for i in range(64)}
KEYS = list(TABLE)


def work(job):
    table = TABLE
    keys = KEYS
    total = 0
    for i in range(LOOKUPS):
        entry = table[keys[i & 63]]
        total += entry.number
    return total + job


def worker(index, results):
    for job in range(index, JOBS, THREADS):
        results[job] = work(job)


results = [0] * JOBS
threads = [threading.Thread(target=worker, args=(i, results)) for i in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(results))
