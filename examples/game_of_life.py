"""Conway's game of life on a torus; the threads meet at a barrier after every generation.

usage: game_of_life.py [size] [threads]
"""
import os
import sys
import threading

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 256
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
GENERATIONS = 100


def first_generation():
    """A field that looks random and is the same every time."""
    state = 12345
    field = []
    for _ in range(SIZE):
        row = []
        for _ in range(SIZE):
            state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
            row.append(1 if state // 65_536 % 3 == 0 else 0)
        field.append(row)
    return field


def next_row(above, row, below):
    result = []
    for x in range(SIZE):
        left = x - 1
        right = x + 1 if x + 1 < SIZE else 0
        neighbours = (
            above[left] + above[x] + above[right] + row[left] + row[right]
            + below[left] + below[x] + below[right])
        result.append(1 if neighbours == 3 or (neighbours == 2 and row[x]) else 0)
    return result


def worker(index, fields, barrier):
    for generation in range(GENERATIONS):
        current = fields[generation % 2]
        following = fields[1 - generation % 2]
        for y in range(index, SIZE, THREADS):
            following[y] = next_row(current[y - 1], current[y], current[(y + 1) % SIZE])
        barrier.wait()


def main():
    fields = [first_generation(), [None] * SIZE]
    barrier = threading.Barrier(THREADS)
    threads = [
        threading.Thread(target=worker, args=(index, fields, barrier)) for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    field = fields[GENERATIONS % 2]
    for row in field[:16]:
        print("".join(".#"[cell] for cell in row[:64]))
    print(f"alive after {GENERATIONS} generations: {sum(map(sum, field))}")


main()
