import Glibc
import Tools

/// Reads a command line the way CPython's own does: short options may be joined (`-Sc pass`), the
/// first word that is no option names the script, and everything after `-c`, `-m` or the script
/// belongs to the program.
struct CommandLineScanner {
  enum Result: Equatable {
    case launch(LaunchOptions)
    case help
    case moreHelp(option: String)
    case version(VersionForm)
    case tool(name: String, file: [String])
    case failure(message: String, code: Int32)
  }

  /// `-V`, `-VV` and `--version`.
  enum VersionForm: Equatable {
    case short, detailed
    case full(usesGIL: Bool)
  }

  /// An option that ends the scan with a result.
  struct Stop: Error {
    var result: Result
  }

  static let usage = """
    usage: racer [option] ... [-c cmd | -m mod | file | -] [arg] ...
    Try `racer -h' for more information.

    """

  var options = LaunchOptions()
  /// `-X gil` or `--gil`, the last one given.
  var gilChoice: String?
  private var remaining: ArraySlice<String>
  private var versionCount = 0
  private var wantsFullVersion = false
  private var program: LaunchOptions.Program?

  private init(_ arguments: [String]) {
    remaining = arguments[...]
  }

  static func scan(_ arguments: [String]) -> Result {
    var scanner = CommandLineScanner(arguments)
    do {
      return try .launch(scanner.run())
    } catch let stop as Stop {
      return stop.result
    } catch {
      return .failure(message: "\(error)\n", code: 2)
    }
  }

  private mutating func run() throws -> LaunchOptions {
    while program == nil, let word = remaining.first, word.hasPrefix("-"), word != "-" {
      remaining.removeFirst()
      if word == "--" { break }
      try word.hasPrefix("--") ? longOption(word) : shortOptions(word)
    }
    if wantsFullVersion {
      try readEnvironment()
      throw Stop(result: .version(.full(usesGIL: options.usesGIL)))
    }
    if versionCount > 0 { throw Stop(result: .version(versionCount > 1 ? .detailed : .short)) }
    try readEnvironment()
    options.program = try program ?? positionalProgram()
    options.arguments = Array(remaining)
    return options
  }

  private mutating func positionalProgram() throws -> LaunchOptions.Program {
    guard let word = remaining.popFirst() else {
      let isTerminal = Environment.isTerminal(0) || options.isInteractive
      return isTerminal ? .interactive : .standardInput(name: "")
    }
    return word == "-" ? .standardInput(name: "-") : .script(path: word)
  }

  private mutating func longOption(_ word: String) throws {
    switch word {
    case "--gil": gilChoice = "1"
    case "--help": throw Stop(result: .help)
    case "--help-all", "--help-env", "--help-xoptions": throw Stop(result: .moreHelp(option: word))
    case "--version": wantsFullVersion = true
    case "--ast", "--dis", "--doctor":
      throw Stop(result: .tool(name: String(word.dropFirst(2)), file: Array(remaining)))
    case "--check-hash-based-pycs": _ = try value(of: "check-hash-based-pycs", joined: "")
    default: throw fail("unknown option \(word)\n" + Self.usage)
    }
  }

  private mutating func shortOptions(_ word: String) throws {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      if try flag(letter) { continue }
      try valueOption(letter, joined: String(letters))
      return
    }
  }

  /// An option without a value; false when the letter is none.
  private mutating func flag(_ letter: Character) throws -> Bool {
    switch letter {
    case "b": options.bytesWarning += 1
    case "B": options.dontWriteBytecode = true
    case "d": options.debug += 1
    case "E": options.ignoresEnvironment = true
    case "h", "?": throw Stop(result: .help)
    case "i":
      options.inspects = true
      options.isInteractive = true
    case "I":
      options.isIsolated = true
      options.ignoresEnvironment = true
      options.noUserSite = true
      options.safePath = true
    case "O": options.optimization += 1
    case "P": options.safePath = true
    case "q": options.isQuiet = true
    case "R": break
    case "s": options.noUserSite = true
    case "S": options.noSite = true
    case "u": options.isUnbuffered = true
    case "v": options.verbosity += 1
    case "V": versionCount += 1
    case "x": options.skipsFirstLine = true
    default: return false
    }
    return true
  }

  private mutating func valueOption(_ letter: Character, joined: String) throws {
    switch letter {
    case "c": program = try .command(text: value(of: "c", joined: joined))
    case "m": program = try .module(name: value(of: "m", joined: joined))
    case "W": options.warnings.append(try value(of: "W", joined: joined))
    case "X": implementationOption(try value(of: "X", joined: joined))
    default: throw fail("Unknown option: -\(letter)\n" + Self.usage)
    }
  }

  private mutating func value(of option: String, joined: String) throws -> String {
    if !joined.isEmpty { return joined }
    guard let word = remaining.popFirst() else {
      throw fail("Argument expected for the -\(option) option\n" + Self.usage)
    }
    return word
  }

  private mutating func implementationOption(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count > 1 ? String(parts[1]) : nil
    let option = LaunchOptions.ImplementationOption(name: String(parts[0]), value: value)
    if option.name == "gil" { gilChoice = option.value ?? "" }
    if option.name == "faulthandler" { options.showsFaults = true }
    options.implementationOptions.append(option)
  }

  func fail(_ message: String, code: Int32 = 2) -> Stop {
    Stop(result: .failure(message: message, code: code))
  }
}
