/// A comparison as JSON: every sample, and the figures of the text table.
package enum JSONReport {
  package static func make(_ result: CompareResult) -> JSON {
    let plan = result.plan
    return .object([
      ("script", .string(plan.script)),
      ("arguments", .array(plan.arguments.map(JSON.string))),
      ("processor", .string(result.machine.processor)),
      ("processors", .integer(result.machine.processorCount)),
      ("loadBefore", .number(result.machine.load)),
      ("runs", .integer(plan.runs)),
      ("rows", .array(result.rows.map { row(result, $0) })),
      ("agree", .bool(result.findings.isEmpty)),
      ("failure", result.failure.map(JSON.string) ?? .null),
      ("findings", .array(result.findings.map(finding))),
    ])
  }

  private static func row(_ result: CompareResult, _ row: CompareResult.Row) -> JSON {
    let interval = row.wallTime.medianInterval()
    return .object([
      ("mode", .string(result.plan.contenders[row.cell.contender].name)),
      ("threads", .integer(row.cell.threads)),
      ("wallSeconds", .number(row.wallTime.median)),
      (
        "wallSecondsInterval",
        .array([.number(interval.lowerBound), .number(interval.upperBound)])
      ),
      ("wallSecondsMinimum", .number(row.wallTime.minimum)),
      ("wallSecondsMaximum", .number(row.wallTime.maximum)),
      ("cpuSeconds", .number(row.cpuTime.median)),
      ("utilisation", .number(row.utilisation)),
      ("peakBytes", .integer(row.peakMemory)),
      ("contextSwitches", .integer(row.contextSwitches)),
      ("speedUpOverGIL", .number(result.speedUp(row))),
      ("scalingOverOneThread", .number(result.scaling(row))),
      ("waits", .array(row.waits.map(wait))),
      ("samples", .array(row.samples.map(sample))),
      ("metrics", .array(result.metrics(row).map(metric))),
    ])
  }

  private static func sample(_ outcome: ChildProcess.Outcome) -> JSON {
    .object([
      ("wallSeconds", .number(outcome.wallTime)),
      ("userSeconds", .number(outcome.userTime)),
      ("systemSeconds", .number(outcome.systemTime)),
      ("peakBytes", .integer(outcome.peakMemory)),
      ("voluntarySwitches", .integer(outcome.voluntarySwitches)),
      ("involuntarySwitches", .integer(outcome.involuntarySwitches)),
      ("exit", .string(outcome.status.description)),
      ("waits", .array(WaitFigure.parse(outcome.counters).map(wait))),
    ])
  }

  private static func wait(_ figure: WaitFigure) -> JSON {
    .object([
      ("for", .string(figure.kind.rawValue)),
      ("count", .number(figure.count)),
      ("seconds", .number(figure.seconds)),
    ])
  }

  private static func metric(_ metric: Metric) -> JSON {
    .object([
      ("name", .string(metric.key.name)),
      ("unit", .string(metric.key.unit)),
      ("median", .number(metric.values.median)),
      ("minimum", .number(metric.values.minimum)),
      ("maximum", .number(metric.values.maximum)),
    ])
  }

  private static func finding(_ finding: Agreement.Finding) -> JSON {
    .object([
      ("subject", .string(finding.subject)),
      ("cell", .string(finding.cell)),
      ("runs", .integer(finding.runs)),
      ("reference", .string(finding.reference)),
      ("detail", .string(finding.detail)),
    ])
  }
}
