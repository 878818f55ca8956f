"""Float arithmetic on local variables: points of the Mandelbrot set."""


def steps(cr, ci):
    x = y = 0.0
    for n in range(200):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return n
        y = 2.0 * x * y + ci
        x = xx - yy + cr
    return 200


def picture(size):
    total = 0
    for row in range(size):
        ci = 2.4 * row / size - 1.2
        for column in range(size):
            total += steps(3.2 * column / size - 2.2, ci)
    return total


print(picture(400))
