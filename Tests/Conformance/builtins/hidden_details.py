import builtins

print(builtins.__name__, builtins.len is len, type(len), len.__name__, len.__qualname__, len.__module__)
print(repr(len), repr([].append)[:40].split(" at ")[0], str.upper, repr(int))
print(len.__self__ is builtins, print.__text_signature__ is not None)
for name in sorted(n for n in dir(builtins) if not n.startswith("_")):
    if name in ("copyright", "credits", "exit", "help", "license", "quit"):
        continue
    print(name, end=" ")
print()
print(type(None), type(...), type(NotImplemented), None, ..., NotImplemented)
print(__name__, __doc__, __debug__)
print([f.__name__ for f in (abs, all, any, ascii, bin, callable, chr, divmod, getattr, hasattr)])
