"""The branches of itertools.tee taken by different threads (gh-153062): each one is whole."""
import itertools
import threading

errors = []


def numbers():
    for number in range(3_000):
        yield number


for _ in range(10):
    branches = itertools.tee(iter(range(3_000)), 4)
    taken = [[] for _ in branches]

    def drain(index):
        try:
            for item in branches[index]:
                taken[index].append(item)
        except RuntimeError as error:
            # CPython refuses to be entered twice; whoever is refused just stops.
            if "tee" not in str(error):
                errors.append(str(error))
        except ValueError as error:
            errors.append(str(error))

    threads = [threading.Thread(target=drain, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for part in taken:
        if part != list(range(len(part))):
            errors.append("a branch lost or doubled an item")
print("errors:", errors[:3])
