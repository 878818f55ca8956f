import ArgumentParser
import Glibc
import Tools

/// `racer compare`: one script in both modes, measured side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run a script with and without the global lock and compare.",
    discussion: """
      The script reads its number of threads from RACER_THREADS. It may write measurements of its \
      own, as lines of name, value and unit with tabs between, to the file that RACER_METRICS \
      names. Folders of the files to write are made. Runs that fail, and runs whose output, errors or \
      exit code differ, are reported and make the exit code 1.
      """)

  @Option(help: "How many threads to try, with commas between.")
  var threads = "1,2"

  @Option(help: "How many measured runs of each.")
  var runs = 5

  @Option(help: "How many runs before those, whose times don't count.")
  var warmUps = 1

  @Option(help: "Give up a run after so many seconds.")
  var timeout = 600.0

  @Option(help: "Write all measurements to a file (- is standard output).", completion: .file())
  var json: String?

  @Option(help: "Write a line for each run to a file, with commas between.", completion: .file())
  var csv: String?

  @Option(help: "Write a page with charts to a file.", completion: .file())
  var html: String?

  @Option(help: "Write each chart to a file of a folder.", completion: .directory)
  var svg: String?

  @Option(
    help: ArgumentHelp("Measure another build of Racer than this one.", visibility: .hidden),
    completion: .file())
  var racer: String?

  @Option(
    help: "Another Python to measure beside; may be given again.", completion: .file())
  var peer: [String] = []

  @Argument(help: "The script.", completion: .file(extensions: ["py"]))
  var script: String

  @Argument(parsing: .captureForPassthrough, help: "The script's own arguments.")
  var arguments: [String] = []

  mutating func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs must be at least 1.") }
    guard warmUps >= 0 else { throw ValidationError("--warm-ups must not be negative.") }
    _ = try threadCounts()
  }

  private func threadCounts() throws -> [Int] {
    let counts = threads.split(separator: ",").map { Int($0) ?? 0 }
    guard !counts.isEmpty, counts.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--threads takes numbers with commas between, as in 1,2,4.")
    }
    return counts
  }

  mutating func run() throws {
    try requireReadableScript()
    let targets = ReportTargets(json: json, csv: csv, html: html, svg: svg)
    let result: CompareResult
    do {
      try targets.prepare()
      result = try measure()
      if !targets.takeStandardOutput {
        Console.print(TextReport(result).lines().joined(separator: "\n"))
      }
      try targets.write(result)
    } catch let failure as ChildProcess.Failure {
      throw Self.exit(failure)
    } catch let failure as OutputFile.Failure {
      throw Self.exit(failure)
    }
    if !result.findings.isEmpty || result.failure != nil { throw ExitCode(1) }
  }

  private static func exit(_ failure: some CustomStringConvertible) -> ExitCode {
    Console.printError("racer compare: \(failure)")
    return ExitCode(2)
  }

  /// Fails as a run of the script would when there is no such file.
  private func requireReadableScript() throws {
    do {
      _ = try ScriptSource.read(.script(path: script))
    } catch {
      throw ExitCode(error.exitCode)
    }
  }

  private func measure() throws -> CompareResult {
    var contenders = Contender.racer(executable: racer ?? Environment.ownExecutable)
    for path in peer { contenders += try Contender.peer(executable: path) }
    var plan = ComparePlan(
      script: script, arguments: arguments, contenders: contenders,
      threadCounts: try threadCounts(), runs: runs)
    plan.warmUps = warmUps
    plan.timeLimit = timeout
    var runner = CompareRunner(plan: plan)
    let line = ProgressLine()
    runner.show = { line.show($0) }
    defer { line.clear() }
    do {
      return try runner.run()
    } catch let interruption as CompareRunner.Interruption {
      line.clear()
      Console.printError(
        "racer compare: stopped after \(interruption.done) of \(interruption.total) runs")
      // Ends as the signal would have ended it.
      signal(interruption.signal, SIG_DFL)
      kill(getpid(), interruption.signal)
      throw ExitCode(128 + interruption.signal)
    }
  }
}
