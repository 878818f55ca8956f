"""Closure cells and globals written by several threads hold one of the stored values."""
import threading

errors = []
shared_global = ("global", 0)


def make():
    cell = ("cell", 0)

    def write(index):
        nonlocal cell
        global shared_global
        for number in range(5_000):
            cell = ("cell", index * 10_000 + number)
            shared_global = ("global", number)

    def read():
        for _ in range(5_000):
            value = cell
            if value[0] != "cell" or shared_global[0] != "global":
                errors.append(value)

    return write, read


write, read = make()
threads = [threading.Thread(target=write, args=(n,)) for n in range(2)]
threads += [threading.Thread(target=read) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
