"""Estimate pi by throwing darts; each batch has a generator of its own with a fixed seed.

usage: monte_carlo_pi.py [darts] [threads]
"""
import os
import random
import sys
import threading

DARTS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
BATCHES = 64


def throw(seed, darts):
    throw_one = random.Random(seed).random
    inside = 0
    for _ in range(darts):
        x = throw_one()
        y = throw_one()
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


def worker(index, results):
    for batch in range(index, BATCHES, THREADS):
        results[batch] = throw(batch, DARTS // BATCHES)


def main():
    results = [0] * BATCHES
    threads = [threading.Thread(target=worker, args=(index, results)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    thrown = DARTS // BATCHES * BATCHES
    inside = sum(results)
    print(f"{inside} of {thrown} darts inside: pi is about {4 * inside / thrown:.6f}")


main()
