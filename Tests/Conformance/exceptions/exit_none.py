import sys

print("before")
try:
    sys.exit()
finally:
    print("cleanup")
