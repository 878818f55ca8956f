"""Each thread has its own recursion depth, and a deep recursion in one leaves the others alone."""
import threading

results = []


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def endless():
    return endless()


def work():
    try:
        endless()
    except RecursionError:
        results.append("limit")
    results.append(depth(500))


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(map(str, results)))
