# Readers of a dict beside writers that insert, delete, resize, pop and clear: a key's value is its
# own, a key that is always there is always found, and one that never is, never is.
import threading
import time

STOP = time.monotonic() + 1.5
failures = []
shared = {("k%d" % n): ("k%d" % n, n) for n in range(50)}
shared.update({n: (n, n) for n in range(50)})
FIXED = list(shared)


def reader():
    while time.monotonic() < STOP:
        for key in FIXED:
            value = shared.get(key)
            if value is None or value[0] != key:
                failures.append((key, value))
            if key not in shared:
                failures.append((key, "not in"))
        # Equal strings that are other objects.
        for n in range(50):
            if shared["k" + str(n)][0] != "k%d" % n:
                failures.append(n)
            if ("absent%d" % n) in shared or -1 - n in shared:
                failures.append("absent")
            value = shared.get("t%d" % n)
            if value is not None and value[0] != "t%d" % n:
                failures.append(("t", n, value))
            value = shared.get(1000 + n)
            if value is not None and value[0] != 1000 + n:
                failures.append(("i", n, value))


def writer(seed):
    while time.monotonic() < STOP:
        for n in range(50):
            shared["t%d" % n] = ("t%d" % n, object())
            shared[1000 + n] = (1000 + n, object())
        for n in range(0, 50):
            key = FIXED[(n + seed) % len(FIXED)]
            shared[key] = (key, object())
        for n in range(50):
            shared.pop("t%d" % n, None)
            shared.pop(1000 + n, None)
        shared.update({"t%d" % n: ("t%d" % n, n) for n in range(30)})


def copier():
    while time.monotonic() < STOP:
        for copy in (dict(shared), shared.copy(), {**shared}, shared | {}):
            for key in FIXED:
                if copy[key][0] != key:
                    failures.append(("copy", key))
        list(shared.items())
        list(shared.values())
        len(shared)


threads = [threading.Thread(target=reader) for _ in range(2)]
threads += [threading.Thread(target=writer, args=(k,)) for k in range(2)]
threads += [threading.Thread(target=copier)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(failures[:3], "ok")
