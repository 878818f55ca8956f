class A:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        print("eq", self.v)
        if isinstance(other, A):
            return self.v == other.v
        return NotImplemented

    def __lt__(self, other):
        print("lt", self.v)
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.v)
        return "greater"

    def __hash__(self):
        return hash(self.v)


class B(A):
    def __gt__(self, other):
        print("B.gt")
        return "B greater"


class Plain:
    pass


a, b = A(1), B(2)
print(a == A(1), a != A(1), a == 3, a != 3, 3 == a)
print(a < b)
print(b < a) if False else None
print(a > b, b > a)
try:
    a <= b
except TypeError as e:
    print(e)
try:
    a < 3
except TypeError as e:
    print(e)
p = Plain()
print(p == p, p != p, p == Plain(), p != 3)
try:
    p < p
except TypeError as e:
    print(e)
print(1 < 2 < 3, 1 < 2 > 1, 3 > 2 > 2, 1 == 1.0 == True, 1 != 2 != 1)
print([1, 2] < [1, 3], (1, 2) < (1, 2, 0), "a" < "b", [] == [], [1] == (1,), {1: 2} == {1: 2.0})
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1} == frozenset({1}), b"a" < b"b", None == None, None != 0)
print(1 is 1, None is None, [] is [], a is a, a is not b)


class NonBool:
    def __eq__(self, other):
        return []

    def __ne__(self, other):
        return "ne"


n = NonBool()
print(n == 1, n != 1, [n] == [1], n in [n], 1 in [n])


class OnlyEq:
    def __eq__(self, other):
        return "truthy"


print(OnlyEq() != 1, OnlyEq() == 1)
for x in (float("nan"), float("inf"), -0.0, 2**70, 2**53 + 1):
    print(x == x, x < 1, x >= 1e300, x == float(x) if x == x else None)
print(2**53 + 1 == float(2**53 + 1), 10**400 > float("inf"), 10**400 > 1e308, -10**400 < float("-inf"))
