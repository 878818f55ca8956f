"""Attributes that a module makes when they are asked for are in its directory before that."""
import sys
import collections

for name in "flags", "float_info", "version_info", "prefix", "builtin_module_names", "exit", "path":
    print(name, name in dir(sys), hasattr(sys, name))
for name in "ChainMap", "UserDict", "UserList", "UserString", "deque", "Counter":
    print(name, name in dir(collections), hasattr(collections, name))
print(dir(sys) == sorted(dir(sys)), dir(collections) == sorted(dir(collections)))
print([name for name in dir(sys) if not hasattr(sys, name)])
print([name for name in dir(collections) if not hasattr(collections, name)])
print(hasattr(sys, "sys"), hasattr(sys, "no_such_name"))


# A module's own __dir__, and its __getattr__ (PEP 562).
lazy = type(sys)("lazy")
lazy.here = 1
print(dir(lazy)[-1])
lazy.__dir__ = lambda: ["there", "here"]
lazy.__getattr__ = lambda name: name.upper()
print(dir(lazy), lazy.there, lazy.here)
lazy.__dir__ = lambda: 5
try:
    dir(lazy)
except TypeError as error:
    print(error)
