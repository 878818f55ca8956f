"""`match` with every kind of pattern."""
from collections import namedtuple


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Colour:
    RED = "red"


def classify(value):
    match value:
        case 0:
            return "zero"
        case -1 | 1:
            return "unit"
        case 2.5 | 1 + 2j:
            return "float or complex"
        case True | None:
            return "constant"
        case "a" | b"a":
            return "letter"
        case Colour.RED:
            return "red"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) if y > 10:
            return f"high {y}"
        case Point(x, y=0):
            return f"on axis {x}"
        case Point() as p:
            return f"point {p.x},{p.y}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"starts 1 2 then {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case (str() as s, int(n)):
            return f"pair {s} {n}"
        case [_, [inner, _]]:
            return f"nested {inner}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"{kind} with {rest}"
        case {}:
            return "some mapping"
        case int(n) | float(n):
            return f"number {n}"
        case str(text):
            return f"text {text}"
        case _:
            return "other"


for value in (0, 1, -1, 2.5, 1 + 2j, True, None, "a", b"a", "red", Point(0, 0), Point(0, 11),
              Point(0, 5), Point(3, 0), Point(1, 2), [], [7], (8,), [1, 2, 3, 4], (5, 0, 5),
              ["s", 3], [0, [9, 8]], {"kind": "circle", "r": 2}, {"kind": "square", "a": 1, "b": 2},
              {"other": 1}, 17, 1.5, "text", {1, 2}, b"bytes", range(3)):
    print(repr(value) if not isinstance(value, Point) else "Point", "->", classify(value))

Pair = namedtuple("Pair", "left right")
match Pair(1, Pair(2, 3)):
    case Pair(left, Pair(right=r)):
        print(left, r)

match (1, 2), {"k": [3, {"z": 4}]}:
    case (a, b), {"k": [c, {"z": d}]}:
        print(a, b, c, d)

match 5:
    case x if x > 10:
        print("no")
print(x)

try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)

match = {"match": 1}
case = match["match"]
type = "soft keywords are names"
print(match, case, type)
