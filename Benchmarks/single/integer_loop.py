"""A `while` loop over small integers."""


def loop(limit):
    i = 0
    total = 0
    while i < limit:
        total = total + (i & 7)
        i = i + 1
    return total


print(loop(20_000_000))
