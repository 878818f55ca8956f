/// A comparison as comma-separated values: one line for each run.
package enum CSVReport {
  package static func text(_ result: CompareResult) -> String {
    let waits = WaitFigure.Kind.allCases.map { ",\($0.identifier)_count,\($0.identifier)_s" }
    var lines = [
      "mode,threads,run,wall_s,user_s,system_s,peak_bytes,voluntary_switches,"
        + "involuntary_switches,exit" + waits.joined()
    ]
    for row in result.rows {
      let name = quote(result.plan.contenders[row.cell.contender].name)
      for (index, sample) in row.samples.enumerated() {
        let fields =
          [
            name, "\(row.cell.threads)", "\(index + 1)", "\(sample.wallTime)", "\(sample.userTime)",
            "\(sample.systemTime)", "\(sample.peakMemory)", "\(sample.voluntarySwitches)",
            "\(sample.involuntarySwitches)", quote(sample.status.description),
          ] + waitFields(sample)
        lines.append(fields.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Empty where the run reported none.
  private static func waitFields(_ sample: ChildProcess.Outcome) -> [String] {
    let figures = WaitFigure.parse(sample.counters)
    return WaitFigure.Kind.allCases.flatMap { kind in
      let figure = figures.first { $0.kind == kind }
      return figure.map { ["\(Int($0.count))", "\($0.seconds)"] } ?? ["", ""]
    }
  }

  private static func quote(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
