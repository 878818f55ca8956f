import sys


def fail():
    raise KeyError("inner")


def context():
    try:
        fail()
    except KeyError:
        raise ValueError("outer")


def cause():
    try:
        fail()
    except KeyError as e:
        raise ValueError("outer") from e


def suppressed():
    try:
        fail()
    except KeyError:
        raise ValueError("outer") from None


def triple():
    try:
        context()
    except ValueError as e:
        raise RuntimeError("third") from e


def cycle():
    a = ValueError("a")
    b = KeyError("b")
    a.__context__ = b
    b.__context__ = a
    raise a


for function in (context, cause, suppressed, triple, cycle):
    try:
        function()
    except Exception as e:
        print("==", function.__name__, file=sys.stderr)
        sys.excepthook(type(e), e, e.__traceback__)

def last():
    try:
        triple()
    finally:
        undefined_thing

last()
