import sys

print("before")
try:
    raise SystemExit(-1)
finally:
    print("cleanup")
