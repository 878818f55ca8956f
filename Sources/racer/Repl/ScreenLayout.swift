import CEdit

/// How what is being typed falls on the rows of a terminal: prompts, wrapped lines, colours, the
/// cursor's place, and below it all a menu. Pure: knows no terminal.
struct ScreenLayout: Equatable {
  /// What is shown.
  struct Content: Equatable {
    /// In front of the first line, and of the others. One line each; may hold colours.
    var prompt = ""
    var continuation = ""
    var text: [Unicode.Scalar] = []
    /// A select-graphics sequence for each scalar, or empty: nothing is coloured.
    var colors: [String] = []
    /// Index in `text`.
    var cursor = 0
    /// Shown below, a row each.
    var menu: [String] = []
  }

  private(set) var rows: [String] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  private var width: Int
  private var row = ""
  private var column = 0
  private var color = ""

  static let reset = "\u{1b}[0m"
  private static let tabWidth = 8

  init(_ content: Content, width: Int) {
    self.width = max(width, 2)
    start(content.prompt)
    for (index, scalar) in content.text.enumerated() {
      if index == content.cursor { placeCursor() }
      if scalar == "\n" {
        finishRow()
        start(content.continuation)
      } else {
        append(scalar, content.colors.isEmpty ? "" : content.colors[index])
      }
    }
    if content.cursor >= content.text.count { placeCursor() }
    finishRow()
    for line in content.menu { rows.append(Self.cut(line, to: self.width - 1)) }
  }

  /// The part of the rows that a terminal of that height can show, with the cursor in it.
  func visibleRows(height: Int) -> Range<Int> {
    guard rows.count > height else { return 0..<rows.count }
    let first = min(max(0, cursorRow - height + 1), rows.count - height)
    return first..<first + height
  }

  private mutating func start(_ prompt: String) {
    row = prompt
    column = Self.width(of: prompt) % width
    color = ""
  }

  private mutating func placeCursor() {
    wrap(for: 1)
    cursorRow = rows.count
    cursorColumn = column
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ wanted: String) {
    var text = String(scalar)
    var cells = Self.width(of: scalar)
    if scalar == "\t" {
      cells = Self.tabWidth - column % Self.tabWidth
      text = String(repeating: " ", count: cells)
    } else if scalar.value < 0x20 || scalar.value == 0x7f {
      text = "^" + String(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
      cells = 2
    }
    wrap(for: min(cells, width))
    if wanted != color {
      row += (color.isEmpty ? "" : Self.reset) + wanted
      color = wanted
    }
    row += text
    column += cells
  }

  private mutating func wrap(for cells: Int) {
    guard column + cells > width else { return }
    let old = color
    finishRow()
    row = old
    color = old
    column = 0
  }

  private mutating func finishRow() {
    rows.append(color.isEmpty ? row : row + Self.reset)
    row = ""
    color = ""
    column = 0
  }

  // MARK: Widths

  static func width(of scalar: Unicode.Scalar) -> Int {
    max(0, Int(racer_cell_width(wchar_t(scalar.value))))
  }

  /// Cells that a text takes; escape sequences take none.
  static func width(of text: String) -> Int {
    var total = 0
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        isEscape = !(scalar.properties.isAlphabetic)
      } else if scalar == "\u{1b}" {
        isEscape = true
      } else {
        total += width(of: scalar)
      }
    }
    return total
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var total = 0
    for scalar in text.unicodeScalars {
      total += width(of: scalar)
      if total > limit { break }
      result.append(scalar)
    }
    return String(result)
  }
}
