# A function's code is replaced while it runs, is suspended, or runs in another thread: what runs goes
# on with the code that it began with, and the next call runs the new one.
import threading


def short(n):
    return n


def replace_while_running(n):
    replace_while_running.__code__ = short.__code__
    a, b, c, d = n, n + 1, n + 2, n + 3
    try:
        raise ValueError(a + b + c + d)
    except ValueError as error:
        return [a, b, c, d, str(error), len("global lookup")]


print(replace_while_running(1))
print(replace_while_running(1))


def counts(n):
    for i in range(n):
        first, second, third = i, i * 2, i * 3
        yield first + second + third


def one(n):
    yield n


running = counts(4)
print(next(running))
counts.__code__ = one.__code__
print(list(running), list(counts(4)))


def outer():
    cell = "cell"

    def inner(depth):
        if depth:
            return inner(depth - 1)
        inner.__code__ = other.__code__
        return cell + str(depth)

    def other(depth):
        return inner.__name__ + str(depth)

    return inner


inner = outer()
try:
    print(inner(3))
except ValueError as error:
    print(error)


def looping(stop):
    rounds = 0
    while not stop.is_set():
        rounds += 1
        values = [rounds, rounds + 1, rounds + 2]
        assert values[2] - values[0] == 2
    return "looped"


def quick(stop):
    return "quick"


stop = threading.Event()
results = []
threads = [
    threading.Thread(target=lambda: results.append(looping(stop))) for _ in range(2)
]
for thread in threads:
    thread.start()
while not all(thread.is_alive() for thread in threads):
    pass
for round in range(20):
    looping.__code__ = quick.__code__
stop.set()
for thread in threads:
    thread.join()
print(set(results) <= {"looped", "quick"}, looping(stop))
