import Bytecode
import Syntax
import Testing

@testable import Compiler

@Suite struct FoldingTests {
  private func fold(_ source: String) throws -> Constant? {
    let tree = try Parser.parseExpression(source: Array(source.utf8), filename: "")
    let expression = try #require(tree.module.expression)
    return ConstantFolder(isDebug: true).value(of: expression)
  }

  @Test(arguments: [
    ("-1", Constant.integer(-1)), ("2 ** 10", .integer(1024)), ("7 // -2", .integer(-4)),
    ("-7 % 3", .integer(2)), ("1 / 4", .float(0.25)), ("-0.0", .float(-0.0)),
    ("1 << 70", .bigInteger(digits: "1180591620717411303424", radix: 10)),
    ("-9223372036854775808", .integer(.min)), ("True + 1", .integer(2)),
    ("1 + 2j", .complex(real: 1, imaginary: 2)), ("'a' * 3", .string("aaa")),
    ("(1, (2, 'x'))", .tuple([.integer(1), .tuple([.integer(2), .string("x")])])),
    ("not ()", .true), ("__debug__", .true),
  ])
  func folds(source: String, value: Constant) throws {
    #expect(try fold(source) == value)
  }

  @Test(arguments: ["1 / 0", "2 ** 1000", "'a' * 5000", "1 << -1", "x + 1", "[1]", "'%s' % 1"])
  func leavesAlone(source: String) throws {
    #expect(try fold(source) == nil)
  }
}
