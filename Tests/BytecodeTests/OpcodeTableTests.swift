import Testing

@testable import Bytecode

@Suite struct OpcodeTableTests {
  @Test func enumFollowsTheTable() {
    #expect(Opcode.allCases.count == opcodeTable.count)
    for (opcode, row) in zip(Opcode.allCases, opcodeTable) {
      #expect("\(opcode)" == row.name)
      #expect(row.operands.count <= 3)
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(opcodeTable.map(\.name)).count == opcodeTable.count)
  }

  @Test func wordsKeepTheirFields() {
    let word = Word(.add, a: 3, b: 0x8004, c: -2)
    #expect(word.opcode == .add)
    #expect(word.a == 3 && word.b == 0x8004 && word.signedC == -2)
    let wide = Word(.loadInteger, a: 1, wide: -70_000)
    #expect(wide.a == 1 && wide.signedWide == -70_000)
  }
}
