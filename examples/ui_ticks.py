"""How smoothly does a user interface run while other threads compute?

One thread wants to wake every millisecond, as a window that draws itself would; the others burn
processor time. Without a global lock the ticks come when they are due; with one, the ticking
thread has to wait for its turn.

The delays differ from run to run, so they are no part of the output: they go to the file that
RACER_METRICS names (`racer compare` shows them), or to standard error.

usage: ui_ticks.py [ticks] [threads]
"""
import os
import sys
import threading
import time

TICKS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
TICK = 0.001


def burn(finished):
    """Compute until the ticking is over."""
    value = 1
    while not finished.is_set():
        for _ in range(2_000):
            value = (value * 69_069 + 1) % 4_294_967_296


def tick(delays):
    due = time.perf_counter() + TICK
    for _ in range(TICKS):
        pause = due - time.perf_counter()
        if pause > 0:
            time.sleep(pause)
        delays.append(time.perf_counter() - due)
        due = max(due + TICK, time.perf_counter())


def report(delays):
    ordered = sorted(delays)
    metrics = [
        ("tick delay p50", ordered[len(ordered) // 2]),
        ("tick delay p99", ordered[len(ordered) * 99 // 100]),
        ("tick delay max", ordered[-1]),
    ]
    lines = [f"{name}\t{seconds * 1000:.3f}\tms\n" for name, seconds in metrics]
    target = os.environ.get("RACER_METRICS")
    if target:
        with open(target, "a") as file:
            file.write("".join(lines))
    else:
        sys.stderr.write("".join(lines))


def main():
    finished = threading.Event()
    delays = []
    # The ticking thread is one of the threads: with one, nothing else runs.
    burners = [threading.Thread(target=burn, args=(finished,)) for _ in range(THREADS - 1)]
    for thread in burners:
        thread.start()
    tick(delays)
    finished.set()
    for thread in burners:
        thread.join()
    report(delays)
    print(f"ticks: {len(delays)}")


main()
