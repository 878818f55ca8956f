"""Count the ways to put n queens on an n by n board so that none attacks another.

Every placement of the first two queens is a job; the threads take jobs from a shared list.

usage: queens.py [size] [threads]
"""
import os
import sys
import threading

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 12
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))


def place(row, columns, rising, falling):
    """Solutions with the rows below `row` filled as the three sets of taken lines say."""
    if row == SIZE:
        return 1
    found = 0
    for column in range(SIZE):
        if columns[column] or rising[row + column] or falling[row - column]:
            continue
        columns[column] = rising[row + column] = falling[row - column] = True
        found += place(row + 1, columns, rising, falling)
        columns[column] = rising[row + column] = falling[row - column] = False
    return found


def solve(first, second):
    columns = [False] * SIZE
    rising = [False] * (2 * SIZE)
    falling = [False] * (2 * SIZE)
    columns[first] = rising[first] = falling[-first] = True
    if columns[second] or rising[1 + second] or falling[1 - second]:
        return 0
    columns[second] = rising[1 + second] = falling[1 - second] = True
    return place(2, columns, rising, falling)


def worker(jobs, results, lock):
    while True:
        with lock:
            if not jobs:
                return
            first, second = jobs.pop()
        results[first][second] = solve(first, second)


def main():
    jobs = [(first, second) for first in range(SIZE) for second in range(SIZE)]
    results = [[0] * SIZE for _ in range(SIZE)]
    lock = threading.Lock()
    threads = [
        threading.Thread(target=worker, args=(jobs, results, lock)) for _ in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for first, row in enumerate(results):
        print(f"first queen in column {first}: {sum(row)}")
    print(f"{SIZE} queens: {sum(map(sum, results))} solutions")


main()
