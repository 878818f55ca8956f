import ArgumentParser
import struct Syntax.ASTDump
import Tools

/// `racer ast`: the syntax tree of a script, printed as `ast.dump(tree, indent=2)` does.
struct AstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ast", abstract: "Print the syntax tree of a script.")

  @Flag(help: "Print the place of each node too.")
  var positions = false

  @Argument(help: "The script, or - for standard input.", completion: .file(extensions: ["py"]))
  var file: String

  mutating func run() throws {
    let source = try SourceFile(file)
    let tree = try source.parse()
    Console.print(ASTDump.text(tree, includesAttributes: positions))
  }
}
