"""Keys and items whose `__eq__` is a Python function that changes the container (gh-148259)."""
import threading

log = []


class Nasty:
    def __init__(self, name, container=None):
        self.name = name
        self.container = container

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.container is not None and isinstance(other, Nasty):
            container, self.container = self.container, None
            container.clear()
        return isinstance(other, Nasty) and self.name == other.name


items = [Nasty("a"), Nasty("b"), Nasty("c")]
items[1].container = items
try:
    items.remove(Nasty("c"))
except ValueError as error:
    log.append(str(error))
log.append(len(items))

items = [Nasty("a"), Nasty("b")]
items[0].container = items
log.append(Nasty("b") in items)
items = [Nasty("a"), Nasty("b")]
items[0].container = items
log.append(items.count(Nasty("b")))
print(log)

table = {}
keys = [Nasty(name) for name in "abcd"]
for key in keys:
    table[key] = key.name
errors = []


def look_up(index):
    for number in range(500):
        key = Nasty("abcd"[number % 4])
        found = table.get(key)
        if found is not None and found != key.name:
            errors.append(found)


def change():
    for number in range(500):
        key = Nasty("abcd"[number % 4])
        table.pop(key, None)
        table[key] = key.name


threads = [threading.Thread(target=look_up, args=(n,)) for n in range(2)]
threads += [threading.Thread(target=change) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3], len(table))
