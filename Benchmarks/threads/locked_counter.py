"""One counter under one lock: what handing a lock over costs."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
INCREMENTS = 4_000_000


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self):
        with self.lock:
            self.value += 1


def worker(counter, count):
    for _ in range(count):
        counter.increment()


counter = Counter()
counts = [INCREMENTS // THREADS + (index < INCREMENTS % THREADS) for index in range(THREADS)]
threads = [threading.Thread(target=worker, args=(counter, count)) for count in counts]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.value)
