"""At the end files are written out, generators closed, and objects finalized before what they hold."""
import os
import sys

path = f"/tmp/exit-files-{os.getpid()}"


class Holder:
    def __init__(self, name, held=None):
        self.name = name
        self.held = held

    def __del__(self):
        # Globals are all there.
        print(self.name, self.held and self.held.name, sys.is_finalizing())


class Reader:
    def __del__(self, size=os.path.getsize, remove=os.remove):
        print("the file has", size(path))
        remove(path)


def closing():
    try:
        yield
    finally:
        print("generator closed")


written = open(path, "w")
written.write("text " * 100)
reader = Reader()
outer = Holder("outer", Holder("inner"))
generator = closing()
next(generator)
never_begun = closing()
print("main ends")
