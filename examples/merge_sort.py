"""Sort a list with merge sort: the pieces by threads of their own, then the merges.

usage: merge_sort.py [items] [threads]
"""
import os
import random
import sys
import threading

ITEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
PIECES = 16


def merge(left, right):
    merged = []
    i = 0
    j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def merge_sort(items):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    return merge(merge_sort(items[:middle]), merge_sort(items[middle:]))


def run_jobs(jobs):
    """Run the jobs, functions without arguments, on THREADS threads; results in the jobs' order."""
    results = [None] * len(jobs)

    def worker(index):
        for number in range(index, len(jobs), THREADS):
            results[number] = jobs[number]()

    threads = [threading.Thread(target=worker, args=(index,)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def sort_job(items):
    return lambda: merge_sort(items)


def merge_job(left, right):
    return lambda: merge(left, right)


def main():
    generator = random.Random(7)
    items = [generator.randrange(10 ** 9) for _ in range(ITEMS)]
    size = (ITEMS + PIECES - 1) // PIECES
    pieces = run_jobs([sort_job(items[low:low + size]) for low in range(0, ITEMS, size)])
    while len(pieces) > 1:
        odd = pieces[-1:] if len(pieces) % 2 else []
        pieces = run_jobs([
            merge_job(pieces[i], pieces[i + 1]) for i in range(0, len(pieces) - 1, 2)
        ]) + odd
    result = pieces[0]
    checksum = 0
    for position, item in enumerate(result):
        checksum = (checksum + (position + 1) * item) % 1_000_000_007
    print(f"{len(result)} items, in order: {result == sorted(items)}")
    print(f"first {result[0]}, last {result[-1]}, checksum {checksum}")


main()
