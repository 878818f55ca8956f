import sys

print("before")
try:
    sys.exit(True)
finally:
    print("cleanup")
