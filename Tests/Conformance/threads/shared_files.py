"""Files and buffers used by several threads: lines and records come out whole, each to one thread
(gh-134908, gh-153296), and a buffer that is out stays as it is (gh-132551, gh-151640)."""
import io
import os
import threading

COUNT = 1_500
problems = set()
path = f"/tmp/shared-files-{os.getpid()}"


def together(*works):
    barrier = threading.Barrier(len(works))

    def start(work):
        barrier.wait()
        try:
            work()
        except Exception as error:
            problems.add(repr(error))

    threads = [threading.Thread(target=start, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


lines = [f"line {number} " + "x" * (number % 50) + "\n" for number in range(COUNT)]


def drain(source, taken):
    def work():
        for line in source:
            taken.append(line)
    return work


def share(name, source, wanted):
    taken = [[] for _ in range(4)]
    together(*[drain(source, part) for part in taken])
    if sorted(line for part in taken for line in part) != sorted(wanted):
        problems.add(name)


def write(target, index, encode):
    def work():
        for number in range(COUNT // 5):
            target.write(encode(f"thread {index} number {number}\n"))
    return work


def written(name, text):
    wanted = sorted(f"thread {i} number {n}" for i in range(4) for n in range(COUNT // 5))
    if sorted(text.splitlines()) != wanted:
        problems.add(name)


with open(path, "w") as file:
    together(*[write(file, index, str) for index in range(4)])
with open(path) as file:
    written("text file", file.read())
with open(path, "wb") as file:
    together(*[write(file, index, str.encode) for index in range(4)])
with open(path) as file:
    written("binary file", file.read())
memory = io.StringIO()
together(*[write(memory, index, str) for index in range(4)])
written("StringIO", memory.getvalue())
memory = io.BytesIO()
together(*[write(memory, index, str.encode) for index in range(4)])
written("BytesIO", memory.getvalue().decode())

with open(path, "w") as file:
    file.writelines(lines)
share("StringIO lines", io.StringIO("".join(lines)), lines)
encoded = [line.encode() for line in lines]
share("BytesIO lines", io.BytesIO(b"".join(encoded)), encoded)
with open(path) as file:
    share("text lines", file, lines)
os.remove(path)

buffer = io.BytesIO(bytes(1_000))
refused = []


def export():
    for _ in range(300):
        with buffer.getbuffer() as view:
            if len(view) < 1_000 or view[999] not in (0, 1):
                problems.add("view")
            view[0] = 1


def grow():
    for _ in range(300):
        try:
            buffer.seek(0, 2)
            buffer.write(b"more")
            buffer.truncate(1_000)
        except BufferError:
            refused.append(1)


together(export, grow, export)
print("problems:", sorted(problems))
