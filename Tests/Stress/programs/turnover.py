"""Many short threads that hand objects over to each other, so that frees cross threads."""
import queue
import random
import sys
import threading
import time

SEED = int(sys.argv[1])
END = time.monotonic() + float(sys.argv[2])
errors = []


class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


def chain(length, value):
    node = None
    for _ in range(length):
        node = Node(value, node)
    return node


def length_of(node, value):
    count = 0
    while node is not None:
        assert node.value == value
        node = node.following
        count += 1
    return count


def work(channel, generator, shared):
    try:
        for _ in range(20):
            length = generator.randrange(200)
            value = f"value{length}"
            channel.put((length, value, chain(length, value)))
            length, value, node = channel.get()
            assert length_of(node, value) == length
            shared[generator.randrange(16)] = node
            kept = shared[generator.randrange(16)]
            if kept is not None:
                length_of(kept, kept.value)
    except BaseException as error:
        errors.append(repr(error))


def main():
    generator = random.Random(SEED)
    channel = queue.Queue()
    shared = [None] * 16
    while time.monotonic() < END and not errors:
        threads = [
            threading.Thread(
                target=work, args=(channel, random.Random(generator.random()), shared))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    print(errors if errors else "ok")


main()
