"""concurrent.futures: results, errors, callbacks, cancelling, waiting."""
import concurrent.futures as futures
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def square(n):
    return n * n


def fail(n):
    raise ValueError(f"failed {n}")


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, range(10))))
    print(list(pool.map(lambda a, b: a + b, [1, 2, 3], [10, 20, 30])))
    jobs = [pool.submit(square, n) for n in range(5)]
    print(sorted(job.result() for job in as_completed(jobs)))
    job = pool.submit(fail, 3)
    try:
        job.result()
    except ValueError as error:
        print(error, type(job.exception()).__name__)
    done, pending = wait(jobs)
    print(len(done), len(pending))
    called = []
    job = pool.submit(square, 9)
    job.add_done_callback(lambda f: called.append(f.result()))
    job.result()
    job.add_done_callback(lambda f: called.append("late"))
    try:
        list(pool.map(fail, [1, 2]))
    except ValueError as error:
        print(error)
# The callback may run after `result` has returned, so after the late one.
print(sorted(called, key=str))
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    blocked = pool.submit(gate.wait)
    while not blocked.running():
        time.sleep(0.001)
    queued = pool.submit(square, 2)
    print(queued.cancel(), queued.cancelled(), queued.done(), blocked.cancel())
    try:
        blocked.result(timeout=0.01)
    except futures.TimeoutError:
        print("timeout")
    done, pending = wait([blocked, queued], timeout=0.01)
    print(len(done), len(pending))
    gate.set()
    done, pending = wait([blocked], return_when=futures.FIRST_COMPLETED)
    print(len(done), blocked.running(), blocked.done())
    try:
        queued.result()
    except futures.CancelledError:
        print("cancelled")

future = futures.Future()
print(future.done(), future.set_running_or_notify_cancel())
future.set_result(5)
print(future.result(), future.exception())
try:
    future.set_result(6)
except futures.InvalidStateError:
    print("already set")

names = set()
barrier = threading.Barrier(3)


def note():
    names.add(threading.current_thread().name)
    barrier.wait()


started = []
with ThreadPoolExecutor(3, thread_name_prefix="pool", initializer=started.append, initargs=(1,)) as pool:
    for job in [pool.submit(note) for _ in range(3)]:
        job.result()
print(sorted(names), started)

total = 0
lock = threading.Lock()


def add(n):
    global total
    with lock:
        total += n


with ThreadPoolExecutor(4) as pool:
    list(pool.map(add, range(5_000)))
print(total)
pool = ThreadPoolExecutor(2)
print(pool.submit(square, 4).result())
pool.shutdown(wait=True, cancel_futures=True)
