def shape(e):
    if isinstance(e, BaseExceptionGroup):
        return (type(e).__name__, e.message, [shape(x) for x in e.exceptions])
    return repr(e)


g = ExceptionGroup("top", [
    ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), KeyError("k")])
print(repr(g), str(g), g.message, len(g.exceptions))
print(str(ExceptionGroup("one", [ValueError()])))
match, rest = g.split(ValueError)
print(shape(match), shape(rest))
print(shape(g.subgroup((TypeError, KeyError))))
print(g.subgroup(OSError), g.split(OSError)[0])
print(shape(g.subgroup(lambda e: isinstance(e, KeyError))))
print(g.split(ExceptionGroup)[0] is g)
print(shape(BaseExceptionGroup("b", [ValueError()])), shape(BaseExceptionGroup("b", [KeyboardInterrupt()])))
print(ExceptionGroup[int] if False else "generic", BaseExceptionGroup.__class_getitem__(int))


class MyGroup(ExceptionGroup):
    def __new__(cls, message, exceptions, extra=None):
        self = super().__new__(cls, message, exceptions)
        self.extra = extra
        return self

    def derive(self, exceptions):
        return MyGroup(self.message, exceptions, self.extra)


m = MyGroup("mine", [ValueError(1), TypeError(2)], 42)
m.add_note("noted")
a, b = m.split(ValueError)
print(shape(a), a.extra, a.__notes__, shape(b), a.__notes__ is m.__notes__)

for attempt in [
    lambda: ExceptionGroup(1, 2), lambda: ExceptionGroup("a", 2), lambda: ExceptionGroup("a", []),
    lambda: ExceptionGroup("a", [1]), lambda: ExceptionGroup("a", [KeyboardInterrupt()]),
    lambda: ExceptionGroup(), lambda: g.split(1), lambda: g.subgroup([ValueError]),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)

try:
    raise g
except* ValueError as e:
    print("values", shape(e))
except* TypeError as e:
    print("types", shape(e))
except* KeyError as e:
    print("keys", shape(e))

try:
    try:
        raise g
    except* ValueError:
        print("handled values")
except ExceptionGroup as e:
    print("left", shape(e))

try:
    raise ValueError("naked")
except* ValueError as e:
    print(shape(e))

try:
    try:
        raise ValueError("naked")
    except* TypeError:
        print("not here")
except ValueError as e:
    print("passed through", repr(e))

try:
    try:
        raise g
    except* KeyError as e:
        raise RuntimeError("new") from e
except ExceptionGroup as e:
    print(shape(e))

try:
    try:
        raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print(shape(e))

try:
    try:
        raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* (ValueError, TypeError) as e:
        raise OSError("all")
except BaseException as e:
    print(shape(e), shape(e.__context__) if e.__context__ else None)

def f():
    for i in range(3):
        try:
            raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError:
            pass
    return "done"

print(f())
try:
    try:
        raise ExceptionGroup("x", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
