import Tools

/// Decides what a command line asks for. Scripts come first and cheaply: the argument parser's own
/// machinery is only touched for help, completions and the subcommands.
enum Entry {
  static func run(_ arguments: [String]) -> Int32 {
    if let word = arguments.first, RacerCommand.isToolWord(word) {
      return RacerCommand.run(arguments)
    }
    switch CommandLineScanner.scan(arguments) {
    case .launch(let options):
      return Launcher.run(options)
    case .help:
      return RacerCommand.run(["--help"])
    case .moreHelp(let option):
      Console.write(EnvironmentHelp.text(option) ?? "", to: 1)
      return 0
    case .version(let form):
      Console.print(Version.text(form))
      return 0
    case .tool(let name, let file):
      return RacerCommand.run([name] + file)
    case .failure(let message, let code):
      Console.write(message, to: 2)
      return code
    }
  }
}
