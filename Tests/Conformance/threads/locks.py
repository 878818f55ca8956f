"""Lock, RLock, Condition, Semaphore, Event, Barrier, Timer, local: what they promise."""
import threading
import time


def run(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
for arguments in ({"blocking": False, "timeout": 1}, {"timeout": -2}):
    try:
        lock.acquire(**arguments)
    except ValueError as error:
        print(error)

total = 0


def count():
    global total
    for _ in range(20_000):
        with lock:
            total += 1


run(count, count, count)
print(total)

rlock = threading.RLock()
with rlock:
    with rlock:
        print("nested")
try:
    rlock.release()
except RuntimeError as error:
    print(error)
outcome = []
rlock.acquire()
run(lambda: outcome.append(rlock.acquire(blocking=False)))
rlock.release()
run(lambda: outcome.append(rlock.acquire(blocking=False)))
print(outcome)

condition = threading.Condition()
items = []


def consumer():
    with condition:
        condition.wait_for(lambda: len(items) == 3)
        print("consumed", items)


def producer():
    for number in range(3):
        with condition:
            items.append(number)
            condition.notify_all()


run(consumer, producer)
with condition:
    print(condition.wait(timeout=0.01), condition.wait_for(lambda: False, timeout=0.01))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
try:
    condition.wait()
except RuntimeError as error:
    print(error)

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
semaphore.release(2)
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)

event = threading.Event()
print(event.is_set(), event.wait(0.01))
waiting = threading.Thread(target=lambda: print("waited", event.wait()))
waiting.start()
event.set()
waiting.join()
event.clear()
print(event.is_set())

barrier = threading.Barrier(3, action=lambda: arrivals.append("action"))
arrivals = []
indices = []


def meet():
    for _ in range(3):
        indices.append(barrier.wait())


run(meet, meet, meet)
print(sorted(indices), arrivals, barrier.parties, barrier.n_waiting, barrier.broken)
broken = threading.Barrier(2)
try:
    broken.wait(timeout=0.01)
except threading.BrokenBarrierError:
    print("broken", broken.broken)
broken.reset()
print(broken.broken)
broken.abort()
print(broken.broken)

fired = []
timer = threading.Timer(0.01, fired.append, args=("timer",))
timer.start()
timer.join()
cancelled = threading.Timer(10, fired.append, args=("never",))
cancelled.start()
cancelled.cancel()
cancelled.join()
print(fired)

local = threading.local()
local.value = "main"
values = []


def use_local():
    values.append(hasattr(local, "value"))
    local.value = "thread"
    values.append(local.value)


run(use_local)
print(values, local.value)


class Local(threading.local):
    default = 1

    def __init__(self, start):
        self.start = start


own = Local(5)
own.start += 1
run(lambda: values.append(own.start))
print(own.start, values[-1], own.default)
started = time.monotonic()
lock.acquire()
print(lock.acquire(timeout=0.05), 0.04 < time.monotonic() - started < 5)
