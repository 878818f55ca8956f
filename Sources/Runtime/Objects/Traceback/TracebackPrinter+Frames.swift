// One frame of a traceback: file, line and function, the source lines, and the carets below them.

struct FramePicture: Equatable {
  var filename: String
  var name: String
  var line: Int
  var endLine: Int
  /// UTF-8 offsets, −1 where unknown.
  var column: Int
  var endColumn: Int
  /// The source lines from `line` to `endLine`, without trailing whitespace.
  var source: [String]

  func isSamePlace(as other: FramePicture) -> Bool {
    line == other.line && name == other.name && filename == other.filename
  }
}

extension TracebackPrinter {
  /// All frames, with repetitions folded.
  func text(of frames: [FramePicture]) -> String {
    var text = ""
    var count = 0
    func foldedText() -> String {
      let folded = count - TracebackPrinter.repetitionLimit
      if folded <= 0 { return "" }
      return "  [Previous line repeated \(folded) more time\(folded > 1 ? "s" : "")]\n"
    }
    for (index, frame) in frames.enumerated() {
      if index == 0 || !frame.isSamePlace(as: frames[index - 1]) {
        text += foldedText()
        count = 0
      }
      count += 1
      if count <= TracebackPrinter.repetitionLimit { text += self.text(of: frame) }
    }
    return text + foldedText()
  }

  func text(of frame: FramePicture) -> String {
    let colors = currentColors
    let place = "\(colors.place("\"\(frame.filename)\"")), line \(colors.place("\(frame.line)"))"
    let heading = "  File \(place), in \(colors.place(frame.name))\n"
    guard frame.source.contains(where: { !TextLines.isBlank($0) }) else { return heading }
    if frame.column < 0 || frame.endColumn < 0 || frame.source.isEmpty || !marksLines {
      let first = TextLines.trimming(frame.source.first ?? "")
      return first.isEmpty ? heading : "\(heading)    \(first)\n"
    }
    return heading + CaretDisplay(frame, colors).text
  }
}

/// The source lines of a frame with the failing part marked.
private struct CaretDisplay {
  let lines: [[Unicode.Scalar]]
  let colors: TracebackColors
  /// Code point offsets in the first and the last line.
  let start: Int
  let end: Int
  var anchors: CaretAnchors?
  var showsCarets = false

  init(_ frame: FramePicture, _ colors: TracebackColors) {
    self.colors = colors
    let dedented = TextLines.dedented(frame.source)
    lines = dedented.map { Array($0.unicodeScalars) }
    let removed = frame.source[0].unicodeScalars.count - lines[0].count
    let last = frame.source[frame.source.count - 1]
    start = max(0, TextLines.characterOffset(frame.source[0], utf8: frame.column) - removed)
    end = max(0, TextLines.characterOffset(last, utf8: frame.endColumn) - removed)
    anchors = CaretAnchors(segment: segment)
    showsCarets = decideCarets()
  }

  private var lastLine: [Unicode.Scalar] { lines[lines.count - 1] }

  /// Exactly what the failing instruction was compiled from.
  private var segment: String {
    var text = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      let from = index == 0 ? min(start, line.count) : 0
      let to = index == lines.count - 1 ? min(end, line.count) : line.count
      if index > 0 { text.append("\n") }
      if from < to { text.append(contentsOf: line[from..<to]) }
    }
    return String(text)
  }

  /// Marks that cover whole lines say nothing, and neither do those of `x = f()` or `return f()`.
  private func decideCarets() -> Bool {
    var whole = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { whole.append("\n") }
      whole.append(contentsOf: line)
    }
    switch SourceAnalysis.statementShape(String(whole)) {
    case .empty: return false
    case .plainCall(let callStart, let callEnd):
      if callStart.line == 0 && callEnd.line == lines.count - 1 && callStart.column == start
        && callEnd.column == end
      {
        return false
      }
    case .other: break
    }
    if anchors != nil { return true }
    return lines[0].prefix(start).contains { !$0.properties.isWhitespace }
      || lastLine.dropFirst(end).contains { !$0.properties.isWhitespace }
  }

  /// First and last line, and those around the anchors.
  private var significantLines: [Int] {
    var significant: Set<Int> = [0, lines.count - 1]
    if let anchors {
      for center in [anchors.left.line, anchors.right.line] {
        for line in center - 1...center + 1 where lines.indices.contains(line) {
          significant.insert(line)
        }
      }
    }
    return significant.sorted()
  }

  var text: String {
    var result: [String] = []
    var previous: Int?
    for line in significantLines {
      if let previous {
        if line - previous == 2 { append(line - 1, to: &result) }
        if line - previous > 2 { result.append("...<\(line - previous - 1) lines>...") }
      }
      append(line, to: &result)
      previous = line
    }
    return TextLines.dedented(result).map { "    \($0)\n" }.joined()
  }

  private func append(_ number: Int, to result: inout [String]) {
    let line = lines[number]
    let text = String(String.UnicodeScalarView(line))
    guard showsCarets else { return result.append(text) }
    let carets = carets(number, line)
    if colors.isPlain {
      result += [text, carets]
    } else {
      result += colored(line, carets)
    }
  }

  /// The line and its carets, each run of equal marks in its colour.
  private func colored(_ line: [Unicode.Scalar], _ carets: String) -> [String] {
    var marks = Array(carets.unicodeScalars)[...]
    var runs: [(mark: Unicode.Scalar, text: String, marks: String)] = []
    for scalar in line {
      let width = TextLines.displayWidth([scalar], upTo: 1)
      let mark = marks.first ?? "\0"
      if runs.last?.mark != mark { runs.append((mark, "", "")) }
      runs[runs.count - 1].text.unicodeScalars.append(scalar)
      runs[runs.count - 1].marks.unicodeScalars.append(contentsOf: marks.prefix(width))
      marks = marks.dropFirst(width)
    }
    let text = runs.map { colors.marked($0.text, by: $0.mark) }.joined()
    return [text, runs.map { colors.marked($0.marks, by: $0.mark) }.joined()]
  }

  private func carets(_ number: Int, _ line: [Unicode.Scalar]) -> String {
    let isLast = number == lines.count - 1
    let indent = line.prefix { $0.properties.isWhitespace }.count
    let width = TextLines.displayWidth(line, upTo: isLast ? end : line.count)
    let first = TextLines.displayWidth(lines[0], upTo: start)
    var text = ""
    for column in 0..<max(width, 0) {
      if column < indent || (number == 0 && column < first) {
        text += " "
      } else if let anchors, anchors.covers(column, line: number, lines: lines, start: start) {
        text += "^"
      } else {
        text += anchors == nil ? "^" : "~"
      }
    }
    return text
  }
}

