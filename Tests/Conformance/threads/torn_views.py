"""One call is seen wholly or not at all: reverse, sort, `*=`, set operations (gh-126136, 126559,
gh-129519, gh-129619). CPython without its lock shows the middle; Racer promises not to."""
import threading

finished = threading.Event()
errors = set()
numbers = list(range(200))
doubled = [1, 2]
evens = set(range(0, 100, 2))
everything = set(range(100))


def change():
    global doubled
    for step in range(1_500):
        numbers.reverse()
        try:
            numbers.sort()
        except ValueError:
            errors.add("modified during sort although nobody does")
        doubled *= 3
        del doubled[2:]
        evens.symmetric_difference_update(everything)
    finished.set()


def watch():
    while not finished.is_set():
        if 100 not in numbers:
            errors.add("an item is missing while the list is reversed or sorted")
        if len(numbers) != 200:
            errors.add(f"length {len(numbers)} while the list is sorted")
        copy = numbers.copy()
        if copy != sorted(copy) and copy != sorted(copy, reverse=True):
            errors.add("half reversed")
        if len(doubled) not in (2, 6):
            errors.add(f"half multiplied: {len(doubled)}")
        snapshot = evens.copy()
        if len(snapshot) != 50 or len({n % 2 for n in snapshot}) != 1:
            errors.add("half a set operation")
        if numbers.count(7) != 1:
            errors.add("counted in the middle of a change")


threads = [threading.Thread(target=change)] + [threading.Thread(target=watch) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", sorted(errors))
