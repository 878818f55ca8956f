import ArgumentParser
import Tools

/// `racer compare`: one script in both modes, measured side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run a script with and without the global lock and compare.",
    discussion: """
      The script reads its number of threads from RACER_THREADS. It may write measurements of its \
      own, as lines of name, value and unit with tabs between, to the file that RACER_METRICS \
      names. Runs whose output, errors or exit code differ are reported, and make the exit code 1.
      """)

  @Option(help: "How many threads to try, with commas between.")
  var threads = "1,2"

  @Option(help: "How many measured runs of each.")
  var runs = 5

  @Option(help: "How many runs before those, whose times don't count.")
  var warmUps = 1

  @Option(help: "Give up a run after so many seconds.")
  var timeout = 600.0

  @Option(help: "Write all measurements to a file (- is standard output).")
  var json: String?

  @Option(help: "Write a line for each run to a file, with commas between.")
  var csv: String?

  @Option(help: "Write a page with charts to a file.")
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
    let result: CompareResult
    do {
      result = try measure()
    } catch let failure as ChildProcess.Failure {
      Console.printError("racer compare: \(failure)")
      throw ExitCode(2)
    }
    if ![json, csv, html].contains("-") {
      Console.print(TextReport(result).lines().joined(separator: "\n"))
    }
    try save(json) { JSONReport.make(result).text() + "\n" }
    try save(csv) { CSVReport.text(result) }
    try save(html) { HTMLReport(result).text() }
    if let svg {
      for picture in ChartPicture.all(result) {
        try save("\(svg)/\(picture.name)") { picture.text }
      }
    }
    if !result.findings.isEmpty { throw ExitCode(1) }
  }

  private func save(_ path: String?, _ text: () -> String) throws {
    guard let path else { return }
    if !Console.save(text(), at: path) {
      Console.printError("racer compare: can't write '\(path)'")
      throw ExitCode(2)
    }
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
    runner.progress = { line.show($0, of: $1, next: $2) }
    return try runner.run()
  }
}
