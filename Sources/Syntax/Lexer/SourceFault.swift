/// An error in terms of the lexer: byte positions within lines of the source buffer. It becomes a
/// `SyntaxError`, which counts in code points, once it is known to be the one to report.
struct SourceFault: Error {
  /// A column as it will be reported: the code points of the line's first `bytes` bytes, plus
  /// `adjustment`.
  struct Offset {
    var bytes: Int
    var adjustment: Int

    /// The 1-based offset of the character at a 0-based byte column.
    static func column(_ bytes: Int) -> Offset { Offset(bytes: bytes, adjustment: 1) }
    /// A number that is reported as it stands.
    static func literal(_ value: Int) -> Offset { Offset(bytes: 0, adjustment: value) }
  }

  var kind: SyntaxError.Kind = .syntaxError
  var message: String
  var line: Int
  var offset: Offset
  var endLine: Int
  var endOffset: Offset
  /// Whether the text of the line is reported with its line break.
  var keepsLineBreak = false
  /// Whether the end of the source, rather than a character in it, is at fault.
  var isEndOfSource = false
  /// Whether no fault further on is reported instead.
  var isFinal = false
  /// Whether the fault, found further on, is reported rather than what the parser objects to.
  var outranksParser = false

  /// A fault that covers a range of tokens.
  init(_ message: String, kind: SyntaxError.Kind = .syntaxError, range: SourceRange) {
    self.kind = kind
    self.message = message
    line = Int(range.line)
    offset = .column(Int(range.column))
    endLine = Int(range.endLine)
    endOffset = .column(Int(range.endColumn))
    keepsLineBreak = true
  }

  init(
    kind: SyntaxError.Kind = .syntaxError, message: String, line: Int, offset: Offset,
    endOffset: Offset
  ) {
    self.kind = kind
    self.message = message
    self.line = line
    self.offset = offset
    self.endLine = line
    self.endOffset = endOffset
  }
}
