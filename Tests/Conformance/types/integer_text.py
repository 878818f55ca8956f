# Ints from and to text, and the limit of digits.
import sys


def show(function, *arguments):
    try:
        print(function.__name__, arguments, "->", repr(function(*arguments)))
    except Exception as error:
        print(function.__name__, arguments, "!!", type(error).__name__, error)


for text in ["0", "-0", "+5", " 42\n", "1_000", "_1", "1_", "1__0", "", " ", "-", "--1", "+-1", "0x10",
             "12a", "1 2", "\u0661\u0662\u0663", "\u00a05\u2003", "5\x00", "9223372036854775808", "abc", "1.5", "1e5"]:
    show(int, text)
for text in ["0x1F", "0X_1f", "0b101", "0B2", "0o17", "017", "00", "0_0", "0", "0x", "-0b11", "1_0", "z", "Zz", "10"]:
    for base in [0, 2, 8, 10, 16, 36]:
        show(int, text, base)
for base in [1, -2, 37, 10**30, 2.0, "a", True]:
    show(int, "10", base)
show(int, b"12")
show(int, bytearray(b" 7 "))
show(int, b"\xff")
show(int, b"12", 3)
show(int, 12, 10)
show(int, None)
show(int, [])
show(int)
show(int, 1, 2, 3)
show(int, 3.99)
show(int, -3.99)
show(int, 1e300)
show(int, float("nan"))
show(int, float("-inf"))
show(int, 1j)
try:
    int(x=5)
except TypeError as error:
    print(error)
try:
    int(base=10)
except TypeError as error:
    print(error)
print(int("ff", base=16))


class Integral:
    def __int__(self):
        return 7


class Index:
    def __index__(self):
        return 2**70


class Wrong:
    def __int__(self):
        return "x"

    def __index__(self):
        return 1.0


print(int(Integral()), int(Index()), 5 * [0] == [0] * 5, hex(Index()), bin(Index())[:5])
for function in [int, hex, range]:
    try:
        function(Wrong())
    except TypeError as error:
        print(error)
try:
    [1][Index()]
except IndexError as error:
    print(error)

big = 3**2000
print(str(big)[:20], len(str(big)), int(str(big)) == big, int(hex(big), 16) == big, int(oct(big), 0) == big)
for base in [2, 3, 7, 16, 36]:
    digits = []
    rest = big
    while rest:
        rest, digit = divmod(rest, base)
        digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[digit])
    assert int("".join(reversed(digits)), base) == big
print(sys.get_int_max_str_digits())
show(len, str(10**4299))
for function, argument in [(str, 10**4300), (int, "1" * 4301), (repr, -(10**5000))]:
    try:
        function(argument)
    except ValueError as error:
        print(error)
print(len(hex(10**5000)), int("f" * 5000, 16).bit_length())
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(640)
try:
    str(10**640)
except ValueError as error:
    print(error)
print(format(12345678901234567890, ","), format(-255, "#x"), format(255, "08b"), f"{10**20:_}", f"{5:+d}", f"{65:c}")
print("%d %x %o %5d|%-5d|%05d" % (10**20, 255, 8, 42, 42, 42), f"{3:.2f}", f"{10**20:e}", f"{True:d}")
