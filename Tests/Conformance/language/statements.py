"""Loops, unpacking, assignment targets, del, conditional and chained expressions, f-strings."""
first, *middle, last = range(6)
print(first, middle, last)
(a, [b, c]), d = (1, (2, 3)), 4
print(a, b, c, d)
*start, end = "xyz"
print(start, end)
x = y = z = []
x.append(1)
print(y, z is x)
[m, n] = "pq"
print(m + n)

for i in range(5):
    if i == 4:
        break
else:
    print("never")
for i in range(3):
    pass
else:
    print("else", i)
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while else")
for (p, q), *rest in [((1, 2), 3, 4), ((5, 6),)]:
    print(p, q, rest)

numbers = list(range(10))
del numbers[0], numbers[-1]
del numbers[1:4]
print(numbers)
numbers[1:2] = [100, 200]
numbers[::2] = [0] * len(numbers[::2])
print(numbers)
table = {"a": {"b": [1, 2]}}
table["a"]["b"][0] += 10
table["a"]["c"] = table["a"].pop("b")
print(table)

print(1 < 2 < 3, 1 < 2 > 5, 1 == 1.0 == True, not 0 == 1, 3 in [1, 2] or "x" in "xyz")
print(0 or "" or [] or "last", 1 and 2 and 3, 1 and 0 and 3, "yes" if [] else "no")
print((lambda: (yield))().__class__.__name__, (lambda *a, **k: (a, k))(1, b=2))
print([i * j for i in range(1, 4) for j in range(i) if (i + j) % 2], {i: i * i for i in range(4)})
print({c for c in "hello"} == set("helo"), [[j for j in range(i)] for i in range(3)])
print([y := 5, y ** 2], (t := 3) + t)

name, value, width = "racer", 3.14159, 12
print(f"{name:>{width}}|{value:.2f}|{value:{width}.{3}f}|{name!r:^10}|{{}}|{value=:.1f}|{1 + 1 = }")
print(f"{'nested ' + f'{name.upper()}'} {[i for i in range(3)]} {'a' 'b'} {name[0]!s}")
print(f"""{
    name  # a comment
}""", f"{1:,} {1234567:_} {255:#x} {-5:+d} {0.5:%}", rf"\{name}", "\N{BULLET} \x41 \u00e9 \101")
print("a" "b" 'c', r"\n", b"\x00a", """tri
ple""")
print("%s %5d %-5s| %05.1f %r %x %%" % ("s", 42, "l", 3.14159, "r", 255))
print("{} {1} {0}".format(1, 2) if False else "{1} {0} {k!r:>5}".format(1, 2, k="v"))

if True: print("inline"); print("two")
pass; ...
print(*[1, 2], *"ab", sep="-", end="!\n")
print(1_000, 0xFF, 0o17, 0b101, 1e3, 1.5e-3, 2j * 2j, 10 ** 20, -7 // 2, -7 % 3, 7 // -2, 2 ** -1)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, (1 << 70) >> 68, -1 >> 3, round(2.5), round(-1.5), round(1.25, 1))
print(10 / 4, 10 // 4, 10.0 // 3, 10 % 3.5, divmod(-7, 2), abs(-3.5), +True, -False)

global_value = 1


def scopes():
    global global_value
    global_value += 1
    import math as m
    from os import path as p, sep
    return m.floor(2.7), p.basename("/a/b"), sep


print(scopes(), global_value)


def annotated(a: int, b: "str" = "x", *c: float) -> list[int]:
    local: int = 5
    unset: str
    return [a, local]


print(annotated(1), annotated.__annotations__)
count: int = 3
print(__annotations__)
type Alias = list[int]
print(Alias, Alias.__value__)


def generic[T](value: T) -> T:
    return value


class Box[T]:
    def __init__(self, item: T):
        self.item = item


print(generic(5), Box(3).item, generic.__type_params__, Box.__type_params__)


def decorator(label):
    def wrap(function):
        def wrapper(*args):
            return f"{label}({function(*args)})"
        return wrapper
    return wrap


@decorator("outer")
@decorator("inner")
def decorated(n):
    return n


print(decorated(5))
assert True, "not shown"
print(__name__, __doc__.split()[0])
print(eval("1 + 2"), eval("x0 + 1", {"x0": 4}))
namespace = {}
exec("a = 1\ndef f(): return a + 1", namespace)
print(namespace["f"](), sorted(k for k in namespace if k != "__builtins__"))
exec(compile("print('compiled')", "<string>", "exec"))
