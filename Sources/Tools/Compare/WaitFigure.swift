/// How often, and for how long in all threads together, a run's threads waited for one kind of thing.
package struct WaitFigure: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// The locks inside objects.
    case objectLocks = "object locks"
    /// The locks that the script made; waiting for work counts too.
    case scriptLocks = "script locks"
    case globalLock = "global lock"
    /// Times at which one thread stopped all others, and how long until it let them go.
    case stops = "stops"

    /// The name as part of an identifier.
    var identifier: String {
      String(rawValue.map { $0 == " " ? "_" : $0 })
    }
  }

  package var kind: Kind
  package var count: Double
  package var seconds: Double

  /// The environment variable that names the file for a run's figures.
  package static let variable = "RACER_COUNTERS"

  package init(kind: Kind, count: Double, seconds: Double) {
    self.kind = kind
    self.count = count
    self.seconds = seconds
  }

  /// One line for each: name, count and seconds with tabs between.
  package static func text(_ figures: [WaitFigure]) -> String {
    figures.map { "\($0.kind.rawValue)\t\($0.count)\t\($0.seconds)\n" }.joined()
  }

  package static func parse(_ bytes: [UInt8]) -> [WaitFigure] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let kind = Kind(rawValue: String(fields[0])),
        let count = Double(fields[1]), let seconds = Double(fields[2])
      else { return nil }
      return WaitFigure(kind: kind, count: count, seconds: seconds)
    }
  }
}

extension CompareResult.Row {
  /// The medians over the runs, of each kind that was reported: none for another Python.
  package var waits: [WaitFigure] {
    let samples = samples.map { WaitFigure.parse($0.counters) }
    return WaitFigure.Kind.allCases.compactMap { kind in
      let figures = samples.compactMap { $0.first { $0.kind == kind } }
      guard !figures.isEmpty else { return nil }
      return WaitFigure(
        kind: kind, count: Statistics(figures.map(\.count)).median,
        seconds: Statistics(figures.map(\.seconds)).median)
    }
  }

  /// For a table: a cell for each kind; one that never happened is `0`, an unknown one a dash.
  var waitCells: [String] {
    let waits = waits
    return WaitFigure.Kind.allCases.map { kind in
      guard let figure = waits.first(where: { $0.kind == kind }) else { return "–" }
      let count = Decimal.text(figure.count, digits: 0)
      return figure.count == 0
        ? count : "\(count) × \(Decimal.duration(figure.seconds / figure.count))"
    }
  }
}
