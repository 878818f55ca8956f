"""Integers past the machine word: digits of pi and a modular power."""


def pi_digits(count):
    """Gibbons's spigot."""
    digits = []
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, n, k, l = (
                q * k, (2 * q + r) * l, t * l, (q * (7 * k + 2) + r * l) // (t * l), k + 1, l + 2)
    return digits


def main():
    digits = pi_digits(3_500)
    total = sum(digit * (i + 1) for i, digit in enumerate(digits))
    modulus = (1 << 521) - 1
    power = 3
    for exponent in range(400):
        power = pow(power, 65_537 + exponent, modulus)
    print(total, power % 1_000_000_007, 7 ** 90_000 % 1_000_000_007)


main()
