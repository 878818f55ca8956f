# Single calls that have to be atomic: nothing lost, nothing twice.
import threading

THREADS = 4
COUNT = 3000


def run(*functions):
    barrier = threading.Barrier(len(functions))

    def start(function, number):
        barrier.wait()
        function(number)

    threads = [
        threading.Thread(target=start, args=(f, n)) for n, f in enumerate(functions)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


l = []
run(*[lambda k: [l.append((k, n)) for n in range(COUNT)]] * THREADS)
print(len(l), len(set(l)), all([n for k, n in l if k == t] == list(range(COUNT)) for t in range(THREADS)))

taken = [[] for _ in range(THREADS)]


def take(k):
    while True:
        try:
            taken[k].append(l.pop())
        except IndexError:
            return


run(*[take] * THREADS)
print(len(l), sum(map(len, taken)), len(set(sum(taken, []))))

l = []
run(*[lambda k: [l.extend([k] * 10) for _ in range(300)]] * THREADS)
print(len(l), all(len(set(l[n:n + 10])) == 1 for n in range(0, len(l), 10)))

l = []
run(*[lambda k: [l.insert(0, k) for _ in range(300)]] * THREADS)
print(len(l), sorted(l) == sorted(list(range(THREADS)) * 300))

d = {}
run(*[lambda k: [d.setdefault(n, k) for n in range(COUNT)]] * THREADS)
print(len(d), list(d) == list(range(COUNT)) or sorted(d) == list(range(COUNT)))

d = {}
results = [[] for _ in range(THREADS)]
run(*[lambda k: results[k].extend([d.setdefault("s%d" % n, (k, n)) for n in range(COUNT)])] * THREADS)
print(all(results[0] == r for r in results), len(d))

d = {n: n for n in range(COUNT)}
popped = [[] for _ in range(THREADS)]
run(*[lambda k: popped[k].extend(n for n in range(COUNT) if d.pop(n, None) is not None)] * THREADS)
print(len(d), sorted(sum(popped, [])) == list(range(COUNT)))

d = {n: n for n in range(COUNT)}
items = [[] for _ in range(THREADS)]


def pop_items(k):
    while True:
        try:
            items[k].append(d.popitem())
        except KeyError:
            return


run(*[pop_items] * THREADS)
print(len(d), sorted(sum(items, [])) == [(n, n) for n in range(COUNT)])

s = set()
run(*[lambda k: [s.add(n * THREADS + k) for n in range(COUNT)]] * THREADS)
print(len(s), s == set(range(COUNT * THREADS)))
taken = [[] for _ in range(THREADS)]


def take_from_set(k):
    while True:
        try:
            taken[k].append(s.pop())
        except KeyError:
            return


run(*[take_from_set] * THREADS)
print(len(s), sorted(sum(taken, [])) == list(range(COUNT * THREADS)))

s = set()
run(*[lambda k: [s.update({n, n + 1, n + 2}) for n in range(k, 600)]] * THREADS)
print(s == set(range(602)))

d = {}
run(*[lambda k: [d.update({n: k, n + 1: k}) for n in range(600)]] * THREADS)
print(sorted(d) == list(range(601)))

lists = [list(range(1000)) for _ in range(2)]
run(*[lambda k: [lists[0].sort() or lists[0].reverse() for _ in range(50)]] * THREADS)
print(sorted(lists[0]) == list(range(1000)))
