class Base:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        return f"{self.name}.add({getattr(other, 'name', other)})"

    def __radd__(self, other):
        return f"{self.name}.radd({getattr(other, 'name', other)})"

    def __sub__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return f"{self.name}.mul"


class Derived(Base):
    def __radd__(self, other):
        return f"{self.name}.derived_radd({getattr(other, 'name', other)})"


class Plain(Base):
    pass


class Right:
    def __rsub__(self, other):
        return f"rsub {type(other).__name__}"

    def __rmul__(self, other):
        return "rmul"

    def __rpow__(self, other, mod=None):
        return f"rpow {other} {mod}"

    def __rdivmod__(self, other):
        return "rdivmod"

    def __rlshift__(self, other):
        return "rlshift"

    def __rmatmul__(self, other):
        return "rmatmul"

    def __rfloordiv__(self, other):
        return "rfloordiv"


b, d, p, r = Base("b"), Derived("d"), Plain("p"), Right()
print(b + b, b + d, d + b, b + p, p + b, b + 1, 1 + b, "s" + b, [1] + b)
print(b - r, 1 - r, [] - r, b * r, 3 * r, "x" * r, 2 ** r, divmod(5, r), 1 << r, 1 @ r, 1.5 // r)
for attempt in [
    lambda: b - 1, lambda: 1 - b, lambda: b / 2, lambda: b ** 2, lambda: b @ b, lambda: b % 1,
    lambda: divmod(b, 1), lambda: b << 1, lambda: b & b, lambda: b | 1, lambda: b ^ b,
    lambda: -b, lambda: ~b, lambda: +b, lambda: abs(b),
]:
    try:
        print(attempt())
    except TypeError as e:
        print(e)


class InPlace:
    def __init__(self, v):
        self.v = v

    def __iadd__(self, o):
        self.v += o
        return self

    def __isub__(self, o):
        return NotImplemented

    def __sub__(self, o):
        return "plain sub"

    def __ipow__(self, o):
        return "ipow"

    def __imatmul__(self, o):
        return "imatmul"


i = InPlace(1)
same = i
i += 5
print(i.v, i is same)
i -= 1
print(i)
i = InPlace(1)
i **= 2
print(i)
i = InPlace(1)
i @= 2
print(i)
l = m = [1]
l += (2, 3)
print(l, m is l)
l *= 2
print(m)
s = t = "a"
s += "b"
print(s, t)
n = (1,)
n += (2,)
print(n)
for source in ["x = 1; x += 'a'", "x = 'a'; x -= 1", "x = []; x += 1", "x = {}; x |= 1", "x = None; x **= 2",
               "x = 1; x @= 2", "x = []; x *= 'a'", "x = (1,); x += [2]"]:
    try:
        exec(source)
    except TypeError as e:
        print(source, "->", e)


class Num(int):
    def __add__(self, other):
        return ("Num.add", int(self), int(other))

    def __radd__(self, other):
        return ("Num.radd", int(self), int(other))


print(Num(1) + 2, 2 + Num(1), Num(1) + Num(2), Num(1) - 1, 3 * Num(2), sum([Num(1)]))


class Str(str):
    def __mod__(self, other):
        return "Str.mod"

    def __rmod__(self, other):
        return "Str.rmod"


print(Str("%s") % 1, "%s" % Str("x"), "a" + Str("b"), type("a" + Str("b")))
