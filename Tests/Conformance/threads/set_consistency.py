"""Sets under threads: additions are not lost, pairs of operations do not tear (gh-129519)."""
import threading

shared = set()


def adder(index):
    for number in range(20_000):
        shared.add((index, number))


threads = [threading.Thread(target=adder, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(shared))

popped = [[] for _ in range(4)]


def popper(index):
    try:
        while True:
            popped[index].append(shared.pop())
    except KeyError:
        pass


threads = [threading.Thread(target=popper, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(shared), len({item for part in popped for item in part}))

flip = set(range(100))
other = set(range(100))
sizes = set()
finished = threading.Event()


def toggler():
    global flip
    for _ in range(2_000):
        flip.symmetric_difference_update(other)
    finished.set()


def watcher():
    while not finished.is_set():
        sizes.add(len(flip))
        repr(flip)


threads = [threading.Thread(target=toggler)] + [threading.Thread(target=watcher) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sizes <= {0, 100}, len(flip))
