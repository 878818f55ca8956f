import CEdit
import Glibc
import Runtime
import Tools

/// Reads what is typed at a terminal, several lines as one text, through libedit.
///
/// libedit keeps the text, the key bindings (`~/.editrc`) and the history; it believes that it draws,
/// but what it draws goes to `/dev/null`. What is seen is drawn by `PromptDisplay`, each time that
/// libedit asks for the next key and none is waiting.
///
/// The main thread only. It is detached while libedit runs, and attaches for what touches objects:
/// completion, and signals, which are handled between keys.
final class LineEditor {
  enum Line {
    case text(String)
    /// Ctrl-D on an empty line, or a terminal that went away.
    case end
  }

  /// The one there is: libedit's calls back carry no context.
  nonisolated(unsafe) static var shared: LineEditor?

  let thread: ThreadState
  let editor: OpaquePointer
  let past: OpaquePointer
  let historyPath: String?
  let colors: Bool

  var prompt = ""
  var continuation = ""
  /// Completions, shown until the next key.
  var menu: [String] = []
  private var isAtEnd = false
  /// What a signal's handler raised, owned; unbound if nothing.
  private var raised = Value.unbound
  /// Whether the text came faster than hands type.
  private var isPasting = false

  /// Nil where the terminal can't do it.
  init?(_ thread: ThreadState, historyPath: String?, colors: Bool) {
    LineEditor.useUTF8()
    guard let nowhere = fopen("/dev/null", "w"),
      let editor = el_init_fd("racer", stdin, nowhere, nowhere, 0, 1, 2),
      let past = history_init()
    else { return nil }
    self.thread = thread
    self.editor = editor
    self.past = past
    self.historyPath = historyPath
    self.colors = colors
    LineEditor.shared = self
    racer_history_set_size(past, 2000)
    racer_history_set_unique(past)
    if let historyPath { _ = racer_history_load(past, historyPath) }
    racer_edit_set_history(editor, past)
    racer_edit_set_reader(editor) { _, key in
      guard let key, let self = LineEditor.shared else { return -1 }
      return self.readKey(into: key)
    }
    racer_edit_set_mode(editor, "emacs")
    addFunctions()
    el_source(editor, nil)
    bindKeys()
    TerminalSignals.install()
  }

  /// libedit turns keys into characters as the locale says.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  // MARK: One text

  /// Reads a text: one statement or several. Raises what a signal's handler raises.
  func read(prompt: String, continuation: String) throws(Raised) -> Line {
    self.prompt = prompt
    self.continuation = continuation
    menu = []
    isAtEnd = false
    let text = thread.whileDetached { edit() }
    if !raised.isUnbound {
      thread.restore(raised)
      raised = .unbound
      throw Raised()
    }
    guard let text, !isAtEnd else { return .end }
    return .text(text)
  }

  private func edit() -> String? {
    var count: Int32 = 0
    Console.enableBracketedPaste(true)
    defer { Console.enableBracketedPaste(false) }
    let found = el_wgets(editor, &count)
    var text: String?
    if let found, count > 0 {
      text = LineEditor.string(found, Int(count))
      paint(finalText: text)
    }
    PromptDisplay.finish()
    return text
  }

  /// Adds a text to the history and saves it, so that sessions that end badly lose nothing.
  func remember(_ text: String) {
    var entry = text[...]
    while let last = entry.last, last == " " || last == "\t" || last == "\n" { entry.removeLast() }
    if entry.isEmpty { return }
    // A block comes back with its blank line, so that Enter runs it. libedit drops one line end.
    racer_history_enter(past, entry.contains("\n") ? entry + "\n\n" : String(entry))
    if let historyPath, racer_history_save(past, historyPath) >= 0 { chmod(historyPath, 0o600) }
  }

  static func string(_ start: UnsafePointer<wchar_t>, _ count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<count {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: start[index])) ?? "\u{fffd}")
    }
    return String(scalars)
  }

  // MARK: Keys

  /// libedit wants the next key: 1 with a key, 0 at the end, -1 to stop.
  private func readKey(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if !isInputWaiting {
      isPasting = false
      paint()
    }
    guard let first = readByte() else { return stop() }
    menu = []
    guard let scalar = decode(first) else { return stop() }
    key.pointee = wchar_t(bitPattern: scalar)
    return 1
  }

  private func stop() -> Int32 {
    isAtEnd = raised.isUnbound
    return -1
  }

  /// A code point of UTF-8; what is no UTF-8 becomes the replacement character.
  private func decode(_ first: UInt8) -> UInt32? {
    if first < 0x80 { return UInt32(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    var bytes = [first]
    while bytes.count < length {
      guard let next = readByte() else { return nil }
      bytes.append(next)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value
  }

  /// A byte from the terminal; signals are handled meanwhile. Nil at its end, or if a handler raised.
  /// One at a time: what is typed ahead of the statement is the statement's to read.
  func readByte() -> UInt8? {
    while true {
      if !serveSignals() { return nil }
      guard TerminalSignals.waitForInput(unless: { thread.hasPending }) else { continue }
      var byte: UInt8 = 0
      let count = Glibc.read(0, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return nil }
    }
  }

  var isInputWaiting: Bool {
    var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Whether more of the text is there already: it is being pasted, not typed.
  var isBeingPasted: Bool {
    if isInputWaiting { isPasting = true }
    return isPasting
  }

  /// False if a handler raised.
  private func serveSignals() -> Bool {
    if TerminalSignals.takeContinued() {
      // The shell has had the terminal meanwhile.
      racer_edit_prepare(editor, 0)
      racer_edit_prepare(editor, 1)
      Console.enableBracketedPaste(true)
      PromptDisplay.redraw()
    }
    if TerminalSignals.takeResized() {
      el_resize(editor)
      PromptDisplay.redraw()
    }
    guard thread.hasPending else { return true }
    thread.attach()
    defer { thread.detach() }
    do throws(Raised) {
      try thread.safepoint()
      return true
    } catch {
      raised = thread.takeException()
      return false
    }
  }

  // MARK: Showing

  private func paint(finalText: String? = nil) {
    var content = ScreenLayout.Content()
    content.prompt = prompt
    content.continuation = continuation
    if let finalText {
      content.text = Array(finalText.unicodeScalars.dropLast(finalText.hasSuffix("\n") ? 1 : 0))
      content.cursor = content.text.count
    } else if let line = el_wline(editor) {
      let count = line.pointee.lastchar - line.pointee.buffer
      content.text = Array(LineEditor.string(line.pointee.buffer, count).unicodeScalars)
      content.cursor = line.pointee.cursor - line.pointee.buffer
      content.menu = menu
    }
    if colors { content.colors = SyntaxColors.colors(of: content.text) }
    PromptDisplay.show(content)
  }
}

extension Console {
  static func enableBracketedPaste(_ isOn: Bool) {
    write(isOn ? "\u{1b}[?2004h" : "\u{1b}[?2004l", to: 1)
  }
}

extension String {
  var trimmingNewlines: String {
    var text = self[...]
    while text.hasSuffix("\n") { text.removeLast() }
    return String(text)
  }
}
