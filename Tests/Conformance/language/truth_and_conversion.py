class WithBool:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return self.v


class WithLen:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for value in (WithBool(True), WithBool(False), WithLen(0), WithLen(3), object(), "", "a", [], [0], 0, 0.0, 1e-300):
    print(bool(value), not value, 1 if value else 0, end=" ")
print()
for bad in (1, None, "x"):
    try:
        bool(WithBool(bad))
    except TypeError as e:
        print(e)
print(WithLen(0) or "or", WithLen(1) and "and", [] or {} or 0, 1 and [] and 2)


class Numbers:
    def __int__(self):
        return 5

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1 + 2j

    def __index__(self):
        return 3


n = Numbers()
print(int(n), float(n), complex(n), [0, 1, 2, 3][n], "ab" * 1, list(range(n)), hex(n))


class BadNumbers:
    def __int__(self):
        return "x"

    def __float__(self):
        return 1

    def __index__(self):
        return 2.5


for function in (int, float, lambda x: [1][x], hex):
    try:
        function(BadNumbers())
    except TypeError as e:
        print(e)


class Item:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


i = Item()
print(i[1], i["a"], i[1:2], i[1, 2], i[::2], i[...], i[()], i[1:2, 3])
i[1] = 2
i[1:2] = 3
del i[5]
i[0] += 1


class ReadOnly:
    def __getitem__(self, key):
        return 0


for source in ["ReadOnly()[0] = 1", "del ReadOnly()[0]", "object()[0]", "object()[0] = 1", "del object()[0]",
               "(1,)[0] = 1", "del (1,)[0]", "'a'[0] = 'b'", "del 'a'[0]", "None[0]"]:
    try:
        exec(source)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
