"""Slices read and written while the list moves: only whole items, only legal ones (gh-143100)."""
import threading

shared = [("a", 0)] * 50
finished = threading.Event()
errors = []


def write():
    for number in range(4_000):
        shared[10:20] = [("b", number)] * (number % 30)
        shared[::2] = shared[::2] if number % 2 else list(reversed(shared[::2]))
        del shared[40:]
        shared[:0] = [("d", number)]
        shared.extend([("e", number)] * (50 - min(50, len(shared))))
        shared[5], shared[-5] = shared[-5], shared[5]
    finished.set()


def read():
    while not finished.is_set():
        for part in (shared[5:25], shared[::-1], shared[-10:], shared * 2, shared + shared):
            for item in part:
                if type(item) is not tuple or item[0] not in "abcde":
                    errors.append(item)
        if ("zz", 0) in shared:
            errors.append("found what is not there")


threads = [threading.Thread(target=write)] + [threading.Thread(target=read) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
