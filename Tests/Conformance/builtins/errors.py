import sys

cases = """
chr(2**80)
chr(-1)
chr('a')
ord('ab')
ord(1)
ord(b'ab')
bin('a')
hex(1.5)
max()
max(1)
max([])
max(1, 2, default=3)
max(1, 2, foo=3)
min(foo=3)
sum('ab')
sum(1)
sum(['a'], '')
sum([b''], b'')
sum([bytearray()], bytearray())
sum()
sum(1, 2, 3)
sum([1], start=[])
sorted()
sorted(1)
sorted([1], 2)
sorted([1], foo=2)
sorted([1, 'a'])
round('a')
round(1, 2, 3)
round(1.5, 'a')
pow(2)
pow(2, 3, 0)
pow(2, -1, 4)
pow('a', 2)
pow(2, 3, 'a')
divmod(1, 'a')
divmod(1)
divmod(1, 0)
divmod(1.5, 0)
1 / 0
1.0 / 0
1 // 0
1 % 0
1.5 // 0
1.5 % 0
0 ** -1
0.0 ** -1
2.0 ** 10000
1 << -1
getattr(1)
getattr(1, 2)
getattr(1, 'x')
hasattr(1, 2)
setattr(1, 'x', 2)
delattr(1, 'x')
isinstance(1, 1)
isinstance(1, (1,))
isinstance(1)
issubclass(1, int)
issubclass(int, 1)
iter(1)
iter(1, 2)
next(1)
next(iter([]))
len(1)
len()
len(1, 2)
print(1, foo=2)
print(1, sep=2)
print(1, end=2)
print(1, file=2)
format(1, 2)
format(object(), 'x')
format('a', 'd')
format(1, 'q')
format(1.5, 'd')
vars(1)
dir(1, 2)
hash([])
hash({})
hash(set())
callable()
abs('a')
all(1)
id()
input(1, 2)
eval(1)
exec(1)
compile(1)
__import__(1)
__import__('')
type(1, 2)
object(1)
repr()
zip(1)
zip([1], [2, 3], strict=True) and list(zip([1], [2, 3], strict=True))
enumerate()
map()
map(1)
filter(1)
reversed(1)
reversed({1})
range()
range(1, 2, 0)
range('a')
int('x')
int('12', 99)
int([])
int('1', 2.5)
float('x')
float([])
complex('x')
str(1, 2)
str(b'a', 1)
bytes(-1)
bytes('a')
list(1)
tuple(1)
dict(1)
dict([1])
dict([(1, 2, 3)])
set(1)
slice()
bool(1, 2)
[] in 3
{}[1, 2]
3[0]
int[0]
()[0]
[][0]
''[0]
[1]['a']
(1,)['a']
'a'['b']
{}[[]]
{[]: 1}
{1, []}
'a' + 1
1 + 'a'
[1] + 1
(1,) + [2]
b'a' + 'b'
'a' * 'b'
[] * 1.5
'a' - 'b'
-'a'
+[]
~1.5
not_defined
2 ** 'a'
5 @ 3
None + 1
1 < 'a'
[] < ()
{} < {}
None < None
1j < 2j
print >> 3
[].x
object().x
int.x
None.x
(lambda: 0).x
5()
'a'()
(lambda x: x)()
(lambda x: x)(1, 2)
(lambda x: x)(y=1)
(lambda *, k: k)()
(lambda x, /: x)(x=1)
(lambda x: x)(1, x=2)
int(**{'a': 1})
print(*1)
dict(**1)
'%d' % 'a'
'%s %s' % 1
'%s' % (1, 2)
'{} {}'.format(1)
'{a}'.format()
'{'.format()
'abc'.index('z')
[1].index(2)
[1].remove(2)
[].pop()
{}.popitem()
{}.pop(1)
set().pop()
(1, 2).index(3)
[1, 2].insert('a', 1)
'a'.join([1])
'a'.join(1)
'a b'.split('')
''.encode('nope')
b'\\xff'.decode()
bytes([300])
int.from_bytes('a', 'big')
(-1).to_bytes(2, 'big')
(300).to_bytes(1, 'big')
[1, 2, 3][::0]
list(range(5))['a':]
NotImplemented + 1
isinstance(1, list[int])
list[int]()[0]
"""
for case in cases.strip().splitlines():
    try:
        result = eval(case)
    except Exception as e:
        print(f"{case:50} {type(e).__name__}: {e}")
    else:
        print(f"{case:50} = {result!r}")
