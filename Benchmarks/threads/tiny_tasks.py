"""A thread pool with very small tasks: what a future costs."""
import os
from concurrent.futures import ThreadPoolExecutor

THREADS = int(os.environ.get("RACER_THREADS") or 2)
TASKS = 60_000


def task(number):
    return number & 15


with ThreadPoolExecutor(THREADS) as pool:
    print(sum(pool.map(task, range(TASKS))))
