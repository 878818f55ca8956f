"""Threads that make and drop objects: instances, closures, tuples, generators."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
JOBS = 24
ROUNDS = 80_000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)


def scaled(factor):
    return lambda value: value * factor


def work(job):
    total = 0
    point = Point(job, 1)
    for i in range(ROUNDS):
        point = point.plus(Point(i & 3, 1))
        triple = scaled(3)
        total += triple(point.x) + sum(n for n in (i, point.y, 1))
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
