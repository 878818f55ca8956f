/// A comparison as a table for the terminal.
package struct TextReport {
  private let result: CompareResult
  private static let barWidth = 24

  package init(_ result: CompareResult) {
    self.result = result
  }

  package func lines() -> [String] {
    [heading, ""] + timeTable() + metricTable() + findings()
  }

  private var heading: String {
    let plan = result.plan
    let command = ([plan.script] + plan.arguments).joined(separator: " ")
    let runs = "\(plan.runs) run\(plan.runs == 1 ? "" : "s") each, in turn"
    return "\(command): \(runs), \(Environment.processorCount) processors"
  }

  private func timeTable() -> [String] {
    var table = TextTable([
      ("mode", .left), ("threads", .right), ("wall time", .right), ("spread", .right),
      ("CPU time", .right), ("CPUs busy", .right), ("peak memory", .right), ("switches", .right),
      ("vs gil", .right), ("vs 1 thread", .right), ("", .left),
    ])
    let slowest = result.rows.map(\.wallTime.median).max() ?? 1
    for row in result.rows {
      table.append([
        result.plan.contenders[row.cell.contender].name,
        String(row.cell.threads),
        Decimal.duration(row.wallTime.median),
        "±" + Decimal.text(row.wallTime.spread * 100, digits: 1) + " %",
        Decimal.duration(row.cpuTime.median),
        Decimal.text(row.utilisation, digits: 2),
        Decimal.megabytes(row.peakMemory),
        String(row.contextSwitches),
        Self.ratio(result.speedUp(row)),
        Self.ratio(result.scaling(row)),
        TextTable.bar(row.wallTime.median / slowest, width: Self.barWidth),
      ])
    }
    return table.lines()
  }

  private func metricTable() -> [String] {
    let measured = result.rows.map { (row: $0, metrics: result.metrics($0)) }
    guard let names = measured.map({ $0.metrics.map(\.key) }).max(by: { $0.count < $1.count }),
      !names.isEmpty
    else { return [] }
    var table = TextTable(
      [("mode", .left), ("threads", .right)] + names.map { (title: $0.name, alignment: .right) })
    for (row, metrics) in measured {
      let cells = names.map { name in
        metrics.first { $0.key == name }.map {
          Decimal.text($0.values.median, digits: 3) + " " + name.unit
        } ?? "–"
      }
      table.append(
        [result.plan.contenders[row.cell.contender].name, String(row.cell.threads)] + cells)
    }
    return ["", "What the script measured itself (medians):"] + table.lines()
  }

  /// Only the first few: one cause makes every later run differ too.
  private func findings() -> [String] {
    guard !result.findings.isEmpty else {
      return ["", "All runs agree: same output, same errors, same exit code."]
    }
    let shown = result.findings.prefix(5).map { "  \($0)" }
    let rest = result.findings.count - shown.count
    return ["", "THE RUNS DO NOT AGREE (\(result.findings.count) findings):"] + shown
      + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private static func ratio(_ value: Double) -> String {
    value.isFinite ? Decimal.text(value, digits: 2) + "x" : "–"
  }
}
