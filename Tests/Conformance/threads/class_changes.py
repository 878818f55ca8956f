"""A class attribute that was replaced is never seen again by who knows of the replacement: through
instances, subclasses, methods and special methods (gh-118362, gh-132942, gh-127266)."""
import threading

ROUNDS = 400
problems = set()
finished = threading.Event()
# The number of the newest value that is in place everywhere.
known = [0]


class Base:
    number = 0

    def method(self):
        return 0

    def __len__(self):
        return 0

    def __call__(self):
        return 0

    def __getitem__(self, key):
        return 0

    @property
    def managed(self):
        return 0


class Child(Base):
    pass


class Grandchild(Child):
    def inherited(self):
        return super().method()


instances = [Base(), Child(), Grandchild()]


def change():
    for number in range(1, ROUNDS + 1):
        Base.number = number
        Base.method = lambda self, number=number: number
        Base.__len__ = lambda self, number=number: number
        Base.__call__ = lambda self, number=number: number
        Base.__getitem__ = lambda self, key, number=number: number
        Base.managed = property(lambda self, number=number: number)
        known[0] = number
    finished.set()


def look():
    views = [
        ("class attribute", lambda o: o.number), ("of the class", lambda o: type(o).number),
        ("method", lambda o: o.method()), ("len", len), ("call", lambda o: o()),
        ("item", lambda o: o["key"]), ("property", lambda o: o.managed),
        ("getattr", lambda o: getattr(o, "number")),
    ]
    while not finished.is_set():
        for instance in instances:
            for name, view in views:
                least = known[0]
                if view(instance) < least:
                    problems.add((name, type(instance).__name__))
        least = known[0]
        if instances[2].inherited() < least:
            problems.add("super")


threads = [threading.Thread(target=change)] + [threading.Thread(target=look) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(map(str, problems)))


class Switched:
    """`__len__` comes and goes; with it, what is true."""


def come_and_go():
    for _ in range(ROUNDS):
        Switched.__len__ = lambda self: 0
        del Switched.__len__
    finished.set()


def ask():
    switched = Switched()
    while not finished.is_set():
        try:
            bool(switched)
            if len(switched) != 0:
                problems.add("length")
        except TypeError as error:
            if "has no len()" not in str(error):
                problems.add(str(error))
        except AttributeError:
            pass


finished.clear()
threads = [threading.Thread(target=work) for work in (come_and_go, ask, ask)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(map(str, problems)))
