"""Generators, closures, tuple unpacking and exceptions."""


def numbers(limit):
    for i in range(limit):
        yield i


def pairs(source):
    for i in source:
        yield i, i * 3


def counter():
    count = 0

    def step(amount):
        nonlocal count
        count += amount
        return count

    return step


def check(value):
    if value % 16 == 0:
        raise ValueError(value)
    return value


def main():
    step = counter()
    failures = 0
    for left, right in pairs(numbers(5_000_000)):
        try:
            step(check(left) & 3)
        except ValueError as error:
            failures += error.args[0] & 1
            step(right & 1)
    print(step(0), failures)


main()
