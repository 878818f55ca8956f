import sys

global_value = 1


class Thing:
    color = "red"
    _private = 1

    def __init__(self):
        self.height = 5

    def method(self):
        return heigth

    def method_self(self):
        return height

    def private_self(self):
        return self.private

    def public(self):
        return self.colour


def local_name():
    counter = 1
    return countr


def builtin_name():
    return prnt("x")


def global_name():
    return globl_value


def no_hint():
    return zzzzzzzzzz


def stdlib_name():
    return itertools.count()


def attribute():
    return [].appendd(1)


def attribute_far():
    return "".qqqqqqqq


def class_attribute():
    return Thing.colr


def import_from():
    from sys import exi


def keyword():
    return int("3", bse=10)


thing = Thing()
for function in (
    thing.method, thing.method_self, thing.private_self, thing.public, local_name, builtin_name,
    global_name, no_hint, stdlib_name, attribute, attribute_far, class_attribute, import_from,
):
    try:
        function()
    except Exception as e:
        sys.excepthook(type(e), e, None)
        sys.excepthook(type(e), e, e.__traceback__)
