import Testing

@testable import Syntax

@Suite struct LexerTests {
  private func kinds(_ source: String) throws -> [TokenKind] {
    let text = try SourceText(
      Array(source.utf8), filename: "test", ParserOptions(origin: .string))
    var lexer = Lexer(source: text.bytes)
    lexer.tokenize(mode: .exec, options: ParserOptions())
    return lexer.tokens.map(\.kind)
  }

  @Test func indentation() throws {
    #expect(
      try kinds("if x:\n  y\n\n    # comment\nz\n") == [
        .ifKeyword, .name, .colon, .newline, .indent, .name, .newline, .dedent, .name, .newline,
        .endMarker,
      ])
  }

  @Test func bracketsJoinLines() throws {
    #expect(
      try kinds("(\n  a\n)") == [
        .leftParenthesis, .name, .rightParenthesis, .newline, .endMarker,
      ])
  }

  @Test func backslashJoinsLines() throws {
    #expect(try kinds("a \\\n  + b") == [.name, .plus, .name, .newline, .endMarker])
    #expect(try kinds("if a:\n  b\n\\\n  c\n").filter { $0 == .dedent }.count == 1)
  }

  @Test func formFeedResetsIndentation() throws {
    #expect(try kinds("a\n  \u{0C}b\n") == [.name, .newline, .name, .newline, .endMarker])
  }

  @Test func lineBreaksOfAnyKind() throws {
    #expect(
      try kinds("a\r\nb\rc\n") == [
        .name, .newline, .name, .newline, .name, .newline, .endMarker,
      ])
  }

  @Test func longestOperatorWins() throws {
    #expect(
      try kinds("a **= b // c -> d ... e := f != g >>= h") == [
        .name, .doubleStarEqual, .name, .doubleSlash, .name, .arrow, .name, .ellipsis, .name,
        .colonEqual, .name, .notEqual, .name, .rightShiftEqual, .name, .newline, .endMarker,
      ])
  }

  @Test(arguments: [
    "0", "00", "1_000", "0xDEAD_beef", "0o17", "0b1_0", "1.", ".5", "1e10", "1E-1_0", "1_0.0_1j",
    "0777.", "09e1", "0_0j",
  ])
  func numbers(_ source: String) throws {
    #expect(try kinds(source) == [.number, .newline, .endMarker])
  }

  @Test(arguments: ["''", "'a\\'b'", "rb'\\'", "Br\"\"\"a\"b\n\"\"\"", "U'x'", "'\\\n'"])
  func strings(_ source: String) throws {
    let found = try kinds(source)
    if source == "rb'\\'" {
      #expect(found == [.fault])
    } else {
      #expect(found == [.string, .newline, .endMarker])
    }
  }

  @Test func formattedStringsNest() throws {
    #expect(
      try kinds("f'a{f'{b}'!r:>{c}}{{'") == [
        .fStringStart, .fStringMiddle, .leftBrace, .fStringStart, .leftBrace, .name, .rightBrace,
        .fStringEnd, .exclamation, .name, .colon, .fStringMiddle, .leftBrace, .name, .rightBrace,
        .fStringMiddle, .rightBrace, .fStringMiddle, .fStringEnd, .newline, .endMarker,
      ])
  }

  @Test func keywordsAndSoftKeywords() throws {
    let text = try SourceText(
      Array("match nonlocal casey _ True".utf8), filename: "test", ParserOptions())
    var lexer = Lexer(source: text.bytes)
    lexer.tokenize(mode: .exec, options: ParserOptions())
    #expect(
      lexer.tokens.map(\.kind) == [
        .name, .nonlocalKeyword, .name, .name, .trueKeyword, .newline, .endMarker,
      ])
    #expect(
      lexer.tokens.prefix(4).map(\.softKeyword) == [.match, .none, .none, .underscore])
  }

  @Test func normalizesIdentifiers() {
    #expect(Identifier.normalized(Array("\u{FB01}\u{1D518}".utf8)[...]) == "fiU")
    let composed = Identifier.normalized(Array("e\u{301}".utf8)[...])
    #expect(Array(composed.unicodeScalars) == ["\u{E9}"])
  }
}
