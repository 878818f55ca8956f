/// Runs a plan: round after round, in each round every cell once, so that whatever else the machine
/// does meanwhile touches all cells alike. Odd rounds go backwards for the same reason.
package struct CompareRunner {
  package let plan: ComparePlan
  /// Called before each run.
  package var show: (CompareProgress) -> Void = { _ in }

  /// A signal ended the comparison.
  package struct Interruption: Error {
    package var signal: Int32
    package var done: Int
    package var total: Int
  }

  package init(plan: ComparePlan) {
    self.plan = plan
  }

  package func run() throws -> CompareResult {
    var samples: [ComparePlan.Cell: [ChildProcess.Outcome]] = [:]
    var agreement = Agreement()
    let cells = plan.cells
    let machine = Machine()
    var progress = CompareProgress(plan)
    for round in 0..<plan.warmUps + plan.runs {
      for cell in round % 2 == 0 ? cells : cells.reversed() {
        progress.begin(cell)
        show(progress)
        var outcome = try run(cell, progress)
        agreement.add(outcome, cell: plan.label(cell))
        outcome.output = .none
        outcome.errors = .none
        if round >= plan.warmUps { samples[cell, default: []].append(outcome) }
        progress.end(cell, after: outcome.wallTime)
      }
    }
    let rows = cells.map { CompareResult.Row(cell: $0, samples: samples[$0] ?? []) }
    var result = CompareResult(plan: plan, rows: rows, findings: agreement.findings)
    result.failure = agreement.failure
    result.machine = machine
    return result
  }

  private func run(_ cell: ComparePlan.Cell, _ progress: CompareProgress) throws
    -> ChildProcess.Outcome
  {
    do {
      return try plan.process(for: cell).run()
    } catch let interruption as ChildProcess.Interruption {
      throw Interruption(
        signal: interruption.signal, done: progress.done, total: progress.total)
    }
  }
}
