"""Futures, and waiting for several of them."""

import threading
import time
from collections import namedtuple

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_DONE = (CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    """Base of this package's errors."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is in no state for that."""


class BrokenExecutor(RuntimeError):
    """The executor can't run anything any more."""


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


class _Waiter:
    """Collects the futures that finish, and sets an event when there are enough."""

    def __init__(self, enough):
        self.event = threading.Event()
        self.finished = []
        self._lock = threading.Lock()
        self._enough = enough

    def add(self, future):
        with self._lock:
            self.finished.append(future)
            if self._enough(future):
                self.event.set()

    def take(self):
        with self._lock:
            finished = self.finished
            self.finished = []
            self.event.clear()
            return finished


def as_completed(fs, timeout=None):
    """The futures in the order in which they finish."""
    end = None
    if timeout is not None:
        end = timeout + time.monotonic()
    pending = set(fs)
    total = len(pending)
    waiter = _Waiter(lambda future: True)
    finished = []
    for future in list(pending):
        if not future._add_waiter(waiter):
            finished.append(future)
    try:
        while True:
            for future in finished:
                if future in pending:
                    pending.remove(future)
                    yield future
            if not pending:
                return
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            waiter.event.wait(left)
            finished = waiter.take()
    finally:
        for future in pending:
            future._remove_waiter(waiter)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; which are done, and which not."""
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return condition: %r" % return_when)
    fs = set(fs)
    left = [len(fs)]

    def enough(future):
        left[0] -= 1
        if left[0] <= 0 or return_when == FIRST_COMPLETED:
            return True
        return (return_when == FIRST_EXCEPTION and not future.cancelled()
                and future._exception is not None)

    waiter = _Waiter(enough)
    done = {future for future in fs if not future._add_waiter(waiter)}
    with waiter._lock:
        for future in done:
            if enough(future):
                waiter.event.set()
    if fs:
        waiter.event.wait(timeout)
    done.update(waiter.take())
    for future in fs - done:
        future._remove_waiter(waiter)
    return DoneAndNotDoneFutures(done, fs - done)


class Future:
    """The result of a call that may still be running."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            text = f"<{self.__class__.__name__} at {id(self):#x} state={_state_text(self._state)}"
            if self._state == FINISHED:
                if self._exception:
                    text += f" raised {self._exception.__class__.__name__}"
                else:
                    text += f" returned {self._result.__class__.__name__}"
            return text + ">"

    def _add_waiter(self, waiter):
        """False if the future is done already."""
        with self._condition:
            if self._state in _DONE:
                return False
            self._waiters.append(waiter)
            return True

    def _remove_waiter(self, waiter):
        with self._condition:
            if waiter in self._waiters:
                self._waiters.remove(waiter)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import sys
            sys.excepthook(*sys.exc_info())

    def cancel(self):
        """Keep the call from running; False if it runs or ran already."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether the call was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call is running."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call ended or was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        """Call a function with the future once it is done; now if it is."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _wait(self, timeout):
        """With the condition held: wait until the future is done."""
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state == FINISHED:
            return
        self._condition.wait_for(
            lambda: self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED), timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned; raises what it raised."""
        try:
            with self._condition:
                self._wait(timeout)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            # The exception's traceback refers to this frame.
            self = None

    def exception(self, timeout=None):
        """What the call raised, or None."""
        with self._condition:
            self._wait(timeout)
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        """True: go on and run the call. False: it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                waiters = self._waiters
                self._waiters = []
                for waiter in waiters:
                    waiter.add(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """The call returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """The call raised."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            waiters = self._waiters
            self._waiters = []
            for waiter in waiters:
                waiter.add(self)
            self._condition.notify_all()
        self._invoke_callbacks()


def _state_text(state):
    return {
        PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled",
        CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished",
    }[state]


class Executor:
    """What runs calls."""

    def submit(self, fn, /, *args, **kwargs):
        """Have a call run; a future for its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As the builtin, with the calls side by side and the results in order."""
        end = None
        if timeout is not None:
            end = timeout + time.monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    future = fs.pop()
                    if end is None:
                        yield future.result()
                    else:
                        yield future.result(end - time.monotonic())
            finally:
                for future in fs:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
