import sys


def f(e):
    raise e


def caught(e):
    try:
        f(e)
    except Exception as result:
        return result


def show(e):
    sys.excepthook(type(e), e, e.__traceback__)


simple = caught(ExceptionGroup("simple", [ValueError("v"), caught(TypeError("t"))]))
show(simple)
nested = caught(ExceptionGroup("outer", [
    ExceptionGroup("inner", [ValueError(1), ExceptionGroup("innermost", [KeyError("k")])]),
    OSError("o"),
]))
nested.add_note("a note on the group")
nested.exceptions[1].add_note("a note\nin two lines")
show(nested)
show(ExceptionGroup("wide", [ValueError(i) for i in range(18)]))
deep = ValueError("bottom")
for i in range(13):
    deep = ExceptionGroup(f"level {i}", [deep])
show(deep)


def chained():
    try:
        raise simple
    except ExceptionGroup as e:
        raise RuntimeError("after") from e


show(caught(ExceptionGroup("no traceback inside", [ValueError("multi\nline")])))
try:
    chained()
except RuntimeError as e:
    show(e)
raise ExceptionGroup("last", [simple, nested])
