import sys

print("before")
try:
    sys.exit("message on stderr")
finally:
    print("cleanup")
