"""queue.Queue and its kin, under threads."""
import queue
import threading


def run(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


channel = queue.Queue(maxsize=4)
received = []


def produce():
    for number in range(2_000):
        channel.put(number)


def consume():
    for _ in range(2_000):
        received.append(channel.get())
        channel.task_done()


run(produce, produce, consume, consume)
channel.join()
print(len(received), sum(received), channel.empty(), channel.qsize())

single = []
ordered = queue.Queue()
for number in range(100):
    ordered.put(number)
run(lambda: single.extend(ordered.get() for _ in range(100)))
print(single == list(range(100)))

small = queue.Queue(1)
small.put("x")
print(small.full())
for action in (lambda: small.put("y", block=False), lambda: small.put("y", timeout=0.01),
               lambda: small.put_nowait("y")):
    try:
        action()
    except queue.Full as error:
        print("full", repr(error))
small.get()
for action in (lambda: small.get(block=False), lambda: small.get(timeout=0.01), small.get_nowait):
    try:
        action()
    except queue.Empty:
        print("empty")
try:
    small.task_done()
    small.task_done()
except ValueError as error:
    print(error)

stack = queue.LifoQueue()
heap = queue.PriorityQueue()
simple = queue.SimpleQueue()
for number in (3, 1, 2):
    stack.put(number)
    heap.put((number, f"job {number}"))
    simple.put(number)
print([stack.get() for _ in range(3)], [heap.get() for _ in range(3)], [simple.get() for _ in range(3)])
print(simple.empty(), simple.qsize())

many = queue.SimpleQueue()
seen = []
run(*[lambda: [many.put(n) for n in range(1_000)] for _ in range(3)],
    *[lambda: seen.extend([many.get() for _ in range(1_000)]) for _ in range(3)])
print(len(seen), sum(seen))

closing = queue.Queue()
closing.put(1)
closing.shutdown()
print(closing.get())
try:
    closing.get()
except queue.ShutDown:
    print("shut down")
try:
    closing.put(2)
except queue.ShutDown:
    print("shut down")
