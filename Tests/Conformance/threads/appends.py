"""Nothing is lost when threads append to one list, and each thread's items keep their order."""
import threading

COUNT = 50_000
items = []


def worker(index):
    for number in range(COUNT):
        items.append((index, number))


threads = [threading.Thread(target=worker, args=(index,)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items))
for index in range(4):
    own = [number for owner, number in items if owner == index]
    print(index, own == list(range(COUNT)))

taken = [[] for _ in range(4)]


def popper(index):
    while True:
        try:
            taken[index].append(items.pop())
        except IndexError:
            return


threads = [threading.Thread(target=popper, args=(index,)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items), len({item for part in taken for item in part}))
