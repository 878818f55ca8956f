"""The program ends while daemon threads use everything it has; nothing of theirs is taken from them."""
import atexit
import sys
import threading
import time

shared = {"list": [], "dict": {}}
lock = threading.Lock()
started = threading.Semaphore(0)


class Kept:
    def __init__(self, number):
        self.number = number
        self.parts = [number] * 10


def churn():
    local = Kept(1)
    started.release()
    while True:
        shared["list"].append(Kept(len(shared["list"])))
        shared["dict"][len(shared["dict"])] = local.parts
        if len(shared["list"]) > 500:
            shared["list"].clear()
            shared["dict"].clear()
        with lock:
            local.number += 1


def numbers():
    while True:
        yield Kept(2)


def generate():
    started.release()
    for item in numbers():
        item.parts.sort()


def hold():
    with lock:
        started.release()
        time.sleep(1_000)


def start_threads():
    """Goes on starting threads for as long as it is allowed to."""
    started.release()
    while True:
        try:
            threading.Thread(target=len, args=("x",), daemon=True).start()
        except RuntimeError:
            pass


def at_exit():
    print("atexit", sys.is_finalizing(), threading.active_count() > 1)


atexit.register(at_exit)
targets = [churn, churn, generate, threading.Event().wait, start_threads]
for target in targets:
    threading.Thread(target=target, daemon=True).start()
for _ in range(4):
    started.acquire()
lock.acquire()
threading.Thread(target=hold, daemon=True).start()
lock.release()
print("main ends")
