/// What is to be compared: a script, run by each contender with each number of threads.
package struct ComparePlan: Sendable {
  package var script: String
  package var arguments: [String]
  package var contenders: [Contender]
  package var threadCounts: [Int]
  package var runs: Int
  /// Runs before the measured ones, whose times are thrown away (their output is still compared).
  package var warmUps = 1
  package var timeLimit = 600.0

  package init(
    script: String, arguments: [String], contenders: [Contender], threadCounts: [Int], runs: Int
  ) {
    self.script = script
    self.arguments = arguments
    self.contenders = contenders
    self.threadCounts = threadCounts
    self.runs = runs
  }

  /// One contender with one number of threads.
  package struct Cell: Hashable, Sendable {
    package var contender: Int
    package var threads: Int
  }

  /// Every cell: by thread count, then by contender.
  package var cells: [Cell] {
    threadCounts.flatMap { threads in
      contenders.indices.map { Cell(contender: $0, threads: threads) }
    }
  }

  package func process(for cell: Cell) -> ChildProcess {
    let contender = contenders[cell.contender]
    var process = ChildProcess(
      executable: contender.executable, arguments: contender.options + [script] + arguments)
    process.environment = contender.environment
    process.environment["RACER_THREADS"] = String(cell.threads)
    process.timeLimit = timeLimit
    return process
  }

  package func label(_ cell: Cell) -> String {
    "\(contenders[cell.contender].name), \(cell.threads) thread\(cell.threads == 1 ? "" : "s")"
  }
}
