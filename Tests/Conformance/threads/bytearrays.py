"""A bytearray grown, cut and read by threads."""
import threading

shared = bytearray(b"x" * 100)
finished = threading.Event()
errors = []


def write():
    for number in range(5_000):
        shared.append(120)
        shared.extend(b"xxxx")
        shared[3:6] = b"xx"
        if len(shared) > 500:
            del shared[50:]
    finished.set()


def read():
    while not finished.is_set():
        if set(bytes(shared)) != {120}:
            errors.append("another byte")
        if shared[5] != 120 or shared.count(b"y"):
            errors.append("wrong byte")
        if shared.find(b"z") != -1:
            errors.append("found")


threads = [threading.Thread(target=write)] + [threading.Thread(target=read) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
