"""sys.exit in a function runs the finally clauses and gives its code."""
import sys


def leave():
    try:
        sys.exit(3)
    finally:
        print("finally")


try:
    leave()
except SystemExit as error:
    print("code", error.code)
for value in (None, 0, "text"):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code))
print(sys.argv)
leave()
