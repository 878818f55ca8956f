# One slot that several threads overwrite while others read it: attributes, items, globals, cells.
# Every value that is read was stored by somebody, and what was replaced dies.
import threading

THREADS = 4
ROUNDS = 4000
value = (0, 0)


class Slot:
    def __init__(self):
        self.value = (0, 0)


class Counted:
    # Lists, not a lock: a finalizer may run wherever its thread is.
    born = []
    died = []

    def __init__(self):
        Counted.born.append(1)

    def __del__(self):
        Counted.died.append(1)


def run(*bodies):
    start = threading.Barrier(len(bodies))
    failures = []

    def guarded(body):
        start.wait()
        try:
            body()
        except BaseException as error:
            failures.append(repr(error))

    threads = [threading.Thread(target=guarded, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def check(pair):
    assert pair[0] == pair[1], pair


slot = Slot()
items = [(0, 0), (0, 0)]


def attributes():
    for number in range(ROUNDS):
        slot.value = (number, number)
        check(slot.value)


def list_items():
    for number in range(ROUNDS):
        items[number & 1] = (number, number)
        items[-1] = (number, number)
        check(items[0])
        check(items[1])


def global_values():
    global value
    for number in range(ROUNDS):
        value = (number, number)
        check(value)


def make_cell():
    cell = (0, 0)

    def cells():
        nonlocal cell
        for number in range(ROUNDS):
            cell = (number, number)
            check(cell)

    return cells


print(run(*[attributes] * THREADS))
print(run(*[list_items] * THREADS))
print(run(*[global_values] * THREADS))
print(run(*[make_cell()] * THREADS))


def dying():
    for number in range(ROUNDS // 10):
        slot.value = Counted()
        items[0] = Counted()


print(run(*[dying] * THREADS))
slot.value = items[0] = None
print(len(Counted.born) - len(Counted.died))


# An attribute that moves to a dict, or goes away, while others store to it.
def moving():
    for number in range(ROUNDS // 20):
        slot.value = (number, number)
        slot.__dict__["value"] = (number, number)
        try:
            check(slot.value)
            del slot.value
        except AttributeError:
            pass


print(run(*[moving] * THREADS))
