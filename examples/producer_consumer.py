"""Producers put orders on a bounded queue, consumers take and price them.

There are as many producers as consumers; the number of orders does not depend on either.

usage: producer_consumer.py [orders] [threads]
"""
import os
import queue
import sys
import threading

ORDERS = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
PRODUCTS = ["apple", "bread", "cheese", "dates", "eggs", "figs"]
CLOSING_TIME = None


def produce(index, orders):
    for number in range(index, ORDERS, THREADS):
        orders.put((number, PRODUCTS[number * 7 % len(PRODUCTS)], number % 9 + 1))


def price(number, product, amount):
    """Some arithmetic that stands for looking up and rounding a price."""
    cents = 0
    for letter in product:
        cents = (cents * 31 + ord(letter) + number) % 10_007
    return amount * (100 + cents % 900)


def consume(index, orders, takings):
    totals = dict.fromkeys(PRODUCTS, 0)
    count = 0
    while True:
        order = orders.get()
        if order is CLOSING_TIME:
            break
        number, product, amount = order
        totals[product] += price(number, product, amount)
        count += 1
    takings[index] = (count, totals)


def main():
    orders = queue.Queue(maxsize=256)
    takings = [None] * THREADS
    producers = [
        threading.Thread(target=produce, args=(index, orders)) for index in range(THREADS)
    ]
    consumers = [
        threading.Thread(target=consume, args=(index, orders, takings))
        for index in range(THREADS)
    ]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    for _ in consumers:
        orders.put(CLOSING_TIME)
    for thread in consumers:
        thread.join()
    print(f"orders served: {sum(count for count, _ in takings)}")
    for product in PRODUCTS:
        print(f"{product:8} {sum(totals[product] for _, totals in takings):>12}")


main()
