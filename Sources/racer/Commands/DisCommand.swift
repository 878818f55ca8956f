import ArgumentParser
import Tools

/// `racer dis`: the bytecode that a script compiles to.
struct DisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dis", abstract: "Print the bytecode of a script.")

  @Argument(help: "The script, or - for standard input.", completion: .file(extensions: ["py"]))
  var file: String

  mutating func run() throws {
    Console.printError("racer dis: the compiler is not there yet")
    throw ExitCode(1)
  }
}
