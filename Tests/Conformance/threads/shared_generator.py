"""One generator run by several threads: ValueError for the late one, never a crash (gh-120321)."""
import threading

errors = []


def numbers(limit):
    for number in range(limit):
        yield number


def consume(source, taken):
    while True:
        try:
            taken.append(next(source))
        except StopIteration:
            return
        except ValueError as error:
            if str(error) != "generator already executing":
                errors.append(str(error))
                return


def run(source, count):
    taken = [[] for _ in range(count)]
    threads = [threading.Thread(target=consume, args=(source, part)) for part in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(item for part in taken for item in part)


for _ in range(20):
    found = run(numbers(2_000), 4)
    if found != list(range(2_000)):
        errors.append(("lost or doubled", len(found)))
print("errors:", errors[:3])

inside = threading.Event()
leave = threading.Event()


def waits():
    inside.set()
    leave.wait()
    yield 1


blocked = waits()
first = threading.Thread(target=lambda: print("first", next(blocked)))
first.start()
inside.wait()
for action in (lambda: next(blocked), lambda: blocked.send(None), lambda: blocked.close(),
               lambda: blocked.throw(KeyError)):
    try:
        action()
    except ValueError as error:
        print(error)
print(blocked.gi_running)
leave.set()
first.join()
print(list(blocked))
