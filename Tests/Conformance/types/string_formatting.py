# str.format, format(), f-strings and %: every presentation type, alignment and error.


def attempt(call, *arguments, **keywords):
    try:
        return call(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


values = ["a", "é🎉", 0, 1, -255, 1234567, 2**70, True, 1.5, -0.0, 1e20, 1e-7, 123456.789,
          float("inf"), float("nan"), 3 + 4j, -1.5j, None, [1]]
specifications = [
    "", "10", "<10", ">10", "^10", "=10", "*^10", "é<10", "010", "+", "-", " ", "+010", ",", "_",
    "10,", "010,", ".3", "10.3", ".0", ".0f", ".2f", "+.2f", "010.2f", ",.2f", "_.1f", "e", ".2e",
    "E", "g", ".3g", "G", "%", ".1%", "n", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "#_x",
    "08_b", "c", "s", "5s", ".1s", "#g", "#.0f", "z.0f", "z", "r", "y", "5.", ",_", ",d", ",s", ",b",
    "xx", "99999999999999999999", ".99999999999999999999", "F", "=+8d", "<+8d", "^#12x", "0<5",
]
for value in values:
    print(ascii(value))
    for specification in specifications:
        print("  ", ascii(specification), ascii(attempt(format, value, specification)))

templates = [
    ("{}", 1), ("{} {}", 1, 2), ("{1} {0}", 1, 2), ("{0!r} {0!s} {0!a}", "é"), ("{:>{}}", 1, 5),
    ("{:{}.{}}", "abcdef", 8, 3), ("{0[1]} {0[-1]}", {"-1": "x", 1: "y"}), ("{0[0][1]}", ["ab"]),
    ("{0.real} {0.imag}", 3 + 4j), ("{{}} {}", 1), ("{", 1), ("}", 1), ("{0", 1), ("{0!", 1),
    ("{0!r", 1), ("{0!rx}", 1), ("{0!z}", 1), ("{:{", 1), ("{0[}", 1), ("{0[]}", 1), ("{0.}", 1),
    ("{0[a]b}", {"a": 1}), ("{} {0}", 1), ("{0} {}", 1), ("{2}", 1), ("{a}", 1), ("{a{b}}", 1),
    ("{:{:{}}}", 1, 2, 3), ("{0.nothing}", 1), ("{99999999999999999999}", 1), ("{:d}", "x"),
    ("{ }", 1), ("{!r}", 1), ("é{}🎉{}", "a", "Ω"), ("{0:{1}{2}}", 5, "+", 4),
]
for template, *arguments in templates:
    print(ascii(template), ascii(attempt(template.format, *arguments)))
print("{a} {b[k]} {c.__class__.__name__}".format(a=1, b={"k": "v"}, c=[]))
print("{0} {key!r:>6}".format("x", key="y"))


class Shape:
    def __format__(self, specification):
        return f"<{specification}>"

    def __repr__(self):
        return "Shape()"


class Wrong:
    def __format__(self, specification):
        return 5


shape = Shape()
print(f"{shape} {shape:abc} {shape!r:>10} {shape!s:<10}|", "{:x{}y}".format(shape, 1))
print(attempt(format, Wrong(), ""), attempt(format, object(), "5"), attempt(format, 5, 5))
width, precision, name = 10, 3, "val"
print(f"{3.14159:{width}.{precision}f}|{name=}|{name!r:>8}|{1 + 1 = }|{'nested ' + f'{name}'}|")
print(f"{1_000_000:,} {255:#06x} {0.1 + 0.2!r} {True:d} {'a':>3}{'b':<3}| {{literal}} {1:{'>'}{4}}")

percent = [
    ("%s", "a"), ("%s %s", ("a", 1)), ("%r %a", ("é", "é")), ("%5s|%-5s|", ("a", "b")),
    ("%.2s", "abc"), ("%d %i %u", (1, 2.9, -3)), ("%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)),
    ("%x %X %o %#x %#X %#o", (255,) * 6), ("%.3d %8.3d", (5, 5)), ("%e %E", (12345.678,) * 2),
    ("%f %.2f %10.1f|%-10.1f|%010.2f", (1.5,) * 5), ("%g %G %#g %.3g", (1e-10, 1e10, 1.0, 1234.5)),
    ("%c%c%c", ("a", 233, 0x1F389)), ("%%", ()), ("%(a)s %(b)5.1f", {"a": 1, "b": 2.25}),
    ("%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159)), ("%ld %hd", (1, 2)), ("%+.1e", -0.0),
    ("%s", (1, 2)), ("%s %s", 1), ("%d", "x"), ("%x", 1.5), ("%f", "x"), ("%c", "ab"), ("%c", -1),
    ("%c", 1.5), ("%y", 1), ("%", 1), ("%(a", {}), ("%(a)s", 1), ("%(a)s", {}), ("x", 1), ("x", {}),
    ("%*d", ("a", 1)), ("%s", None), ("%d", True), ("%d", 2**70), ("%5.3s|", "abcdef"), ("%i", None),
    ("%f %f", (float("inf"), float("nan"))), ("%05f", float("-inf")), ("%s", [1, "a"]), ("%5%", 1),
]
for template, arguments in percent:
    print(ascii(template), ascii(arguments), ascii(attempt(lambda: template % arguments)))


class Number:
    def __index__(self):
        return 42

    def __float__(self):
        return 2.5


class Whole:
    def __int__(self):
        return 17


print("%x %f" % (Number(), Number()), "%d" % Whole(), attempt(lambda: "%x" % Whole()))
for value in [0.1, 1e16, 1e15, 123456789012345680.0, 5e-324, 1.7976931348623157e308, 1e22, 1e23,
              0.0001, 0.00001, 2.5, 1 / 3, 100.0, 1e100, -1e-5, 4.35, 0.3, 2**53 + 0.0]:
    print(repr(value), str(value), f"{value:.17g}", f"{value:.0f}"[:40], f"{value:e}")
for value in [1j, -1j, complex(-0.0, 0.0), complex(0.0, -0.0), 1e20 + 1e-7j, complex("inf+nanj")]:
    print(repr(value), f"{value:.2f}", f"{value:>20}", f"{value:+g}")
