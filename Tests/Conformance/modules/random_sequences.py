# The module random: the same seeds give CPython's sequences.
import random


def digest(values):
    total = 0
    for value in values:
        total = (total * 1000003 + hash(value)) % (2**61 - 1)
    return total


for seed in [0, 1, 42, -42, 10**40, 2**32, 1.5, -0.0, True, "text", "", "\u00e9\u4e2d", b"bytes", bytearray(b"x" * 200)]:
    r = random.Random(seed)
    print(repr(seed)[:30], r.random(), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33), r.getrandbits(100), r.getrandbits(0), r.randbytes(5))
random.seed("version one", version=1)
print(random.random())
random.seed(7)
print([random.random() for _ in range(3)])
print([random.randint(1, 6) for _ in range(20)])
print([random.randint(-(10**20), 10**20) for _ in range(3)], random.randint(5, 5), random.randint(0, 2**62))
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(10)], [random.randrange(10, 0, -3) for _ in range(8)], random.randrange(10**30))
print([random.choice("abcdef") for _ in range(10)], random.choice(range(10**15)))
deck = list(range(20))
random.shuffle(deck)
print(deck)
print(random.sample(range(100), 5), random.sample("abcdefghij", 10), random.sample(range(10**9), 8), random.sample([1, 2, 3], 0))
print(random.sample(["r", "b"], counts=[4, 2], k=5), random.sample(range(1000), 60)[:10])
print(random.choices("abc", k=10), random.choices([1, 2, 3], weights=[1, 1, 8], k=10), random.choices("xy", cum_weights=[0.25, 1.0], k=10))
print([random.uniform(1, 10) for _ in range(3)], [random.triangular(0, 10, 3) for _ in range(2)], random.triangular(), random.triangular(2, 2, 2))
print([random.gauss(0, 1) for _ in range(5)], random.gauss(), random.normalvariate(10, 3), random.normalvariate())
print(random.lognormvariate(0, 1), random.expovariate(2), random.expovariate(), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0))
print([random.gammavariate(a, 2) for a in (0.5, 1, 3.7)], [random.betavariate(a, 2) for a in (0.5, 1, 3)])
print(random.paretovariate(3), random.weibullvariate(1, 1.5))
print([random.binomialvariate(n, p) for n, p in [(1, 0.3), (10, 0.2), (100, 0.5), (1000, 0.9), (50, 0.0), (50, 1.0)]], random.binomialvariate())
print(digest(random.random() for _ in range(5000)), digest(random.getrandbits(77) for _ in range(2000)), digest(random.gauss(1, 2) for _ in range(1000)))
print(digest(random.randrange(1, 10**6) for _ in range(5000)), digest(random.binomialvariate(200, 0.4) for _ in range(500)))
print(digest(random.gammavariate(2.5, 1.5) for _ in range(500)), digest(random.vonmisesvariate(0.5, 2) for _ in range(500)))

state = random.getstate()
first = [random.random(), random.gauss(0, 1), random.gauss(0, 1), random.randint(1, 100)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1), random.gauss(0, 1), random.randint(1, 100)])
print(state[0], len(state[1]), type(state[1]), state[2])
r = random.Random()
r.setstate(state)
print(r.random() == first[0])
random.seed()
a = random.random()
random.seed(None)
print(a != random.random(), 0 <= a < 1)


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, repr(function(*arguments, **keywords)))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


show(random.randrange, 0)
show(random.randrange, 5, 5)
show(random.randrange, 5, 1, 2)
show(random.randrange, 1, 5, 0)
show(random.randrange, 5, None, 2)
show(random.randint, 5, 1)
show(random.randrange, 1.5)
show(random.choice, [])
show(random.choice, {1, 2})
show(random.sample, {1, 2}, 1)
show(random.sample, [1, 2], 3)
show(random.sample, [1, 2], -1)
show(random.sample, [1, 2], 1, counts=[1])
show(random.choices, [1, 2], weights=[1])
show(random.choices, [1, 2], weights=[0, 0])
show(random.choices, [1, 2], weights=[1, 2], cum_weights=[1, 3])
show(random.choices, [1, 2], 5)
show(random.shuffle, (1, 2))
show(random.getrandbits, -1)
show(random.gammavariate, 0, 1)
show(random.binomialvariate, -1)
show(random.binomialvariate, 5, 1.5)
show(random.seed, [1])
show(random.setstate, (1, (), None))
show(random.expovariate, 0)


class Counting(random.Random):
    def random(self):
        self.calls = getattr(self, "calls", 0) + 1
        return 0.25


c = Counting(5)
print(c.random(), c.uniform(0, 8), c.randrange(100), c.choice("abcd"), c.calls > 3)


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


print(Bits(1).randrange(10), Bits(1).random() == random.Random(1).random())
r = random.Random(3)
r.label = "mine"
print(r.label, isinstance(r, random.Random), random.Random(3).random() == r.random())
s = random.SystemRandom()
print(0 <= s.random() < 1, s.randint(3, 3), len(s.randbytes(9)), 0 <= s.getrandbits(70) < 2**70, s.choice([7]), isinstance(s, random.Random), s.seed(5))
try:
    s.getstate()
except NotImplementedError as error:
    print(error)
