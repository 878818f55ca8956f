import Syntax
import Testing

@testable import Compiler

/// Expressions come back as CPython writes them.
@Suite struct UnparserTests {
  @Test(arguments: [
    ("(1+2)*3", "(1 + 2) * 3"), ("2**-1", "2 ** (-1)"), ("(a**b)**c", "(a ** b) ** c"),
    ("not (a and b)", "not (a and b)"), ("a if b else c", "a if b else c"),
    ("lambda x,/,y=1,*z,k,**kw:x", "lambda x, /, y=1, *z, k, **kw: x"),
    ("f(*a,k=1,**b)", "f(*a, k=1, **b)"), ("f((x for x in y))", "f(x for x in y)"),
    ("x[1:2,::3]", "x[1:2, ::3]"), ("{'a':1,**b}", "{'a': 1, **b}"), ("(1,)", "(1,)"),
    ("f'{x!r:>{w}}{{'", "f'{x!r:>{w}}{{'"), ("1e400", "1e309"), ("(yield)", "(yield)"),
    ("a<b is not c", "a < b is not c"), ("[i async for i in x if y]", "[i async for i in x if y]"),
  ])
  func writes(source: String, text: String) throws {
    let tree = try Parser.parseExpression(source: Array(source.utf8), filename: "")
    let expression = try #require(tree.module.expression)
    #expect(Unparser.text(of: expression) == text)
  }
}
