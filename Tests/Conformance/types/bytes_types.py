"""bytes, bytearray and memoryview."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


b = b"hello\x00\xff'"
print(b, repr(b'"'), b[0], b[1:3], b[::-1], len(b), b + b"!", b * 2, b"ell" in b, 104 in b, list(b[:3]))
print(b.hex(), b.hex("-"), bytes.fromhex("68 65"), b"a,b".split(b","), b",".join([b"x", b"y"]), b.upper(), b.find(b"l"))
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(4)), bytes())
attempt(bytes, [256])
attempt(bytes, -1)
attempt(bytes, "x")
attempt(bytes.fromhex, "zz")
attempt(lambda: b"a" + "b")
attempt(lambda: b"a"[5])
attempt(lambda: b"a".index(b"z"))
attempt(lambda: "a" in b"a")
attempt(lambda: 300 in b"a")
print(b"abc" < b"abd", b"a" == "a", b"a" == bytearray(b"a"), hash(b"a") == hash(b"a"), b"%d %s %b" % (1, b"x", b"y"))
print(b" x ".strip(), b"abc".replace(b"b", b""), b"a b".partition(b" "), b"abc".startswith(b"ab"), b"7".zfill(3), b"aB".swapcase())
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"a\nb".splitlines(), b"ab".center(6, b"*"), b"x".isalpha(), b"1".isdigit())
a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a[0] = 65
a[1:3] = b"XYZ"
del a[-1]
a += b"!"
a.insert(1, 45)
print(a, a.pop(), a.pop(0), len(a), a[1], a[1:3], a.index(b"Z"), a * 2)
a.remove(90)
a.reverse()
print(a, bytes(a), a == bytes(a), a.copy() is a, a.decode(), bytearray(5), bytearray("x", "ascii"))
a.clear()
print(a, bytearray(b"x") + b"y", b"x" + bytearray(b"y"))
attempt(lambda: bytearray(b"a").append(256))
attempt(lambda: bytearray().pop())
attempt(lambda: hash(bytearray()))
attempt(lambda: bytearray(b"a").__setitem__(5, 1))
m = memoryview(bytearray(b"abcdef"))
m[0] = 90
print(m[0], bytes(m[1:3]), m.tolist()[:2], len(m), m.readonly, m.format, m.nbytes, m.tobytes(), m == b"Zbcdef")
attempt(lambda: memoryview(b"a").__setitem__(0, 1))
print(b"\xe2\x82\xac".decode(), b"abc".decode("ascii"), b"\xe9".decode("latin-1"), str(b"a", "ascii"))
for i in b"ab":
    print(i, end=" ")
print(b"tab\tnl\n\\", b'it\'s "q"', b"\x7f\x80")
