"""One call changes many things at once, or reads them all: every snapshot is of one moment."""
import collections
import threading

ROUNDS = 400
SIZE = 60
problems = set()
finished = threading.Event()

numbers = [0] * SIZE
words = ["0"] * SIZE
table = {key: 0 for key in range(SIZE)}
named = {f"key{key}": 0 for key in range(SIZE)}
members = set(range(SIZE))
data = bytearray(SIZE)
turning = collections.deque(range(SIZE))
low, high = [1], [2]


def change():
    for number in range(1, ROUNDS):
        numbers[:] = [number] * SIZE
        words[:] = [str(number)] * SIZE
        table.update({key: number for key in range(SIZE)})
        named.update({name: number for name in named_keys})
        members.symmetric_difference_update(all_members)
        data[:] = bytes([number % 256]) * SIZE
        turning.rotate(7)
    finished.set()


def swap():
    """Two names of one list: its length is always SIZE."""
    while not finished.is_set():
        moving[:0] = [moving[-1]] * 3
        del moving[-3:]
        moving.reverse()


named_keys = list(named)
all_members = set(range(2 * SIZE))
moving = [5] * SIZE


def same(name, items, count=SIZE):
    items = list(items)
    if len(items) != count or len(set(items)) != 1:
        problems.add(name)


def look_at_lists():
    while not finished.is_set():
        same("slice", numbers[:])
        same("copy", numbers.copy())
        same("list()", list(numbers))
        same("tuple()", tuple(numbers))
        same("sorted()", sorted(numbers))
        same("repeated", numbers * 2, 2 * SIZE)
        same("sum of lists", numbers + [], SIZE)
        same("starred", [*numbers])
        same("set()", [len(set(numbers))] * SIZE)
        same("join", ",".join(words).split(","))
        same("sliced", numbers[::2], SIZE // 2)
        first, *rest = numbers
        same("unpacked", [first, *rest])
        if numbers.count(numbers[0]) not in (0, SIZE):
            problems.add("count")
        if len(moving) not in (SIZE, SIZE + 3) or len(moving[:]) not in (SIZE, SIZE + 3):
            problems.add("length of a list that moves")


def look_at_tables():
    while not finished.is_set():
        for name, some in (("int keys", table), ("str keys", named)):
            same(name + ": copy", some.copy().values())
            same(name + ": dict()", dict(some).values())
            same(name + ": values", list(some.values()))
            same(name + ": items", [value for _, value in list(some.items())])
            same(name + ": or", (some | {}).values())
            same(name + ": starred", {**some}.values())
            same(name + ": sorted", sorted(some.values()))
            copy = {}
            copy.update(some)
            same(name + ": update", copy.values())
        for snapshot in (members.copy(), set(members), frozenset(members), members | set(),
                         members & all_members, members - set(), list(members)):
            snapshot = set(snapshot)
            if len(snapshot) != SIZE or len({item < SIZE for item in snapshot}) != 1:
                problems.add("set")
        same("bytes()", bytes(data))
        same("bytearray slice", data[:])
        same("bytearray + b''", data + b"")
        copy = list(turning.copy())
        start = copy.index(0)
        if copy[start:] + copy[:start] != list(range(SIZE)):
            problems.add("deque")


threads = [threading.Thread(target=work)
           for work in (change, swap, look_at_lists, look_at_tables)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("problems:", sorted(problems))
