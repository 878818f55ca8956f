// SyntaxError: the place in the source, the line, the carets.

struct SyntaxPicture {
  var message: String
  var filename: String?
  var line: Int?
  var lineText: String?
  var endLineText: String?
  var offset: Int?
  var endOffset: Int?
  var text: String?
}

extension TracebackPrinter {
  func text(of error: SyntaxPicture, typeName: String) -> String {
    let colors = currentColors
    var result = ""
    var suffix = ""
    if let line = error.lineText {
      let name = error.filename ?? ""
      let place = colors.place("\"\(name.isEmpty ? "<string>" : name)\"")
      result += "  File \(place), line \(colors.place(line))\n"
    } else if let filename = error.filename {
      suffix = " (\(filename))"
    }
    if let text = error.text { result += sourceLines(error, text) }
    let message = error.message.isEmpty ? "<no detail available>" : error.message
    return result + "\(colors.typeName(typeName)): \(colors.message(message))\(suffix)\n"
  }

  private func sourceLines(_ error: SyntaxPicture, _ text: String) -> String {
    let colors = currentColors
    var trimmed = Array(text.unicodeScalars)
    let textCount = trimmed.count
    while trimmed.last == "\n" { trimmed.removeLast() }
    let shown = Array(trimmed.drop { $0 == " " || $0 == "\n" || $0 == "\u{C}" })
    let removed = trimmed.count - shown.count
    let line = "    \(String(String.UnicodeScalarView(shown)))\n"
    guard var offset = error.offset else { return line }
    var end = trimmed.count + 1
    if error.lineText == error.endLineText {
      end = error.endOffset ?? offset
      if end == 0 { end = offset }
    }
    if textCount > 0 && offset > textCount { offset = trimmed.count + 1 }
    if textCount > 0 && end > textCount { end = trimmed.count + 1 }
    if offset >= end || end < 0 { end = offset + 1 }
    let column = offset - 1 - removed
    guard column >= 0 else { return line }
    var space = ""
    for scalar in shown.prefix(column) {
      space.unicodeScalars.append(scalar.properties.isWhitespace ? scalar : " ")
    }
    let width = max(0, end - offset)
    let carets = colors.failing(String(repeating: "^", count: width))
    return "    \(colored(shown, column, width))\n    \(space)\(carets)\n"
  }

  private func colored(_ line: [Unicode.Scalar], _ column: Int, _ width: Int) -> String {
    func text(_ part: some Sequence<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part))
    }
    let colors = currentColors
    if colors.isPlain { return text(line) }
    let failing = line.dropFirst(column).prefix(width)
    return text(line.prefix(column)) + colors.failing(text(failing))
      + text(line.dropFirst(column + width))
  }
}
