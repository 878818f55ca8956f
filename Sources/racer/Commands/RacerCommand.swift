import ArgumentParser
import Glibc

/// The command line as help, completions and the manual show it.
///
/// Script runs never come here: `CommandLineScanner` reads them by CPython's rules, which are not
/// an argument parser's (what follows the script is the script's). The options below are declared
/// so that help lists them; a test holds the two together.
struct RacerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "racer",
    abstract: "Runs Python 3.13 scripts on real threads, without a global lock.",
    usage: """
      racer [options] script.py [arguments]
      racer [options] -c command [arguments]
      racer [options] -m module [arguments]
      racer <subcommand> …
      """,
    discussion: """
      Without a script, or with - for one, source is read from standard input. What follows the \
      script is the script's own. A script whose name is that of a \
      subcommand is named by a path, as in ./compare.
      """,
    subcommands: [CompareCommand.self, DisCommand.self, AstCommand.self])

  @OptionGroup(title: "Python options") var python: PythonOptions

  static func isToolWord(_ word: String) -> Bool {
    if word == "help" || word.hasPrefix("--generate-completion-script") { return true }
    if word == "--experimental-dump-help" { return true }
    return configuration.subcommands.contains { $0.configuration.commandName == word }
  }

  /// Parses and runs; the exit code instead of the exit that `main()` would make.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if !text.isEmpty { write(text + "\n", code == .success ? 1 : 2) }
      return code == .validationFailure ? 2 : code.rawValue
    }
  }

  private static func write(_ text: String, _ descriptor: Int32) {
    var text = text
    text.withUTF8 { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}

/// The flags that a Python user knows, as `CommandLineScanner` understands them.
struct PythonOptions: ParsableArguments {
  @Option(name: .customShort("c"), help: "Run the text as a program; ends the options.")
  var command: String?
  @Option(name: .customShort("m"), help: "Run a module as a script; ends the options.")
  var module: String?
  @Flag(name: .customLong("gil"), help: "Take turns under a global lock, as CPython's threads do.")
  var gil = false
  @Option(
    name: .customShort("X"),
    help: ArgumentHelp(
      "gil=0 or gil=1: without or with the global lock; others are kept in sys._xoptions.",
      valueName: "option"))
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
  @Flag(name: .customShort("s"), help: "Accepted: there is no user site folder.")
  var noUserSite = false
  @Flag(name: .customShort("S"), help: "Accepted: there is no site module.")
  var noSite = false
  @Flag(name: .customShort("B"), help: "Accepted: no bytecode files are written.")
  var dontWriteBytecode = false
  @Flag(name: .customShort("b"), help: "Warn when bytes and text are compared.")
  var bytesWarning: Int
  @Flag(name: .customShort("d"), help: "Accepted.")
  var debug: Int
  @Flag(name: .customShort("v"), help: "Tell what is imported.")
  var verbose: Int
  @Flag(name: .customShort("x"), help: "Skip the first line of the script.")
  var skipFirstLine = false
  @Option(
    name: .customShort("W"), help: ArgumentHelp("A warning filter.", valueName: "filter"))
  var warnings: [String] = []
  @Flag(
    name: [.customShort("V"), .customLong("version")],
    help: "Print the version; twice: more about the build.")
  var version: Int
  @Option(
    name: .customLong("ast"), help: ArgumentHelp("As racer ast.", valueName: "file"))
  var ast: String?
  @Option(
    name: .customLong("dis"), help: ArgumentHelp("As racer dis.", valueName: "file"))
  var dis: String?
}
