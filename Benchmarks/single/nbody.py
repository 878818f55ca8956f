"""Float arithmetic on the attributes of a few objects: five bodies under gravity."""
import math

SOLAR_MASS = 4 * math.pi * math.pi
DAYS_IN_YEAR = 365.24


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx = vx * DAYS_IN_YEAR
        self.vy = vy * DAYS_IN_YEAR
        self.vz = vz * DAYS_IN_YEAR
        self.mass = mass * SOLAR_MASS


BODIES = [
    Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    Body(4.84143144246472, -1.16032004402743, -0.103622044471123,
         0.00166007664274404, 0.00769901118419740, -0.0000690460016972063, 0.000954791938424327),
    Body(8.34336671824458, 4.12479856412430, -0.403523417114321,
         -0.00276742510726411, 0.00499852801234917, 0.0000230417297573764, 0.000285885980666131),
    Body(12.8943695621391, -15.1111514016986, -0.223307578892656,
         0.00296460137564762, 0.00237847173959481, -0.0000296589568540238, 0.0000436624404335157),
    Body(15.3796971148509, -25.9193146099880, 0.179258772950371,
         0.00268067772490389, 0.00162824170038242, -0.0000951592254519716, 0.0000515138902046612),
]
PAIRS = [(a, b) for i, a in enumerate(BODIES) for b in BODIES[i + 1:]]


def advance(steps, dt):
    for _ in range(steps):
        for a, b in PAIRS:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            push = dt / (square * math.sqrt(square))
            of_b = b.mass * push
            of_a = a.mass * push
            a.vx -= dx * of_b
            a.vy -= dy * of_b
            a.vz -= dz * of_b
            b.vx += dx * of_a
            b.vy += dy * of_a
            b.vz += dz * of_a
        for body in BODIES:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy():
    total = sum(0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz) for b in BODIES)
    for a, b in PAIRS:
        total -= a.mass * b.mass / math.sqrt(
            (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
    return total


advance(250_000, 0.01)
print(f"{energy():.9f}")
