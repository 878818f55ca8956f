for e in [
    UnicodeEncodeError("utf-8", "a\xe9b", 1, 2, "reason"),
    UnicodeEncodeError("ascii", "a\u1234b", 1, 2, "reason"),
    UnicodeEncodeError("ascii", "a\U00012345b", 1, 2, "reason"),
    UnicodeEncodeError("ascii", "a\u1234b", 0, 3, "reason"),
    UnicodeDecodeError("utf-8", b"a\xffb", 1, 2, "invalid start byte"),
    UnicodeDecodeError("utf-8", b"a\xffb", 0, 3, "bad"),
    UnicodeTranslateError("abc", 0, 1, "why"),
    UnicodeTranslateError("abc", 0, 2, "why"),
]:
    print(type(e).__name__, e, e.start, e.end, e.reason, e.object, e.args)
print(UnicodeDecodeError("a", b"xyz", 0, 1, "r").encoding)
for attempt in [
    lambda: UnicodeDecodeError("a", 3), lambda: UnicodeDecodeError("a", b"", 1, 2, 3),
    lambda: UnicodeEncodeError(1, "", 1, 2, "x"), lambda: UnicodeTranslateError(1, 1, 2, "x"),
    lambda: UnicodeDecodeError(a=3),
]:
    try:
        attempt()
    except TypeError as error:
        print(error)
try:
    b"a\xff".decode("utf-8")
except UnicodeDecodeError as e:
    print(e)
try:
    "\u1234".encode("ascii")
except UnicodeEncodeError as e:
    print(e)
