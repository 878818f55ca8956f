import sys

SimpleNamespace = type(sys.implementation)
n = SimpleNamespace(a=1, b="x")
print(n, n.a, n == SimpleNamespace(a=1, b="x"), n == SimpleNamespace(a=2))
n.c = [n]
print(n)
del n.a
print(n, vars(n))
print(SimpleNamespace({"k": 1}, z=2), SimpleNamespace([("p", 3)]))
