# Objects that all threads use all the time are kept differently inside: none of it may show.
import threading

THREADS = 4
ROUNDS = 3000


class Plain:
    def __init__(self, number):
        self.number = number
        self.parts = ["part", number]

    def double(self):
        return self.number * 2


class Mortal(Plain):
    died = []

    def __del__(self):
        Mortal.died.append(self.number)


def run(work):
    results = [None] * THREADS
    start = threading.Barrier(THREADS)

    def body(index):
        start.wait()
        results[index] = work(index)

    threads = [threading.Thread(target=body, args=(i,)) for i in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


shared = Plain(21)
table = {"one": Plain(1), "two": Plain(2), 3: ("a", "tuple")}
items = [Plain(i) for i in range(8)]


def read(index):
    total = 0
    for _ in range(ROUNDS):
        total += shared.double()
        total += table["one"].number + table["two"].number + len(table[3])
        total += len(shared.parts)
        for item in items:
            total += item.number
    return total


print(run(read))

# What is put back into containers, and taken out again, counts as before.
boxes = [[] for _ in range(THREADS)]


def store(index):
    box = boxes[index]
    for round in range(ROUNDS):
        box.append(items[round & 7])
        box[-1] = shared
        pair = (shared, items[round & 7])
        box[-1] = pair[0]
        if len(box) > 10:
            box.clear()
    return all(item is shared for item in box)


print(run(store))

# Replaced while others read it: everybody sees one or the other.
def replace(index):
    if index == 0:
        for round in range(ROUNDS):
            table["one"] = Plain(1)
        return "replaced"
    return sum(table["one"].double() for _ in range(ROUNDS))


print(run(replace))

# Objects with a finalizer still die at once.
mortal = [Mortal(7)]


def use(index):
    total = 0
    for _ in range(ROUNDS):
        total += mortal[0].double()
    return total


print(run(use), Mortal.died)
mortal.clear()
print(Mortal.died)
