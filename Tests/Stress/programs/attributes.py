"""Attributes, class attributes and methods that change while other threads use them."""
import random
import sys
import threading
import time

SEED = int(sys.argv[1])
END = time.monotonic() + float(sys.argv[2])
errors = []


class Base:
    kind = ("base", 0)

    def answer(self):
        return ("method", 0)


class Derived(Base):
    pass


class Other(Base):
    kind = ("other", 0)


def make_answer(number):
    def answer(self):
        return ("method", number)
    return answer


def is_pair(value, *names):
    return type(value) is tuple and value[0] in names and type(value[1]) is int


def change(objects, generator):
    action = generator.randrange(8)
    number = generator.randrange(1000)
    thing = generator.choice(objects)
    if action == 0:
        thing.name = ("name", number)
    elif action == 1:
        del thing.name
    elif action == 2:
        Base.kind = ("base", number)
    elif action == 3:
        Derived.kind = ("derived", number)
    elif action == 4:
        del Derived.kind
    elif action == 5:
        Base.answer = make_answer(number)
    elif action == 6:
        setattr(thing, f"extra{number % 5}", ("extra", number))
    else:
        objects[generator.randrange(len(objects))] = generator.choice([Derived, Other])()


def read(objects, generator):
    thing = generator.choice(objects)
    for _ in range(5):
        assert is_pair(getattr(thing, "name", ("name", 0)), "name")
        assert is_pair(thing.kind, "base", "derived", "other")
        assert is_pair(thing.answer(), "method")
        for name, value in list(vars(thing).items()):
            assert is_pair(value, "name", "extra"), (name, value)


def worker(index, objects):
    generator = random.Random(SEED * 100 + index)
    while time.monotonic() < END and not errors:
        for _ in range(100):
            try:
                (change if generator.randrange(3) == 0 else read)(objects, generator)
            except (AttributeError, RuntimeError):
                pass
            except BaseException as error:
                errors.append(repr(error))
                return


objects = [Derived() for _ in range(8)]
threads = [threading.Thread(target=worker, args=(index, objects)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(errors if errors else "ok")
