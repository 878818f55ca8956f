/// A comparison as comma-separated values: one line for each run.
package enum CSVReport {
  package static func text(_ result: CompareResult) -> String {
    var lines = [
      "mode,threads,run,wall_s,user_s,system_s,peak_bytes,voluntary_switches,"
        + "involuntary_switches,exit"
    ]
    for row in result.rows {
      let name = quote(result.plan.contenders[row.cell.contender].name)
      for (index, sample) in row.samples.enumerated() {
        let fields = [
          name, "\(row.cell.threads)", "\(index + 1)", "\(sample.wallTime)", "\(sample.userTime)",
          "\(sample.systemTime)", "\(sample.peakMemory)", "\(sample.voluntarySwitches)",
          "\(sample.involuntarySwitches)", quote(sample.status.description),
        ]
        lines.append(fields.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quote(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
