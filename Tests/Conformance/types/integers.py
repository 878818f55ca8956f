"""int: arithmetic past the machine word, conversions, formatting, bit operations, errors."""


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


edges = [0, 1, -1, 7, -7, 2 ** 31, -2 ** 31, 2 ** 62 - 1, 2 ** 62, -2 ** 62, -2 ** 62 - 1, 2 ** 63,
         2 ** 64 + 3, -10 ** 25, 3 ** 100]
for a in edges:
    print(a, -a, ~a, abs(a), a.bit_length(), a.bit_count(), hash(a) == hash(float(a)) or "big", bool(a))
    for b in edges:
        print(a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a == b, sep=" ")
        if b:
            print(a // b, a % b, divmod(a, b) == (a // b, a % b))
for a in edges:
    print(a << 3, a >> 2, a << 70, a >> 65, hex(a), oct(a), bin(a))
    print(f"{a:,} {a:_x} {a:#b} {a:+} {a:>30} {a:<30}| {a:^30} {a:030d} {a:e}")
print(2 ** 200, 3 ** 0, (-2) ** 3, 2 ** -2, pow(3, 100, 7), pow(3, -1, 7), 0 ** 0)
print(10 ** 30 // 10 ** 28, 10 ** 30 / 10 ** 28, 7 / 2, 2 ** 70 / 2 ** 69, (2 ** 53 + 1) / 1)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1 / 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 0 ** -1)
attempt(lambda: 1 << -1)
attempt(lambda: 10 ** 400 / 3)
attempt(float, 10 ** 400)
attempt(pow, 2, 5, 0)
attempt(pow, 2, -1, 4)
for text in ("12", " -7 ", "+5", "1_000", "0", "00", "９", "1e3", "", "1__0", "_1", "0x10", "12 3"):
    attempt(int, text)
for text, base in (("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("777", 8), ("z", 36), ("2", 2),
                   ("1", 1), ("1", 37), ("010", 0), ("0o17", 0), ("-0x1F", 16)):
    attempt(int, text, base)
attempt(int, 3.99)
attempt(int, -3.99)
attempt(int, 1e30)
attempt(int, float("inf"))
attempt(int, float("nan"))
attempt(int, None)
attempt(int, [1])
attempt(int, b"42")
attempt(int, "5" * 5000)
attempt(str, 10 ** 5000)
print(int(), int("7" * 60), int(True))
print((1234).to_bytes(4, "big"), (-2).to_bytes(2, "little", signed=True), (255).to_bytes())
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True))
attempt(lambda: (300).to_bytes(1))
attempt(lambda: (-1).to_bytes(1))
print((5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (6).as_integer_ratio())
print((5).__class__, (5).is_integer(), int.__name__, isinstance(True, int), True + True, True & False)
print(True | False, True ^ True, ~True, -True, repr(True), int(False), bool("False"), bool(0.0))
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5), round(10 ** 30, -28))
print(1 < 1.5, 2 ** 70 == 2.0 ** 70, 2 ** 70 + 1 == 2.0 ** 70, 2 ** 53 + 1 < 2.0 ** 53 + 2, 1 == True)
print({1: "int", 1.0: "float", True: "bool"}, hash(1) == hash(1.0) == hash(True), hash(-1), hash(2 ** 61 - 1))
print(hash(2 ** 61), hash(2 ** 100), hash(-2 ** 100), hash(10 ** 25))
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: 1 & 1.0)
attempt(lambda: ~1.5)
attempt(lambda: 1 < "a")
attempt(lambda: (5).foo)
attempt(lambda: f"{5:q}")
attempt(lambda: f"{5:.2}")
attempt(lambda: [1, 2][2 ** 70])
attempt(lambda: [1, 2][10:2 ** 70])
print(sum(range(10 ** 5)), sum([2 ** 62, 2 ** 62, 1]), max(3, 2 ** 65), min(-2 ** 65, 0))
factorial = 1
for n in range(1, 60):
    factorial *= n
print(factorial, factorial // 3 ** 20, factorial % 1_000_000_007, str(factorial)[::-1][:10])
x = 2 ** 62 - 2
for _ in range(4):
    x += 1
    print(x, type(x) is int, x - 1, -x)
x = -2 ** 62 + 2
for _ in range(4):
    x -= 1
    print(x)
print(123456789 * 987654321 * 123456789, 999999999999 * 999999999999, 3037000500 * 3037000500)
print(-(2 ** 62) // -1, -(2 ** 63) // -1, abs(-(2 ** 62)), -(2 ** 62) * -1, (-2 ** 62) % -1)
