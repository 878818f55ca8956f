"""Changes that stop all threads (special methods, `__class__`) do not starve those that block and come
back all the time (gh-151518)."""
import threading
import time

finished = threading.Event()
turns = [0] * 3


def stop_others():
    class One:
        pass

    class Two:
        pass

    shared = One()
    number = 0
    while not finished.is_set():
        One.__len__ = lambda self, number=number: number
        shared.__class__ = Two
        shared.__class__ = One
        del One.__len__
        number += 1


def come_back(index):
    """Leaves and comes back many times; the test ends when all have."""
    for _ in range(300):
        time.sleep(0)
        turns[index] += 1


stoppers = [threading.Thread(target=stop_others) for _ in range(2)]
others = [threading.Thread(target=come_back, args=(index,)) for index in range(3)]
for thread in stoppers + others:
    thread.start()
for thread in others:
    thread.join()
finished.set()
for thread in stoppers:
    thread.join()
print(turns)
