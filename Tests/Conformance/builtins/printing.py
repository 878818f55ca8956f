import sys

print()
print(1, "two", 3.0, None, True, [4], "é€😀")
print(1, 2, 3, sep="")
print(1, 2, 3, sep=", ", end="!\n")
print("no newline", end="")
print()
print("a", "b", sep=None, end=None)
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
print(*range(5), sep="-")
print("x" * 100000 == "x" * 100000, len("y" * 70000))
print("z" * 70000)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


w = Writer()
print("a", 1, sep="|", end="$", file=w)
print("b", file=w, flush=True)
print(w.parts)

old = sys.stdout
sys.stdout = w = Writer()
print("captured")
sys.stdout = old
print(w.parts)
sys.stdout = None
print("nowhere")
sys.stdout = old


class Shown:
    def __str__(self):
        return "str!"

    def __repr__(self):
        return "repr!"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


print(Shown(), [Shown()], OnlyRepr(), f"{Shown()} {Shown()!r}")


class BadStr:
    def __str__(self):
        return 3


try:
    print("before", BadStr())
except TypeError as e:
    print(e)
try:
    print("\ud800")
except UnicodeEncodeError as e:
    print(e)
sys.stdout.write("direct\n")
print(sys.stdout.write("abc\n"))
print(-2**63, 2**62, -1, 0, 2**64)
