"""One generator that delegates is resumed, thrown into and closed by several threads: each gets what
the others left it (gh-120321)."""
import threading

ROUNDS = 300
problems = set()


class Stop(Exception):
    pass


def inner(log):
    for number in range(30):
        try:
            yield number
        except Stop:
            log.append("stopped")
            return "returned"


def outer(log):
    while True:
        got = yield from inner(log)
        if got not in (None, "returned"):
            problems.add("result")
        yield "between"


def work(shared, index, barrier):
    for generator in shared:
        barrier.wait()
        for step in range(12):
            try:
                if index == 0 or step % 3:
                    value = next(generator)
                elif index == 1:
                    value = generator.throw(Stop)
                elif step > 8:
                    value = generator.close()
                else:
                    value = generator.gi_yieldfrom
                    if value is not None and value.gi_code.co_name != "inner":
                        problems.add("delegate")
                    continue
                if value not in (None, "between") and value not in range(30):
                    problems.add("value")
            except (Stop, StopIteration):
                pass
            except ValueError as error:
                if "already executing" not in str(error):
                    problems.add(str(error))
            except RuntimeError as error:
                problems.add(str(error))


logs = [[] for _ in range(ROUNDS)]
shared = [outer(log) for log in logs]
barrier = threading.Barrier(3)
threads = [threading.Thread(target=work, args=(shared, index, barrier)) for index in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(problems))
print({text for log in logs for text in log} <= {"stopped"})
