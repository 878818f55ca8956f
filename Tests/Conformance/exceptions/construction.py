class Plain(Exception):
    pass


class Custom(Exception):
    def __init__(self, code, *, detail=None):
        super().__init__(code)
        self.code = code
        self.detail = detail

    def __str__(self):
        return f"code {self.code}: {self.detail}"


class NoSuperInit(ValueError):
    def __init__(self, a, b):
        self.pair = (a, b)


for e in [
    Exception(), Exception("a"), Exception("a", 1), ValueError(None), KeyError("k"),
    KeyError(), KeyError(1, 2), KeyError(""), LookupError("l"), Plain(), Plain("x", [1]),
    Custom(3), Custom(4, detail="d"), NoSuperInit(1, 2), StopIteration(), StopIteration(7),
    StopIteration(7, 8), SystemExit(), SystemExit(3), SystemExit("bye", 2), GeneratorExit("g"),
    AssertionError("no"), ZeroDivisionError("z"), RecursionError("r"), Warning("w"),
]:
    print(type(e).__name__, repr(e), repr(str(e)), e.args)

print(StopIteration(7).value, StopIteration().value, StopIteration(7, 8).value)
print(SystemExit().code, SystemExit(3).code, SystemExit("bye", 2).code)
print(NoSuperInit(1, 2).pair, Custom(4, detail="d").detail)

e = Exception("first")
e.args = ["changed", 2]
print(e.args, e, repr(e))
e.anything = 5
print(e.__dict__, e.anything)
del e.anything
print(hasattr(e, "anything"))

for attempt in [
    lambda: ValueError(x=1), lambda: Exception("a").with_traceback(1),
    lambda: setattr(Exception(), "__cause__", 1), lambda: setattr(Exception(), "__context__", 1),
    lambda: setattr(Exception(), "__traceback__", 1), lambda: delattr(Exception(), "args"),
    lambda: delattr(Exception(), "__cause__"), lambda: delattr(Exception(), "__context__"),
    lambda: delattr(Exception(), "__traceback__"),
    lambda: setattr(Exception(), "__suppress_context__", 1), lambda: setattr(Exception(), "args", 1),
    lambda: Exception().add_note(1), lambda: Exception().__setstate__(1),
    lambda: ImportError(foo=1), lambda: NameError("x", foo=1), lambda: AttributeError("x", foo=1),
    lambda: OSError(1, 2, a=1), lambda: BaseException.__new__(int),
]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

e = Exception("s")
e.__setstate__({"a": 1, "b": 2})
print(e.a, e.b, e.__reduce__())
e = ValueError("x")
print(e.__reduce__())
print(Exception.__str__(e), e.__class__, isinstance(e, Exception), issubclass(KeyError, LookupError))
