"""Threads that share nothing: integer arithmetic on their own variables. Only the numbers of the
jobs come from one list, so that a core that is slow for a while gets fewer of them."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
JOBS = 48


def work(seed):
    value = seed
    total = 0
    for _ in range(1_500_000):
        value = (value * 69_069 + 1) & 0xFFFFFFFF
        if value & 64:
            total += value & 7
    return total


def worker(jobs, results):
    while True:
        try:
            job = jobs.pop()
        except IndexError:
            return
        results[job] = work(job)


jobs = list(range(JOBS))
results = [0] * JOBS
threads = [threading.Thread(target=worker, args=(jobs, results)) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(results))
