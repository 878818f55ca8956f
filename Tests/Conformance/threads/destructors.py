"""Objects die once, wherever their last reference goes away."""
import threading

deaths = []


class Mortal:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        deaths.append(self.name)


slot = [None]


def worker(index):
    for number in range(500):
        slot[0] = Mortal((index, number))


threads = [threading.Thread(target=worker, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
slot[0] = None
print(len(deaths), len(set(deaths)))

deaths.clear()
shared = Mortal("shared")


def hold(barrier):
    reference = shared
    barrier.wait()


barrier = threading.Barrier(4)
threads = [threading.Thread(target=hold, args=(barrier,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(deaths)
del shared
print(deaths)

deaths.clear()


class Resurrected:
    kept = []

    def __del__(self):
        self.kept.append(self)


Resurrected()
print(len(Resurrected.kept), type(Resurrected.kept[0]).__name__)
