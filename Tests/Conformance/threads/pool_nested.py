"""Pools inside pools, many futures, exceptions across threads with their traceback."""
from concurrent.futures import ThreadPoolExecutor


def leaf(n):
    return n * 2


def branch(n):
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(leaf, range(n)))


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(branch, range(10))))


def fail(n):
    try:
        raise KeyError(n)
    except KeyError as error:
        raise ValueError("outer") from error


with ThreadPoolExecutor(2) as pool:
    jobs = [pool.submit(fail, n) for n in range(3)]
for job in jobs:
    error = job.exception()
    print(repr(error), repr(error.__cause__), error.__traceback__ is not None)
with ThreadPoolExecutor(4) as pool:
    jobs = [pool.submit(leaf, n) for n in range(3_000)]
    print(sum(job.result() for job in jobs))
