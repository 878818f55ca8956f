"""Lines printed by many threads come out whole."""
import sys
import threading


def work(index):
    for number in range(200):
        sys.stdout.write(f"{index}:{number}:{'x' * 40}\n")


class Collector:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


real = sys.stdout
sys.stdout = collector = Collector()
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.stdout = real
lines = "".join(collector.parts).splitlines()
print(len(lines), len(set(lines)), {len(line.split(":")) for line in lines})
print(sorted(lines) == sorted(f"{i}:{n}:{'x' * 40}" for i in range(4) for n in range(200)))
