/// Sources and the trees that CPython 3.13 prints for them, without the module around.
enum ParsedSources {
  static let statements: [(source: String, tree: String)] = [
    ("x = 1", "Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))"),
    (
      "x: int = 1",
      "AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()), "
        + "value=Constant(value=1), simple=1)"
    ),
    (
      "(x): int",
      "AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()), "
        + "simple=0)"
    ),
    (
      "x.y[1:2, ...] += -1",
      "AugAssign(target=Subscript(value=Attribute(value=Name(id='x', ctx=Load()), "
        + "attr='y', ctx=Load()), slice=Tuple(elts=[Slice(lower=Constant(value=1), "
        + "upper=Constant(value=2)), Constant(value=Ellipsis)], ctx=Load()), ctx=Store()), "
        + "op=Add(), value=UnaryOp(op=USub(), operand=Constant(value=1)))"
    ),
    (
      "a, *b = c",
      "Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name(id='b', "
        + "ctx=Store()), ctx=Store())], ctx=Store())], value=Name(id='c', ctx=Load()))"
    ),
    (
      "del a, (b, c)",
      "Delete(targets=[Name(id='a', ctx=Del()), Tuple(elts=[Name(id='b', ctx=Del()), "
        + "Name(id='c', ctx=Del())], ctx=Del())])"
    ),
    (
      "for x, in y: pass\nelse: pass",
      "For(target=Tuple(elts=[Name(id='x', ctx=Store())], ctx=Store()), iter=Name(id='y', "
        + "ctx=Load()), body=[Pass()], orelse=[Pass()])"
    ),
    ("while a: break", "While(test=Name(id='a', ctx=Load()), body=[Break()])"),
    (
      "if a: b\nelif c: d\nelse: e",
      "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))], "
        + "orelse=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', "
        + "ctx=Load()))], orelse=[Expr(value=Name(id='e', ctx=Load()))])])"
    ),
    (
      "with a as b, c: d",
      "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), "
        + "optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', "
        + "ctx=Load()))], body=[Expr(value=Name(id='d', ctx=Load()))])"
    ),
    (
      "with (a as b, c,): d",
      "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), "
        + "optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', "
        + "ctx=Load()))], body=[Expr(value=Name(id='d', ctx=Load()))])"
    ),
    (
      "with (a, b) as c: d",
      "With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), "
        + "Name(id='b', ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], "
        + "body=[Expr(value=Name(id='d', ctx=Load()))])"
    ),
    (
      "async def f(a, /, b: int = 1, *c: *T, d, e=2, **g) -> h: await a",
      "AsyncFunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a')], "
        + "args=[arg(arg='b', annotation=Name(id='int', ctx=Load()))], vararg=arg(arg='c', "
        + "annotation=Starred(value=Name(id='T', ctx=Load()), ctx=Load())), "
        + "kwonlyargs=[arg(arg='d'), arg(arg='e')], kw_defaults=[None, Constant(value=2)], "
        + "kwarg=arg(arg='g'), defaults=[Constant(value=1)]), "
        + "body=[Expr(value=Await(value=Name(id='a', ctx=Load())))], returns=Name(id='h', "
        + "ctx=Load()))"
    ),
    (
      "def f[T: int = str, *U, **P](): ...",
      "FunctionDef(name='f', args=arguments(), "
        + "body=[Expr(value=Constant(value=Ellipsis))], type_params=[TypeVar(name='T', "
        + "bound=Name(id='int', ctx=Load()), default_value=Name(id='str', ctx=Load())), "
        + "TypeVarTuple(name='U'), ParamSpec(name='P')])"
    ),
    (
      "class A[T](B, metaclass=C, *d, **e): 'doc'",
      "ClassDef(name='A', bases=[Name(id='B', ctx=Load()), Starred(value=Name(id='d', "
        + "ctx=Load()), ctx=Load())], keywords=[keyword(arg='metaclass', value=Name(id='C', "
        + "ctx=Load())), keyword(value=Name(id='e', ctx=Load()))], "
        + "body=[Expr(value=Constant(value='doc'))], type_params=[TypeVar(name='T')])"
    ),
    (
      "@a.b\n@c\ndef f(): return",
      "FunctionDef(name='f', args=arguments(), body=[Return()], "
        + "decorator_list=[Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load()), "
        + "Name(id='c', ctx=Load())])"
    ),
    (
      "type X[T] = list[T]",
      "TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T')], "
        + "value=Subscript(value=Name(id='list', ctx=Load()), slice=Name(id='T', ctx=Load()), "
        + "ctx=Load()))"
    ),
    (
      "try: a\nexcept B as c: d\nexcept: e\nelse: f\nfinally: g",
      "Try(body=[Expr(value=Name(id='a', ctx=Load()))], "
        + "handlers=[ExceptHandler(type=Name(id='B', ctx=Load()), name='c', "
        + "body=[Expr(value=Name(id='d', ctx=Load()))]), "
        + "ExceptHandler(body=[Expr(value=Name(id='e', ctx=Load()))])], "
        + "orelse=[Expr(value=Name(id='f', ctx=Load()))], finalbody=[Expr(value=Name(id='g', "
        + "ctx=Load()))])"
    ),
    (
      "try: a\nexcept* B: c",
      "TryStar(body=[Expr(value=Name(id='a', ctx=Load()))], "
        + "handlers=[ExceptHandler(type=Name(id='B', ctx=Load()), "
        + "body=[Expr(value=Name(id='c', ctx=Load()))])])"
    ),
    ("import a.b as c, d", "Import(names=[alias(name='a.b', asname='c'), alias(name='d')])"),
    ("from .. import a as b", "ImportFrom(names=[alias(name='a', asname='b')], level=2)"),
    (
      "from ...x.y import (a, b,)",
      "ImportFrom(module='x.y', names=[alias(name='a'), alias(name='b')], level=3)"
    ),
    ("from .... import *", "ImportFrom(names=[alias(name='*')], level=4)"),
    ("global a, b", "Global(names=['a', 'b'])"),
    ("raise a from b", "Raise(exc=Name(id='a', ctx=Load()), cause=Name(id='b', ctx=Load()))"),
    ("assert a, b", "Assert(test=Name(id='a', ctx=Load()), msg=Name(id='b', ctx=Load()))"),
    (
      "lambda a, *, b=1: (yield)",
      "Expr(value=Lambda(args=arguments(args=[arg(arg='a')], kwonlyargs=[arg(arg='b')], "
        + "kw_defaults=[Constant(value=1)]), body=Yield()))"
    ),
    (
      "a if b else c",
      "Expr(value=IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), "
        + "orelse=Name(id='c', ctx=Load())))"
    ),
    (
      "not a and b or c",
      "Expr(value=BoolOp(op=Or(), values=[BoolOp(op=And(), values=[UnaryOp(op=Not(), "
        + "operand=Name(id='a', ctx=Load())), Name(id='b', ctx=Load())]), Name(id='c', "
        + "ctx=Load())]))"
    ),
    (
      "a < b <= c is not d not in e",
      "Expr(value=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), LtE(), IsNot(), "
        + "NotIn()], comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load()), "
        + "Name(id='d', ctx=Load()), Name(id='e', ctx=Load())]))"
    ),
    (
      "a | b ^ c & d << e + f * g ** -h",
      "Expr(value=BinOp(left=Name(id='a', ctx=Load()), op=BitOr(), "
        + "right=BinOp(left=Name(id='b', ctx=Load()), op=BitXor(), "
        + "right=BinOp(left=Name(id='c', ctx=Load()), op=BitAnd(), "
        + "right=BinOp(left=Name(id='d', ctx=Load()), op=LShift(), "
        + "right=BinOp(left=Name(id='e', ctx=Load()), op=Add(), right=BinOp(left=Name(id='f', "
        + "ctx=Load()), op=Mult(), right=BinOp(left=Name(id='g', ctx=Load()), op=Pow(), "
        + "right=UnaryOp(op=USub(), operand=Name(id='h', ctx=Load()))))))))))"
    ),
  ]
}
