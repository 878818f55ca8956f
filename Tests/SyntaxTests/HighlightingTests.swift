import Testing

@testable import Syntax

@Suite struct HighlightingTests {
  private func parts(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return Highlighting.spans(of: bytes).map { span in
      "\(span.kind) \(String(decoding: bytes[span.range], as: UTF8.self))"
    }
  }

  @Test func kinds() {
    #expect(
      parts("def f(x):  # what\n  return x.y + 12") == [
        "keyword def", "definition f", "name x", "comment # what", "keyword return", "name x",
        "number 12",
      ])
    #expect(parts("match x:\n  case 'a': pass")[0] == "keyword match")
    #expect(parts("match = 1")[0] == "name match")
  }

  @Test func unfinished() {
    #expect(parts("x = 'ab") == ["name x", "string 'ab"])
    #expect(parts("f(\"\"\"a\nb") == ["name f", "string \"\"\"a\nb"])
    #expect(parts("x  # only").last == "comment # only")
    #expect(parts("") == [])
  }
}
