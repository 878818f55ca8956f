import sys


def inner():
    raise ValueError("deep")


def middle():
    x = 1
    inner()


try:
    middle()
except ValueError as e:
    tb = e.__traceback__
    print(type(tb).__name__, type(tb))
    lines = []
    while tb is not None:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(lines)
    print(sys.exc_info()[0], sys.exc_info()[2] is e.__traceback__, sys.exception() is e)
    saved = e

print(sys.exc_info(), sys.exception())
first = saved.__traceback__
print(first.tb_next.tb_next.tb_next)
fresh = ValueError("fresh").with_traceback(first)
print(fresh.__traceback__ is first)
fresh = fresh.with_traceback(None)
print(fresh.__traceback__)
first.tb_next.tb_next = None
print(first.tb_next.tb_next)
for value in (1, "x"):
    try:
        first.tb_next = value
    except TypeError as error:
        print(error)
try:
    first.tb_next.tb_next = first
except ValueError as error:
    print(error)
print(dir(first))


def reraise():
    try:
        inner()
    except ValueError:
        raise


try:
    reraise()
except ValueError as e:
    tb = e.__traceback__
    count = 0
    while tb:
        print(tb.tb_lineno)
        tb = tb.tb_next
