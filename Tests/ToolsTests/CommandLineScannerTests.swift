import XCTest

@testable import racer

final class CommandLineScannerTests: XCTestCase {
  private func launch(_ words: String...) throws -> LaunchOptions {
    let result = CommandLineScanner.scan(words)
    guard case .launch(let options) = result else {
      struct NoLaunch: Error { var result: CommandLineScanner.Result }
      throw NoLaunch(result: result)
    }
    return options
  }

  private func failure(_ words: String...) -> String {
    guard case .failure(let message, let code) = CommandLineScanner.scan(words) else { return "" }
    return "\(code): " + message.prefix { $0 != "\n" }
  }

  func testWhatFollowsTheScriptIsTheScripts() throws {
    let options = try launch("-u", "a.py", "-X", "--gil", "-c")
    XCTAssertEqual(options.program, .script(path: "a.py"))
    XCTAssertEqual(options.arguments, ["-X", "--gil", "-c"])
    XCTAssertTrue(options.isUnbuffered)
    XCTAssertFalse(options.usesGIL)
  }

  func testCommandAndModuleEndTheOptions() throws {
    let command = try launch("-Sc", "pass", "-W", "a")
    XCTAssertEqual(command.program, .command(text: "pass"))
    XCTAssertEqual(command.arguments, ["-W", "a"])
    XCTAssertTrue(command.noSite)
    XCTAssertEqual(try launch("-cpass").program, .command(text: "pass"))
    XCTAssertEqual(try launch("-m", "timeit", "x").program, .module(name: "timeit"))
  }

  func testStandardInput() throws {
    let options = try launch("-", "a")
    XCTAssertEqual(options.program, .standardInput(name: "-"))
    XCTAssertEqual(options.arguments, ["a"])
  }

  func testDoubleDashEndsTheOptions() throws {
    XCTAssertEqual(try launch("--", "-x.py").program, .script(path: "-x.py"))
  }

  func testJoinedOptions() throws {
    let options = try launch("-OOBqs", "-Wignore", "-W", "d", "-Xa=b", "-X", "c", "a.py")
    XCTAssertEqual(options.optimization, 2)
    XCTAssertTrue(options.dontWriteBytecode && options.isQuiet && options.noUserSite)
    XCTAssertEqual(options.warnings, ["ignore", "d"])
    XCTAssertEqual(
      options.implementationOptions,
      [.init(name: "a", value: "b"), .init(name: "c", value: nil)])
  }

  func testLastChoiceOfTheGlobalLockWins() throws {
    XCTAssertTrue(try launch("--gil", "a.py").usesGIL)
    XCTAssertTrue(try launch("-X", "gil=1", "a.py").usesGIL)
    XCTAssertFalse(try launch("--gil", "-Xgil=0", "a.py").usesGIL)
    XCTAssertEqual(
      failure("-X", "gil=2", "a.py"),
      "1: Fatal Python error: config_read_gil: PYTHON_GIL / -X gil must be \"0\" or \"1\"")
  }

  func testEnvironment() throws {
    setenv("PYTHON_GIL", "1", 1)
    setenv("PYTHONHASHSEED", "7", 1)
    defer {
      unsetenv("PYTHON_GIL")
      unsetenv("PYTHONHASHSEED")
    }
    XCTAssertTrue(try launch("a.py").usesGIL)
    XCTAssertEqual(try launch("a.py").hashSeed, 7)
    XCTAssertFalse(try launch("-Xgil=0", "a.py").usesGIL)
    XCTAssertFalse(try launch("-E", "a.py").usesGIL)
    XCTAssertNil(try launch("-I", "a.py").hashSeed)
    setenv("PYTHONHASHSEED", "many", 1)
    XCTAssertTrue(failure("a.py").hasPrefix("1: Fatal Python error: config_init_hash_seed"))
  }

  func testFailures() {
    XCTAssertEqual(failure("-z"), "2: Unknown option: -z")
    XCTAssertEqual(failure("--nothing"), "2: unknown option --nothing")
    XCTAssertEqual(failure("-c"), "2: Argument expected for the -c option")
  }

  func testVersionAndTools() {
    XCTAssertEqual(CommandLineScanner.scan(["-V"]), .version(.short))
    XCTAssertEqual(CommandLineScanner.scan(["-VV"]), .version(.detailed))
    XCTAssertEqual(
      CommandLineScanner.scan(["--gil", "--version"]), .version(.full(usesGIL: true)))
    XCTAssertEqual(CommandLineScanner.scan(["--dis", "f"]), .tool(name: "dis", file: ["f"]))
    XCTAssertEqual(CommandLineScanner.scan(["-?"]), .help)
  }

  /// Help is generated from declared options; the scanner must know every one of them.
  func testEveryFlagThatHelpListsIsUnderstood() {
    for line in RacerCommand.helpMessage(columns: 200).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first, first.hasPrefix("-") else { continue }
      let option = first.hasSuffix(",") ? String(first.dropLast()) : first
      let takesValue = words.count > 1 && words[1].hasPrefix("<")
      let result = CommandLineScanner.scan(takesValue ? [option, "0"] : [option, "a.py"])
      if case .failure(let message, _) = result { XCTFail("\(option): \(message)") }
    }
  }
}
