def show(e, depth=0):
    while e is not None and depth < 8:
        print("  " * depth, type(e).__name__, e.args, "suppress", e.__suppress_context__,
              "cause", type(e.__cause__).__name__)
        e = e.__cause__ or e.__context__
        depth += 1


try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")
except KeyError as e:
    show(e)

try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise KeyError("k") from z
except KeyError as e:
    show(e)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError as e:
    show(e)
    print(e.__context__)

try:
    raise ValueError from KeyError
except ValueError as e:
    print(type(e.__cause__), e.__suppress_context__)

try:
    raise ValueError from 3
except TypeError as e:
    print(e)
try:
    raise 3
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)

# The same exception raised again keeps no cycle.
try:
    try:
        raise ValueError("a")
    except ValueError as a:
        try:
            raise KeyError("b")
        except KeyError:
            raise a
except ValueError as e:
    print(e, repr(e.__context__), e.__context__.__context__)

# Contexts through finally and nested handlers.
def f():
    try:
        raise ValueError("first")
    finally:
        try:
            raise KeyError("second")
        except KeyError as k:
            print("context in finally", repr(k.__context__))


try:
    f()
except ValueError as e:
    print("outer", repr(e), e.__context__)

def generator():
    try:
        yield 1
    except ValueError as e:
        print("in generator", repr(e), repr(e.__context__))
        yield 2


g = generator()
next(g)
try:
    raise KeyError("outside")
except KeyError:
    print(g.throw(ValueError("thrown")))

try:
    raise ExceptionGroup("g", [ValueError(1)]) from OSError("cause")
except ExceptionGroup as e:
    print(repr(e.__cause__), e.__suppress_context__)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        raise RuntimeError("in exit")


try:
    with Manager():
        raise ValueError("in body")
except RuntimeError as e:
    print(repr(e), repr(e.__context__))

e = Exception("x")
e.__cause__ = KeyError("set")
print(e.__suppress_context__)
e.__suppress_context__ = False
print(e.__suppress_context__)
