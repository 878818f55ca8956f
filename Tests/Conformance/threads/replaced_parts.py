"""A `__dict__`, defaults or annotations that were replaced go, though several threads run: many
replacements keep nothing."""
import threading

ROUNDS = 30_000
# Each replaced part holds this much, so that keeping them would show.
BULK = 1_500
finished = threading.Event()
problems = []


alive = []


class Counted:
    def __init__(self):
        alive.append(1)

    def __del__(self):
        alive.pop()


class Thing:
    pass


thing = Thing()
thing.__dict__ = {"value": 1}


def function(a=1, *, b=2):
    return a + b


def resident_megabytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 // 1_000_000


def replace():
    for number in range(ROUNDS):
        thing.__dict__ = {"value": number, "bulk": bytes(BULK)}
        function.__defaults__ = (number, bytes(BULK))[:1] if number % 2 else (bytes(BULK), 3)[1:]
        function.__kwdefaults__ = {"b": number, "bulk": bytes(BULK)}
        function.__annotations__ = {"a": bytes(BULK)}
    finished.set()


def read():
    other = 0
    while not finished.is_set():
        if not isinstance(thing.value, int):
            problems.append("value")
        thing.other = other
        if "value" not in thing.__dict__:
            problems.append("dict")
        if not isinstance(function(), int) or not isinstance(function(5), int):
            problems.append("call")
        function.__annotations__["b"] = int
        other += 1


threads = [threading.Thread(target=work) for work in (replace, read, read)]
before = resident_megabytes()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", problems[:3])
print("grew by less than 60 MB:", resident_megabytes() - before < 60)

# Destructors run: at once for `__dict__`, soon for what calls read without counting. (No thread is
# left that could still be reading.)
for _ in range(100):
    thing.__dict__ = {"counted": Counted()}
print("alive:", len(alive))
for _ in range(100):
    function.__defaults__ = (Counted(),)
function.__defaults__ = None
for _ in range(100):
    function.__kwdefaults__ = {"b": Counted()}
function.__kwdefaults__ = None
print("nearly all gone:", len(alive) <= 10)
