/// What a comparison measured. Reports (text, JSON, …) are written from this alone.
package struct CompareResult: Sendable {
  package struct Row: Sendable {
    package var cell: ComparePlan.Cell
    package var samples: [ChildProcess.Outcome]

    package init(cell: ComparePlan.Cell, samples: [ChildProcess.Outcome]) {
      self.cell = cell
      self.samples = samples
    }

    package var wallTime: Statistics { statistics(\.wallTime) }
    package var peakMemory: Int { samples.map(\.peakMemory).max() ?? 0 }
    package var cpuTime: Statistics { Statistics(samples.map { $0.userTime + $0.systemTime }) }

    /// Processors kept busy on average: processor time over wall time.
    package var utilisation: Double {
      Statistics(samples.map { ($0.userTime + $0.systemTime) / $0.wallTime }).median
    }

    package var contextSwitches: Int {
      let switches = samples.map { Double($0.voluntarySwitches + $0.involuntarySwitches) }
      return samples.isEmpty ? 0 : Int(Statistics(switches).median)
    }

    private func statistics(_ field: KeyPath<ChildProcess.Outcome, Double>) -> Statistics {
      Statistics(samples.map { $0[keyPath: field] })
    }
  }

  package var plan: ComparePlan
  package var rows: [Row]
  package var findings: [Agreement.Finding]
  /// What to tell of runs that failed (`Agreement.failure`).
  package var failure: String?
  package var machine = Machine()

  package init(plan: ComparePlan, rows: [Row], findings: [Agreement.Finding]) {
    self.plan = plan
    self.rows = rows
    self.findings = findings
  }

  private func row(contender: Int, threads: Int) -> Row? {
    rows.first { $0.cell == ComparePlan.Cell(contender: contender, threads: threads) }
  }

  /// How many times faster than Racer's GIL mode (the first contender) with as many threads.
  package func speedUp(_ row: Row) -> Double {
    guard let base = self.row(contender: 0, threads: row.cell.threads) else { return .nan }
    return base.wallTime.median / row.wallTime.median
  }

  /// How many times faster than the same contender on one thread.
  package func scaling(_ row: Row) -> Double {
    guard let base = self.row(contender: row.cell.contender, threads: 1) else { return .nan }
    return base.wallTime.median / row.wallTime.median
  }

  /// What the script reported of itself, by the name and unit it gave: the median over the runs.
  package func metrics(_ row: Row) -> [Metric] {
    var order: [Metric.Key] = []
    var values: [Metric.Key: [Double]] = [:]
    for sample in row.samples {
      for (key, value) in Metric.parse(sample.metrics) {
        if values[key] == nil { order.append(key) }
        values[key, default: []].append(value)
      }
    }
    return order.map { Metric(key: $0, values: Statistics(values[$0] ?? [])) }
  }

  func metric(_ row: Row, _ key: Metric.Key) -> Metric? {
    metrics(row).first { $0.key == key }
  }

  /// The keys of the row that reported the most.
  var metricKeys: [Metric.Key] {
    rows.map { metrics($0).map(\.key) }.max { $0.count < $1.count } ?? []
  }
}

/// Where a comparison ran.
package struct Machine: Equatable, Sendable {
  package var processor = Environment.processorName
  package var processorCount = Environment.processorCount
  /// The load before the first run: above a fraction of a processor it disturbs what is measured.
  package var load = Environment.load

  package init() {}

  var isBusy: Bool { load > 0.25 * Double(processorCount) }
}

/// A number that a script measured of itself and wrote, as `name TAB value TAB unit`, to the file
/// that `RACER_METRICS` names.
package struct Metric: Equatable, Sendable {
  package struct Key: Hashable, Sendable {
    package var name: String
    package var unit: String
  }

  package var key: Key
  package var values: Statistics

  /// The median with its unit.
  var text: String { Decimal.text(values.median, digits: 3) + " " + key.unit }

  static func parse(_ bytes: [UInt8]) -> [(Key, Double)] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let value = Double(fields[1]) else { return nil }
      return (Key(name: String(fields[0]), unit: String(fields[2])), value)
    }
  }
}
