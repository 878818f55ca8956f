"""str: methods, slices, formatting, escapes, encodings, errors."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


s = "Hello, World"
print(s[0], s[-1], s[2:5], s[::-1], s[::2], s[100:], s[-3:], s[5:2], len(s), s * 2, s + "!", "lo" in s)
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), "straße".casefold())
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.count(""), s.find("o", 5, 7))
attempt(s.index, "z")
attempt(s.rindex, "z")
print(s.startswith("He"), s.startswith(("x", "H")), s.endswith("ld", 3), s.startswith("", 20))
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(None, 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","))
attempt("a".split, "")
print("a\nb\r\nc\x0bd\u2028e".splitlines(), "a\nb\n".splitlines(True), "a-b-c".partition("-"), "abc".rpartition("-"))
print("  x ".strip(), "xxaxx".strip("x"), "abc".lstrip("ab"), "abc".rstrip("bc"), "\t\n a\u3000".strip())
print(",".join(["a", "b"]), "".join("abc"), "-".join(["x"]), "ab".join(str(i) for i in range(4)))
attempt(",".join, ["a", 1])
attempt(",".join, 5)
print("aXbXc".replace("X", "--"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "x".replace("y", "z"))
print("7".zfill(3), "-7".zfill(4), "a".center(5, "*"), "a".ljust(4) + "|", "a".rjust(4), "ab".center(3))
print("a\tb".expandtabs(4), "abc".translate({97: "x", 98: None, 99: 100}), str.maketrans("ab", "cd", "e"))
print("prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "x".removeprefix("y"))
for text in ("abc", "ABC", "123", "a1", "", " ", "Title Case", "²", "½", "é", "_x1", "1x", "\u0660", "\n"):
    print(repr(text), text.isalpha(), text.isdigit(), text.isdecimal(), text.isnumeric(), text.isalnum(),
          text.isspace(), text.isupper(), text.islower(), text.istitle(), text.isidentifier(),
          text.isprintable(), text.isascii())
print(repr("a'b"), repr('a"b'), repr("a'\"b"), repr("\\\n\t\x00\x7f\xa0é\u200b\U0001f600\ud800"), ascii("é\U0001f600"))
print("é".encode(), "é".encode("latin-1"), "é".encode("utf-16-le"), "a".encode("ascii"), "€".encode("cp1252") if False else "")
attempt("é".encode, "ascii")
attempt("\ud800".encode)
print("é\ud800".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"),
      "é".encode("ascii", "xmlcharrefreplace"), b"\xff".decode("utf-8", "replace"), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
attempt(b"\xff".decode)
attempt(b"\xc3".decode)
attempt("x".encode, "no-such")
print("abc" < "abd", "a" < "B", "é" > "z", "" < "a", "abc" == "abc", max("abc"), sorted("hello"), "a" != "b")
print("{} {}".format(1, "a"), "{0}{1}{0}".format("x", "y"), "{a[0]} {b.real}".format(a=[5], b=2), "{:>5}|{:<5}|{:^5}".format(1, 2, 3))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}".format("x", 4) + "|", "{{}}".format(), "{:*^9}".format("mid"))
attempt("{} {}".format, 1)
attempt("{0} {}".format, 1)
attempt("{a}".format)
attempt("{".format)
attempt("}".format)
attempt("{:d}".format, "x")
attempt("{:5.2q}".format, 1.0)
print("%s %r %d %5.2f %x %o %c %% %e %i" % ("s", "r", 42, 3.14159, 255, 8, "c", 1234.5, 7))
print("%(a)s %(b)05d" % {"a": 1, "b": 2}, "%*d" % (5, 3), "%-5s|" % "a", "%+d % d" % (1, 2), "%#x %#o" % (255, 8), "%.3s" % "abcdef")
attempt(lambda: "%d" % "x")
attempt(lambda: "%s %s" % (1,))
attempt(lambda: "%s" % (1, 2))
attempt(lambda: "%y" % 1)
attempt(lambda: "%(a)s" % {})
attempt(lambda: "a" * -1)
attempt(lambda: "a" * "b")
attempt(lambda: "a" + 1)
attempt(lambda: "a"[5])
attempt(lambda: "a"["b"])
attempt(lambda: "a"[1.0])
attempt(lambda: 1 in "a")
attempt(lambda: "a" < 1)
attempt(lambda: "abc".foo)
attempt(ord, "ab")
attempt(chr, -1)
attempt(chr, 0x110000)
print(ord("€"), chr(8364), chr(0x1F600), len("\U0001f600é"), "\U0001f600é"[0], "a\U0001f600b"[::-1])
print(str(), str(5), str(None), str(b"x"), str(b"\xc3\xa9", "utf-8"), str("same"), repr(str))
print(hash("a") == hash("a"), "abc".__contains__("b"), "a".__add__("b"), "abc".__len__(), "x".__mul__(3))
words = "the quick brown fox".split()
print([w.capitalize() for w in words], {w: len(w) for w in words}, " ".join(reversed(words)), "".join(sorted("".join(words))))
text = ""
for i in range(1000):
    text += chr(97 + i % 26)
print(len(text), text[500:510], text.count("abc"), hash(text) == hash("".join(chr(97 + i % 26) for i in range(1000))))
mixed = "a" * 5 + "é" * 3 + "€" * 2 + "\U0001f600"
print(mixed.upper(), mixed.index("€"), mixed.rfind("é"), mixed[4:7], mixed.replace("é", "e"), mixed.split("€"))
print("ß".upper(), "ŉ".upper(), "İ".lower(), "ǆ".title(), "ΑΣ".lower(), "ﬁ".upper(), "Ω".lower())
print("a" in "", "" in "", "abc".find(""), "abc".rfind(""), "abc".count("", 2), "aaa".count("aa"), "abcabc".rindex("b", 0, 4))
print(*"%d-%s" % (1, "x"), sep="|")
print("\x41\u0042\N{LATIN SMALL LETTER C}\103", r"\x41", "a\
b")
for name in ("x", "class", "_", "ünï", "1", "a-b"):
    print(name.isidentifier(), end=" ")
print()
