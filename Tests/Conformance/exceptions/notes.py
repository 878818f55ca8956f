import sys

e = ValueError("base")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second\nwith two lines")
print(e.__notes__)
sys.excepthook(type(e), e, None)
e.__notes__ = ("a tuple", 3)
sys.excepthook(type(e), e, None)
e.__notes__ = "text"
sys.excepthook(type(e), e, None)
e.__notes__ = None
sys.excepthook(type(e), e, None)
try:
    e.add_note("x")
except TypeError as error:
    print(error)


class BadStr(Exception):
    def __str__(self):
        raise RuntimeError("no")


sys.excepthook(BadStr, BadStr(), None)


class Module(Exception):
    __module__ = "some.module"


sys.excepthook(Module, Module("multi\nline"), None)
sys.excepthook(Module, Module(), None)
