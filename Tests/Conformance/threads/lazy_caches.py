"""Caches that fill on first use: hashes, cached functions and properties (gh-128013, gh-150708)."""
import functools
import threading

errors = []


@functools.lru_cache(maxsize=None)
def square(n):
    return ("square", n * n)


@functools.lru_cache(maxsize=8)
def bounded(n):
    return ("bounded", n)


class Lazy:
    @functools.cached_property
    def value(self):
        return ["made once"]


def work(objects, texts, barrier):
    barrier.wait()
    for number in range(2_000):
        if square(number % 50) != ("square", (number % 50) ** 2):
            errors.append("square")
        if bounded(number % 12) != ("bounded", number % 12):
            errors.append("bounded")
        text = texts[number % len(texts)]
        if hash(text) != hash(text[:1] + text[1:]) or {text: 1}[text] != 1:
            errors.append("hash")
        if objects[number % len(objects)].value != ["made once"]:
            errors.append("property")


objects = [Lazy() for _ in range(100)]
texts = [f"text number {n} é" for n in range(100)]
barrier = threading.Barrier(4)
threads = [threading.Thread(target=work, args=(objects, texts, barrier)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("errors:", errors[:3], square.cache_info().currsize, bounded.cache_info().currsize <= 8)
