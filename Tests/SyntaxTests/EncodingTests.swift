import Testing

@testable import Syntax

@Suite struct EncodingTests {
  private func text(_ source: [UInt8], _ options: ParserOptions = ParserOptions()) throws -> String
  {
    let module = try Parser.parseModule(source: source, filename: "test", options: options).module
    guard case .expr(let value) = module.body[0].kind,
      case .constant(.string(let text), _) = value.kind
    else { return "" }
    return text.text
  }

  private func message(_ source: [UInt8], _ origin: ParserOptions.Origin) -> String? {
    do {
      _ = try Parser.parseModule(
        source: source, filename: "test", options: ParserOptions(origin: origin))
      return nil
    } catch {
      return error.message
    }
  }

  private let word = Array("'caf".utf8)

  @Test func utf8IsTheDefault() throws {
    #expect(try text(Array("'\u{E9}'".utf8)) == "\u{E9}")
    #expect(try text([0xEF, 0xBB, 0xBF] + Array("'\u{E9}'".utf8)) == "\u{E9}")
  }

  @Test(arguments: ["# coding: latin-1\n", "#!x\n# -*- coding: iso-8859-1 -*-\n", "\n#coding=L1\n"])
  func declaredLatin1(_ declaration: String) throws {
    #expect(try text(Array(declaration.utf8) + word + [0xE9, 0x27]) == "caf\u{E9}")
  }

  @Test func declarationsCountInTheFirstTwoLinesOnly() {
    let late = Array("\n\n# coding: latin-1\n".utf8) + word + [0xE9, 0x27]
    #expect(message(late, .file)?.hasPrefix("Non-UTF-8 code starting with '\\xe9'") == true)
    let belowCode = Array("x\n# coding: latin-1\n".utf8) + word + [0xE9, 0x27]
    #expect(message(belowCode, .file)?.hasPrefix("Non-UTF-8 code") == true)
  }

  @Test func stringsIgnoreDeclarations() throws {
    let source = Array("# coding: unheard-of\n'\u{E9}'".utf8)
    #expect(try text(source, ParserOptions(origin: .string)) == "\u{E9}")
    #expect(message(source, .bytes) == "unknown encoding: unheard-of")
    #expect(message(source, .file) == "encoding problem: unheard-of")
  }

  @Test func otherEncodingsAreLeftToTheCaller() throws {
    let options = ParserOptions(decode: { name, bytes in
      name == "upper" ? Array(String(decoding: bytes, as: UTF8.self).uppercased().utf8) : nil
    })
    #expect(try text(Array("# coding: upper\n'a'".utf8), options) == "A")
  }

  @Test(arguments: [("cp1252", [0x80], "\u{20AC}"), ("koi8-r", [0xC1], "\u{430}")])
  func encodingsOfTheSystem(_ name: String, _ bytes: [UInt8], _ expected: String) throws {
    let source = Array("# coding: \(name)\n'".utf8) + bytes + Array("'".utf8)
    #expect(try text(source) == expected)
  }

  @Test func bytesThatAreNoneOfTheEncodings() {
    let source = Array("# coding: cp1252\n'".utf8) + [0x81, 0x27]
    #expect(message(source, .file) == "encoding problem: cp1252")
    #expect(message(Array("# coding: utf-8//IGNORE-x\n1".utf8), .file) == nil)
  }

  @Test func badBytes() {
    #expect(
      message([0x27, 0xFF, 0x27], .bytes)
        == "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte")
    #expect(message([0x78, 0, 0x79], .bytes) == "source code string cannot contain null bytes")
    #expect(message([0x78, 0, 0x79], .file) == "source code cannot contain null bytes")
    #expect(
      message([0xEF, 0xBB, 0xBF] + Array("# coding: ascii\n".utf8), .bytes)
        == "encoding problem: ascii with BOM")
  }
}
