"""Draw the Mandelbrot set in characters, rows shared out among threads.

usage: mandelbrot.py [height] [threads]
"""
import os
import sys
import threading

HEIGHT = int(sys.argv[1]) if len(sys.argv) > 1 else 440
WIDTH = HEIGHT * 2
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
MOST_STEPS = 160
PICTURE_ROWS = 24
SHADES = " .:-=+*#%@"


def escape_steps(real, imaginary):
    """How many steps the point takes to leave the circle of radius two."""
    x = 0.0
    y = 0.0
    for step in range(MOST_STEPS):
        square_x = x * x
        square_y = y * y
        if square_x + square_y > 4.0:
            return step
        y = 2.0 * x * y + imaginary
        x = square_x - square_y + real
    return MOST_STEPS


def compute_row(row):
    imaginary = row * 2.4 / HEIGHT - 1.2
    return [escape_steps(column * 3.2 / WIDTH - 2.2, imaginary) for column in range(WIDTH)]


def worker(index, rows):
    for row in range(index, HEIGHT, THREADS):
        rows[row] = compute_row(row)


def shade(steps):
    return SHADES[steps * (len(SHADES) - 1) // MOST_STEPS]


def main():
    rows = [None] * HEIGHT
    threads = [threading.Thread(target=worker, args=(index, rows)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    step = max(1, HEIGHT // PICTURE_ROWS)
    for row in rows[::step]:
        print("".join(shade(steps) for steps in row[::step]).rstrip())
    checksum = 0
    for row in rows:
        for steps in row:
            checksum = (checksum * 31 + steps) % 1_000_000_007
    print(f"{WIDTH}x{HEIGHT} points, checksum {checksum}")


main()
