import Testing

@testable import Bytecode

@Suite struct CodeBuilderTests {
  @Test func forwardJumpsCountFromTheInstructionsEnd() {
    var builder = CodeBuilder()
    let end = builder.makeLabel()
    builder.emit(.forIterate, a: 0, b: 1, to: end)
    builder.emit(.nop)
    builder.place(end)
    builder.emit(.returnNone)
    let words = builder.assemble(firstLine: 1).words
    #expect(words.count == 4)
    #expect(Word(bits: words[0]).jumpTarget(at: 0) == 3)
  }

  @Test func unreachableCodeIsLeftOut() {
    var builder = CodeBuilder()
    let unused = builder.makeLabel()
    builder.emit(.returnNone)
    builder.emit(.nop)
    builder.place(unused)
    builder.emit(.nop)
    #expect(builder.assemble(firstLine: 1).words.count == 1)
  }

  @Test func farComparisonsBecomeTheInverseOverAJump() {
    var builder = CodeBuilder()
    let far = builder.makeLabel()
    builder.emit(.jumpIfLess, a: 0, b: 1, to: far)
    for _ in 0..<40_000 { builder.emit(.nop) }
    builder.place(far)
    builder.emit(.returnNone)
    let words = builder.assemble(firstLine: 1).words
    #expect(words.count == 40_003)
    #expect(Word(bits: words[0]).opcode == .jumpUnlessLess)
    #expect(Word(bits: words[0]).jumpTarget(at: 0) == 2)
    #expect(Word(bits: words[1]).jumpTarget(at: 1) == 40_002)
  }

  @Test func farLoopsGoThroughAJumpBeside() {
    var builder = CodeBuilder()
    let far = builder.makeLabel()
    builder.emit(.forIterate, a: 0, b: 1, to: far)
    for _ in 0..<40_000 { builder.emit(.nop) }
    builder.place(far)
    builder.emit(.returnNone)
    let words = builder.assemble(firstLine: 1).words
    #expect(Word(bits: words[0]).jumpTarget(at: 0) == 3)
    #expect(Word(bits: words[2]).jumpTarget(at: 2) == 4)
    #expect(Word(bits: words[3]).jumpTarget(at: 3) == 40_004)
  }

  @Test func jumpsToJumpsAreThreaded() {
    var builder = CodeBuilder()
    let first = builder.makeLabel()
    let last = builder.makeLabel()
    builder.emit(.jumpIfTrue, a: 0, to: first)
    builder.emit(.nop)
    builder.place(first)
    builder.emit(.jump, to: last)
    builder.place(last)
    builder.emit(.returnNone)
    let words = builder.assemble(firstLine: 1).words
    #expect(words.count == 3)
    #expect(Word(bits: words[0]).jumpTarget(at: 0) == 2)
  }

  @Test func equalConstantsAreSharedByTypeAndBits() {
    var builder = CodeBuilder()
    #expect(builder.index(of: .integer(1)) == builder.index(of: .integer(1)))
    #expect(builder.index(of: .integer(1)) != builder.index(of: .float(1)))
    #expect(builder.index(of: .integer(1)) != builder.index(of: .true))
    #expect(builder.index(of: .float(0)) != builder.index(of: .float(-0.0)))
    #expect(builder.index(of: .string("é")) != builder.index(of: .string("e\u{301}")))
  }

  @Test func handlersOfInnerRangesAreCutOutOfOuterOnes() {
    var builder = CodeBuilder()
    let outer = CodeBuilder.Handler(label: builder.makeLabel(), register: 1)
    let inner = CodeBuilder.Handler(label: builder.makeLabel(), register: 3)
    builder.handler = outer
    builder.emit(.nop)
    builder.handler = inner
    builder.emit(.nop)
    builder.handler = outer
    builder.emit(.nop)
    builder.handler = nil
    builder.emit(.returnNone)
    builder.place(inner.label)
    builder.emit(.reraise, a: 3, b: 3)
    builder.place(outer.label)
    builder.emit(.reraise, a: 1, b: 1)
    let table = builder.assemble(firstLine: 1).exceptionTable
    #expect(table.entries.count == 3)
    #expect(table.entry(forWord: 1)?.register == 3)
    #expect(table.entry(forWord: 2)?.handler == 5)
    #expect(table.entry(forWord: 3) == nil)
  }
}
