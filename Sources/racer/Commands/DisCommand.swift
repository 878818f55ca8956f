import ArgumentParser
import Bytecode
import Compiler
import Tools

/// `racer dis`: the bytecode that a script compiles to.
struct DisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dis", abstract: "Print the bytecode of a script.")

  @Argument(help: "The script, or - for standard input.", completion: .file(extensions: ["py"]))
  var file: String

  mutating func run() throws {
    let source = try SourceFile(file)
    let tree = try source.parse()
    do {
      Console.print(Disassembler(try Compiler.compile(tree, filename: source.name)).text())
    } catch {
      SourceFile.report(error)
      throw ExitCode(1)
    }
  }
}
