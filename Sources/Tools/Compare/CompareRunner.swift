/// Runs a plan: round after round, in each round every cell once, so that whatever else the machine
/// does meanwhile touches all cells alike. Odd rounds go backwards for the same reason.
package struct CompareRunner {
  package let plan: ComparePlan
  /// Called before each run with the number of runs done, of all runs, and what runs next.
  package var progress: (Int, Int, String) -> Void = { _, _, _ in }

  package init(plan: ComparePlan) {
    self.plan = plan
  }

  package func run() throws -> CompareResult {
    var samples: [ComparePlan.Cell: [ChildProcess.Outcome]] = [:]
    var agreement = Agreement()
    let cells = plan.cells
    let machine = Machine()
    let rounds = plan.warmUps + plan.runs
    var done = 0
    for round in 0..<rounds {
      for cell in round % 2 == 0 ? cells : cells.reversed() {
        progress(done, rounds * cells.count, plan.label(cell))
        var outcome = try plan.process(for: cell).run()
        agreement.add(outcome, cell: plan.label(cell))
        outcome.output = []
        outcome.errors = []
        if round >= plan.warmUps { samples[cell, default: []].append(outcome) }
        done += 1
      }
    }
    progress(done, done, "")
    let rows = cells.map { CompareResult.Row(cell: $0, samples: samples[$0] ?? []) }
    var result = CompareResult(plan: plan, rows: rows, findings: agreement.findings)
    result.machine = machine
    return result
  }
}
