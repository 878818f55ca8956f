# Ints of every size: arithmetic, signs, shifts, bits, comparison, hashes, errors.
def show(text, namespace={}):
    try:
        print(text, "->", repr(eval(text, namespace)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


edges = [0, 1, -1, 2, -7, 61, 2**30, -2**31, 2**53 + 1, 2**61 - 1, 2**62 - 1, 2**62, -2**62,
         -2**62 - 1, 2**63 - 1, 2**63, -2**63, 2**64 - 1, 2**64, -2**64, 2**127 - 1, 10**30,
         -10**30, 3**200, -7**90]
total = 0
for a in edges:
    for b in edges:
        row = [a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a <= b, a == b, a != b, a > b]
        if b:
            row += [a // b, a % b, divmod(a, b), a / b]
            assert a == (a // b) * b + a % b
        if 0 <= b < 200:
            row += [a << b, a >> b, a**b if b < 8 else 0]
        total = (total * 31 + hash(str(tuple(row)).count("1")) + len(repr(row))) % 1000003
        if abs(a) + abs(b) > 2**60 and total % 7 == 0:
            print(a, b, row)
print(total)

for value in edges:
    print(value, -value, +value, ~value, abs(value), bool(value), hash(value), value.bit_length(),
          value.bit_count(), hex(value), oct(value), bin(value), float(value))

for text in """1//0;1%0;1/0;divmod(1,0);10**30//0;10**30%0;divmod(10**30,0);10**30/0;0**-1;1<<-1;1>>-1
1<<(1<<70);0<<(1<<70);1>>(1<<70);-1>>(1<<70);10**400/3;10**400*1.0;10**-2;2**0.5;(-8)**(1/3)
1<'a';1+'a';'a'*2**70;[]+1;-'a';~1.5;1 .__add__(2.0);1 .__eq__('');(5).__lt__(7);5 .__radd__(3)""".replace("\n", ";").split(";"):
    show(text)

for text in """pow(2,10,1000);pow(2,-1,7);pow(3,-2,-7);pow(2,-1,4);pow(2,3,0);pow(2,3.0,4);pow(10**30,10**20,10**25+1)
pow(-3,5,7);pow(3,5,-7);pow(0,0,1);pow(5,0,-3);pow(True,2,5);pow(7,2**70,2**64+1);pow(2,3,-1);pow(2,10);pow(2,-1)
pow('a',3,4);pow(2,3,None)""".replace("\n", ";").split(";"):
    show(text)

# True division is rounded once.
print((2**1000 + 1) / (2**999), (10**308 * 17) / 10**300, 1 / 3**600, -(2**53 + 1) / 1, 7 / -2**1074)
print((2**53 + 1) / 2, 2**1023 * 2 / 2, (2**1024 - 2**970 - 1) / 1)
show("2**1024/1")
show("(2**1024 - 2**970)/1")

# Mixed comparisons are exact.
print(2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, -10**400 < float("-inf"))
print(10**400 < float("inf"), 2**63 == 2.0**63, 2**63 - 1 < 2.0**63, 2**200 == 2.0**200)
print(2**200 + 1 > 2.0**200, 0 == -0.0, 1 < float("nan"), 10**30 == float("nan"), 10**30 != float("nan"))
print(hash(2**200) == hash(2.0**200), hash(True) == hash(1) == hash(1.0) == hash(1 + 0j), hash(-1), hash(2**61 - 1))

# Methods.
for value in [0, 5, -5, 255, 256, -128, -129, 2**64, -2**63]:
    for length, signed in [(1, False), (1, True), (2, True), (8, True), (9, False), (20, True)]:
        for order in ["big", "little"]:
            try:
                data = value.to_bytes(length, order, signed=signed)
                assert int.from_bytes(data, order, signed=signed) == value
                print(value, length, order, signed, data)
            except OverflowError as error:
                print(value, length, order, signed, error)
print((5).to_bytes(), int.from_bytes([1, 2, 3]), int.from_bytes(b""), int.from_bytes(bytearray(b"\xff\xfe"), "little"))
for text in """(500).to_bytes();(500).to_bytes(2,'foo');(1).to_bytes(-1,'big');int.from_bytes('ab','big');int.from_bytes([1,300],'big')
int.from_bytes(5);(7).as_integer_ratio();True.as_integer_ratio();(7).is_integer();(7).conjugate();(7).real;(7).imag
(7).numerator;(7).denominator;(-7).__trunc__();(7).__floor__();(7).__ceil__();(7).__index__();(7).__int__();(7).__float__()
(10**30).__getnewargs__();round(7);round(7,None);round(15,-1);round(25,-1);round(-15,-1);round(12345678901234567890,-5)
round(5,'a');round(5,2);round(10**30+5*10**9,-10);round(1,-400);(7).__round__(1,2);(7).__bool__();(7).__hash__()""".replace("\n", ";").split(";"):
    show(text)


class Number(int):
    def __repr__(self):
        return f"Number({int(self)})"


n = Number(5)
m = Number(10**30)
print(n, m, n + 1, type(n + 1), n * m, -n, type(+n), n == 5, hash(m) == hash(10**30), {5: "x"}[n])
print(int(m), type(int(m)), n.real, type(n.real), bool(Number(0)), Number("12", 5), isinstance(n, int))
n.attribute = [1]
print(n.attribute, n.__dict__, divmod(n, 3), n**2, 2**n, n << 70, m >> 3, [10, 20, 30, 40, 50, 60][n])


class Operators(int):
    def __add__(self, other):
        return "added"

    def __radd__(self, other):
        return "right"


print(Operators(1) + 1, 1 + Operators(1), 1.5 + Operators(1), Operators(1) - 1)
print(int.from_bytes(b"\x01"), Number.from_bytes(b"\x07"), type(Number.from_bytes(b"\x07")))
print(1 if 10**30 else 2, not 10**30, 10**30 is not None, 0xFFFF_FFFF_FFFF_FFFF_FFFF, 0b1 << 64, 0o777)
