"""Classes made, subclassed and instantiated by all threads (gh-122417)."""
import threading

results = [0] * 4


class Base:
    registry = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.registry.append(cls.__name__)

    def __init__(self, n):
        self.n = n

    def value(self):
        return self.n


def work(index):
    total = 0
    for number in range(300):
        Sub = type(f"Sub{index}_{number}", (Base,), {"value": lambda self: self.n + 1})
        total += Sub(number).value() + Base(1).value()
        total += isinstance(Sub(0), Base) + issubclass(Sub, Base)
    results[index] = total


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results, len(Base.registry), len(set(Base.registry)))
