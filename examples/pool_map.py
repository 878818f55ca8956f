"""Map a function over many inputs with a thread pool.

Each task follows the Collatz sequence of a block of numbers; `map` hands the results back in order.

usage: pool_map.py [numbers] [threads]
"""
import os
import sys
from concurrent.futures import ThreadPoolExecutor

NUMBERS = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
BLOCK = 500


def longest_in_block(start):
    """The number from start up whose sequence takes the most steps to reach one."""
    best_number = start
    best_steps = -1
    for number in range(start, min(start + BLOCK, NUMBERS)):
        value = number
        steps = 0
        while value != 1:
            value = value // 2 if value % 2 == 0 else 3 * value + 1
            steps += 1
        if steps > best_steps:
            best_number = number
            best_steps = steps
    return best_steps, best_number


def main():
    starts = range(1, NUMBERS, BLOCK)
    with ThreadPoolExecutor(max_workers=THREADS) as pool:
        results = list(pool.map(longest_in_block, starts))
    steps, number = max(results)
    print(f"{len(results)} blocks below {NUMBERS}")
    print(f"longest: {number} takes {steps} steps")
    print(f"sum of the block records: {sum(steps for steps, _ in results)}")


main()
