import sys


def countdown(n):
    if n == 0:
        raise ValueError("bottom")
    countdown(n - 1)


def even(n):
    odd(n - 1)


def odd(n):
    if n <= 0:
        1 / 0
    even(n - 1)


for function, n in ((countdown, 2), (countdown, 3), (countdown, 4), (countdown, 50), (even, 8)):
    try:
        function(n)
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)


def endless():
    return endless()


endless()
