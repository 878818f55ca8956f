"""Generators and frames that are looked at while another thread runs them (gh-120321, gh-118680)."""
import sys
import threading

ROUNDS = 150
problems = set()


def inner(count):
    for number in range(count):
        yield number


def outer(count, start=0):
    total = start
    first = object()
    for number in range(count):
        total += number
        yield from inner(3)
    del first
    return total


def look(generator):
    frame = generator.gi_frame
    if frame is not None:
        line = frame.f_lineno
        if line is not None and not 1 <= line < 200:
            problems.add(f"line {line}")
        names = dict(frame.f_locals)
        for name, value in names.items():
            if name not in ("count", "start", "total", "first", "number"):
                problems.add(f"variable {name}")
            if name == "total" and type(value) is not int:
                problems.add("total")
        if frame.f_code.co_name != "outer":
            problems.add("code")
        frame.f_globals, frame.f_builtins, frame.f_lasti
    delegate = generator.gi_yieldfrom
    if delegate is not None and delegate.gi_code.co_name != "inner":
        problems.add("delegate")
    generator.gi_running, generator.gi_suspended, repr(generator), generator.__name__


def run(shared, barrier):
    for index in range(ROUNDS):
        barrier.wait()
        generator = shared[index]
        for _ in range(60):
            try:
                if next(generator) not in (0, 1, 2):
                    problems.add("item")
            except StopIteration:
                break
            except ValueError as error:
                if "already executing" not in str(error):
                    problems.add(str(error))


def inspect(shared, barrier):
    for index in range(ROUNDS):
        barrier.wait()
        for _ in range(60):
            look(shared[index])


shared = [outer(10) for _ in range(ROUNDS)]
barrier = threading.Barrier(4)
threads = [
    threading.Thread(target=work, args=(shared, barrier)) for work in (run, run, inspect, inspect)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(problems))

frames = []
stop = threading.Event()


def busy(depth):
    """Hands its frame out and goes on changing its variables."""
    text = "text"
    numbers = [1]
    if depth:
        return busy(depth - 1)
    frames.append(sys._getframe())
    while not stop.is_set():
        text = text[:4] + "x"
        numbers = [len(text)]
        for number in numbers:
            extra = number
    return numbers, extra


def watch():
    while not frames:
        pass
    for _ in range(1_000):
        frame = frames[0]
        depth = 0
        while frame is not None and frame.f_code.co_name == "busy":
            variables = frame.f_locals
            if variables.get("text") not in ("text", "textx", None):
                problems.add("text")
            numbers = variables.get("numbers")
            if numbers not in ([1], [4], [5], None):
                problems.add(f"numbers {numbers}")
            if variables["depth"] != depth:
                problems.add("depth")
            list(variables), len(variables), frame.f_lineno
            frame = frame.f_back
            depth += 1
        if depth != 4:
            problems.add(f"{depth} frames")


threads = [threading.Thread(target=busy, args=(3,))] + [
    threading.Thread(target=watch) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads[1:]:
    thread.join()
stop.set()
threads[0].join()
print("problems:", sorted(problems))
