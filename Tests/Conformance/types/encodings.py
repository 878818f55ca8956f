# Encodings and error handlers that are built in.


def attempt(call, *arguments, **keywords):
    try:
        return call(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


encodings = ["utf-8", "UTF8", "utf_8_sig", "ascii", "us-ascii", "latin-1", "iso-8859-1", "utf-16",
             "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "unicode_escape",
             "raw_unicode_escape"]
handlers = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
            "surrogateescape", "surrogatepass", "namereplace"]
texts = ["", "abc", "é", "日本", "🎉", "a\ud800b", "x\udcffy", "\ufeffz", "\\\n\t\x01"]
for text in texts:
    print(ascii(text))
    for encoding in encodings:
        print("  ", encoding, attempt(text.encode, encoding))
    for handler in handlers:
        print("  ", handler, [attempt(text.encode, encoding, handler)
                              for encoding in ("ascii", "latin-1", "utf-8", "utf-16-le")])
data = [b"", b"abc", b"\xc3\xa9", b"\xff", b"a\x80b", b"\xe2\x82", b"\xe2\x82x", b"\xed\xa0\x80",
        b"\xf0\x9f\x8e\x89", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xff\xfea\x00", b"\xfe\xff\x00a",
        b"\xef\xbb\xbfa", b"\x00\xd8", b"\x3d\xd8\x89\xdf", b"\\x41\\n\\u00e9\\N{BULLET}\\q\\101",
        b"\\x4", b"\\u12", b"\\U00110000", b"\\N{nothing at all}"]
for item in data:
    print(item)
    for encoding in encodings:
        print("  ", encoding, ascii(attempt(item.decode, encoding)))
    for handler in handlers:
        print("  ", handler, [ascii(attempt(item.decode, encoding, handler))
                              for encoding in ("ascii", "utf-8", "utf-16-le")])
print(attempt("é".encode, "ascii", "nothing"), attempt("é".encode, "nothing"))
print(attempt(b"\xff".decode, "ascii", "nothing"), attempt(b"a".decode, "nothing"))
print("abc".encode("ascii", "nothing"), attempt("a".encode, 5), attempt("a".encode, "ascii", 5))
try:
    "aé🎉b".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, ascii(error.object), error.start, error.end, error.reason, error.args[0])
try:
    b"a\xff".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, len(error.args))
