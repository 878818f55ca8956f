"""Locks, conditions, semaphores, barriers and queues; counts must come out right."""
import queue
import random
import sys
import threading
import time

SEED = int(sys.argv[1])
END = time.monotonic() + float(sys.argv[2])
ROUNDS = 200
errors = []


def run(count, function):
    def guarded(index):
        try:
            function(index)
        except BaseException as error:
            errors.append(repr(error))

    threads = [threading.Thread(target=guarded, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def counted_under(lock):
    total = 0

    def work(index):
        nonlocal total
        for _ in range(ROUNDS):
            with lock:
                total += 1

    run(4, work)
    assert total == 4 * ROUNDS, total


def conditions():
    condition = threading.Condition()
    items = []
    taken = []

    def work(index):
        for number in range(ROUNDS):
            if index % 2 == 0:
                with condition:
                    items.append(number)
                    condition.notify()
            else:
                with condition:
                    while not items:
                        condition.wait(1)
                    taken.append(items.pop())

    run(4, work)
    assert len(taken) == 2 * ROUNDS


def semaphores():
    semaphore = threading.BoundedSemaphore(2)
    inside = []

    def work(index):
        for _ in range(ROUNDS):
            with semaphore:
                inside.append(index)
                assert len(inside) <= 2
                inside.remove(index)

    run(4, work)
    assert not inside


def barriers():
    barrier = threading.Barrier(3)
    steps = [0, 0, 0]

    def work(index):
        for number in range(ROUNDS // 4):
            steps[index] = number
            barrier.wait(20)
            assert steps == [number] * 3, steps
            barrier.wait(20)

    run(3, work)


def queues():
    channel = queue.Queue(3)
    received = []

    def work(index):
        for number in range(ROUNDS):
            if index % 2 == 0:
                channel.put((index, number))
            else:
                received.append(channel.get())

    run(4, work)
    assert sorted(received) == [(index, n) for index in (0, 2) for n in range(ROUNDS)]


def events():
    for _ in range(20):
        event = threading.Event()
        seen = []

        def work(index):
            if index == 0:
                event.set()
            else:
                seen.append(event.wait(20))

        run(4, work)
        assert seen == [True] * 3


def main():
    generator = random.Random(SEED)
    parts = [
        lambda: counted_under(threading.Lock()), lambda: counted_under(threading.RLock()),
        lambda: counted_under(threading.Condition()), conditions, semaphores, barriers, queues,
        events,
    ]
    while time.monotonic() < END and not errors:
        try:
            generator.choice(parts)()
        except BaseException as error:
            errors.append(repr(error))
    print(errors if errors else "ok")


main()
