print(repr(input()))
print(repr(input("prompt> ")))
print(repr(input("no newline after this: ")))
try:
    input("eof? ")
except EOFError as e:
    print("EOFError", e)
