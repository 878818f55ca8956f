class Meta(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", instance)
        return instance == 42

    def __subclasscheck__(cls, sub):
        return sub is int


class Special(metaclass=Meta):
    pass


class A:
    pass


class B(A):
    pass


class Fake:
    @property
    def __class__(self):
        return A


print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(1, (str, (float, int))))
print(isinstance(True, int), isinstance(1, object), isinstance(None, type(None)), isinstance(int, type))
print(isinstance(42, Special), isinstance(1, Special), issubclass(int, Special), issubclass(str, Special))
s = Special()
print(isinstance(s, Special))
print(isinstance(Fake(), A), type(Fake()).__name__, isinstance(Fake(), Fake))
print(issubclass(B, A), issubclass(A, B), issubclass(bool, int), issubclass(int, (str, int)), issubclass(A, object))
print(isinstance(1, int | str), isinstance("a", int | str), isinstance(1.5, int | str), issubclass(bool, int | None))
print(isinstance(None, int | None), isinstance(3, ()), issubclass(int, ()))


class Abstract:
    def __init__(self, bases):
        self.__bases__ = bases


x = Abstract((A,))
try:
    print(issubclass(x, A))
except TypeError as e:
    print(e)
y = Abstract((x,))
print(issubclass(y, x), issubclass(x, y))
for attempt in [
    lambda: isinstance(1, 1), lambda: isinstance(1, [int]), lambda: issubclass(int, 1),
    lambda: issubclass(1, int), lambda: isinstance(1, list[int]), lambda: issubclass(list, list[int]),
    lambda: isinstance(1, int | list[int]), lambda: isinstance("a", (int, "x")),
]:
    try:
        print(attempt())
    except TypeError as e:
        print(e)
print(callable(len), callable(int), callable(3), callable(lambda: 0), callable(A), callable(A()))
