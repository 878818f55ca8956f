"""Appending, indexing, slicing, sorting and comprehensions over lists."""


def sieve(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    for number in range(2, int(limit ** 0.5) + 1):
        if flags[number]:
            flags[number * number::number] = [False] * len(flags[number * number::number])
    return [number for number, flag in enumerate(flags) if flag]


def bubble(items):
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]


def main():
    total = 0
    for repeat in range(24):
        primes = sieve(400_000)
        total += len(primes) + primes[-1]
        items = [prime * 7919 % 1_000 for prime in primes[:900]]
        bubble(items)
        total += items[0] + items[-1]
        ordered = sorted(primes, key=lambda prime: prime % 1_000)
        total += ordered[0]
        stack = []
        for prime in primes:
            stack.append(prime)
            if len(stack) > 50:
                stack = stack[25:]
                total += stack.pop()
        total += sum([prime for prime in primes if prime & 2]) & 0xFFFF
    print(total)


main()
