# A thread that imports a module while another is importing it waits until the module is whole; so
# does one that comes to it through a builtin (`open` imports `io` the first time).
import os
import sys
import threading

FOLDER = "/tmp/racer_imports_wait_%d" % os.getpid()
MODULES = 12
THREADS = 4

os.mkdir(FOLDER)
for number in range(MODULES):
    with open("%s/slow_%d.py" % (FOLDER, number), "w") as file:
        file.write("import time\nfirst = 1\ntime.sleep(0.003)\nlast = %d\n" % number)
with open(FOLDER + "/circle_a.py", "w") as file:
    file.write("import time\ntime.sleep(0.01)\nimport circle_b\nname = 'a'\n")
with open(FOLDER + "/circle_b.py", "w") as file:
    file.write("import time\ntime.sleep(0.01)\nimport circle_a\nname = 'b'\n")
sys.dont_write_bytecode = True
sys.path.insert(0, FOLDER)

failures = []
sums = []


def import_all():
    total = 0
    try:
        for number in range(MODULES):
            module = __import__("slow_%d" % number)
            total += module.last
    except BaseException as error:
        failures.append(repr(error))
    sums.append(total)


def run(*functions):
    start = threading.Barrier(len(functions))

    def wait_and_run(function):
        start.wait()
        function()

    threads = [threading.Thread(target=wait_and_run, args=(f,)) for f in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


run(*[import_all] * THREADS)
print(sums, failures)


# Two threads that import each other's module must not wait for ever.
def import_one(name):
    try:
        __import__(name)
    except BaseException as error:
        failures.append(repr(error))


run(lambda: import_one("circle_a"), lambda: import_one("circle_b"))
print(sys.modules["circle_a"].name, sys.modules["circle_b"].name, failures)

for name in os.listdir(FOLDER):
    os.remove(FOLDER + "/" + name)
os.rmdir(FOLDER)
