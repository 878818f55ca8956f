import Testing

@testable import Bytecode

/// Which instructions one instruction may do the work of.
@Suite struct FusionTests {
  private let last = Word.lastUse

  private func opcodes(_ words: Word...) -> [Opcode?] {
    var builder = CodeBuilder()
    for word in words { builder.emit(word.opcode!, a: word.a, b: word.b, c: word.c) }
    builder.emit(.returnNone)
    let assembled = builder.assemble(firstLine: 1).words
    var result: [Opcode?] = []
    var index = 0
    while index < assembled.count {
      let opcode = Word(bits: assembled[index]).opcode
      result.append(opcode)
      index += opcode.map { opcodeTable[Int($0.rawValue)].length } ?? 1
    }
    return result
  }

  @Test func aProductAndASum() {
    #expect(
      opcodes(Word(.multiply, a: 5, b: 0, c: 1), Word(.add, a: 6, b: 2, c: 5 | last))
        == [.multiplyThenAdd, .add, .returnNone])
  }

  @Test func aProductAsADivisor() {
    #expect(
      opcodes(Word(.multiply, a: 5, b: 0, c: 1), Word(.trueDivide, a: 6, b: 2, c: 5 | last)).first
        == .multiplyThenTrueDivide)
    #expect(
      opcodes(Word(.multiply, a: 5, b: 0, c: 1), Word(.trueDivide, a: 6, b: 5 | last, c: 2)).first
        == .multiply)
  }

  @Test func aProductAddedToItself() {
    #expect(
      opcodes(Word(.multiply, a: 5, b: 0, c: 1), Word(.add, a: 6, b: 5, c: 5 | last)).first
        == .multiply)
  }

  @Test func aProductThatIsUsedAgain() {
    #expect(
      opcodes(Word(.multiply, a: 5, b: 0, c: 1), Word(.add, a: 6, b: 2, c: 5)).first == .multiply)
  }

  @Test func twoAttributes() {
    #expect(
      opcodes(
        Word(.loadAttribute, a: 5, b: 0, c: 0), Word(.loadAttribute, a: 6, b: 1, c: 0),
        Word(.subtract, a: 2, b: 5 | last, c: 6 | last))
        == [.loadAttributesThenSubtract, .loadAttributeThenSubtract, .subtract, .returnNone])
  }

  @Test func anAttributeOfAnAttribute() {
    #expect(
      opcodes(
        Word(.loadAttribute, a: 5, b: 0, c: 0), Word(.loadAttribute, a: 6, b: 5, c: 0),
        Word(.subtract, a: 2, b: 5 | last, c: 6 | last)
      ).first == .loadAttribute)
  }

  @Test func oneAttributeOnEitherSide() {
    for (b, c) in [(5 | last, 1), (1, 5 | last)] {
      #expect(
        opcodes(Word(.loadAttribute, a: 5, b: 0, c: 0), Word(.multiply, a: 2, b: b, c: c)).first
          == .loadAttributeThenMultiply)
    }
    #expect(
      opcodes(
        Word(.loadAttribute, a: 5, b: 0, c: 0), Word(.addImmediate, a: 2, b: 5 | last, c: 7)
      ).first == .loadAttributeThenAddImmediate)
  }

  @Test func updates() {
    let load = Word(.loadAttribute, a: 5, b: 0, c: 3)
    let store = Word(.storeAttribute, a: 0, b: 5 | last, c: 3)
    #expect(
      opcodes(load, Word(.addInPlace, a: 5, b: 5 | last, c: 1), store)
        == [.addToAttribute, .addInPlace, .storeAttribute, .returnNone])
    #expect(
      opcodes(load, Word(.subtractInPlaceImmediate, a: 5, b: 5 | last, c: 1), store).first
        == .subtractImmediateFromAttribute)
    #expect(
      opcodes(
        load, Word(.multiply, a: 6, b: 1, c: 2),
        Word(.subtractInPlace, a: 5, b: 5 | last, c: 6 | last),
        store) == [
          .subtractProductFromAttribute, .multiplyThenSubtract, .subtractInPlace, .storeAttribute,
          .returnNone,
        ])
  }

  @Test(arguments: [
    Word(.storeAttribute, a: 1, b: 5 | Word.lastUse, c: 3),
    Word(.storeAttribute, a: 0, b: 5 | Word.lastUse, c: 4),
    Word(.storeAttribute, a: 0, b: 5, c: 3),
    Word(.storeAttribute, a: 0, b: 6 | Word.lastUse, c: 3),
  ])
  func storesOfSomethingElse(_ store: Word) {
    #expect(
      opcodes(
        Word(.loadAttribute, a: 5, b: 0, c: 3), Word(.addInPlace, a: 5, b: 5 | last, c: 1), store
      ).first != .addToAttribute)
  }
}
