"""Updates of attributes by several threads: each thread's own attribute of a shared object, one
attribute under a lock, and objects whose shape and class change while others compute with them."""
import threading

THREADS = 4
ROUNDS = 4000


class Totals:
    def __init__(self):
        self.a = self.b = self.c = self.d = 0
        self.x = 0.5
        self.shared = 0


def run(target):
    threads = [threading.Thread(target=target, args=(i,)) for i in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


totals = Totals()
lock = threading.Lock()


def add_a(o, y):
    for _ in range(ROUNDS):
        o.a += y
        with lock:
            o.shared += 1
            o.shared += y * 2
            o.shared -= y


def add_b(o, y):
    for _ in range(ROUNDS):
        o.b += y * 3
        o.b -= y
        with lock:
            o.shared += y + 1


def add_c(o, y):
    for _ in range(ROUNDS):
        o.c -= 3
        with lock:
            o.shared = o.shared + y + 1


def add_d(o, y):
    for _ in range(ROUNDS):
        o.d = o.d + 2
        with lock:
            o.shared = o.shared + o.x * 4


run(lambda i: (add_a, add_b, add_c, add_d)[i](totals, 1))
print(totals.a, totals.b, totals.c, totals.d, totals.shared)

# Nobody sees anything but numbers of the attribute's own, however the shape changes.
unsteady = Totals()
done = threading.Event()
wrong = []


def change():
    for i in range(ROUNDS):
        if i < ROUNDS // 2 and i % 2 == 0:
            unsteady.extra = "text"
        elif i < ROUNDS // 2:
            del unsteady.extra
        elif i % 2 == 0:
            unsteady.__dict__ = {"extra": "text", "shared": 0, "x": 0.5, "a": i, "b": i}
        else:
            unsteady.__dict__ = {"b": i, "a": i, "x": 0.25, "shared": 0}
    done.set()


def compute(o):
    while not done.is_set():
        for _ in range(50):
            total = o.a + o.b
            if type(total) is not int or not 0 <= total <= 4 * ROUNDS + 400:
                wrong.append(total)
            product = o.x * o.x
            if product not in (0.25, 0.125, 0.0625):
                wrong.append(product)
            o.shared += 1
            o.shared -= 1
            if type(o.shared) is not int:
                wrong.append(o.shared)


run(lambda i: change() if i == 0 else compute(unsteady))
print(wrong[:5])


# A class that takes the attribute over is obeyed by the next step.
class Owner:
    def __init__(self):
        self.n = 0


owner = Owner()
taken = threading.Event()
seen = threading.Barrier(THREADS)


def count(i):
    for _ in range(ROUNDS):
        owner.n += 1
        owner.n -= 1
    seen.wait()
    if i == 0:
        Owner.n = property(lambda self: 1000, lambda self, value: None)
        taken.set()
    taken.wait()
    for _ in range(ROUNDS):
        if owner.n + 1 != 1001:
            wrong.append(owner.n)
        owner.n += 1


run(count)
print(wrong[:5])
