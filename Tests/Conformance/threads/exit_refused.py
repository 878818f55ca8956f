"""While the last finalizers run, no thread can be started."""
import _thread
import sys
import threading


class Last:
    """A global that lives until the end."""

    def __del__(self):
        print("finalizer", sys.is_finalizing(), threading.active_count())
        for start in (threading.Thread(target=print).start, lambda: _thread.start_new_thread(len, ())):
            try:
                start()
            except RuntimeError as error:
                print(type(error).__name__, error)
        print(threading.active_count())


def work():
    print("thread", sys.is_finalizing())


kept = Last()
thread = threading.Thread(target=work)
thread.start()
thread.join()
print("main ends")
