"""OrderedDict keeps two structures; threads must not pull them apart (gh-125996, gh-151627)."""
import threading
from collections import OrderedDict, defaultdict, deque

errors = []
table = OrderedDict((n, n) for n in range(50))


def shuffle(index):
    for number in range(1_500):
        key = (number * 7 + index) % 50
        try:
            table.move_to_end(key, last=number % 2 == 0)
            if number % 10 == 0:
                table[key] = number
            if number % 25 == 0:
                table.pop(key, None)
                table[key] = number
            if number % 40 == 0:
                for found in list(table):
                    if not 0 <= found < 50:
                        errors.append(found)
        except (KeyError, RuntimeError):
            pass
        except Exception as error:
            errors.append(repr(error))


threads = [threading.Thread(target=shuffle, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3], len(table) == len(list(table)) == len(list(table.items())))

channel = deque()
taken = []


def push():
    for number in range(5_000):
        channel.append(number)


def pull():
    while len(taken) < 10_000:
        try:
            taken.append(channel.popleft())
        except IndexError:
            pass


pushers = [threading.Thread(target=push) for _ in range(2)]
puller = threading.Thread(target=pull)
for thread in pushers + [puller]:
    thread.start()
for thread in pushers + [puller]:
    thread.join()
print(len(taken), sum(taken), len(channel))

bounded = deque(maxlen=10)


def rotate(index):
    for number in range(3_000):
        bounded.append((index, number))
        bounded.rotate(1)
        if len(bounded) > 10:
            errors.append(len(bounded))


threads = [threading.Thread(target=rotate, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3], len(bounded))
groups = defaultdict(list)


def collect(index):
    for number in range(2_000):
        groups[index, number % 10].append(number)


threads = [threading.Thread(target=collect, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(groups), sum(len(group) for group in groups.values()))
