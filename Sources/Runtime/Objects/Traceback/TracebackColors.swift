// The colours of tracebacks on terminals: CPython 3.13's, and its rules for when there are any.

import Glibc

/// What stands before and after the parts of a traceback: escape sequences, or nothing.
package struct TracebackColors {
  var place = ""
  var typeName = ""
  var message = ""
  /// The part that the carets mark, and the tildes around it.
  var failing = ""
  var surrounding = ""
  var reset = ""

  package static let plain = TracebackColors()
  package static let ansi = TracebackColors(
    place: "\u{1B}[35m", typeName: "\u{1B}[1;35m", message: "\u{1B}[35m",
    failing: "\u{1B}[1;31m", surrounding: "\u{1B}[31m", reset: "\u{1B}[0m")

  var isPlain: Bool { reset.isEmpty }

  func place(_ text: some StringProtocol) -> String { "\(place)\(text)\(reset)" }
  func typeName(_ text: some StringProtocol) -> String { "\(typeName)\(text)\(reset)" }
  func message(_ text: some StringProtocol) -> String { "\(message)\(text)\(reset)" }
  func failing(_ text: some StringProtocol) -> String { "\(failing)\(text)\(reset)" }

  /// A caret, a tilde or anything else decides the colour of what stands in its column.
  func marked(_ text: String, by caret: Unicode.Scalar) -> String {
    switch caret {
    case "^": "\(failing)\(text)\(reset)"
    case "~": "\(surrounding)\(text)\(reset)"
    default: text
    }
  }
}

extension TracebackColors {
  /// `-E` and `-I`: the variables have no say. Set before there are threads.
  nonisolated(unsafe) package static var ignoresEnvironment = false

  /// The colours for `sys.stderr`: asked for, forbidden, or up to whether it is a terminal.
  static func forErrors(_ thread: ThreadState) -> TracebackColors {
    if !ignoresEnvironment {
      switch variable("PYTHON_COLORS") {
      case "0": return .plain
      case "1": return .ansi
      default: break
      }
      if variable("NO_COLOR") != nil { return .plain }
      if variable("FORCE_COLOR") != nil { return .ansi }
      if variable("TERM") == "dumb" { return .plain }
    }
    return isTerminal(thread) ? .ansi : .plain
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func isTerminal(_ thread: ThreadState) -> Bool {
    let file = BuiltinHooks.systemAttribute(thread, .stderr)
    defer { thread.release(file) }
    if file.isUnbound || StandardStreamObject.isOne(file) {
      return StandardStream.error.isTerminal
    }
    do throws(Raised) {
      let number = try thread.callMethod(file, "fileno")
      defer { thread.release(number) }
      return number.isSmallInteger && isatty(Int32(truncatingIfNeeded: number.smallInteger)) != 0
    } catch {
      thread.clearException()
      return false
    }
  }
}
