for number in [
    2, 17, 1, 13, 4, 11, 32,
    10, 103, 111, 104, 21,
    20, 3, 110, 22, 108, 9999,
]:
    e = OSError(number, "message")
    print(type(e).__name__, e.errno == number, e.strerror, e.args == (number, "message"))

for e in [
    OSError(), OSError("one"), OSError(2, "two"), OSError(2, "two", "file"),
    OSError(2, "two", "file", None, "other"), OSError(None, "x"), OSError(1, 2, 3, 4, 5, 6),
    FileNotFoundError("alone"), FileNotFoundError(13, "kept"), PermissionError(13, "p", b"bytes"),
]:
    print(type(e).__name__, repr(e), str(e), e.args, e.errno, e.strerror, e.filename, e.filename2)
    print(e.__reduce__())

print(BlockingIOError(11, "m", 5).characters_written)
try:
    BlockingIOError(11, "m").characters_written
except AttributeError as error:
    print(error)


class MyError(OSError):
    pass


class WithInit(OSError):
    def __init__(self, a):
        super().__init__(a, "from init", "name")


print(type(MyError(2, "x")).__name__, MyError(2, "x").errno)
e = WithInit(5)
print(e, e.errno, e.args)
print(IOError is OSError, EnvironmentError is OSError)
