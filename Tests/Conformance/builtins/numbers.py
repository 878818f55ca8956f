print(abs(-5), abs(5), abs(-2.5), abs(3 + 4j), abs(True), abs(-2**70))
print(bin(10), bin(-10), bin(0), oct(8), oct(-8), hex(255), hex(-255), hex(2**70), bin(2**65), oct(2**64))
print(chr(65), chr(233), chr(8364), chr(0x1F600), ord("A"), ord("é"), ord("😀"), ord(b"a"), repr(chr(0)))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(2**70, 3), divmod(-7.5, 2))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2.5, 2), pow(2, 0.5), pow(-8, 1 / 3))
print(pow(base=2, exp=5), pow(2, exp=5, mod=7), pow(10**20, 3, 10**9 + 7), 0**0, 0.0**0)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.5), round(7))
print(round(1e300), round(2.5, 0), round(15, -1), round(25, -1), round(True), round(-0.4), round(1.25, 1))
print(type(round(2.0)), type(round(2.0, 0)), type(round(3, 1)))
print(int("42"), int("-0x1f", 16), int("0b101", 0), int(3.9), int(-3.9), int("  12  "), int("1_000"))
print(float("1.5"), float("inf"), float("-nan"), float(3), float("1e10"), float(" 2.5 "))
print(bool(0), bool(1), bool(""), bool("x"), bool([]), bool(0.0), bool(None), bool(-1))


class Index:
    def __index__(self):
        return 42

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __abs__(self):
        return "absolute"

    def __float__(self):
        return 2.5

    def __int__(self):
        return 7


i = Index()
print(bin(i), hex(i), oct(i), chr(i), int(i), float(i), round(i), round(i, 3), abs(i))
print(list(range(50))[i], "abc" * 2, [0] * 3, range(i)[5])
