/// A comparison as one page that needs nothing else: charts, all figures, and what did not agree.
package struct HTMLReport {
  private let result: CompareResult
  /// As many colours as the style sheet has; further contenders start over.
  private static let colourCount = 6
  private static let metricChartCount = 4

  package init(_ result: CompareResult) {
    self.result = result
  }

  package func text() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTML.escape(script)): racer compare</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(HTML.escape(script))</h1>
    <p>\(HTML.escape(introduction))</p>
    \(verdict)
    \(legend)
    <div class="charts">
    \(charts.map(figure).joined(separator: "\n"))
    </div>
    <h2>Figures</h2>
    \(figures)
    \(waits)
    \(metrics)
    <h2>How to read this</h2>
    \(Self.explanation)
    </main>
    </body>
    </html>

    """
  }

  private var script: String {
    ([result.plan.script] + result.plan.arguments).joined(separator: " ")
  }

  private var introduction: String {
    let machine = result.machine
    let busy = "The machine was busy before (load \(Decimal.text(machine.load, digits: 1)))."
    return
      "\(result.plan.runs) runs of each kind, in turn, on \(machine.processorCount) processors "
      + "(\(machine.processor)).\(machine.isBusy ? " " + busy : "")"
  }

  private func name(_ contender: Int) -> String { result.plan.contenders[contender].name }

  private var verdict: String {
    let failure = result.failure.map { "<p class=\"bad\">\(HTML.escape($0)).</p>" } ?? ""
    if result.findings.isEmpty {
      return failure
        + "<p class=\"good\">All runs agree: same output, same errors, same exit code.</p>"
    }
    let items = result.findings.prefix(10).map { "<li>\(HTML.escape($0.description))</li>" }
    let heading = "The runs do not agree (\(result.findings.count) findings)."
    return failure + "<div class=\"bad\"><p>\(heading)</p><ul>" + items.joined() + "</ul></div>"
  }

  private var legend: String {
    let entries = result.plan.contenders.indices.map {
      "<li class=\"\(style($0))\"><i></i>\(HTML.escape(name($0)))</li>"
    }
    return "<ul class=\"legend\">" + entries.joined()
      + "<li class=\"ideal\"><i></i>ideal</li></ul>"
  }

  private func style(_ contender: Int) -> String { "s\(contender % Self.colourCount)" }

  private func figure(_ chart: LineChart) -> String {
    let title = HTML.escape(chart.title)
    return "<figure><figcaption>\(title)</figcaption>\n\(chart.svg())\n</figure>"
  }

  var charts: [LineChart] {
    let speedUp = series { result.speedUp($0) }
    return [
      LineChart(
        title: "Time", quantity: "seconds",
        series: series(interval: { $0.wallTime.medianInterval() }) { $0.wallTime.median }),
      LineChart(
        title: "Scaling over one thread", quantity: "times as fast",
        series: [ideal] + series { result.scaling($0) }),
      LineChart(title: "Speed-up over the global lock", quantity: "times as fast", series: speedUp),
      LineChart(
        title: "Processors busy", quantity: "processors", series: series { $0.utilisation }),
    ] + metricCharts
  }

  /// One chart for each of the first few things that the script measured itself.
  private var metricCharts: [LineChart] {
    result.metricKeys.prefix(Self.metricChartCount).map { key in
      LineChart(
        title: Self.capitalized(key.name), quantity: key.unit,
        series: series { result.metric($0, key)?.values.median ?? .nan })
    }
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func series(
    interval: ((CompareResult.Row) -> ClosedRange<Double>)? = nil,
    _ value: (CompareResult.Row) -> Double
  ) -> [LineChart.Series] {
    result.plan.contenders.indices.map { contender in
      let rows = result.rows.filter { $0.cell.contender == contender }
      let points = rows.map {
        LineChart.Point(threads: $0.cell.threads, value: value($0), interval: interval?($0))
      }
      return LineChart.Series(
        name: name(contender), style: style(contender),
        points: points.filter { $0.value.isFinite })
    }
  }

  /// As many times as fast as there are threads, up to the processors there are.
  private var ideal: LineChart.Series {
    let points = result.plan.threadCounts.sorted().map {
      LineChart.Point(
        threads: $0, value: Double(min($0, result.machine.processorCount)), interval: nil)
    }
    return LineChart.Series(name: "ideal", style: "ideal", points: points)
  }

  private var figures: String {
    let rows = result.rows.map { row in
      let interval = row.wallTime.medianInterval()
      return [
        name(row.cell.contender), String(row.cell.threads), Decimal.duration(row.wallTime.median),
        Decimal.durations(interval.lowerBound, interval.upperBound),
        Decimal.duration(row.cpuTime.median), Decimal.text(row.utilisation, digits: 2),
        Decimal.megabytes(row.peakMemory), String(row.contextSwitches),
        Decimal.text(result.speedUp(row), digits: 2), Decimal.text(result.scaling(row), digits: 2),
      ]
    }
    return HTML.table(
      header: [
        "mode", "threads", "wall time", "95 % interval", "CPU time", "CPUs busy", "peak memory",
        "switches", "vs gil", "vs 1 thread",
      ], rows: rows)
  }

  /// Left out where nobody waited.
  private var waits: String {
    guard result.rows.contains(where: { $0.waits.contains { $0.count > 0 } }) else { return "" }
    let rows = result.rows.map { row in
      [name(row.cell.contender), String(row.cell.threads)] + row.waitCells
    }
    return "<h2>What threads waited for (times × mean duration)</h2>"
      + HTML.table(
        header: ["mode", "threads"] + WaitFigure.Kind.allCases.map(\.rawValue), rows: rows)
      + Self.waitExplanation
  }

  private static let waitExplanation = """
    <p>Object locks guard single objects; script locks are those that the script made, where waiting
    for work counts too; the global lock is waited for in that mode only; in a stop one thread holds
    all others still. Other Pythons do not tell.</p>
    """

  private var metrics: String {
    let keys = result.metricKeys
    guard !keys.isEmpty else { return "" }
    let rows = result.rows.map { row in
      [name(row.cell.contender), String(row.cell.threads)]
        + keys.map { result.metric(row, $0)?.text ?? "–" }
    }
    return "<h2>What the script measured itself (medians)</h2>"
      + HTML.table(header: ["mode", "threads"] + keys.map(\.name), rows: rows)
  }

  private static let explanation = """
    <p>Wall time is the median of the runs; its interval is where the median lies with 95 %
    confidence (bootstrap), drawn as a bar through the point. Processors busy is processor time over
    wall time. Scaling compares a mode with itself on one thread; the ideal ends at the number of
    processors. Speed-up compares with the global lock and as many threads.</p>
    """
}
