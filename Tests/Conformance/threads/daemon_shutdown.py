"""The program ends although daemon threads still run, wait and hold locks (gh-124149)."""
import threading
import time

lock = threading.Lock()
shared = []


def spin():
    while True:
        shared.append(1)
        if len(shared) > 1_000:
            shared.clear()


def wait_forever():
    threading.Event().wait()


def sleep_forever():
    time.sleep(1_000)


def hold():
    with lock:
        time.sleep(1_000)


for target in (spin, spin, wait_forever, sleep_forever, hold):
    threading.Thread(target=target, daemon=True).start()
time.sleep(0.02)


class AtExit:
    def __init__(self):
        self.name = "kept"


print("main ends", AtExit().name, threading.active_count())
