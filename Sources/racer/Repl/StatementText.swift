import Syntax

/// What a prompt has to know of a text before it is run: whether it is all, how the next line is
/// indented.
enum StatementText {
  /// Whether a line is still to come before the text can be run, or found to be wrong.
  static func needsMore(_ text: String) -> Bool {
    switch state(of: strippingFinalIndent(text)) {
    case .complete: return false
    case .incomplete: return true
    case .wrong: break
    }
    // A text of several statements, as a paste brings, can't be told from a mistake by the parser. As
    // in CPython it goes on until it ends with an empty line.
    let lines = strippingFinalIndent(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 1 && lines.last?.isEmpty == false
  }

  enum State { case complete, incomplete, wrong }

  /// Of a text without the last line's end. A block is complete when a blank line follows.
  static func state(of text: String) -> State {
    if isBlank(text) { return .complete }
    if error(in: text) == nil { return .complete }
    // With the line's end the parser knows more: a mistake before it, or that all is well but for
    // what may follow.
    guard let second = self.error(in: text + "\n") else { return .incomplete }
    return second.kind == .incompleteInput ? .incomplete : .wrong
  }

  private static func error(in text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try Parser.parseInteractive(
        source: Array(text.utf8), filename: "<input>",
        options: ParserOptions(origin: .string, allowsIncompleteInput: true))
      return nil
    } catch {
      return error
    }
  }

  /// Nothing but blanks and comments: no statement, and none begun.
  static func isBlank(_ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy { line in
      let rest = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{c}" }
      return rest.isEmpty || rest.hasPrefix("#")
    }
  }

  /// The text without the indentation of a last line that has nothing else.
  static func strippingFinalIndent(_ text: String) -> String {
    var rest = text[...]
    while rest.hasSuffix(" ") || rest.hasSuffix("\t") { rest.removeLast() }
    return rest.hasSuffix("\n") ? String(rest) : text
  }

  /// The indentation of the line that follows: that of the last one, one level more after a colon.
  static func indentation(after text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let indentation = line.prefix { $0 == " " || $0 == "\t" }
    guard opensBlock(line) else { return String(indentation) }
    return indentation + (indentation.hasPrefix("\t") ? "\t" : "    ")
  }

  private static func opensBlock(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    let spans = Highlighting.spans(of: bytes)
    var end = bytes.count
    if let comment = spans.last, comment.kind == .comment { end = comment.range.lowerBound }
    let code = bytes[..<end].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    return code.first == UInt8(ascii: ":")
  }
}
