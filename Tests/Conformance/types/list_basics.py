# Methods, operators and messages of list.


def error(function, *arguments, **keywords):
    try:
        print("no error:", function(*arguments, **keywords))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


def run(source, **names):
    try:
        exec(source, names)
        print(source, "->", names.get("l"))
    except Exception as problem:
        print(source, "->", f"{type(problem).__name__}: {problem}")


print(list(), list(()), list("abc"), list(range(4)), list({1: 2, 3: 4}), list([1, [2]]))
error(list, 1)
error(list, 1, 2)
error(list, iterable=[1])

l = [1, 2, 3]
l.append(4)
print(l, len(l), l[0], l[-1], l[3], l[-4])
for index in (4, -5, 10**30, -10**30, "a", 1.5, None, (1,)):
    error(l.__getitem__, index)
for index in (4, -5, 10**30, "a", 1.5):
    run("l[i] = 0", l=[1, 2, 3, 4], i=index)
    run("del l[i]", l=[1, 2, 3, 4], i=index)
run("del l[1]", l=[1, 2, 3])
run("del l[-1]", l=[1, 2, 3])
run("l[True] = 9", l=[1, 2, 3])

l = []
error(l.pop)
l = [1]
error(l.pop, 1)
error(l.pop, -2)
error(l.pop, "x")
print(l.pop(), l)
l = [1, 2, 3, 4]
print(l.pop(0), l.pop(-2), l.pop(True), l)

l = [1, 2]
l.insert(0, 0)
l.insert(-1, "m")
l.insert(100, "e")
l.insert(-100, "s")
print(l)
error(l.insert, "x", 1)
error(l.insert, 1)
l.extend([1, 2])
l.extend((3,))
l.extend(x * 2 for x in range(3))
l.extend("xy")
l.extend({"k": 1})
l.extend({1: 2}.items())
l.extend({5})
l.extend(l[:1])
print(l)
error(l.extend, 3)
l = [1, 2]
l.extend(l)
print(l)
l += l
print(l)
l += (9,)
print(l)
run("l += 5", l=[1])
run("l = l + (1,)", l=[1])
run("l = (1,) + l", l=[1])
run("l = l * 2.0", l=[1])
run("l = 'a' * l", l=[1])
run("l *= 'x'", l=[1])
print([1, 2] + [3], [1, 2] * 3, 3 * [1], [1] * 0, [1] * -5, [] * 10, [0] * True)
l = [1, 2]
l *= 3
print(l)
l *= 0
print(l)

l = [1, 2, 1, 3, 1.0, True]
print(l.count(1), l.count("x"), l.index(3), l.index(1, 1), l.index(1, -4, -1), l.index(True, 5))
error(l.index, 7)
error(l.index, 1, 10)
error(l.index, 2, 0, 1)
error(l.index, 2, 0, "x")
error([].index, "text")
l.remove(1)
print(l)
error(l.remove, 77)
l.reverse()
print(l)
c = l.copy()
print(c == l, c is l)
l.clear()
print(l, c)

nan = float("nan")
l = [nan, 1]
print(nan in l, 5 in l, l.index(nan), l.count(nan), l == l, l == [nan, 2], 2 in l, 1.0 in l)

print([1, 2] == [1, 2], [1, 2] != [1, 3], [1, 2] < [1, 3], [1, 2] < [1], [1] < [1, 0], [] < [1])
print([1, 2] <= [1, 2], [3] > [2, 9], [2] >= [2, 0], [1] == (1,), [1] != (1,), [[1]] == [[1.0]])
run("l = [1] < (1,)", l=0)
run("l = [1] < ['a']", l=0)
error(hash, [])
print(bool([]), bool([0]), [1, [2, 3]], str([None, True, 1.5, "a'b"]), repr(["\n", b"x"]))
a = [1]
a.append(a)
print(a, repr(a))
b = [a]
a.append(b)
print(a, b)
t = ([],)
t[0].append(t)
print(t)
print(list(reversed([1, 2, 3])), [*iter([1, 2])], [*[1], *"ab"])
print([1, 2, 3].__len__(), [1].__contains__(1), [3].__add__([4]), [3].__mul__(2), [3].__rmul__(2))
print([1].__eq__(3), [1].__lt__(3), [1].__iadd__([2]), [2].__imul__(2))
error([1].__add__, 3)
error(list.append, 1, 2)
error(list.append)
error([].append)
error([].append, 1, 2)
error(list.append, [], object=3)
print(list.__doc__ is not None, list.append.__name__, list.__name__, list.__hash__)
i = iter([1, 2, 3])
print(i.__length_hint__(), next(i), i.__length_hint__(), list(i), i.__length_hint__(), list(i))
l = [1]
i = iter(l)
print(list(i))
l.append(2)
print(list(i), next(i, "end"))
l = [1, 2, 3]
for x in l:
    if x == 2:
        l.append(10)
    if x == 1:
        l.remove(1)
print(l)
l = [1, 2, 3, 4]
i = reversed(l)
print(next(i), i.__length_hint__())
del l[2:]
print(list(i))
print(type(iter([])).__name__, type(reversed([])).__name__)
