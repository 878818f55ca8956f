"""A pool of threads that run calls."""

import os
import queue
import threading
from itertools import count

from concurrent.futures import _base

_executors = set()
_executors_lock = threading.Lock()
_is_ending = False


def _at_exit():
    """Before the program ends: let all pools finish what they have."""
    global _is_ending
    _is_ending = True
    with _executors_lock:
        executors = list(_executors)
    for executor in executors:
        for _ in executor._threads:
            executor._work_queue.put(None)
    for executor in executors:
        for thread in list(executor._threads):
            thread.join()


threading._register_atexit(_at_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread's initializer failed."""


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in up to max_workers threads."""

    _counter = count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._is_shut_down = False
        self._lock = threading.Lock()
        self._prefix = (
            thread_name_prefix or "ThreadPoolExecutor-%d" % ThreadPoolExecutor._counter())
        self._initializer = initializer
        self._initargs = initargs
        with _executors_lock:
            _executors.add(self)

    def submit(self, fn, /, *args, **kwargs):
        """Have a call run; a future for its result."""
        with self._lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_ending:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put((future, fn, args, kwargs))
            if not self._idle.acquire(blocking=False) and len(self._threads) < self._max_workers:
                name = f"{self._prefix}_{len(self._threads)}"
                thread = threading.Thread(name=name, target=self._work, daemon=True)
                self._threads.add(thread)
                thread.start()
            return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                import sys
                sys.excepthook(*sys.exc_info())
                self._break()
                return
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                self._idle.release()
                item = self._work_queue.get()
            if item is None:
                if self._is_shut_down or _is_ending:
                    # The next thread is to end, too.
                    self._work_queue.put(None)
                    return
                continue
            self._run(*item)
            del item

    def _run(self, future, fn, args, kwargs):
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = fn(*args, **kwargs)
        except BaseException as exception:
            future.set_exception(exception)
        else:
            future.set_result(result)

    def _break(self):
        with self._lock:
            self._broken = (
                "A thread initializer failed, the thread pool is not usable anymore")
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if item is not None:
                    item[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; wait for those taken, or cancel what has not begun."""
        with self._lock:
            self._is_shut_down = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is not None:
                        item[0].cancel()
            self._work_queue.put(None)
        if wait:
            for thread in list(self._threads):
                thread.join()
        with _executors_lock:
            _executors.discard(self)
