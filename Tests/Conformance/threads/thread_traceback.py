"""An exception that nobody catches in a thread is reported with the thread's name; others go on."""
import threading


def inner():
    return 1 // 0


def fails():
    inner()


thread = threading.Thread(target=fails, name="worker-7")
thread.start()
thread.join()
print("main goes on")
