"""Simulate the outer planets, several slightly different solar systems at a time.

Each system is a job of its own; the threads share the jobs out.

usage: nbody.py [steps] [threads]
"""
import math
import os
import sys
import threading

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 240_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
SYSTEMS = 8
DAYS_IN_YEAR = 365.24
SOLAR_MASS = 4 * math.pi * math.pi
TIME_STEP = 0.01

# Position in astronomical units, velocity in units a day, mass in solar masses.
PLANETS = [
    (4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
     0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023,
     0.000954791938424326609),
    (8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
     -0.00276742510726411100, 0.00499852801234917238, 0.0000230417297573763929,
     0.000285885980666130812),
    (12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
     0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556,
     0.0000436624404335156298),
    (15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
     0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870,
     0.0000515138902046611451),
]


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def make_system(number):
    """A sun and its planets; the number nudges the first planet so that systems differ."""
    bodies = [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, SOLAR_MASS)]
    for x, y, z, vx, vy, vz, mass in PLANETS:
        bodies.append(Body(
            x, y, z, vx * DAYS_IN_YEAR, vy * DAYS_IN_YEAR, vz * DAYS_IN_YEAR, mass * SOLAR_MASS))
    bodies[1].x += number / 1000.0
    sun = bodies[0]
    for body in bodies[1:]:
        sun.vx -= body.vx * body.mass / SOLAR_MASS
        sun.vy -= body.vy * body.mass / SOLAR_MASS
        sun.vz -= body.vz * body.mass / SOLAR_MASS
    return bodies


def advance(bodies, pairs, steps):
    for _ in range(steps):
        for first, second in pairs:
            dx = first.x - second.x
            dy = first.y - second.y
            dz = first.z - second.z
            square = dx * dx + dy * dy + dz * dz
            magnitude = TIME_STEP / (square * math.sqrt(square))
            push = second.mass * magnitude
            first.vx -= dx * push
            first.vy -= dy * push
            first.vz -= dz * push
            push = first.mass * magnitude
            second.vx += dx * push
            second.vy += dy * push
            second.vz += dz * push
        for body in bodies:
            body.x += TIME_STEP * body.vx
            body.y += TIME_STEP * body.vy
            body.z += TIME_STEP * body.vz


def energy(bodies, pairs):
    total = 0.0
    for body in bodies:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for first, second in pairs:
        dx = first.x - second.x
        dy = first.y - second.y
        dz = first.z - second.z
        total -= first.mass * second.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def simulate(number):
    bodies = make_system(number)
    pairs = [
        (bodies[i], bodies[j]) for i in range(len(bodies)) for j in range(i + 1, len(bodies))
    ]
    before = energy(bodies, pairs)
    advance(bodies, pairs, STEPS // SYSTEMS)
    return before, energy(bodies, pairs)


def worker(index, results):
    for number in range(index, SYSTEMS, THREADS):
        results[number] = simulate(number)


def main():
    results = [None] * SYSTEMS
    threads = [threading.Thread(target=worker, args=(index, results)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, (before, after) in enumerate(results):
        print(f"system {number}: energy {before:.9f} -> {after:.9f}")


main()
