"""float: reprs, formatting, special values, rounding, comparison, conversions."""
import math


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


values = [0.0, -0.0, 1.0, 0.1, 1 / 3, 2.5, -2.5, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1e22, 1e23,
          5e-324, 1.7976931348623157e308, 1e100, 1e-100, 1.1e77, 1.2e77, 1.8e-77, 1.6e-77, 3.0e-78,
          float("inf"), float("-inf"), float("nan")]
for v in values:
    print(v, repr(v), str(v), f"{v:.3f} {v:e} {v:g} {v:10.2f}| {v:<12} {v:+.1e} {v:%} {v:,.2f} {v:n}")
    print(bool(v), -v, abs(v), v == v, v < 1, v != v)
for a in values[:20]:
    print(a + 1.5, a * 3.0, a - 0.5, a / 7, a ** 0.5 if a >= 0 else None)
    print(math.floor(a) if abs(a) < 1e20 else "big", a.is_integer(), a.hex())
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0.0)
attempt(lambda: 1.0 % 0.0)
attempt(lambda: 0.0 ** -1)
attempt(lambda: (-8.0) ** (1 / 3))
attempt(lambda: 10.0 ** 400)
attempt(lambda: 1e308 * 10)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), 5.0 % 3, -0.0 % 3)
for text in ("1.5", " 2 ", "1e5", "-inf", "NaN", "infinity", "1_0.5", ".5", "5.", "", "abc", "1e", "0x1"):
    attempt(float, text)
attempt(float, None)
attempt(float, "1" * 400)
print(float(), float(10 ** 20), float(True), float.fromhex("0x1.8p3"))
print(round(2.675, 2), round(0.5), round(1.5), round(2.5), round(-0.5), round(1234.5678, -2), round(1e300))
print(round(3.14159, 3), round(5.0), type(round(5.0)), round(5.0, 0), round(1e22, 2))
attempt(round, float("nan"))
attempt(round, float("inf"))
attempt(int, float("inf"))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (3.0).conjugate(), (1.5).real, (1.5).imag)
print(hash(0.5), hash(1.0), hash(-0.0), hash(float("inf")), hash(1e20), hash(0.1), hash(1e300))
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e16 + 1, 1.0 == 1, 1.5 > 1, 2 ** 53 == 2.0 ** 53, 1e400 == float("inf"))
print(float("nan") in [float("nan")], [float("nan")] == [float("nan")], min(1.5, 1), max(2, 2.0), sum([0.1] * 10))
print(f"{1234.5:010.2f} {1234.5:<10.1f}| {1.0:.0f} {0.5:.0f} {1.5:.0f} {1e10:.3g} {123456:.2e} {0.00001:g}")
print("%.2f %e %g %5.1f|%-8.2f|%+f" % (3.14159, 12345.678, 1e-10, 2.25, 1.5, 2))
print(3.7 .__trunc__(), math.trunc(-3.7), math.ceil(3.2), math.floor(-3.2), int(3.99), 1e3 == 1000)
print(complex(1, 2), 1j * 1j, (1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), (1 + 2j).real)
print(complex("1+2j"), complex(0, -0.0), -(0j), 1j ** 2, (2 + 0j) ** 3, (1 + 1j) / (1 - 1j), 1j == 1)
print(f"{1.5 + 2j:.2f}", repr(complex("nan+infj")), hash(1 + 0j) == hash(1))
attempt(lambda: 1j < 2j)
attempt(lambda: 1j // 1)
attempt(lambda: 1j / 0)
attempt(complex, "x")
