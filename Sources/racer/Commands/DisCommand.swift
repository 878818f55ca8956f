import ArgumentParser
import struct Bytecode.Disassembler
import Compiler
import Syntax
import Tools

/// `racer dis`: the bytecode that a script compiles to.
struct DisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dis", abstract: "Print the bytecode of a script.")

  @Flag(name: .customShort("O"), help: "As the option of that name for a run.")
  var optimize: Int

  @ArgumentParser.Argument(
    help: "The script, or - for standard input.", completion: .file(extensions: ["py"]))
  var file: String

  mutating func run() throws {
    let source = try SourceFile(file)
    var options = CompilerOptions()
    options.optimization = optimize
    do {
      let code = try Compiler.compile(
        try source.parse(), filename: source.name,
        source: String(decoding: source.bytes, as: UTF8.self), options: options)
      Console.write(Disassembler(code).text(), to: 1)
    } catch let error as SyntaxError {
      SourceFile.report(error)
      throw ExitCode(1)
    }
  }
}
