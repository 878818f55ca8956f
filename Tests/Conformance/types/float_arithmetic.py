# Floats: text, arithmetic, rounding, special values.
import math


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


inf, nan = float("inf"), float("nan")
for value in [0.0, -0.0, 1.0, 0.1, 1 / 3, 1e15, 1e16, 123456789012345678.0, 9007199254740993.0, 1e22, 1e23, 1e-4,
              1e-5, 1.5e-7, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.1 + 0.2, 100.0, 1e100,
              123456.789, 2.0**70, 4.35, 1e77, 2e77, 1e-77, 1e-78, inf, -inf, nan]:
    print(repr(value), str(value), value.hex(), hash(value) if value == value else "", value.is_integer(), -value, bool(value))

for text in ["1.5", " -2.5e3\n", "1_000.5", "1__0", "_1", "1_", "1e1_0", ".5", "5.", ".", "", "e5", "1e", "inf", "-Infinity",
             "+nan", "infinit", "1e400", "-1e400", "1e-400", "0x10", "\u0661.\u0665", "1 2", "--1", "1e+05", "12345678901234567890",
             "2.2250738585072011e-308", "179769313486231580793728971405301e276"]:
    show(f"float({text!r})")
for text in """float(b'1.5');float(bytearray(b'2'));float([]);float(None);float(10**400);float(10**30);float(True);float(1,2);float(x=1)
float();float(1j);float('nan') is None""".replace("\n", ";").split(";"):
    show(text)

for text in """1.0/0;1.0//0;1.0%0;divmod(1.0,0);0.0**-1;1e300**2;2.0**1024;(-8.0)**(1/3);(-2.0)**3;(-2.0)**-3;0.0**0;nan**0;1**nan
inf**-1;(-inf)**3;(-inf)**2;(-1)**inf;0.5**inf;2.0**-inf;-7.5//2;-7.5%2;7.5//-2;7.5%-2;-7.5%-2;divmod(-7.5,2);5%inf;-5%inf;5//inf
-5.0//inf;inf%5;inf//5;0.0//-1;-0.0%3;0.0%-3;1e308*10;-1e308*10;inf-inf;1e16+1;5e-324/2;3.0==3;3.0==3+0j;0.1+0.2==0.3
1.5<'a';1.5+'a';1.5 .__add__('a');2**-1074;2.0**-1075;pow(2.0,3,4);1e400;-1e400;1.0.__rsub__(3);3 .__sub__(1.0)""".replace("\n", ";").split(";"):
    show(text)

for text in """round(2.5);round(3.5);round(-2.5);round(0.5);round(2.675,2);round(1.005,2);round(1e308,-308);round(1.7e308,-308);round(nan)
round(inf);round(inf,2);round(nan,1);round(12345.678,-2);round(15.0,-1);round(25.0,-1);round(5.015,2);round(1.5,None);round(1e22,1)
round(0.1,400);round(123.456,-400);round(-0.4);round(-0.4,0);round(2.5,0);round(2**53+0.0,-1);round(1.5,'a');round(2**70+0.5)
(3.7).__floor__();(3.7).__ceil__();(-3.7).__trunc__();(1e20).__floor__();(3.7).__round__(1);(1.5).as_integer_ratio();(0.1).as_integer_ratio()
(-5e-324).as_integer_ratio();(1e300).as_integer_ratio();(0.0).as_integer_ratio();inf.as_integer_ratio();nan.as_integer_ratio()
inf.is_integer();(1.5).conjugate();(1.5).real;(1.5).imag;(1.5).__getnewargs__();(5.0).__int__();(1.5).__bool__();(1.5).__float__()
float.fromhex('0x1.8p3');float.fromhex('abc');float.fromhex('xyz');float.fromhex('0x1p5000');float.fromhex(' -0x.8P-1 ');float.fromhex('inf')
float.fromhex('-nan');float.fromhex('0x1.fffffffffffff8p0');float.fromhex('0x0.0000000000001p-1022');float.fromhex('1p');float.fromhex('')
float.__getformat__('double');float.__getformat__('x')""".replace("\n", ";").split(";"):
    show(text)

count = 0
for index in range(1, 400):
    value = index * 0.37 ** (index % 40) * (-1) ** index
    assert float(repr(value)) == value and float.fromhex(value.hex()) == value
    n, d = value.as_integer_ratio()
    assert n / d == value
    q, r = divmod(value, 0.77)
    assert q == value // 0.77 and r == value % 0.77 and 0 <= r < 0.77
    count += len(repr(value))
print(count)
print(sorted([3.5, -1, 2**70, 0.1, -inf, 10**400, inf, 7]), max(1, 1.0), min(1.0, 1), sum([0.1] * 10), sum([1, 2.5, 3]))
print(nan != nan, nan == nan, nan < 1, not nan > 1, nan in [nan], [inf, -inf].index(-inf), {1.0: "a"}[1], {2**70: "b"}[2.0**70])


class Real(float):
    def __repr__(self):
        return f"Real({float(self)})"


x = Real(2.5)
print(x, x + 1, type(x + 1), -x, x == 2.5, hash(x) == hash(2.5), Real("1e300"), float(x), type(float(x)), Real.fromhex("0x1p4"))
x.name = "x"
print(x.__dict__, math.floor(x), round(x), x // 1, x**2, abs(Real(-1.5)), isinstance(x, float))


class Convertible:
    def __float__(self):
        return 1.25


class Bad:
    def __float__(self):
        return 1


print(float(Convertible()), math.sqrt(Convertible()))
try:
    float(Bad())
except TypeError as error:
    print(error)
print(f"{1234.5678:.2f} {1e10:g} {0.00001:g} {1.5:e} {1e6:,} {0.25:%} {-1.5:+08.2f} {3.0} {3.0:.0f} {2.5:.0f}", "%.3f %g %r" % (1 / 3, 1e-10, 0.1))
