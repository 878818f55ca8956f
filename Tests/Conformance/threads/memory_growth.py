"""Buffers replaced while others read them are given back (gh-132519, gh-130794)."""
import threading

shared = {"list": list(range(20_000))}
finished = threading.Event()


def resident_megabytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 // 1_000_000


def replace():
    for number in range(150):
        shared["list"] = list(range(20_000))
        shared["text"] = "x" * 2_000_000
        growing = []
        for item in range(5_000):
            growing.append(item)
    finished.set()


def read():
    while not finished.is_set():
        items = shared["list"]
        if items[10] + items[-1] != 20_009:
            print("wrong item")


threads = [threading.Thread(target=replace), threading.Thread(target=read)]
before = resident_megabytes()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("grew by less than 200 MB:", resident_megabytes() - before < 200)
