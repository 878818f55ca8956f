"""What fails at the end is reported, and the rest goes on; the exit code stays."""
import atexit
import sys
import threading
import time


class Unlucky:
    def __del__(self):
        print("finalizer")
        raise KeyError("in a finalizer")


def fail(error):
    print("raises", type(error).__name__)
    raise error


class Report:
    """Standard error without places and addresses."""

    text = ""

    def write(self, text):
        *lines, self.text = (self.text + text).split("\n")
        for line in lines:
            if not line.startswith((" ", "Traceback")):
                print("reported:", line.split(" <")[0])

    def flush(self):
        pass


sys.stderr = Report()
threading._register_atexit(lambda: print("second"))
threading._register_atexit(fail, ValueError("in threading"))
threading.Thread(target=time.sleep, args=(0.02,)).start()
atexit.register(print, "atexit")
atexit.register(fail, SystemExit(9))
atexit.register(fail, ZeroDivisionError("in atexit"))
atexit.register(fail, KeyboardInterrupt("in atexit"))
sys.exit(3)
