# Copying and pickling support of iterators, subclasses with attributes, large and long-lived tables.
l = [1, 2, 3]
i = iter(l)
next(i)
print(i.__reduce__()[1:], i.__setstate__(0), list(i))
r = reversed((1, 2, 3))
r.__setstate__(0)
print(list(r))
print(list[int], dict[str, int], set[int], tuple[int, ...], frozenset[str])
n = iter(range(3))
next(n)
print(iter({1: 2}).__reduce__()[1], iter({5}).__reduce__()[1], n.__reduce__()[1:])
print(enumerate("ab").__reduce__()[1][1], zip("a").__reduce__()[0], map(str, "a").__reduce__()[0])
print({1, 2}.__reduce__()[:2], frozenset([1]).__reduce__()[:2])


class L(list):
    pass


class D(dict):
    pass


x = L([1, 2])
x.a = 1
x.append(3)
print(x, x.a, x[1:], type(x[1:]), x + [1], x * 2, x == [1, 2, 3], L.__mro__)
d = D(a=1)
d.z = 2
print(d, d.z, d | {"b": 1}, type(d.copy()))
a = []
a.append(a)
print(a == a, [[1, 2], [3]] < [[1, 2], [4]], sorted([[3], [1, 2]]))
try:
    c = []
    c.append(c)
    e = []
    e.append(e)
    print(c == e)
except RecursionError as problem:
    print(problem)
big = {i: str(i) for i in range(100000)}
print(len(big), big[99999])
for i in range(0, 100000, 3):
    del big[i]
print(len(big), sum(big))
queue = {}
for i in range(100000):
    queue[i] = i
    if i >= 10:
        del queue[i - 10]
print(len(queue), list(queue)[0])
stack = {}
for i in range(1000):
    stack[i] = i
    stack[-i] = i
    stack.popitem()
print(len(stack), stack.popitem())
items = []
for i in range(300000):
    items.append(i)
while len(items) > 5:
    items.pop()
print(items)
