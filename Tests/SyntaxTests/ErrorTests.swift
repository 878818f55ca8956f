import Testing

@testable import Syntax

/// A source that is not Python, and what CPython 3.13 says about it.
struct Rejected: Sendable, CustomTestStringConvertible {
  let source: String
  let kind: SyntaxError.Kind
  let message: String
  let place: [Int]

  init(
    _ source: String, _ kind: SyntaxError.Kind, _ message: String, _ place: (Int, Int, Int, Int)
  ) {
    self.source = source
    self.kind = kind
    self.message = message
    self.place = [place.0, place.1, place.2, place.3]
  }

  var testDescription: String { source }
}

/// The sources, by topic.
enum RejectedSources {}

@Suite struct ErrorTests {
  private func check(_ rejected: Rejected) {
    let error = syntaxError(of: rejected.source)
    #expect(error?.message == rejected.message)
    #expect(error?.kind == rejected.kind)
    #expect(
      error.map { [$0.line, $0.column, $0.endLine, $0.endColumn] } == rejected.place)
  }

  @Test(arguments: RejectedSources.brackets) func brackets(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.colons) func colons(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.indentation)
  func indentation(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.assignments)
  func assignments(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.calls) func calls(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.displays) func displays(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.parameters)
  func parameters(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.statements)
  func statements(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.literals) func literals(_ source: Rejected) { check(source) }

  @Test(arguments: RejectedSources.formatted)
  func formatted(_ source: Rejected) { check(source) }

  @Test func textOfTheLine() {
    #expect(syntaxError(of: "x\ny z\nw")?.text == "y z\n")
    #expect(syntaxError(of: "x = 'a")?.text == "x = 'a")
    #expect(syntaxError(of: "\u{E9} = $ \u{E9}")?.column == 5)
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "-", count: 10_000) + "1"
    #expect(syntaxError(of: deep)?.kind == .memoryError)
    let long = "a" + String(repeating: "+a", count: 10_000)
    #expect(syntaxError(of: long)?.kind == .recursionError)
    let brackets =
      String(repeating: "[", count: 150) + "1 2" + String(repeating: "]", count: 150)
    #expect(syntaxError(of: brackets)?.message == "invalid syntax. Perhaps you forgot a comma?")
  }
}

/// The error of a source; nil if it has none.
func syntaxError(
  of source: String, options: ParserOptions = ParserOptions(origin: .string)
) -> SyntaxError? {
  do {
    _ = try Parser.parseModule(source: Array(source.utf8), filename: "test", options: options)
    return nil
  } catch {
    return error
  }
}
