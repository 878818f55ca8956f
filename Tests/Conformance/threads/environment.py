"""os.environ read and written by threads (gh-120513)."""
import os
import threading


def work(index):
    for number in range(300):
        os.environ[f"RACER_TEST_{index}_{number % 20}"] = str(number)
        os.environ.get("PATH")
        os.environ.pop(f"RACER_TEST_{index}_{(number + 7) % 20}", None)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(all(name in os.environ for name in ["PATH"]))
