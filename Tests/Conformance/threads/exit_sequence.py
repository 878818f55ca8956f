"""What happens at the end, in order: functions that threading was given, threads that are no daemons,
atexit functions; and what is refused when."""
import atexit
import sys
import threading
import time

lines = []


def refused(function, *arguments):
    try:
        function(*arguments)
        return "accepted"
    except RuntimeError as error:
        return str(error)


def started(name):
    """Whether a thread can still be started; it is waited for."""
    thread = threading.Thread(target=lines.append, args=(name,))
    thread.start()
    thread.join()
    return lines[-1] == name


def before_threads(name):
    print("threading", name, sys.is_finalizing(), started(name))
    print("  register:", refused(threading._register_atexit, print))


def at_exit(*arguments, **keywords):
    print("atexit", arguments, keywords, sys.is_finalizing(), started("atexit"))
    print("  main thread:", threading.main_thread().is_alive(), threading.active_count())


def forgotten():
    print("never")


@atexit.register
def registers_more():
    """What is registered meanwhile comes too late."""
    atexit.register(forgotten)
    print("atexit registers more", atexit._ncallbacks())


def late():
    time.sleep(0.05)
    print("thread", threading.main_thread().is_alive(), started("late"))
    print("  register:", refused(threading._register_atexit, print))
    atexit.register(print, "atexit from a thread")


threading._register_atexit(before_threads, "first")
threading._register_atexit(before_threads, "second")
atexit.register(forgotten)
atexit.register(at_exit, 1, 2, three=3)
atexit.register(forgotten)
print(atexit.register(at_exit) is at_exit, atexit._ncallbacks())
atexit.unregister(forgotten)
atexit.unregister(forgotten)
for wrong in ((), (1,), (None,)):
    try:
        atexit.register(*wrong)
    except TypeError as error:
        print(error)
print("finalizing:", sys.is_finalizing())
threading.Thread(target=late).start()
print("main ends")
