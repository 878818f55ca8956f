print(list[int], dict[str, list[int]], tuple[int, ...], tuple[()], type[int], list["fwd"], set[None])
print(int | str, int | None, None | int, int | str | int, list[int] | None, (int | str) | (str | float))
print(type(int | str), type(list[int]))
a = list[int]
print(a.__origin__, a.__args__, a.__parameters__, a == list[int], a == list[str], hash(a) == hash(list[int]))
print(a([1, 2]), a().append, isinstance(a, type)) if False else print(a([1, 2]))
u = int | str
print(u.__args__, u == (str | int), hash(u) == hash(str | int), u == int, isinstance(5, u))
print(a.append is list.append, a.__name__, a.__doc__ == list.__doc__)


class C:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(C[1], C[1, 2], C["x"])


class L(list[int]):
    pass


print(L.__mro__, L.__orig_bases__, L([1]))
for attempt in [
    lambda: int[3], lambda: int | 3, lambda: a[int], lambda: isinstance([], a), lambda: type(u)(),
]:
    try:
        print(attempt())
    except TypeError as e:
        print(e)
