"""Iterating over a list that others change never fails and never invents an item."""
import threading

shared = list(range(100))
finished = threading.Event()
seen = set()


def writer():
    for number in range(20_000):
        shared.append(number % 100)
        if number % 3 == 0:
            shared.pop(0)
        if number % 50 == 0:
            shared.sort()
        if number % 70 == 0:
            shared.reverse()
        if len(shared) > 400:
            del shared[50:]
    finished.set()


def reader():
    own = set()
    while not finished.is_set():
        try:
            own.update(shared)
            for item in shared:
                own.add(item)
            sum(shared)
            max(shared, default=0)
            shared.count(5)
            50 in shared
        except ValueError as error:
            if "modified during sort" not in str(error):
                own.add(str(error))
    seen.update(own)


def sorting_writer():
    try:
        writer()
    except ValueError:
        finished.set()


threads = [threading.Thread(target=sorting_writer)]
threads += [threading.Thread(target=reader) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("unexpected:", [item for item in seen if not (type(item) is int and 0 <= item < 100)])
