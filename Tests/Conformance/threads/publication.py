"""A plain flag publishes what was written before it, and a polling loop sees it in the end."""
import threading

errors = []


class Box:
    def __init__(self):
        self.ready = False
        self.value = None


def try_once(number):
    box = Box()

    def writer():
        box.value = ["payload", number]
        box.ready = True

    def reader():
        while not box.ready:
            pass
        if box.value != ["payload", number]:
            errors.append(box.value)

    threads = [threading.Thread(target=reader), threading.Thread(target=writer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


for number in range(50):
    try_once(number)

flag = False
message = None


def set_globals():
    global flag, message
    message = ("global", 1)
    flag = True


def poll_globals():
    while not flag:
        pass
    if message != ("global", 1):
        errors.append(message)


threads = [threading.Thread(target=poll_globals), threading.Thread(target=set_globals)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

stop = []


def spin():
    steps = 0
    while not stop:
        steps += 1


thread = threading.Thread(target=spin)
thread.start()
stop.append(True)
thread.join()
print("errors:", errors)
