"""Instances that die while other threads give their class new attributes (gh-130547)."""
import threading

ROUNDS = 300
problems = set()
# What is popped belongs to who popped it.
mailbox = {}


class Open:
    pass


class Fixed:
    __slots__ = ("first", "second", "third")


def fill(index):
    for number in range(ROUNDS):
        one = Open()
        for place in range(number % 20):
            setattr(one, f"name{(place * 7 + index) % 40}", [number])
        if number % 5 == 0 and number % 20:
            delattr(one, f"name{index % 40}")
        two = Fixed()
        two.first = two.third = [number]
        mailbox[number % 8] = one
        mailbox[(number + 3) % 8] = two


def take():
    for number in range(ROUNDS * 4):
        place = number % 8
        found = mailbox.pop(place, None)
        if isinstance(found, Open):
            for name, value in list(vars(found).items()):
                if not name.startswith("name") or type(value) is not list or len(value) != 1:
                    problems.add(name)
            found.extra = 1
        elif isinstance(found, Fixed):
            if found.first != found.third or hasattr(found, "second"):
                problems.add("slots")
            del found.first


threads = [threading.Thread(target=fill, args=(index,)) for index in range(3)]
threads += [threading.Thread(target=take) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(problems))
