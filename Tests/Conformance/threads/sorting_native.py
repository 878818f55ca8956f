"""Sorts that run no code in Python end well, whatever other threads do to the list meanwhile."""
import operator
import threading

ROUNDS = 40
errors = []
numbers = list(range(400))
texts = [str(number) for number in range(400)]
pairs = [(number % 7, str(number)) for number in range(400)]
lengths = [[0] * (number % 5) for number in range(200)]
growing = []


def run(operation):
    try:
        for _ in range(ROUNDS):
            operation()
    except Exception as error:
        errors.append(repr(error))


def grow():
    for number in range(200):
        growing.append(-number)
    del growing[:100]


OPERATIONS = [
    numbers.sort, numbers.reverse, lambda: numbers.sort(reverse=True),
    texts.sort, texts.reverse, lambda: texts.sort(key=str.upper),
    pairs.sort, pairs.reverse, lambda: pairs.sort(key=operator.itemgetter(1)),
    lambda: lengths.sort(key=len), lengths.reverse,
    grow, grow, growing.sort,
]
threads = [threading.Thread(target=run, args=(operation,)) for operation in OPERATIONS]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3])
for shared in numbers, texts, pairs:
    shared.sort()
print(numbers == list(range(400)), texts == sorted(map(str, range(400))), len(set(pairs)), len(growing))
