"""The program waits for threads that are no daemons, also when the main thread fails."""
import sys
import threading
import time


def late():
    time.sleep(0.05)
    print("the thread ends last")


threading.Thread(target=late).start()
print("main ends")
sys.exit(4)
