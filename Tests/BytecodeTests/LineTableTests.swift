import Testing

@testable import Bytecode

@Suite struct LineTableTests {
  @Test func runsSurviveTheEncoding() {
    let first = CodePosition(line: 10, column: 4, endLine: 10, endColumn: 9)
    let second = CodePosition(line: 7, column: 0, endLine: 1_000, endColumn: 200)
    let table = LineTable(
      runs: [(3, first), (0, second), (200, second), (1, .none)], firstLine: 5)
    #expect(table.position(ofWord: 0) == first)
    #expect(table.position(ofWord: 2) == first)
    #expect(table.position(ofWord: 3) == second)
    #expect(table.position(ofWord: 202) == second)
    #expect(table.position(ofWord: 203).line == 0)
    #expect(table.position(ofWord: 203).column == -1)
    #expect(table.position(ofWord: 204) == .none)
    #expect(table.runs.count == 3)
  }
}
