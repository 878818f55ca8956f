extension ParsedSources {
  static let expressions: [(source: String, tree: String)] = [
    (
      "{**a, b: c}",
      "Expr(value=Dict(keys=[None, Name(id='b', ctx=Load())], values=[Name(id='a', "
        + "ctx=Load()), Name(id='c', ctx=Load())]))"
    ),
    (
      "{a, *b}",
      "Expr(value=Set(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', "
        + "ctx=Load()), ctx=Load())]))"
    ),
    (
      "[a for b in c if d if e for f in g]",
      "Expr(value=ListComp(elt=Name(id='a', ctx=Load()), "
        + "generators=[comprehension(target=Name(id='b', ctx=Store()), iter=Name(id='c', "
        + "ctx=Load()), ifs=[Name(id='d', ctx=Load()), Name(id='e', ctx=Load())], is_async=0), "
        + "comprehension(target=Name(id='f', ctx=Store()), iter=Name(id='g', ctx=Load()), "
        + "is_async=0)]))"
    ),
    (
      "{a: b async for c in d}",
      "Expr(value=DictComp(key=Name(id='a', ctx=Load()), value=Name(id='b', ctx=Load()), "
        + "generators=[comprehension(target=Name(id='c', ctx=Store()), iter=Name(id='d', "
        + "ctx=Load()), is_async=1)]))"
    ),
    (
      "f(a for b in c)",
      "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='a', "
        + "ctx=Load()), generators=[comprehension(target=Name(id='b', ctx=Store()), "
        + "iter=Name(id='c', ctx=Load()), is_async=0)])]))"
    ),
    (
      "f(a, *b, c=d, **e)",
      "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load()), "
        + "Starred(value=Name(id='b', ctx=Load()), ctx=Load())], keywords=[keyword(arg='c', "
        + "value=Name(id='d', ctx=Load())), keyword(value=Name(id='e', ctx=Load()))]))"
    ),
    (
      "x[a:b:c, *d]",
      "Expr(value=Subscript(value=Name(id='x', ctx=Load()), "
        + "slice=Tuple(elts=[Slice(lower=Name(id='a', ctx=Load()), upper=Name(id='b', "
        + "ctx=Load()), step=Name(id='c', ctx=Load())), Starred(value=Name(id='d', "
        + "ctx=Load()), ctx=Load())], ctx=Load()), ctx=Load()))"
    ),
    (
      "(a := 1)",
      "Expr(value=NamedExpr(target=Name(id='a', ctx=Store()), value=Constant(value=1)))"
    ),
    (
      "1_000, 0x_ff, 0o17, 0b11, 1e3, 2.5j, 10000000000000000000000",
      "Expr(value=Tuple(elts=[Constant(value=1000), Constant(value=255), "
        + "Constant(value=15), Constant(value=3), Constant(value=1000.0), "
        + "Constant(value=2.5j), Constant(value=10000000000000000000000)], ctx=Load()))"
    ),
    ("'a' \"b\"", "Expr(value=Constant(value='ab'))"),
    ("u'a'", "Expr(value=Constant(value='a', kind='u'))"),
    ("b'a' b'b'", "Expr(value=Constant(value=b'ab'))"),
    ("r'\\d'", "Expr(value=Constant(value='\\\\d'))"),
    (
      "'\\x41\\u00e9\\101\\N{BULLET}\\ud800'",
      "Expr(value=Constant(value='A\u{E9}A\u{2022}\\ud800'))"
    ),
    (
      "f'a{b!r:>{c}}d'",
      "Expr(value=JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', "
        + "ctx=Load()), conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), "
        + "FormattedValue(value=Name(id='c', ctx=Load()), conversion=-1)])), "
        + "Constant(value='d')]))"
    ),
    (
      "f'{a=}'",
      "Expr(value=JoinedStr(values=[Constant(value='a='), "
        + "FormattedValue(value=Name(id='a', ctx=Load()), conversion=114)]))"
    ),
    ("f'{{}}' 'x'", "Expr(value=JoinedStr(values=[Constant(value='{}x')]))"),
    (
      "f'{a:%Y-%m}{b,}'",
      "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), "
        + "conversion=-1, format_spec=JoinedStr(values=[Constant(value='%Y-%m')])), "
        + "FormattedValue(value=Tuple(elts=[Name(id='b', ctx=Load())], ctx=Load()), "
        + "conversion=-1)]))"
    ),
    (
      "match x:\n case 1 | -2 | 'a' | None: pass\n case [a, *_] if b: pass\n case {'k': v, "
        + "**r}: pass\n case A.B(c, d=e) as f: pass\n case 1 + 2j: pass\n case _: pass",
      "Match(subject=Name(id='x', ctx=Load()), "
        + "cases=[match_case(pattern=MatchOr(patterns=[MatchValue(value=Constant(value=1)), "
        + "MatchValue(value=UnaryOp(op=USub(), operand=Constant(value=2))), "
        + "MatchValue(value=Constant(value='a')), MatchSingleton(value=None)]), "
        + "body=[Pass()]), match_case(pattern=MatchSequence(patterns=[MatchAs(name='a'), "
        + "MatchStar()]), guard=Name(id='b', ctx=Load()), body=[Pass()]), "
        + "match_case(pattern=MatchMapping(keys=[Constant(value='k')], "
        + "patterns=[MatchAs(name='v')], rest='r'), body=[Pass()]), "
        + "match_case(pattern=MatchAs(pattern=MatchClass(cls=Attribute(value=Name(id='A', "
        + "ctx=Load()), attr='B', ctx=Load()), patterns=[MatchAs(name='c')], kwd_attrs=['d'], "
        + "kwd_patterns=[MatchAs(name='e')]), name='f'), body=[Pass()]), "
        + "match_case(pattern=MatchValue(value=BinOp(left=Constant(value=1), op=Add(), "
        + "right=Constant(value=2j))), body=[Pass()]), match_case(pattern=MatchAs(), "
        + "body=[Pass()])])"
    ),
    (
      "match = case = type = _ = 1",
      "Assign(targets=[Name(id='match', ctx=Store()), Name(id='case', ctx=Store()), "
        + "Name(id='type', ctx=Store()), Name(id='_', ctx=Store())], value=Constant(value=1))"
    ),
    (
      "match[1]",
      "Expr(value=Subscript(value=Name(id='match', ctx=Load()), slice=Constant(value=1), "
        + "ctx=Load()))"
    ),
    (
      "print(match, case)",
      "Expr(value=Call(func=Name(id='print', ctx=Load()), args=[Name(id='match', "
        + "ctx=Load()), Name(id='case', ctx=Load())]))"
    ),
    (
      "yield_ = await_",
      "Assign(targets=[Name(id='yield_', ctx=Store())], value=Name(id='await_', "
        + "ctx=Load()))"
    ),
    (
      "x = yield a, b",
      "Assign(targets=[Name(id='x', ctx=Store())], "
        + "value=Yield(value=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], "
        + "ctx=Load())))"
    ),
    ("a; b", "Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))"),
    (
      "\u{E9} = \u{FB01}",
      "Assign(targets=[Name(id='\u{E9}', ctx=Store())], value=Name(id='fi', ctx=Load()))"
    ),
    ("return_", "Expr(value=Name(id='return_', ctx=Load()))"),
    (
      "(\n a,\n b\n)",
      "Expr(value=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], "
        + "ctx=Load()))"
    ),
    ("x\\\n = 1", "Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))"),
    (
      "if a:\n\tb\n\n# c\n\td",
      "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())), "
        + "Expr(value=Name(id='d', ctx=Load()))])"
    ),
  ]
}
