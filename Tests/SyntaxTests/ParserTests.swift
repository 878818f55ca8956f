import Testing

@testable import Syntax

@Suite struct ParserTests {
  @Test(arguments: ParsedSources.statements)
  func statements(_ example: (source: String, tree: String)) throws {
    #expect(try tree(of: example.source) == example.tree)
  }

  @Test(arguments: ParsedSources.expressions)
  func expressions(_ example: (source: String, tree: String)) throws {
    #expect(try tree(of: example.source) == example.tree)
  }

  @Test func positionsAreBytesAndLines() throws {
    let source = "if x:\n  \u{E9} = (a +\n    b)\n"
    let module = try Parser.parseModule(source: Array(source.utf8), filename: "test").module
    guard case .if(_, let body, _) = module.body[0].kind,
      case .assign(_, let value) = body[0].kind
    else {
      Issue.record("unexpected tree")
      return
    }
    #expect(module.body[0].range == SourceRange(line: 1, column: 0, endLine: 3, endColumn: 6))
    #expect(value.range == SourceRange(line: 2, column: 8, endLine: 3, endColumn: 5))
  }

  @Test func dumpPrintsOneFieldALine() throws {
    let module = try Parser.parseModule(source: Array("x.y".utf8), filename: "test").module
    #expect(
      ASTDump.text(module) == """
        Module(
          body=[
            Expr(
              value=Attribute(
                value=Name(id='x', ctx=Load()),
                attr='y',
                ctx=Load()))])
        """)
  }

  @Test func evaluatedSourceIsOneExpression() throws {
    let result = try Parser.parseExpression(source: Array("1,\n\n".utf8), filename: "test")
    guard case .tuple(let elements)? = result.module.expression?.kind else {
      Issue.record("unexpected tree")
      return
    }
    #expect(elements.count == 1)
    #expect(throws: SyntaxError.self) {
      try Parser.parseExpression(source: Array("x = 1".utf8), filename: "test")
    }
  }

  @Test func longChainsDoNotNest() throws {
    let source = "if a: b\n" + String(repeating: "elif a: b\n", count: 2_000)
    _ = try Parser.parseModule(source: Array(source.utf8), filename: "test")
  }

  @Test func surrogatesStayApart() throws {
    let source = #"'\ud83d\ude00\U0001F600'"#
    let module = try Parser.parseExpression(source: Array(source.utf8), filename: "test").module
    guard case .constant(.string(let text), _)? = module.expression?.kind else {
      Issue.record("unexpected tree")
      return
    }
    #expect(text.codePoints == [0xD83D, 0xDE00, 0x1F600])
    #expect(StringConstant(codePoints: text.codePoints) == text)
  }

  /// The tree on one line, without the module around.
  private func tree(of source: String) throws -> String {
    let module = try Parser.parseModule(source: Array(source.utf8), filename: "test").module
    let text = ASTDump.text(module)
      .replacing(/,\n +/, with: ", ").replacing(/\n +/, with: "")
    return String(text.dropFirst("Module(body=[".count).dropLast(2))
  }
}
