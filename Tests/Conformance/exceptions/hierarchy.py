import builtins

for name in sorted(dir(builtins)):
    value = getattr(builtins, name)
    if isinstance(value, type) and issubclass(value, BaseException):
        print(name, value.__name__, [c.__name__ for c in value.__mro__])
