"""math and random (the Mersenne Twister's own sequences), string, time."""
import math
import random
import string
import time


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.sin(1), math.cos(1), math.tan(1), math.exp(1), math.log(10), math.log(8, 2))
print(math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5), math.atan2(1, -1), math.hypot(3, 4), math.hypot(1, 2, 2))
print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.fmod(-7, 3), math.modf(2.5), math.frexp(8), math.ldexp(0.5, 4))
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(10 ** 20), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.copysign(1, -0.0), math.degrees(math.pi), math.radians(180))
print(math.dist([0, 0], [3, 4]), math.gamma(5), math.lgamma(10), math.erf(0.5), math.nextafter(1, 2), math.ulp(1.0), math.cbrt(27), math.sumprod([1, 2], [3, 4]))
attempt(math.sqrt, -1)
attempt(math.log, 0)
attempt(math.log, -1)
attempt(math.factorial, -1)
attempt(math.factorial, 1.5)
attempt(math.acos, 2)
attempt(math.exp, 1000)
attempt(math.floor, math.inf)
attempt(math.sqrt, "a")
attempt(math.isqrt, -1)
print(math.log(10 ** 400), math.log2(2 ** 2000))

random.seed(42)
print(random.random(), random.randint(1, 100), random.uniform(1, 5), random.choice("abc"), random.randrange(0, 100, 7), random.getrandbits(70))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.choices("abc", k=5), random.choices([1, 2], weights=[1, 9], k=4))
print(random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5), random.betavariate(1, 2), random.vonmisesvariate(1, 2))
print(random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.gammavariate(2, 1), random.randbytes(4))
one = random.Random("text seed")
two = random.Random(12345678901234567890)
print(one.random(), two.random(), random.Random(-5).random(), random.Random(1.5).random(), random.Random(b"x").random())
state = one.getstate()
first = [one.random() for _ in range(3)]
one.setstate(state)
print(first == [one.random() for _ in range(3)])
attempt(random.choice, [])
attempt(random.randrange, 0)
attempt(random.randint, 5, 1)
attempt(random.sample, [1], 2)

print(string.ascii_letters, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), string.capwords("a bc d"))
print(string.Template("$a and ${b} $$").substitute(a=1, b=2), string.Template("$x").safe_substitute())
attempt(string.Template("$x").substitute)

start = time.monotonic()
time.sleep(0.01)
elapsed = time.monotonic() - start
print(0.009 < elapsed < 5, time.perf_counter() > 0, time.time() > 1.6e9, type(time.time_ns()).__name__, time.process_time() >= 0)
attempt(time.sleep, -1)
print(time.gmtime(0).tm_year, time.strftime("%Y-%m-%d", time.gmtime(86400)))
