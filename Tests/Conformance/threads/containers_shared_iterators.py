# One iterator advanced by several threads: each item to one thread, no crash, no repeats.
import itertools
import threading

THREADS = 4
COUNT = 4000


def collect(iterator):
    parts = [[] for _ in range(THREADS)]
    barrier = threading.Barrier(THREADS)

    def work(k):
        barrier.wait()
        for item in iterator:
            parts[k].append(item)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sum(parts, [])


class Sequence:
    def __getitem__(self, index):
        if index >= COUNT:
            raise IndexError
        return index


numbers = list(range(COUNT))
expected = numbers
print("list", sorted(collect(iter(numbers))) == expected)
print("reversed", sorted(collect(reversed(numbers))) == expected)
print("tuple", sorted(collect(iter(tuple(numbers)))) == expected)
print("range", sorted(collect(iter(range(COUNT)))) == expected)
print("big range", sorted(collect(iter(range(10**20, 10**20 + 500)))) == list(range(10**20, 10**20 + 500)))
print("dict", sorted(collect(iter(dict.fromkeys(numbers)))) == expected)
print("items", sorted(collect(iter({n: n for n in numbers}.items()))) == [(n, n) for n in numbers])
print("values", sorted(collect(iter({n: n for n in numbers}.values()))) == expected)
print("reversed dict", sorted(collect(reversed(dict.fromkeys(numbers)))) == expected)
print("set", sorted(collect(iter(set(numbers)))) == expected)
print("frozenset", sorted(collect(iter(frozenset(numbers)))) == expected)
print("sequence", sorted(collect(iter(Sequence()))) == expected)
print("map", sorted(collect(map(lambda n: n, numbers))) == expected)
print("filter", sorted(collect(filter(lambda n: n % 2, numbers))) == expected[1::2])
e = collect(enumerate(numbers))
print("enumerate", sorted(n for n, _ in e) == expected, sorted(x for _, x in e) == expected)
z = collect(zip(numbers))
print("zip", sorted(z) == [(n,) for n in numbers])
lock = threading.Lock()
counter = [0]


def count():
    with lock:
        counter[0] += 1
        return counter[0]


c = collect(iter(count, 500))
print("callable", 500 not in c, len(set(c)) == len(c), set(range(1, 500)) <= set(c))


pieces = [numbers[start : start + 3] for start in range(0, COUNT, 3)]
print("chain", sorted(collect(itertools.chain(*pieces))) == expected)
print("from_iterable", sorted(collect(itertools.chain.from_iterable(pieces))) == expected)
print("zip_longest", len(collect(itertools.zip_longest(numbers, numbers[:50]))) >= COUNT)
print("islice", sorted(collect(itertools.islice(numbers, COUNT - 5))) == expected[:-5])
print("batched", sorted(sum(map(list, collect(itertools.batched(numbers, 3))), [])) == expected)
print("combinations", sorted(collect(itertools.combinations(range(20), 3)))
      == list(itertools.combinations(range(20), 3)))
print("product", sorted(collect(itertools.product(range(15), repeat=3)))
      == list(itertools.product(range(15), repeat=3)))
print("repeat", len(collect(itertools.repeat(None, COUNT))))
print("accumulate", max(collect(itertools.accumulate(numbers))) == sum(numbers))
print("count", sorted(collect(itertools.islice(itertools.count(), COUNT))) == expected)
