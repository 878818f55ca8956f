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
      subcommand is named by a path, as in ./compare. --help-env and --help-xoptions tell of \
      environment variables and of what -X takes.
      """,
    subcommands: [CompareCommand.self, DisCommand.self, AstCommand.self, DoctorCommand.self])

  @OptionGroup(title: "Python options") var python: PythonOptions

  static func isToolWord(_ word: String) -> Bool {
    if word == "help" || word.hasPrefix("--generate-completion-script") { return true }
    if word == "--experimental-dump-help" { return true }
    return configuration.subcommands.contains { $0.configuration.commandName == word }
  }

  /// Parses and runs; the exit code instead of the exit that `main()` would make.
  static func run(_ arguments: [String]) -> Int32 {
    if let script = CompletionScripts.text(arguments) {
      write(script, 1)
      return 0
    }
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
