"""A module imported by many threads at once runs once."""
import sys
import threading

barrier = threading.Barrier(4)
seen = []


def importer():
    barrier.wait()
    import _imported
    seen.append(_imported)


threads = [threading.Thread(target=importer) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(seen), len({id(module) for module in seen}), sys.modules["_imported"].runs)
