"""A cache that all threads read and fill.

Looking up takes no lock: reading a dictionary that others write is safe. Filling takes one, so
that every value is computed once.

usage: shared_cache.py [lookups] [threads]
"""
import os
import sys
import threading

LOOKUPS = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
KEYS = 500


class Cache:
    def __init__(self, compute):
        self.compute = compute
        self.entries = {}
        self.lock = threading.Lock()
        self.computed = 0

    def get(self, key):
        value = self.entries.get(key)
        if value is None:
            value = self.fill(key)
        return value

    def fill(self, key):
        with self.lock:
            value = self.entries.get(key)
            if value is None:
                value = self.compute(key)
                self.computed += 1
                self.entries[key] = value
        return value


def describe(key):
    """A slow description of a key: its digits' powers, as text."""
    number = int(key[3:])
    total = 0
    for exponent in range(1, 60):
        total = (total + number ** exponent) % 1_000_003
    return f"{key} is worth {total}"


def worker(index, cache, results):
    length = 0
    for number in range(index, LOOKUPS, THREADS):
        length += len(cache.get(f"key{number * 7919 % KEYS}"))
    results[index] = length


def main():
    cache = Cache(describe)
    results = [0] * THREADS
    threads = [
        threading.Thread(target=worker, args=(index, cache, results)) for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"lookups: {LOOKUPS}, values computed: {cache.computed}")
    print(f"characters read: {sum(results)}")
    print(cache.get("key42"))


main()
