import sys

print("before")
try:
    raise SystemExit(300)
finally:
    print("cleanup")
