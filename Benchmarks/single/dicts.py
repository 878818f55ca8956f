"""Counting, grouping and looking up in dictionaries with text and integer keys."""


def main():
    names = [f"name{i * 7919 % 5_000}" for i in range(100_000)]
    total = 0
    for repeat in range(60):
        counts = {}
        for name in names:
            counts[name] = counts.get(name, 0) + 1
        groups = {}
        for number, name in enumerate(names):
            if number % 4 == 0:
                groups.setdefault(name[-2:], []).append(number)
        squares = {i: i * i for i in range(20_000)}
        for i in range(0, 40_000, 3):
            if i in squares:
                total += squares[i] & 0xFF
        for name, count in counts.items():
            total += len(name) * count
        for key in sorted(groups):
            total += groups[key][0]
        del counts["name0"]
        total += len({name: 1 for name in counts}.keys() & groups.keys())
    print(total)


main()
