"""Finalizers that make their object live on, that wait, and that run beside readers of the object
(gh-127582, gh-135909, gh-153809): each runs once, and what they keep stays whole."""
import threading

ROUNDS = 2_000
# Appended to: a finalizer may run while its own thread holds a lock.
runs = []
problems = set()
kept = []
slots = [None] * 4


class Phoenix:
    """Its finalizer hands it to other threads."""

    def __init__(self, name):
        self.name = name
        self.parts = [name] * 3

    def __del__(self):
        runs.append(self.name)
        kept.append(self)
        slots[hash(self.name) % len(slots)] = self


def make(index):
    for number in range(ROUNDS):
        name = (index, number)
        slots[number % len(slots)] = Phoenix(name)
        if number % 3 == 0:
            Phoenix((index, number, "dropped"))


def read():
    while not finished.is_set():
        for index in range(len(slots)):
            phoenix = slots[index]
            if phoenix is not None and phoenix.parts != [phoenix.name] * 3:
                problems.add("parts")
        if kept and kept[-1].parts[0] is None:
            problems.add("kept")


finished = threading.Event()
readers = [threading.Thread(target=read) for _ in range(2)]
makers = [threading.Thread(target=make, args=(index,)) for index in range(2)]
for thread in readers + makers:
    thread.start()
for thread in makers:
    thread.join()
finished.set()
for thread in readers:
    thread.join()
slots[:] = [None] * len(slots)
made = 2 * ROUNDS + 2 * len(range(0, ROUNDS, 3))
print(len(runs) == made, len(set(runs)) == made, len(kept) == made, sorted(problems))
# A second death is silent.
kept.clear()
print(len(runs) == made, len(kept))

entered = threading.Event()
leave = threading.Event()
done = []


class Slow:
    """Its finalizer waits for another thread, which meanwhile makes and drops others."""

    def __init__(self, waits):
        self.waits = waits
        self.payload = list(range(10))

    def __del__(self):
        if self.waits:
            entered.set()
            leave.wait()
        done.append(sum(self.payload))


def drop():
    Slow(True)
    done.append("dropped")


thread = threading.Thread(target=drop)
thread.start()
entered.wait()
for _ in range(500):
    Slow(False)
print(len(done), set(done))
leave.set()
thread.join()
print(done[-2:])
