"""Threads that write their own keys of one dictionary."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
PARTS = 12
KEYS = 20_000
ROUNDS = 12


def worker(index, table):
    for part in range(index, PARTS, THREADS):
        keys = [f"{part}-{i}" for i in range(KEYS)]
        for _ in range(ROUNDS):
            for i in range(KEYS):
                table[keys[i]] = table.get(keys[i], 0) + i


table = {}
threads = [threading.Thread(target=worker, args=(i, table)) for i in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(table), sum(table.values()))
