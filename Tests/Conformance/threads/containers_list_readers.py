# Readers of a list beside writers that append, pop, insert, slice, sort, clear and extend: no value
# that was never stored, no index error below a length that is never undercut.
import threading
import time

STOP = time.monotonic() + 1.5
BASE = 200
shared = list(range(BASE))
failures = []


class Marker:
    """A heap object with a check value."""

    def __init__(self, n):
        self.n = n
        self.check = n * 7 + 1


shared = [Marker(n) for n in range(BASE)]


def is_legal(x):
    return type(x) is Marker and x.check == x.n * 7 + 1


def reader():
    n = 0
    while time.monotonic() < STOP:
        for _ in range(200):
            n = (n * 31 + 7) % BASE
            if not is_legal(shared[n]):
                failures.append(("index", n))
            if not is_legal(shared[-1]):
                failures.append(("last", n))
        for x in shared:
            if not is_legal(x):
                failures.append(("iterate", x))
        for x in shared[10:50]:
            if not is_legal(x):
                failures.append(("slice", x))


def writer(seed):
    n = seed
    while time.monotonic() < STOP:
        for _ in range(50):
            n += 1
            shared.append(Marker(n))
            shared.append(Marker(n + 1))
            shared.pop()
            shared[n % BASE] = Marker(n)
        shared.extend([Marker(n) for _ in range(100)])
        shared.insert(3, Marker(n))
        shared[5:7] = [Marker(n), Marker(n), Marker(n)]
        shared.reverse()
        try:
            shared.sort(key=lambda m: m.n)
        except ValueError:
            pass
        # Never below the length that readers rely on, whatever the other writer does.
        while len(shared) > BASE * 4:
            del shared[BASE * 3:]


threads = [threading.Thread(target=reader) for _ in range(2)]
threads += [threading.Thread(target=writer, args=(k * 1000,)) for k in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(failures[:3], "ok")
