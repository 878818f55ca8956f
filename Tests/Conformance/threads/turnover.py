"""Thousands of short threads; what they made outlives them (gh-130794)."""
import threading

results = []


def work(number):
    results.append([f"item {number}", {"n": number}, (number, [number])])


for first in range(0, 2_000, 8):
    threads = [threading.Thread(target=work, args=(first + n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(len(results), sum(item[1]["n"] for item in results))
print(all(item[0] == f"item {item[1]['n']}" and item[2][1][0] == item[1]["n"] for item in results))
results.clear()
print(threading.active_count())
