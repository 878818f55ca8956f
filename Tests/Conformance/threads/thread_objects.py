"""The Thread class: names, life, errors, hooks, enumeration, subclasses, daemons."""
import sys
import threading

print(threading.current_thread() is threading.main_thread(), threading.current_thread().name)
print(threading.active_count(), [thread.name for thread in threading.enumerate()])

thread = threading.Thread(target=lambda: None, name="named")
print(thread.name, thread.is_alive(), thread.ident, thread.daemon)
thread.start()
thread.join()
print(thread.is_alive(), thread.ident is not None)
try:
    thread.start()
except RuntimeError as error:
    print(error)
try:
    threading.Thread().join()
except RuntimeError as error:
    print(error)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)

default = threading.Thread(target=print)
print(default.name.startswith("Thread-"), default.name.endswith("(print)"))


class Sub(threading.Thread):
    def __init__(self, value):
        super().__init__()
        self.value = value
        self.result = None

    def run(self):
        self.result = self.value * 2


subs = [Sub(n) for n in range(5)]
for sub in subs:
    sub.start()
for sub in subs:
    sub.join()
print([sub.result for sub in subs])

results = []
thread = threading.Thread(target=lambda *a, **k: results.append((a, k)), args=(1, 2), kwargs={"z": 3})
thread.start()
thread.join()
print(results)


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook


def fails():
    raise ValueError("in thread")


thread = threading.Thread(target=fails, name="failing")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__


def exits():
    sys.exit(3)


thread = threading.Thread(target=exits)
thread.start()
thread.join()
print("still here")

idents = []
barrier = threading.Barrier(4)


def note():
    idents.append((threading.get_ident(), threading.get_native_id()))
    barrier.wait()


threads = [threading.Thread(target=note) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(idents)), threading.get_ident() not in [ident for ident, _ in idents])

gate = threading.Event()
slow = threading.Thread(target=gate.wait)
slow.start()
slow.join(timeout=0.01)
print(slow.is_alive(), threading.active_count())
gate.set()
slow.join()
print(threading.active_count())

daemon = threading.Thread(target=threading.Event().wait, daemon=True)
daemon.start()
print(daemon.daemon, daemon.is_alive())
nested = []


def parent():
    child = threading.Thread(target=lambda: nested.append(threading.current_thread().name), name="child")
    child.start()
    child.join()
    nested.append(threading.current_thread().name)


thread = threading.Thread(target=parent, name="parent")
thread.start()
thread.join()
print(nested, threading.TIMEOUT_MAX > 1e6, threading.stack_size())
