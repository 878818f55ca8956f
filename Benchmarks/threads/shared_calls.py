"""Threads that call one function and one object's method."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
JOBS = 24
CALLS = 500_000


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def apply(self, value):
        return value * self.factor


SHARED = Scale(3)


def mix(left, right):
    return left ^ right


def work(job):
    value = job
    for i in range(CALLS):
        value = mix(value, SHARED.apply(i)) & 0xFFFFFF
    return value


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
