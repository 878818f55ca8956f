"""Multiply two matrices of floats; every thread reads both and writes its own rows.

usage: matrix_multiply.py [size] [threads]
"""
import os
import random
import sys
import threading

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 340
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))


def random_matrix(generator):
    return [[generator.random() - 0.5 for _ in range(SIZE)] for _ in range(SIZE)]


def transpose(matrix):
    return [list(column) for column in zip(*matrix)]


def multiply_row(row, columns):
    result = []
    for column in columns:
        total = 0.0
        for left, right in zip(row, column):
            total += left * right
        result.append(total)
    return result


def worker(index, left, columns, product):
    for row in range(index, SIZE, THREADS):
        product[row] = multiply_row(left[row], columns)


def main():
    generator = random.Random(2026)
    left = random_matrix(generator)
    right = random_matrix(generator)
    columns = transpose(right)
    product = [None] * SIZE
    threads = [
        threading.Thread(target=worker, args=(index, left, columns, product))
        for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    trace = sum(product[index][index] for index in range(SIZE))
    total = sum(sum(row) for row in product)
    print(f"{SIZE}x{SIZE}: trace {trace:.12f}, sum {total:.12f}")


main()
