/// A small line chart as SVG: numbers of threads to the right, a quantity from zero upwards.
///
/// Colours come from the page's style sheet (classes `s0`, `s1`, …), so that light and dark need no
/// second picture. The drawing area is narrow, to stay legible when a phone scales it down.
struct LineChart {
  struct Point {
    var threads: Int
    var value: Double
    /// Where the median lies with 95 % confidence, if it was estimated.
    var interval: ClosedRange<Double>?
  }

  struct Series {
    var name: String
    /// The class that gives the line its colour.
    var style: String
    var points: [Point]
  }

  var title: String
  /// What is drawn upwards, with its unit.
  var quantity: String
  var series: [Series]

  static let width = 460.0
  static let height = 280.0
  /// Of a digit at a tick, as wide as a phone shows it.
  private static let digitWidth = 10.0
  private static let right = 16.0
  private static let top = 30.0
  private static let bottom = 48.0
  private static let labelRoom = 34.0
  /// Between intervals of series that would hide each other.
  private static let intervalGap = 5.0

  func svg() -> String {
    """
    <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img">
    <title>\(HTML.escape(title))</title>
    \(drawing())
    </svg>
    """
  }

  func drawing() -> String {
    [valueAxis(), threadAxis(), series.indices.map(line).joined()].joined(separator: "\n")
  }

  private var threadCounts: [Int] {
    Array(Set(series.flatMap { $0.points.map(\.threads) })).sorted()
  }

  private var ticks: [Double] {
    let points = series.flatMap(\.points)
    let most = points.map { max($0.value, $0.interval?.upperBound ?? 0) }.max() ?? 1
    let step = Self.tickStep(most)
    var values = [0.0]
    while values[values.count - 1] < most { values.append(Double(values.count) * step) }
    return values
  }

  /// One, two or five times a power of ten, so that four to eight steps reach the value.
  static func tickStep(_ most: Double) -> Double {
    guard most > 0, most.isFinite else { return 1 }
    var step = 1.0
    while step * 8 < most { step *= 10 }
    while step * 0.8 > most { step /= 10 }
    for divisor in [5.0, 2.0] where step / divisor * 8 >= most { return step / divisor }
    return step
  }

  private func tickText(_ tick: Double) -> String {
    let step = ticks.count > 1 ? ticks[1] : 1
    let digits = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3
    return Decimal.text(tick, digits: digits)
  }

  /// Room for the longest number at the left.
  var left: Double {
    max(52, 14 + Self.digitWidth * Double(ticks.map { tickText($0).count }.max() ?? 1))
  }

  private func x(_ threads: Int) -> Double {
    let inner = Self.width - left - Self.right
    guard let first = threadCounts.first, let last = threadCounts.last, last > first else {
      return left + inner / 2
    }
    let margin = inner * 0.06
    let share = Double(threads - first) / Double(last - first)
    return left + margin + (inner - 2 * margin) * share
  }

  private func y(_ value: Double) -> Double {
    let inner = Self.height - Self.top - Self.bottom
    return Self.height - Self.bottom - inner * value / (ticks.last ?? 1)
  }

  private func valueAxis() -> String {
    let lines = ticks.map { tick in
      let height = Self.format(y(tick))
      return """
        <line class="grid" x1="\(left)" x2="\(Self.width - Self.right)" y1="\(height)" \
        y2="\(height)"/>
        <text class="tick" x="\(left - 7)" y="\(height)" dy="0.35em" text-anchor="end">\
        \(tickText(tick))</text>
        """
    }
    return lines.joined(separator: "\n")
      + "\n<text class=\"label\" x=\"4\" y=\"15\">\(HTML.escape(quantity))</text>"
  }

  private func threadAxis() -> String {
    let base = Self.height - Self.bottom
    let marks = labelledCounts.map { threads in
      "<text class=\"tick\" x=\"\(Self.format(x(threads)))\" y=\"\(base + 18)\" "
        + "text-anchor=\"middle\">\(threads)</text>"
    }
    let middle = (left + Self.width - Self.right) / 2
    return marks.joined(separator: "\n")
      + "\n<text class=\"label\" x=\"\(middle)\" y=\"\(Self.height - 8)\" text-anchor=\"middle\">"
      + "number of threads</text>"
  }

  /// From the largest down, those with room for a label.
  private var labelledCounts: [Int] {
    var shown: [Int] = []
    for threads in threadCounts.reversed() {
      if let next = shown.first, x(next) - x(threads) < Self.labelRoom { continue }
      shown.insert(threads, at: 0)
    }
    return shown
  }

  private func line(_ index: Int) -> String {
    let series = series[index]
    let places = series.points.map { "\(Self.format(x($0.threads))),\(Self.format(y($0.value)))" }
    let intervals = series.points.map { interval($0, index) }.joined()
    let dots = series.style == "ideal" ? "" : series.points.map { dot($0, series) }.joined()
    return "<g class=\"\(series.style)\"><polyline points=\"\(places.joined(separator: " "))\"/>"
      + intervals + dots + "</g>\n"
  }

  /// An upright bar beside those of the other series.
  private func interval(_ point: Point, _ index: Int) -> String {
    guard let interval = point.interval else { return "" }
    let offset = (Double(index) - Double(series.count - 1) / 2) * Self.intervalGap
    let across = Self.format(x(point.threads) + offset)
    return "<line class=\"interval\" x1=\"\(across)\" x2=\"\(across)\" "
      + "y1=\"\(Self.format(y(interval.lowerBound)))\" "
      + "y2=\"\(Self.format(y(interval.upperBound)))\"/>"
  }

  private func dot(_ point: Point, _ series: Series) -> String {
    let across = Self.format(x(point.threads))
    let plural = point.threads == 1 ? "" : "s"
    let value = Decimal.text(point.value, digits: 3)
    let note = "\(series.name), \(point.threads) thread\(plural): \(value)"
    return "<circle cx=\"\(across)\" cy=\"\(Self.format(y(point.value)))\" r=\"4\">"
      + "<title>\(HTML.escape(note))</title></circle>"
  }

  private static func format(_ coordinate: Double) -> String {
    Decimal.text(coordinate, digits: 1)
  }
}
