"""Comparing a key of `__kwdefaults__` replaces them while arguments are bound. (CPython 3.13 dies of it.)"""


class Key(str):
    __hash__ = str.__hash__


def replaces(first, *, third=3):
    return first, third


class Replacing(Key):
    """Puts other defaults in the place of those that are being looked at."""

    def __eq__(self, other):
        replaces.__kwdefaults__ = {"third": "new"}
        local = [object() for _ in range(20)]
        return len(local) == 20 and str.__eq__(self, other)

    __hash__ = Key.__hash__


for _ in range(3):
    replaces.__kwdefaults__ = {Replacing("third"): [1, 2, 3]}
    print(replaces(0), replaces(0))
