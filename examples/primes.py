"""Count the primes below a limit with a segmented sieve.

usage: primes.py [limit] [threads]
"""
import os
import sys
import threading

LIMIT = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
SEGMENT = 50_000


def small_primes(limit):
    """The primes up to the square root of the limit, which sieve every segment."""
    top = int(limit ** 0.5) + 1
    composite = bytearray(top + 1)
    primes = []
    for number in range(2, top + 1):
        if not composite[number]:
            primes.append(number)
            for multiple in range(number * number, top + 1, number):
                composite[multiple] = 1
    return primes


def sieve_segment(low, high, primes):
    """Count and sum of the primes in low..<high."""
    composite = bytearray(high - low)
    for prime in primes:
        square = prime * prime
        if square >= high:
            break
        first = max(square, (low + prime - 1) // prime * prime)
        for multiple in range(first - low, high - low, prime):
            composite[multiple] = 1
    count = 0
    total = 0
    for offset in range(high - low):
        if not composite[offset] and low + offset > 1:
            count += 1
            total += low + offset
    return count, total


def worker(index, segments, primes, results):
    count = 0
    total = 0
    for number in range(index, len(segments), THREADS):
        low, high = segments[number]
        segment_count, segment_total = sieve_segment(low, high, primes)
        count += segment_count
        total += segment_total
    results[index] = (count, total)


def main():
    primes = small_primes(LIMIT)
    segments = [(low, min(low + SEGMENT, LIMIT)) for low in range(0, LIMIT, SEGMENT)]
    results = [None] * THREADS
    threads = [
        threading.Thread(target=worker, args=(index, segments, primes, results))
        for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    count = sum(result[0] for result in results)
    total = sum(result[1] for result in results)
    print(f"primes below {LIMIT}: {count}")
    print(f"their sum: {total}")


main()
