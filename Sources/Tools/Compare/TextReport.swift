/// A comparison as a table for the terminal.
package struct TextReport {
  private let result: CompareResult
  private static let barWidth = 24

  package init(_ result: CompareResult) {
    self.result = result
  }

  package func lines() -> [String] {
    heading + [""] + timeTable() + resourceTable() + waitTable() + metricTable() + findings()
  }

  private var heading: [String] {
    let plan = result.plan
    let command = ([plan.script] + plan.arguments).joined(separator: " ")
    let runs = "\(plan.runs) run\(plan.runs == 1 ? "" : "s") each, in turn"
    let machine = result.machine
    let line = "\(command): \(runs), \(machine.processorCount) processors (\(machine.processor))"
    guard machine.isBusy else { return [line] }
    let load = Decimal.text(machine.load, digits: 1)
    return [line, "The machine was busy before (load \(load)): the times say little."]
  }

  private func timeTable() -> [String] {
    var table = TextTable([
      ("mode", .left), ("threads", .right), ("wall time", .right), ("95 % interval", .right),
      ("vs gil", .right), ("vs 1 thread", .right), ("", .left),
    ])
    let slowest = result.rows.map(\.wallTime.median).max() ?? 1
    for row in result.rows {
      let interval = row.wallTime.medianInterval()
      table.append([
        name(row), String(row.cell.threads), Decimal.duration(row.wallTime.median),
        Decimal.durations(interval.lowerBound, interval.upperBound),
        Self.ratio(result.speedUp(row)),
        Self.ratio(result.scaling(row)),
        TextTable.bar(row.wallTime.median / slowest, width: Self.barWidth),
      ])
    }
    return table.lines()
  }

  private func name(_ row: CompareResult.Row) -> String {
    result.plan.contenders[row.cell.contender].name
  }

  private func resourceTable() -> [String] {
    var table = TextTable([
      ("mode", .left), ("threads", .right), ("CPU time", .right), ("CPUs busy", .right),
      ("peak memory", .right), ("context switches", .right),
    ])
    for row in result.rows {
      table.append([
        name(row), String(row.cell.threads), Decimal.duration(row.cpuTime.median),
        Decimal.text(row.utilisation, digits: 2), Decimal.megabytes(row.peakMemory),
        String(row.contextSwitches),
      ])
    }
    return ["", "What it took (medians):"] + table.lines()
  }

  /// Left out where nobody waited.
  private func waitTable() -> [String] {
    guard result.rows.contains(where: { $0.waits.contains { $0.count > 0 } }) else { return [] }
    var table = TextTable(
      [("mode", .left), ("threads", .right)]
        + WaitFigure.Kind.allCases.map { (title: $0.rawValue, alignment: .right) })
    for row in result.rows {
      table.append([name(row), String(row.cell.threads)] + row.waitCells)
    }
    return ["", "What threads waited for (times × mean duration, medians):"] + table.lines()
  }

  private func metricTable() -> [String] {
    let keys = result.metricKeys
    guard !keys.isEmpty else { return [] }
    var table = TextTable(
      [("mode", .left), ("threads", .right)] + keys.map { (title: $0.name, alignment: .right) })
    for row in result.rows {
      let cells = keys.map { result.metric(row, $0)?.text ?? "–" }
      table.append([name(row), String(row.cell.threads)] + cells)
    }
    return ["", "What the script measured itself (medians):"] + table.lines()
  }

  /// Only the first few: one cause makes every later run differ too.
  private func findings() -> [String] {
    let failure = result.failure.map { ["", $0 + "."] } ?? []
    guard !result.findings.isEmpty else {
      return failure + ["", "All runs agree: same output, same errors, same exit code."]
    }
    let shown = result.findings.prefix(5).map { "  \($0)" }
    let rest = result.findings.count - shown.count
    return failure + ["", "THE RUNS DO NOT AGREE (\(result.findings.count) findings):"] + shown
      + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private static func ratio(_ value: Double) -> String {
    value.isFinite ? Decimal.text(value, digits: 2) + "x" : "–"
  }
}