/// The part of an expression that the carets mark while tildes mark the rest: an operator, a pair
/// of brackets.
private struct CaretAnchors {
  var left: SourcePoint
  var right: SourcePoint

  /// Whether a display column lies between the anchors.
  func covers(_ column: Int, line: Int, lines: [[Unicode.Scalar]], start: Int) -> Bool {
    func displayColumn(_ point: SourcePoint) -> Int {
      let offset = point.column + (point.line == 0 ? start : 0)
      return TextLines.displayWidth(lines[point.line], upTo: offset)
    }
    let isAfterLeft = line > left.line || (line == left.line && column >= displayColumn(left))
    let isBeforeRight = line < right.line || (line == right.line && column < displayColumn(right))
    return isAfterLeft && isBeforeRight
  }

  init?(segment: String) {
    guard let shape = SourceAnalysis.segmentShape(segment) else { return nil }
    var finder = AnchorFinder(segment)
    switch shape {
    case .binary(let leftEnd, let rightStart):
      guard
        let position = finder.find(
          from: leftEnd, where: { $0 != ")" && !$0.properties.isWhitespace })
      else { return nil }
      left = position
      right = finder.operatorEnd(position, before: rightStart)
    case .subscription(let valueEnd, let wholeEnd):
      guard let position = finder.find(from: valueEnd, where: { $0 == "[" }) else { return nil }
      left = position
      right = finder.characterPoint(wholeEnd)
    case .call(let functionEnd, let wholeEnd):
      guard let position = finder.find(from: functionEnd, where: { $0 == "(" }) else { return nil }
      left = position
      right = finder.characterPoint(wholeEnd)
    }
  }
}

/// Looks for a character in a segment, past line ends, comments and continuation lines.
private struct AnchorFinder {
  let texts: [String]
  let lines: [[Unicode.Scalar]]

  init(_ segment: String) {
    texts = TextLines.splitAtNewlines(segment)
    lines = texts.map { Array($0.unicodeScalars) }
  }

  /// The point with a code point column.
  func characterPoint(_ point: SourcePoint) -> SourcePoint {
    guard texts.indices.contains(point.line) else { return point }
    return SourcePoint(
      line: point.line,
      column: TextLines.characterOffset(texts[point.line], utf8: point.column))
  }

  mutating func find(
    from point: SourcePoint, where isWanted: (Unicode.Scalar) -> Bool
  ) -> SourcePoint? {
    var place = characterPoint(point)
    while place.line < lines.count {
      let line = lines[place.line]
      if place.column >= line.count {
        place = SourcePoint(line: place.line + 1, column: 0)
      } else if line[place.column] == "\\" || line[place.column] == "#" {
        place = SourcePoint(line: place.line + 1, column: 0)
      } else if isWanted(line[place.column]) {
        return place
      } else {
        place.column += 1
      }
    }
    return nil
  }

  /// An operator has one or two characters.
  func operatorEnd(_ start: SourcePoint, before rightStart: SourcePoint) -> SourcePoint {
    let line = lines[start.line]
    let second = start.column + 1
    let right = characterPoint(rightStart)
    let isSingle =
      second >= line.count || (right.line <= start.line && second >= right.column)
      || line[second].properties.isWhitespace || line[second] == "\\" || line[second] == "#"
    return SourcePoint(line: start.line, column: isSingle ? second : second + 1)
  }
}
