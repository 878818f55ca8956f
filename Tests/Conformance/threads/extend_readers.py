"""`extend` and slice assignment beside readers: no garbage is ever seen (gh-118561, gh-127521)."""
import threading

STEPS = 3_000
shared = ["start"]
finished = threading.Event()
bad = []


def writer():
    global shared
    for number in range(STEPS):
        shared.extend(["x"] * 50)
        shared[10:20] = ["y"] * 30
        shared *= 2
        del shared[5:]
        shared.insert(0, "z")
        shared.reverse()
        if number % 100 == 0:
            shared.clear()
            shared.append("start")
    finished.set()


def reader():
    legal = {"start", "x", "y", "z"}
    while not finished.is_set():
        for item in shared:
            if item not in legal:
                bad.append(item)
        for index in (0, 3, 17, -1):
            try:
                item = shared[index]
            except IndexError:
                continue
            if item not in legal:
                bad.append(item)
        if not legal.issuperset(shared[1:40]) or not legal.issuperset(list(shared)):
            bad.append("slice")


threads = [threading.Thread(target=writer)] + [threading.Thread(target=reader) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("bad:", bad)
