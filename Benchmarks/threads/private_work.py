"""Threads that share nothing: integer arithmetic on their own variables."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
JOBS = 24


def work(seed):
    value = seed
    total = 0
    for _ in range(3_000_000):
        value = (value * 69_069 + 1) & 0xFFFFFFFF
        if value & 64:
            total += value & 7
    return total


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
