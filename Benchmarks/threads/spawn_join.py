"""Starting and joining many threads, THREADS at a time."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
TOTAL = 12_000


def work(results, number):
    results[number] = sum(range(number % 50))


results = [0] * TOTAL
for first in range(0, TOTAL, THREADS):
    threads = [
        threading.Thread(target=work, args=(results, number))
        for number in range(first, min(first + THREADS, TOTAL))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(sum(results))
