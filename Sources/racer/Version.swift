import Tools

/// What `-V`, `-VV` and `--version` print.
enum Version {
  static let racer = "0.1.0"
  /// The version of the language and of the standard library's behaviour.
  static let python = "3.13.0"

  static var isDebugBuild: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  private static var short: String { "Python \(python)" }

  /// One line, of the form that CPython's has.
  private static var detailed: String {
    "\(short) (Racer \(racer), free-threaded, \(build)) [Swift]"
  }

  /// The short line, for programs that read it, and below it what people want to know.
  private static func full(usesGIL: Bool) -> String {
    """
    \(short)
    Racer \(racer), \(build), \(usesGIL ? "with a global lock" : "free-threaded")
    \(Environment.processorName), \(Environment.processorCount) processors
    """
  }

  static func text(_ form: CommandLineScanner.VersionForm) -> String {
    switch form {
    case .short: short
    case .detailed: detailed
    case .full(let usesGIL): full(usesGIL: usesGIL)
    }
  }

  /// What a session begins with.
  static func banner(usesGIL: Bool) -> String {
    let mode = usesGIL ? "one global lock: threads take turns" : "free-threaded: no global lock"
    return """
      Racer \(racer), Python \(python) on linux (\(mode))
      Type "help", "copyright", "credits" or "license" for more information.

      """
  }

  private static var build: String { isDebugBuild ? "debug build" : "release build" }
}
