# Every method of str over texts of each width, with errors.


def attempt(call, *arguments, **keywords):
    try:
        return call(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


texts = [
    "", "a", "abc", " a b ", "aXbXc", "Hello World", "été où", "ΑΣ ΌΣΟΣ", "日本 語", "🎉a🎉b",
    "\ta\nb\r\nc\x1cd\u2028e", "ǅ ǆ Ǆ", "ﬁ ß İ", "123", "½²", "\ud800x", "x_1", "it's \"q\"",
]
for text in texts:
    print(ascii(text), len(text))
    for name in [
        "lower", "upper", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip",
        "rstrip", "split", "rsplit", "splitlines", "isalpha", "isalnum", "isdigit", "isdecimal",
        "isnumeric", "isspace", "islower", "isupper", "istitle", "isidentifier", "isprintable",
        "isascii",
    ]:
        print("  ", name, ascii(getattr(text, name)()))
    print("  ", ascii(repr(text)), ascii(text[::-1]), ascii(text[1:3]), ascii(text[-2:]))
    print("  ", [ascii(character) for character in text])

samples = [
    ("find", "banana", "an"), ("find", "banana", "an", 2), ("find", "banana", "an", 2, 4),
    ("rfind", "banana", "an"), ("rfind", "banana", "", 0, 3), ("find", "abc", "", 3),
    ("find", "abc", "", 4), ("index", "banana", "x"), ("rindex", "banana", "n", -3),
    ("count", "banana", "a"), ("count", "aaaa", "aa"), ("count", "abc", ""), ("count", "é é", "é"),
    ("startswith", "banana", ("x", "ba")), ("startswith", "banana", "an", 1),
    ("endswith", "banana", "na"), ("endswith", "banana", (), 2), ("startswith", "abc", 1),
    ("startswith", "abc", (1,)), ("replace", "banana", "a", "é"), ("replace", "banana", "an", ""),
    ("replace", "abc", "", "-"), ("replace", "abc", "", "-", 2), ("replace", "aaa", "a", "🎉", 2),
    ("replace", "banana", "a", "o", 0), ("replace", "abc", 1, "x"),
    ("split", "a,b,,c", ","), ("split", "a,b,,c", ",", 1), ("split", " a  b ", None, 1),
    ("rsplit", "a,b,,c", ",", 1), ("rsplit", " a  b ", None, 1), ("split", "abc", ""),
    ("split", "abc", 1), ("splitlines", "a\nb\r\nc\r", True), ("partition", "k=v=w", "="),
    ("rpartition", "k=v=w", "="), ("partition", "abc", "x"), ("rpartition", "abc", "x"),
    ("partition", "abc", ""), ("join", ", ", ["a", "b", "é"]), ("join", "", ("x",)),
    ("join", "-", "abc"), ("join", "-", ["a", 1]), ("join", "-", 5), ("join", "", []),
    ("strip", "xxabcxx", "x"), ("lstrip", "abcabcd", "abc"), ("rstrip", "abc", "é"),
    ("strip", "abc", 1), ("center", "ab", 7), ("center", "abc", 6, "*"), ("ljust", "ab", 5, "é"),
    ("rjust", "ab", 5, "ab"), ("rjust", "ab", 1), ("zfill", "-42", 6), ("zfill", "+", 4),
    ("zfill", "abc", 2), ("expandtabs", "a\tbc\td\n\te"), ("expandtabs", "a\tb", 4),
    ("expandtabs", "a\tb", 0), ("removeprefix", "prefix", "pre"), ("removesuffix", "suffix", "fix"),
    ("removeprefix", "abc", 1), ("translate", "abc", {97: "xy", 98: None, 99: 0x1F389}),
    ("translate", "abc", {97: 1.5}), ("translate", "abc", {97: -1}), ("encode", "é"),
    ("encode", "é", "ascii"), ("encode", "é", "latin-1"), ("encode", "é", "nowhere"),
    ("format_map", "{a}-{b}", {"a": 1, "b": 2}), ("format_map", "{c}", {}),
]
for name, text, *arguments in samples:
    print(name, ascii(text), ascii(arguments), ascii(attempt(getattr(text, name), *arguments)))

print(str.maketrans("ab", "xy", "c"), str.maketrans({"a": 1, 98: "z"}))
for arguments in [("ab", "x"), ("a",), ({"ab": 1},), (1, "a"), ({1.5: 2},)]:
    print(attempt(str.maketrans, *arguments))

operators = [
    lambda: "a" + 1, lambda: 1 + "a", lambda: "ab" * 3, lambda: 3 * "é", lambda: "a" * -1,
    lambda: "a" * 1.5, lambda: "a" * 10**30, lambda: "a" in "abc", lambda: 1 in "abc",
    lambda: "abc"[5], lambda: "abc"["x"], lambda: "abc"[1.5], lambda: "abc"[::0],
    lambda: "abcdef"[4:0:-2], lambda: "abc"[True], lambda: "a" < 1, lambda: "a" < "b",
    lambda: "Z" < "a" <= "é" < "日" < "🎉", lambda: "a" == 1, lambda: "a" != "b",
    lambda: "\uffff" < "\U00010000", lambda: -"a", lambda: "a" - "b",
]
for operator in operators:
    print(ascii(attempt(operator)))

constructors = [
    lambda: str(), lambda: str(5), lambda: str(b"ab", "ascii"), lambda: str(b"ab"),
    lambda: str(b"\xe9", "utf-8", "replace"), lambda: str(object="x"), lambda: str("x", "ascii"),
    lambda: str(5, "ascii"), lambda: str(b"a", 5), lambda: str(1, 2, 3, 4),
    lambda: ord("é"), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"a"), lambda: chr(0x1F389),
    lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ascii("aé\ud800🎉'\n"),
]
for constructor in constructors:
    print(ascii(attempt(constructor)))


class Text(str):
    """A subclass with attributes of its own."""

    def __new__(cls, value, extra=None):
        self = super().__new__(cls, value)
        self.extra = extra
        return self

    def __str__(self):
        return "text:" + self[:]


text = Text("banane", extra=7)
print(type(text).__name__, text.extra, len(text), text == "banane", hash(text) == hash("banane"))
print(str(text), repr(text), text.upper(), type(text.upper()), type(text[:]), type(text + ""))
print({text: 1}["banane"], text in {"banane": 2}, "%s|%r" % (text, text), f"{text}|{text!r}")
print(type(text.strip()), type("".join([text])), type(text.replace("x", "y")), type(str(text)))
text.other = [1]
print(sorted(vars(text)), isinstance(text, str))

iterator = iter("aé🎉")
print(next(iterator), iterator.__length_hint__(), list(iterator), list(iterator))
built = ""
for number in range(3000):
    built += chr(97 + number % 26)
    if number == 2500:
        built += "é🎉"
print(len(built), hash(built) == hash("".join(list(built))), built[-5:], built[2499:2504])
kept = built
built += "!"
print(len(kept), len(built), kept + "!" == built)
