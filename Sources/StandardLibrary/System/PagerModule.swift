// _pager: long texts on a terminal, page by page through `$MANPAGER`, `$PAGER` or `less`.

import Glibc
import Runtime

package enum PagerModule {
  package static let definition = ModuleDefinition(
    name: "_pager", doc: "Shows long texts page by page.",
    functions: [
      Method(
        "show(text, /)", show,
        "Shows a text in the pager; False if there is none, or no need for one.")
    ])

  static func show(thread: ThreadState, text: Value) throws(Raised) -> Value {
    guard text.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "show() argument must be str, not \(text.type.nameText)")
    }
    let content = StringObject(text).text
    guard isTerminal, content.utf8.count(where: { $0 == 10 }) >= height, let pager = command else {
      return .false
    }
    _ = StandardStream.flushAll(thread)
    let status = thread.whileDetached { run(pager, content) }
    forgetInterrupts()
    return Value(status)
  }

  private static var isTerminal: Bool {
    isatty(0) != 0 && isatty(1) != 0 && variable("TERM") ?? "dumb" != "dumb"
  }

  private static var height: Int {
    var size = winsize()
    return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  private static func variable(_ name: String) -> String? {
    guard let text = getenv(name) else { return nil }
    let value = String(cString: text)
    return value.isEmpty ? nil : value
  }

  private static var command: String? {
    if let chosen = variable("MANPAGER") ?? variable("PAGER") { return chosen }
    let folders = (variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    func isThere(_ name: String) -> Bool {
      folders.contains { access("\($0)/\(name)", X_OK) == 0 }
    }
    return ["less", "more"].first(where: isThere)
  }

  /// False if it can't be started. A reader that leaves early is no error.
  private static func run(_ pager: String, _ text: String) -> Bool {
    guard let pipe = popen(pager, "w") else { return false }
    fputs(text, pipe)
    pclose(pipe)
    return true
  }

  /// Ctrl-C was for the pager.
  private static func forgetInterrupts() {
    var others: [Int32] = []
    while let number = Signals.take() {
      if number != SIGINT { others.append(number) }
    }
    for number in others { Signals.simulate(number) }
  }
}
