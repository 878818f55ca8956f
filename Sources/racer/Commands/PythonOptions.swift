import ArgumentParser

/// The flags that a Python user knows, as `CommandLineScanner` understands them.
struct PythonOptions: ParsableArguments {
  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Run the text as a program; ends the options.", valueName: "command"))
  var command: String?
  @Option(
    name: .customShort("m"),
    help: ArgumentHelp("Run a module as a script; ends the options.", valueName: "module"))
  var module: String?
  @Flag(name: .customLong("gil"), help: "Take turns under a global lock, as CPython's threads do.")
  var gil = false
  @Option(
    name: .customShort("X"),
    help: ArgumentHelp(
      """
      gil=0 or gil=1: without or with the global lock; dev; faulthandler; utf8; \
      int_max_str_digits=number. All are kept in sys._xoptions.
      """,
      valueName: "option"),
    completion: .list(["gil=0", "gil=1", "dev", "faulthandler", "utf8", "int_max_str_digits="]))
  var implementationOptions: [String] = []
  @Flag(name: .customShort("i"), help: "Ask for more statements after the script.")
  var inspect = false
  @Flag(name: .customShort("q"), help: "No version line when interactive.")
  var quiet = false
  @Flag(name: .customShort("u"), help: "Unbuffered standard output and errors.")
  var unbuffered = false
  @Flag(name: .customShort("O"), help: "Leave out assert; twice: documentation strings too.")
  var optimize: Int
  @Flag(name: .customShort("E"), help: "Ignore the PYTHON… variables.")
  var ignoreEnvironment = false
  @Flag(name: .customShort("I"), help: "Isolated: as -E, -P and -s.")
  var isolated = false
  @Flag(name: .customShort("P"), help: "Don't put the script's folder on sys.path.")
  var safePath = false
  @Option(
    name: .customShort("W"),
    help: ArgumentHelp(
      "A warning filter: action:message:category:module:line, all but the action optional.",
      valueName: "filter"),
    completion: .list(["default", "error", "ignore", "always", "module", "once"]))
  var warnings: [String] = []
  @Flag(name: .customShort("x"), help: "Skip the first line of the script.")
  var skipFirstLine = false
  @Flag(name: .customShort("b"), help: "Warn where bytes meet str or int; twice: as errors.")
  var bytesWarning: Int
  @Flag(name: .customShort("s"), help: "Accepted: there is no user site folder.")
  var noUserSite = false
  @Flag(name: .customShort("S"), help: "Accepted: there is no site module.")
  var noSite = false
  @Flag(name: .customShort("B"), help: "Accepted: no bytecode files are written.")
  var dontWriteBytecode = false
  @Flag(name: .customShort("d"), help: "Accepted.")
  var debug: Int
  @Flag(name: .customShort("v"), help: "Tell of each import; twice: of each path tried.")
  var verbose: Int
  @Flag(
    name: [.customShort("V"), .customLong("version")],
    help: "Print the version; the long option tells build, mode and processor, too.")
  var version: Int
  @Option(
    name: .customLong("ast"),
    help: ArgumentHelp("As racer ast.", valueName: "file"), completion: .file(extensions: ["py"]))
  var ast: String?
  @Option(
    name: .customLong("dis"),
    help: ArgumentHelp("As racer dis.", valueName: "file"), completion: .file(extensions: ["py"]))
  var dis: String?
  @Flag(name: .customLong("doctor"), help: "As racer doctor.")
  var doctor = false
}
