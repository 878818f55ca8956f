"""Binding a call's arguments may run Python code (destructors, comparisons of keys), which leaves the
parameters alone."""


class Key(str):
    """Equal to any name of the same hash, after some work."""

    def __hash__(self):
        return str.__hash__(self)

    def __eq__(self, other):
        local = [str(self), other, 1, 2, 3]
        seen.append(len(local))
        return str.__eq__(self, other)


class Mortal:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        numbers = [1, 2, 3]
        total = sum(numbers) + len([n for n in numbers])
        seen.append((self.name, total))


seen = []


def function(first, second=2, *rest, third, fourth=4, **others):
    return first, second, rest, third, fourth, others


function.__kwdefaults__ = {Key("third"): 30, Key("fourth"): 40}
print(function(1), len(seen) > 0)
print(function(1, 2, 3, 4, x=5))
print(function(1, third=3, other=6))


class Caller:
    def __call__(self, *positional, **named):
        return positional, named


class Meeting:
    """Calls from native code: sorted(), map(), a property."""

    def __get__(self, instance, owner):
        return function

    attribute = property(lambda self, extra=1, *, third=3: (extra, third))


Meeting.attribute.fget.__kwdefaults__ = {Key("third"): 33}
print(Meeting().attribute)
print(list(map(function, [1, 2], [3, 4])))
print(sorted([3, 1, 2], key=lambda n, *, third=0: -n))


def dropping(mortal, count):
    """The last reference to the argument goes when it is bound or soon after."""
    return [count]


def many(*items, **named):
    return len(items), sorted(named)


seen.clear()
print(many(*[Mortal(n) for n in range(3)], **{f"n{n}": Mortal(n) for n in range(3)}))
print(dropping(Mortal("a"), count=5), len(seen))
