import CEdit

// The keys that libedit's own functions don't serve, because the text has several lines or because
// Python's blocks matter.

private typealias KeyFunction = @convention(c) (OpaquePointer?, wint_t) -> UInt8

extension LineEditor {
  private static let refresh = UInt8(CC_REFRESH)

  /// What only this program sends: keys for libedit's own commands, that no terminal has.
  private static let previousEntry = "\u{1b}[9991~"
  private static let nextEntry = "\u{1b}[9992~"

  func addFunctions() {
    func add(_ name: String, _ function: KeyFunction) { racer_edit_add(editor, name, function) }
    add("racer-accept") { _, _ in LineEditor.shared?.accept() ?? UInt8(CC_ERROR) }
    add("racer-newline") { _, _ in
      LineEditor.shared?.insertLineBreak()
      return LineEditor.refresh
    }
    add("racer-complete") { _, _ in
      LineEditor.shared?.complete()
      return LineEditor.refresh
    }
    add("racer-paste") { _, _ in
      LineEditor.shared?.paste()
      return LineEditor.refresh
    }
    add("racer-delete-or-end") { _, _ in LineEditor.shared?.deleteOrEnd() ?? UInt8(CC_EOF) }
    add("racer-backspace") { _, _ in
      LineEditor.shared?.deleteBackwards()
      return LineEditor.refresh
    }
    add("racer-up") { _, _ in
      LineEditor.shared?.moveVertically(by: -1)
      return LineEditor.refresh
    }
    add("racer-down") { _, _ in
      LineEditor.shared?.moveVertically(by: 1)
      return LineEditor.refresh
    }
    add("racer-line-start") { _, _ in
      LineEditor.shared?.moveInLine(toEnd: false)
      return LineEditor.refresh
    }
    add("racer-line-end") { _, _ in
      LineEditor.shared?.moveInLine(toEnd: true)
      return LineEditor.refresh
    }
    add("racer-clear-screen") { _, _ in
      PromptDisplay.clear()
      return LineEditor.refresh
    }
  }

  func bindKeys() {
    for (key, command) in [
      ("^M", "racer-accept"), ("^J", "racer-accept"), ("^[^M", "racer-newline"),
      ("^[^J", "racer-newline"), ("^I", "racer-complete"), ("^[[200~", "racer-paste"),
      ("^D", "racer-delete-or-end"), ("^?", "racer-backspace"), ("^H", "racer-backspace"),
      ("^[[A", "racer-up"), ("^[[B", "racer-down"), ("^[OA", "racer-up"), ("^[OB", "racer-down"),
      ("^P", "racer-up"), ("^N", "racer-down"), ("^[[3~", "ed-delete-next-char"),
      ("^A", "racer-line-start"), ("^E", "racer-line-end"), ("^[[H", "racer-line-start"),
      ("^[[F", "racer-line-end"), ("^[OH", "racer-line-start"), ("^[OF", "racer-line-end"),
      ("^[[1~", "racer-line-start"), ("^[[4~", "racer-line-end"), ("^L", "racer-clear-screen"),
      ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
      ("^[[1;5C", "em-next-word"), ("^[[1;5D", "ed-prev-word"),
      (Self.previousEntry, "ed-prev-history"), (Self.nextEntry, "ed-next-history"),
    ] {
      racer_edit_bind(editor, key, command)
    }
    racer_edit_bind_alternate(editor, "^M", "racer-accept")
    racer_edit_bind_alternate(editor, "^J", "racer-accept")
  }

  // MARK: The text

  /// The text and the cursor's place in it.
  var line: (text: [Unicode.Scalar], cursor: Int) {
    guard let line = el_wline(editor) else { return ([], 0) }
    let start = line.pointee.buffer.unsafelyUnwrapped
    let text = LineEditor.string(start, line.pointee.lastchar - start)
    return (Array(text.unicodeScalars), line.pointee.cursor - start)
  }

  func insert(_ text: String) {
    var characters = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    characters.append(0)
    el_winsertstr(editor, characters)
  }

