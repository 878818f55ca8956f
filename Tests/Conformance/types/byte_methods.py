# bytes, bytearray and memoryview: methods, operators, mutation, errors.


def attempt(call, *arguments, **keywords):
    try:
        return call(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for make in (bytes, bytearray):
    print(make.__name__)
    for text in [b"", b"a", b" Hello World ", b"a,b,,c", b"\x00\xff\n\t'\"", b"it's", b"123", b"aB1"]:
        value = make(text)
        print(" ", value, len(value), list(value), value == text, hash(bytes(value)) == hash(text))
        for name in ["lower", "upper", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip",
                     "split", "splitlines", "isalpha", "isalnum", "isdigit", "isspace", "islower",
                     "isupper", "istitle", "isascii", "hex"]:
            print("   ", name, getattr(value, name)())
    samples = [
        ("find", b"banana", b"an"), ("find", b"banana", 97, 2), ("find", b"abc", "b"),
        ("find", b"abc", 256), ("rfind", b"banana", b"an", 0, 4), ("index", b"abc", b"x"),
        ("count", b"aaaa", b"aa"), ("startswith", b"abc", (b"x", b"ab")),
        ("startswith", b"abc", "a"), ("endswith", b"abc", b"bc", 1),
        ("replace", b"banana", b"an", b"-"), ("replace", b"abc", b"", b".", 2),
        ("replace", b"abc", "b", b""), ("split", b"a,b,,c", b",", 1), ("split", b"a", b""),
        ("split", b"a", "x"), ("rsplit", b" a  b ", None, 1), ("partition", b"k=v", b"="),
        ("rpartition", b"abc", b"x"), ("join", b",", [b"a", bytearray(b"b")]),
        ("join", b",", [b"a", "b"]), ("join", b",", 5), ("strip", b"xxaxx", b"x"),
        ("center", b"ab", 7, b"*"), ("ljust", b"ab", 5), ("rjust", b"ab", 5, b"xy"),
        ("rjust", b"ab", 5, "x"), ("zfill", b"-4", 5), ("expandtabs", b"a\tb", 4),
        ("removeprefix", b"abc", b"a"), ("removesuffix", b"abc", b"bc"), ("decode", b"\xc3\xa9"),
        ("decode", b"\xff"), ("decode", b"\xff", "latin-1"), ("decode", b"\xff", "ascii", "replace"),
        ("decode", b"a", "nowhere"), ("hex", b"abcdef", ":"), ("hex", b"abcdef", "-", 2),
        ("hex", b"abcdef", ":", -4), ("hex", b"a", "ab"), ("translate", b"abc", None, b"b"),
        ("translate", b"abc", bytes(range(255, -1, -1))), ("translate", b"abc", b"x"),
    ]
    for name, text, *arguments in samples:
        print(" ", name, text, arguments, ascii(attempt(getattr(make(text), name), *arguments)))
    operators = [
        lambda: make(b"a") + b"b", lambda: make(b"a") + "b", lambda: make(b"ab") * 2,
        lambda: 2 * make(b"ab"), lambda: make(b"a") * -1, lambda: 97 in make(b"abc"),
        lambda: b"bc" in make(b"abc"), lambda: "b" in make(b"abc"), lambda: 256 in make(b"abc"),
        lambda: make(b"abc")[1], lambda: make(b"abc")[-4], lambda: make(b"abc")["x"],
        lambda: make(b"abcdef")[1:5:2], lambda: make(b"abc")[::-1], lambda: make(b"a") < b"b",
        lambda: make(b"a") < "b", lambda: make(b"a") == "a", lambda: make(b"%d|%5.1f|%s|%b|%c|%r|%a")
        % (1, 2.5, b"x", bytearray(b"y"), 65, "é", "é"), lambda: make(b"%s") % "x",
        lambda: make(b"%c") % 256, lambda: make(b"%(k)d") % {b"k": 3}, lambda: make(b"%d") % (1, 2),
        lambda: make(), lambda: make(3), lambda: make(-1), lambda: make([1, 255]),
        lambda: make([256]), lambda: make(["a"]), lambda: make("a"), lambda: make("é", "utf-8"),
        lambda: make(b"a", "utf-8"), lambda: make(1.5), lambda: make(range(3)),
        lambda: make(make(b"xy")), lambda: make.fromhex("00 ff 7F"), lambda: make.fromhex("0"),
        lambda: make.fromhex("zz"), lambda: make.fromhex(b"00"), lambda: make.maketrans(b"a", b"bc"),
    ]
    for operator in operators:
        print(" ", ascii(attempt(operator)))


class Convertible:
    def __bytes__(self):
        return b"converted"


class Data(bytes):
    pass


data = Data(b"abc")
data.extra = 1
print(bytes(Convertible()), b"<%b>" % Convertible(), data, type(data), data.extra, data[1:], type(data[:]))
print({data: 1}[b"abc"], data + b"d", type(data.upper()))

array = bytearray(b"hello")
for action in [
    lambda: array.append(33), lambda: array.append(256), lambda: array.append("a"),
    lambda: array.extend(b" you"), lambda: array.extend([1, 2]), lambda: array.extend("a"),
    lambda: array.extend(5), lambda: array.insert(0, 62), lambda: array.insert(100, 63),
    lambda: array.pop(), lambda: array.pop(0), lambda: array.pop(100), lambda: array.remove(111),
    lambda: array.remove(111), lambda: array.remove(0), lambda: array.reverse(),
    lambda: array.__setitem__(0, 65), lambda: array.__setitem__(100, 65),
    lambda: array.__setitem__(0, 300), lambda: array.__setitem__(slice(1, 3), b"XYZ"),
    lambda: array.__setitem__(slice(0, 6, 2), b"123"), lambda: array.__setitem__(slice(0, 6, 2), b"1"),
    lambda: array.__setitem__(slice(2, 2), [7, 8]), lambda: array.__setitem__(slice(0, 1), 5),
    lambda: array.__delitem__(0), lambda: array.__delitem__(slice(0, 4, 2)),
    lambda: array.__delitem__(slice(None, None, -3)), lambda: array.__delitem__(50),
    lambda: array.__iadd__(b"end"), lambda: array.__imul__(2), lambda: array.copy(),
    lambda: array.clear(),
]:
    result = attempt(action)
    print(result if result is not array else "itself", array)
array += b"abc"
array *= 2
print(array, attempt(hash, array), bytearray(b"a") == b"a", b"a" == bytearray(b"a"), array > b"aa")
print(attempt(array.pop), attempt(bytearray().pop), attempt(bytearray().pop, 0))

iterator = iter(b"abc")
print(next(iterator), iterator.__length_hint__(), list(iterator), list(iterator))
iterator = iter(array)
print(next(iterator))
array.clear()
print(list(iterator))
array.extend(b"more")
print(list(iterator))

buffer = bytearray(b"0123456789")
view = memoryview(buffer)
print(len(view), view[0], view[-1], bytes(view[2:5]), view[::2].tolist(), view.readonly, view.nbytes)
view[0] = 65
view[1:4] = b"xyz"
print(buffer, attempt(buffer.append, 1), attempt(view.__setitem__, 0, 256), attempt(lambda: view[20]))
print(attempt(view.__setitem__, slice(0, 2), b"abc"), view == buffer, view[1:3] == b"xy", view.format)
view.release()
print(attempt(len, view), attempt(lambda: view[0]))
buffer.append(66)
print(buffer)
with memoryview(b"fixed") as fixed:
    print(fixed.tobytes(), fixed.readonly, attempt(fixed.__setitem__, 0, 1), hash(fixed) == hash(b"fixed"))
    print(fixed.hex(), fixed.obj, fixed.shape, fixed.strides, fixed.ndim, fixed.itemsize)
print(attempt(memoryview, "text"), b"".join([memoryview(b"ab"), b"c"]))
