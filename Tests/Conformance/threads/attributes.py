"""Attributes under threads: shapes, class attributes and methods that change (gh-118362)."""
import threading

ROUNDS = 5_000


class Box:
    kind = ("class", 0)

    def method(self):
        return ("method", 0)


class Sub(Box):
    pass


boxes = [Box() for _ in range(8)] + [Sub() for _ in range(8)]
errors = []


def own_attributes(index):
    for number in range(ROUNDS):
        box = boxes[number % len(boxes)]
        setattr(box, f"a{index}", (index, number))
        if getattr(box, f"a{index}") != (index, number):
            errors.append(("lost", index, number))
        if number % 7 == 0:
            delattr(box, f"a{index}")
            if hasattr(box, f"a{index}"):
                errors.append(("not deleted", index, number))


def class_writer():
    for number in range(ROUNDS):
        Box.kind = ("class", number)
        if number % 3 == 0:
            Sub.kind = ("sub", number)
        elif number % 3 == 1 and "kind" in Sub.__dict__:
            del Sub.kind
        Box.method = lambda self, number=number: ("method", number)


def class_reader():
    for number in range(ROUNDS):
        box = boxes[number % len(boxes)]
        kind = box.kind
        result = box.method()
        if kind[0] not in ("class", "sub") or result[0] != "method":
            errors.append((kind, result))


threads = [threading.Thread(target=own_attributes, args=(n,)) for n in range(3)]
threads += [threading.Thread(target=class_writer), threading.Thread(target=class_reader)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
last = Box.kind
print(last, Box().method()[0])

instance = Box()
barrier = threading.Barrier(4)


def first_assignment(index):
    barrier.wait()
    for number in range(100):
        setattr(instance, f"t{index}n{number}", number)


threads = [threading.Thread(target=first_assignment, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(vars(instance)), sum(vars(instance).values()))
