# Loops over pairs: nobody sees the tuple, but everything else is as if there were one.


def counted():
    for number, item in enumerate([1, "b", [3]]):
        print(number, item)
    for number, item in enumerate("ab", 2**61 - 1):
        print(number, item)
    for number, item in enumerate(iter([1, 2]), 2**70):
        print(number, item)
    for number, item in enumerate((), 5):
        print("never")
    pairs = enumerate("abcde")
    for number, item in pairs:
        print(number, item, next(pairs, "end"))
    for number, (left, right) in enumerate(zip("ab", "cd")):
        print(number, left, right)
    for number, *rest in enumerate("ab"):
        print(number, rest)
    for same, same in enumerate("ab"):
        print(same)
    target = [0, 0]
    for target[0], target[1] in enumerate("qr"):
        print(target)
    pairs = enumerate([[1, 2], [3, 4]])
    for pairs, item in pairs:
        print(pairs, item)


def zipped():
    for left, right in zip([1, 2, 3], "ab"):
        print(left, right)
    for left, right in zip():
        print("never")
    for sources in [([1, 2, 3], "ab"), ([1, 2], "abc"), ([], "a")]:
        try:
            for left, right in zip(*sources, strict=True):
                print(left, right)
        except ValueError as error:
            print(error)
    for sources in [([1, 2],), ([1, 2], "abc", [1])]:
        try:
            for left, right in zip(*sources):
                print("never")
        except ValueError as error:
            print(error)


def items():
    mapping = {1: 2, "a": [1], (1, 2): 3}
    for key, value in mapping.items():
        print(key, value)
    try:
        for key, value in mapping.items():
            mapping[key, key] = 1
    except RuntimeError as error:
        print(error)
    iterator = iter(mapping.items())
    for key, value in iterator:
        break
    print(key, value, next(iterator))
    print({value: key for key, value in {1: 2, 3: 4}.items()})


class Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("gone", self.name)


def listed():
    pairs = [(1, "a"), (2.5, [3]), (None, (4,))]
    for left, right in pairs:
        print(left, right)
    for left, right in pairs * 2:
        left = right
    print(left, right)
    same = Named("same")
    for left, right in [(same, same), (same, 1), (1, same), (same, same)]:
        print(left, right)
    del same
    left = right = None
    for left, right in [(Named("a"), Named("b")), (Named("c"), Named("d"))]:
        print("with", left, right)
    print("then", left, right)
    for right, right in [(Named("e"), Named("f")), (1, 2)]:
        print("last", right)
    for left, right in [[1, 2], (3, 4), "56", {7: 8, 9: 0}]:
        print(left, right)
    for wrong in (1,), (1, 2, 3), (), 5:
        try:
            for left, right in [(1, 2), wrong]:
                print(left, right)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    growing = [(0, 1)]
    for left, right in growing:
        if right < 6:
            growing.append((right, left + right))
    print(growing)
    shrinking = [(i, i) for i in range(10)]
    for left, right in shrinking:
        del shrinking[-1]
    print(left, shrinking)
    renewed = [(Named("g"), 1), (2, 3)]
    for left, right in renewed:
        renewed[0] = (4, 5)
        renewed[1] = left, right
        if left.name == "g" and right == 1:
            left.name = "h"
            break
    renewed = left = None
    for pair, _ in [(pair, 0) for pair in [(1, 2)]]:
        pair, other = pair
        print(pair, other)
    for left, (middle, right) in [(1, (2, 3)), (4, (5, 6))]:
        print(left, middle, right)
    print([left * right for left, right in [(1, 2), (3, 4)]])
    for left, right in iter([(1, 2)]):
        print(left, right)
    for left, right in ((1, 2), (3, 4)):
        print(left, right)
    for left, right in [("name", "name"), ("name", "name"), ("name", listed), (listed, str)]:
        print(left if left is not listed else "itself", right is listed)
    iterator = iter([(5, 6), (7, 8)])
    for left, right in iterator:
        print(left, right, next(iterator))
    for left, right in iterator:
        print("never")
    print(next(iterator, "exhausted"))


class Numbered(enumerate):
    def __next__(self):
        number, item = super().__next__()
        return item, -number


def others():
    def failing():
        yield 1
        raise KeyError("out of items")

    for source in (enumerate(failing()), zip(failing(), [1, 2]), zip([1, 2], failing())):
        try:
            for left, right in source:
                print(left, right)
        except KeyError as error:
            print(error)
    for left, right in Numbered("ab"):
        print(left, right)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def lifetimes():
    for number, item in enumerate(Noisy(name) for name in "ab"):
        print("have", number, item.name)
    del item
    for key, value in {1: Noisy("c"), 2: Noisy("d")}.items():
        print("have", key, value.name)


for part in (counted, zipped, items, listed, others, lifetimes):
    part()
