# What faulthandler writes, and when.
import faulthandler
import os
import threading

SIGUSR1 = 10
SIGSEGV = 11


def shown(text):
    """A dump without what differs from run to run: idents, folders."""
    lines = []
    for line in text.splitlines():
        if line.startswith("  File"):
            place, _, rest = line.partition('", ')
            line = '  File "' + place.rpartition("/")[2] + '", ' + rest
        start, mark, rest = line.partition("hread 0x")
        if mark:
            line = start + mark + "#" + rest[16:]
        lines.append(line)
    return "\n".join(lines)


def dumped(action):
    reader, writer = os.pipe()
    action(writer)
    os.close(writer)
    text = ""
    while piece := os.read(reader, 65536):
        text += piece.decode()
    os.close(reader)
    return shown(text)


class Deep:
    def method(self, writer):
        faulthandler.dump_traceback(file=writer)


def recurse(depth, writer):
    if depth:
        recurse(depth - 1, writer)
    else:
        faulthandler.dump_traceback(writer, all_threads=True)


print(dumped(lambda writer: faulthandler.dump_traceback(file=writer)))
print(dumped(lambda writer: faulthandler.dump_traceback(file=writer, all_threads=False)))
print(dumped(Deep().method))
text = dumped(lambda writer: recurse(150, writer))
print(len(text.splitlines()), text.splitlines()[-1])

# In a thread: the thread is the current one, the main thread is listed, too.
results = []


def in_thread():
    results.append(dumped(lambda writer: faulthandler.dump_traceback(file=writer)))


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
lines = results[0].splitlines()
print(lines[0], lines[1], lines[2], lines[3], sep="\n")
print(sum(line.startswith("Thread 0x#") for line in lines), "" in lines)


# A signal shows the stacks, and the program goes on.
def with_signal(writer):
    faulthandler.register(SIGUSR1, file=writer)
    os.kill(os.getpid(), SIGUSR1)
    print(faulthandler.unregister(SIGUSR1), faulthandler.unregister(SIGUSR1))


print(dumped(with_signal))


# When time is up: once, and again and again.
def first_line(repeat):
    reader, writer = os.pipe()
    faulthandler.dump_traceback_later(0.01, repeat=repeat, file=writer)
    text = b""
    while text.count(b"Timeout") < (3 if repeat else 1) or not text.endswith(b"\n"):
        text += os.read(reader, 65536)
    faulthandler.cancel_dump_traceback_later()
    os.close(reader)
    os.close(writer)
    lines = shown(text.decode()).splitlines()
    print(lines[0], lines[1], sep="\n")


first_line(False)
first_line(True)
faulthandler.dump_traceback_later(3600)
faulthandler.cancel_dump_traceback_later()
faulthandler.cancel_dump_traceback_later()

print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled())
print(faulthandler.disable(), faulthandler.disable(), faulthandler.is_enabled())

for call in (
    lambda: faulthandler.register(SIGSEGV),
    lambda: faulthandler.register(0),
    lambda: faulthandler.register(1000),
    lambda: faulthandler.dump_traceback(-1),
    lambda: faulthandler.dump_traceback("no file"),
    lambda: faulthandler.dump_traceback_later(0),
    lambda: faulthandler.dump_traceback_later(-1),
):
    try:
        print(call())
    except (ValueError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
