"""input() and reading standard input."""
import sys

print(repr(input("prompt> ")))
print(repr(input()))
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print("line", repr(line))
    if line.startswith("stop"):
        break
print(repr(sys.stdin.read()))
try:
    input()
except EOFError as error:
    print("EOFError", error)
