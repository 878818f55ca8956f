"""The exception being handled belongs to the thread that handles it."""
import sys
import threading

barrier = threading.Barrier(4)
errors = []


def work(index):
    for number in range(100):
        try:
            raise ValueError((index, number))
        except ValueError:
            barrier.wait()
            if sys.exception().args[0] != (index, number):
                errors.append(sys.exception())
            try:
                raise KeyError(index)
            except KeyError as error:
                if error.__context__.args[0] != (index, number):
                    errors.append(error.__context__)
        if sys.exception() is not None:
            errors.append("left over")


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
shared = ValueError("one object, raised by all")


def raise_shared():
    for _ in range(200):
        try:
            raise shared
        except ValueError as error:
            if error is not shared:
                errors.append("another")


threads = [threading.Thread(target=raise_shared) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
