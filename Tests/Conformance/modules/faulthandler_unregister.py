# A signal that shows the stacks may be given up right after: nothing late arrives by it.
import faulthandler
import os
import time

SIGUSR1 = 10
reader, writer = os.pipe()
for turn in range(12):
    faulthandler.register(SIGUSR1, file=writer)
    os.kill(os.getpid(), SIGUSR1)
    faulthandler.unregister(SIGUSR1)
    time.sleep(0.02 if turn % 2 else 0.07)
os.close(writer)
text = b""
while piece := os.read(reader, 65536):
    text += piece
print(text.count(b"Current thread"))
