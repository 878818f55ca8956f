"""`warnings.catch_warnings` is for the whole program, not for a thread (gh-128384): under a lock each
thread catches what is its own, and without one nothing breaks."""
import threading
import warnings

lock = threading.Lock()
problems = set()
before = list(warnings.filters)


def guarded(index):
    for number in range(100):
        with lock, warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            warnings.warn(f"thread {index} number {number}")
        if [str(item.message) for item in caught] != [f"thread {index} number {number}"]:
            problems.add("caught")


def free(index):
    for number in range(100):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore" if number % 2 else "error")
            try:
                warnings.warn("anything")
            except UserWarning:
                pass


def run(work):
    threads = [threading.Thread(target=work, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


run(guarded)
print("problems:", sorted(problems), warnings.filters == before)
warnings.filterwarnings("ignore")
run(free)
print(type(warnings.filters).__name__)
