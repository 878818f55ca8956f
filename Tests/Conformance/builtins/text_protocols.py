class Both:
    def __repr__(self):
        return "R"

    def __str__(self):
        return "S"

    def __format__(self, spec):
        return f"F({spec})"


class Default:
    pass


b = Both()
print(repr(b), str(b), format(b), format(b, "x"), f"{b} {b:>5} {b!r} {b!s:>3} {b!a}", [b], {b: b})
print(ascii("é€😀\n'"), ascii(["é"]), ascii(b), repr("it's \"q\" \\ \t\x00\x7f\xa0"))
d = repr(Default())
print(d.startswith("<__main__.Default object at 0x"), d.endswith(">"))
print(str(Default()) == repr(Default()) or "addresses differ")
print(format(5, "05d"), format(3.14159, ".2f"), format("s", ">5"), format(True), format(None), format([1]))
print(format(10**6, ","), format(255, "#x"), format(-5, "+"), format(0.5, "%"), format(1234.5, "e"))
l = [1]
l.append(l)
print(l, repr(l))
t = ([],)
t[0].append(t)
print(t)
m = {}
m["self"] = m
print(m)
for bad in (1, None):
    class Bad:
        def __repr__(self):
            return bad

        def __str__(self):
            return bad

        def __format__(self, spec):
            return bad
    for function in (repr, str, format, ascii):
        try:
            function(Bad())
        except TypeError as e:
            print(function.__name__, e)


class Deep:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return f"Deep({self.inner!r})"


print(repr(Deep(Deep(Deep(None)))))
deep = []
for _ in range(100000):
    deep = [deep]
try:
    repr(deep)
except RecursionError as e:
    print("RecursionError")
