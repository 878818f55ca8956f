"""try/except/else/finally in every order, chaining, groups, and what leaves a block."""


def flow(action):
    trace = []
    try:
        trace.append("try")
        if action == "raise":
            raise ValueError("v")
        if action == "return":
            return trace
        trace.append("end")
    except ValueError:
        trace.append("except")
    else:
        trace.append("else")
    finally:
        trace.append("finally")
    trace.append("after")
    return trace


print(flow("none"), flow("raise"), flow("return"))


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


def loop_with_finally():
    seen = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            seen.append(i)
        finally:
            seen.append(f"f{i}")
    else:
        seen.append("else")
    return seen


print(finally_wins(), loop_with_finally())


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as error:
        print("outer", error)
        try:
            raise TypeError("second")
        except TypeError as second:
            print(repr(second.__context__))
        return "done"


print(nested())

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("from") from error
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("none") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)


def reraise():
    try:
        raise IndexError("i")
    except IndexError:
        try:
            raise
        finally:
            print("cleanup")


try:
    reraise()
except IndexError as error:
    print("again", error)

try:
    raise
except RuntimeError as error:
    print(error)


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f"custom {self.code}"


try:
    raise Custom(5, "x")
except (KeyError, Custom) as error:
    print(error, error.args, repr(error), error.code)

for bad in (lambda: exec("raise 5"), lambda: exec("raise int"), lambda: exec("raise Custom")):
    try:
        bad()
    except TypeError as error:
        print(error)

try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)

try:
    raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("in", [KeyError(3)])])
except* ValueError as group:
    print("values", group.exceptions)
except* (TypeError, KeyError) as group:
    print("others", group)

try:
    try:
        raise ExceptionGroup("left", [ValueError(1), OSError(2)])
    except* ValueError:
        pass
except ExceptionGroup as group:
    print(repr(group))

try:
    raise ValueError("plain")
except* ValueError as group:
    print(type(group).__name__, group.exceptions)

group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2)])])
print(group.subgroup(TypeError), group.split(ValueError))

error = ValueError("noted")
error.add_note("one")
print(error.__notes__)

try:
    assert 1 == 2, "message"
except AssertionError as error:
    print(error)

print(isinstance(KeyError("a"), LookupError), issubclass(FileNotFoundError, OSError))
print(str(KeyError("a")), str(ValueError("a", "b")), repr(ValueError()), str(ValueError()))
print(OSError(2, "No such", "f"), OSError(2, "x").errno, type(OSError(2, "x")).__name__)
try:
    {}["missing"]
except KeyError as error:
    print(error, error.args)
try:
    [].pop()
except IndexError as error:
    print(error)
try:
    [1][5]
except IndexError as error:
    print(error)
try:
    int("x")
except ValueError as error:
    print(error)
try:
    None.x
except AttributeError as error:
    print(error, error.name, error.obj)
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
try:
    a, b = [1]
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print(str(error)[:32])

import sys

try:
    raise KeyError("info")
except KeyError:
    print(sys.exc_info()[0].__name__, sys.exception().args)
print(sys.exc_info(), sys.exception())


def generator_context():
    try:
        yield 1
    except ValueError:
        yield sys.exception().args


try:
    raise TypeError("outside")
except TypeError:
    g = generator_context()
    next(g)
    print(g.throw(ValueError("thrown")), sys.exception().args)

try:
    raise ValueError("tb")
except ValueError as error:
    tb = error.__traceback__
    print(tb.tb_lineno > 0, tb.tb_next, tb.tb_frame.f_code.co_name)
    print(error.with_traceback(None).__traceback__)
