import sys
# assorted semantics
def gen():
    x = yield 1
    return x
print(list(gen()), sum(gen()), max(gen()), [*gen()], dict(zip("a", gen())))
def g2():
    yield from gen()
    return 5
print(list(g2()), tuple(g2()), set(g2()), sorted(g2()))
a, = g2(); print(a)
for i in gen(): print(i)
print("".join(str(i) for i in gen()), any(gen()), all(gen()), min(gen()), 1 in gen(), list(map(str, gen())), list(filter(None, gen())), list(enumerate(gen())), list(zip(gen(), gen())))
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>2: raise StopIteration("val")
        return s.n
print(list(It()))
it=It(); next(it); next(it)
try: next(it)
except StopIteration as e: print(e.value)
def d():
    r = yield from It()
    print("r", r)
print(list(d()))
try:
    try: raise KeyError("a")
    finally: print(sys.exc_info()[0])
except KeyError: print(sys.exc_info()[1])
print(sys.exc_info())
def nested():
    try:
        raise ValueError("1")
    except ValueError:
        try:
            raise KeyError("2")
        except KeyError:
            print(repr(sys.exception()))
        print(repr(sys.exception()))
    print(sys.exception())
nested()
def ff():
    for i in range(3):
        try:
            yield i
        except ValueError as e:
            print("caught", e)
g = ff(); next(g); print(g.throw(ValueError("x"))); g.close()
try: g.throw(ValueError("closed"))
except ValueError as e: print(e)
def gg():
    raise StopIteration("inner")
    yield
try: next(gg())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
class CM:
    def __enter__(s): return s
    def __exit__(s, *a): print(a[0], a[1]); return True
with CM(): raise ValueError("sup")
with CM() as c, CM(): pass
class A:
    def __getattr__(self, n): raise AttributeError("custom "+n)
try: A().foo
except AttributeError as e: print(e, e.name, type(e.obj).__name__)
print(hasattr(A(), "x"), getattr(A(), "x", 3))
try: raise Exception from KeyError("c")
except Exception as e: print(repr(e.__cause__))
def rec(n): return 1 if n==0 else 1+rec(n-1)
print(rec(900))
try: rec(5000)
except RecursionError as e: print(e)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print(str(e)[:32])
l=[]; l.append(l)
try: print(l == l)
except RecursionError as e: print(e)
print(isinstance(3, (int, (str, float))))
x = 5
try: del x; x
except NameError as e: print(e)
def loc():
    print(y)
    y = 1
try: loc()
except UnboundLocalError as e: print(e, e.name)
try: raise ExceptionGroup("g", [ValueError(1)])
except Exception as e: print(type(e))
try: {}.fromkeys()
except TypeError as e: print(e)
try: [].append()
except TypeError as e: print(e)
try: [].append(1,2)
except TypeError as e: print(e)
try: "".join(1,2)
except TypeError as e: print(e)
try: int.from_bytes()
except TypeError as e: print(e)
def fn(a, b=2, *c, d, e=5, **f): pass
for args, kw in [((),{}),((1,),{}),((1,2),{'d':1,'a':3}),((),{'d':1})]:
    try: fn(*args, **kw)
    except TypeError as e: print(e)
    else: print("ok")
def fn2(a, b, /, c): pass
for args, kw in [((1,),{}),((1,2,3,4),{}),((1,),{'b':2,'c':3}),((1,2),{'d':1})]:
    try: fn2(*args, **kw)
    except TypeError as e: print(e)
