import Testing

@testable import Bytecode

/// The verifier finds code that breaks the ownership rules.
@Suite struct VerifierTests {
  private func problem(_ emit: (inout CodeBuilder) -> Void) -> String? {
    var builder = CodeBuilder()
    emit(&builder)
    let code = CodeBlueprint(
      signature: CodeSignature(name: "f", qualifiedName: "f", flags: []), filename: "",
      firstLine: 1, localNames: ["x"], localCount: 1, cells: [], freeNames: [], registerCount: 8,
      assembly: builder.assemble(firstLine: 1))
    do { try Verifier.verify(code) } catch { return error.reason }
    return nil
  }

  @Test func soundCodePasses() {
    #expect(
      problem {
        $0.emit(.loadInteger, a: 1, wide: 5)
        $0.emit(.add, a: 1, b: 1 | Word.lastUse, c: 0)
        $0.emit(.return, a: 1 | Word.lastUse, b: 1)
      } == nil)
  }

  @Test func readingADeadTemporary() {
    #expect(problem { $0.emit(.return, a: 1 | Word.lastUse, b: 1) }?.contains("dead") == true)
  }

  @Test func takingALocal() {
    #expect(
      problem { $0.emit(.return, a: Word.lastUse, b: 1) }?.contains("takes local") == true)
  }

  @Test func leakingATemporary() {
    #expect(
      problem {
        $0.emit(.loadInteger, a: 2, wide: 5)
        $0.emit(.returnNone, b: 1)
      }?.contains("live at return") == true)
  }

  @Test func pathsThatDisagree() {
    #expect(
      problem {
        let end = $0.makeLabel()
        $0.emit(.jumpIfTrue, a: 0, to: end)
        $0.emit(.loadInteger, a: 1, wide: 5)
        $0.place(end)
        $0.emit(.returnNone, b: 2)
      }?.contains("meets") == true)
  }

  @Test func windowsOverLiveTemporaries() {
    #expect(
      problem {
        $0.emit(.loadInteger, a: 1, wide: 5)
        $0.emit(.loadInteger, a: 2, wide: 5)
        $0.emit(.call, a: 1, b: 1, c: 0)
        $0.emit(.return, a: 1 | Word.lastUse, b: 1)
      }?.contains("window base") == true)
  }

  @Test func operandsOutOfRange() {
    #expect(problem { $0.emit(.loadConstant, a: 1, wide: 3) }?.contains("range") == true)
  }
}