  private func moveCursor(to index: Int) { el_cursor(editor, Int32(index - line.cursor)) }

  // MARK: Lines

  private func accept() -> UInt8 {
    let (text, cursor) = line
    let isLastLine = !text[cursor...].contains("\n")
    let whole = String(String.UnicodeScalarView(text))
    if !isLastLine || StatementText.needsMore(whole) {
      insertLineBreak()
      return Self.refresh
    }
    moveCursor(to: text.count)
    insert("\n")
    return UInt8(CC_NEWLINE)
  }

  /// A line break, and the indentation that the next line will have, unless it comes with the paste.
  private func insertLineBreak() {
    let (text, cursor) = line
    let before = String(String.UnicodeScalarView(text[..<cursor]))
    insert("\n" + (isBeingPasted ? "" : StatementText.indentation(after: before)))
  }

  /// What the terminal marks as pasted goes in as it is.
  private func paste() {
    let end = Array("\u{1b}[201~".utf8)
    var bytes: [UInt8] = []
    while !bytes.suffix(end.count).elementsEqual(end) {
      guard let byte = readByte() else { return }
      bytes.append(byte)
    }
    bytes.removeLast(end.count)
    let text = String(decoding: bytes, as: UTF8.self)
    insert(text.replacingLineEnds)
  }

  private func deleteOrEnd() -> UInt8 {
    let (text, cursor) = line
    if text.isEmpty {
      return UInt8(CC_EOF)
    }
    guard cursor < text.count else { return UInt8(CC_ERROR) }
    el_cursor(editor, 1)
    el_deletestr(editor, 1)
    return Self.refresh
  }

  /// Deletes a character, or one level of an indentation.
  private func deleteBackwards() {
    let (text, cursor) = line
    guard cursor > 0 else { return }
    let lineStart = text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let indentation = text[lineStart..<cursor]
    let isIndentation = !indentation.isEmpty && indentation.allSatisfy { $0 == " " }
    el_deletestr(editor, isIndentation ? Int32((indentation.count - 1) % 4 + 1) : 1)
  }

  // MARK: Moving

  /// A line up or down; beyond the text, to another entry of the history.
  private func moveVertically(by step: Int) {
    let (text, cursor) = line
    let start = text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = text[cursor...].firstIndex(of: "\n") ?? text.count
    let column = cursor - start
    if step < 0, start > 0 {
      let previous = text[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      moveCursor(to: min(previous + column, start - 1))
    } else if step > 0, end < text.count {
      let last = text[(end + 1)...].firstIndex(of: "\n") ?? text.count
      moveCursor(to: min(end + 1 + column, last))
    } else {
      el_push(editor, step < 0 ? Self.previousEntry : Self.nextEntry)
    }
  }

  private func moveInLine(toEnd: Bool) {
    let (text, cursor) = line
    if toEnd {
      moveCursor(to: text[cursor...].firstIndex(of: "\n") ?? text.count)
    } else {
      moveCursor(to: text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0)
    }
  }

  // MARK: Completion

  private func complete() {
    let (text, cursor) = line
    let start = text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    if text[start..<cursor].allSatisfy({ $0 == " " || $0 == "\t" }) {
      return insert(String(repeating: " ", count: 4 - (cursor - start) % 4))
    }
    let before = String(String.UnicodeScalarView(text[start..<cursor]))
    thread.attach()
    let found = Completion.find(thread, before: before)
    thread.detach()
    let typed = Array(before.unicodeScalars.suffix(found.typedCount))
    let common = Completion.commonPrefix(found.candidates)
    if common.unicodeScalars.count > typed.count {
      el_deletestr(editor, Int32(typed.count))
      insert(common)
    } else if found.candidates.count > 1 {
      menu = Completion.columns(found.candidates, width: PromptDisplay.terminalSize().width)
    }
  }
}

extension String {
  /// Line ends as Python has them.
  fileprivate var replacingLineEnds: String {
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in unicodeScalars {
      if !(scalar == "\n" && wasReturn) { result.append(scalar == "\r" ? "\n" : scalar) }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }
}
