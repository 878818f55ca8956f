import Syntax

/// Makes syntax errors with a place in the source.
struct ErrorReporter {
  let filename: String
  /// The source's lines, if it is known: only for the text in errors and for offsets in characters.
  let lines: [Substring]
  private let stack = StackGuard()

  init(filename: String, lines: [Substring]) {
    self.filename = filename
    self.lines = lines
  }

  /// Throws where recursion comes near the end of the stack; the runtime raises RecursionError.
  func checkStack(at range: SourceRange) throws(SyntaxError) {
    guard stack.isNearTheEnd else { return }
    var error = error("maximum recursion depth exceeded during compilation", at: range)
    error.kind = .memoryError
    throw error
  }

  func error(_ message: String, at range: SourceRange) -> SyntaxError {
    let text = line(range.line)
    return SyntaxError(
      message: message, filename: filename, line: Int(range.line),
      column: offset(range.column, in: text), endLine: Int(range.endLine),
      endColumn: offset(range.endColumn, in: line(range.endLine)), text: text.map { $0 + "\n" })
  }

  private func line(_ number: UInt32) -> String? {
    number >= 1 && number <= lines.count ? String(lines[Int(number) - 1]) : nil
  }

  /// A UTF-8 column from 0 as an offset in characters from 1.
  private func offset(_ column: UInt32, in line: String?) -> Int {
    guard let line,
      let end = line.utf8.index(
        line.startIndex, offsetBy: Int(column), limitedBy: line.endIndex)
    else { return Int(column) + 1 }
    return line.unicodeScalars.distance(from: line.startIndex, to: end) + 1
  }
}
