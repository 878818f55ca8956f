import sys
# exceptions in odd places
class BadIter:
    def __iter__(self): raise ValueError("iter")
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next")
class BadLen:
    def __len__(self): raise ValueError("len")
class BadBool:
    def __bool__(self): raise ValueError("bool")
class BadHash:
    def __hash__(self): raise ValueError("hash")
class BadEq:
    def __eq__(self, o): raise ValueError("eq")
    __hash__ = object.__hash__
class BadStr:
    def __str__(self): raise ValueError("str")
    __repr__ = __str__
    __format__ = lambda s, f: 1/0
class BadIndex:
    def __index__(self): raise ValueError("index")
class BadCall:
    def __call__(self): raise ValueError("call")
class BadGet:
    def __get__(self, i, o): raise ValueError("get")
class Holder: x = BadGet()
class BadLt:
    def __lt__(self, o): raise ValueError("lt")
for name, f in {
 "list": lambda: list(BadIter()), "for": lambda: [x for x in BadNext()], "len": lambda: len(BadLen()), "bool": lambda: not BadBool(),
 "if": lambda: 1 if BadBool() else 2, "and": lambda: BadBool() and 1, "hash": lambda: {BadHash(): 1}, "set": lambda: {BadHash()}, "in": lambda: 1 in [BadEq()],
 "eq": lambda: BadEq() == 1, "ne": lambda: BadEq() != 1, "listeq": lambda: [BadEq()] == [1], "index": lambda: [1][BadIndex()], "slice": lambda: [1][BadIndex():],
 "range": lambda: range(BadIndex()), "mul": lambda: [1] * BadIndex(), "str": lambda: str(BadStr()), "repr": lambda: repr([BadStr()]), "fmt": lambda: f"{BadStr()}",
 "pct": lambda: "%s" % BadStr(), "join": lambda: "".join(BadNext()), "call": lambda: BadCall()(), "get": lambda: Holder().x, "hasattr": lambda: hasattr(Holder(), "x"),
 "sort": lambda: sorted([BadLt(), BadLt()]), "max": lambda: max(BadLt(), BadLt()), "min": lambda: min([BadLt(), BadLt()]), "sum": lambda: sum(BadNext()),
 "unpack": lambda: (lambda *a: a)(*BadNext()), "dict": lambda: dict(BadNext()), "zip": lambda: list(zip(BadNext())), "map": lambda: list(map(lambda x: 1/0, [1])),
 "filter": lambda: list(filter(lambda x: 1/0, [1])), "any": lambda: any([BadBool()]), "all": lambda: all([BadBool()]), "isinstance": lambda: isinstance(1, Holder().x),
 "getattr": lambda: getattr(Holder(), "x", 5), "dictget": lambda: {}.get(BadHash()), "setadd": lambda: set().add(BadHash()), "setin": lambda: BadHash() in set(),
 "dictin": lambda: BadHash() in {}, "index2": lambda: [BadEq()].index(1), "count": lambda: [BadEq()].count(1), "remove": lambda: [BadEq()].remove(1),
 "tupleeq": lambda: (BadEq(),) == (1,), "dicteq": lambda: {1: BadEq()} == {1: 2}, "print": lambda: print(BadStr()), "int": lambda: int(BadIndex()),
 "chr": lambda: chr(BadIndex()), "hex": lambda: hex(BadIndex()), "round": lambda: round(1.5, BadIndex()), "bytes": lambda: bytes(BadNext()), "enumerate": lambda: list(enumerate(BadIter())),
 "reversed": lambda: list(reversed(BadLen())), "iter": lambda: list(iter(BadCall(), 1)), "star": lambda: [*BadNext()], "dstar": lambda: {**BadLen()}, "assign": lambda: exec("a, b = BadNext()", globals()),
 "exec": lambda: exec("raise ValueError('e')"), "eval": lambda: eval("1/0"), "type": lambda: type("X", (), {"__set_name__": 1, "y": type("Y", (), {"__set_name__": lambda s, o, n: 1/0})()}),
}.items():
    try: r = f()
    except BaseException as e: print(name, type(e).__name__, e, getattr(e, "__notes__", ""), e.__context__)
    else: print(name, "=", r)
