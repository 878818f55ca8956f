/// How far a comparison has come, and how long the rest may take.
package struct CompareProgress: Sendable {
  package private(set) var done = 0
  package let total: Int
  /// What runs next; empty when all is done.
  package private(set) var label = ""

  private let plan: ComparePlan
  private var times: [ComparePlan.Cell: (sum: Double, count: Int)] = [:]

  init(_ plan: ComparePlan) {
    self.plan = plan
    total = (plan.warmUps + plan.runs) * plan.cells.count
  }

  mutating func begin(_ cell: ComparePlan.Cell) { label = plan.label(cell) }

  mutating func end(_ cell: ComparePlan.Cell, after seconds: Double) {
    let known = times[cell] ?? (0, 0)
    times[cell] = (known.sum + seconds, known.count + 1)
    done += 1
    label = ""
  }

  /// Seconds until the end, or nil before the first run has ended. A cell that has not run yet is
  /// expected to take as long as those that have.
  package var remaining: Double? {
    let means = times.mapValues { $0.sum / Double($0.count) }
    if means.isEmpty { return nil }
    let usual = means.values.reduce(0, +) / Double(means.count)
    let rounds = plan.warmUps + plan.runs
    return plan.cells.reduce(0) { sum, cell in
      sum + Double(rounds - (times[cell]?.count ?? 0)) * (means[cell] ?? usual)
    }
  }

  /// As the line on a terminal shows it.
  package var text: String {
    let width = 20
    let filled = total == 0 ? 0 : done * width / total
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
    let rest = remaining.map { ", about \(Self.duration($0)) left" } ?? ""
    return "\(bar) \(done)/\(total) \(label)\(rest)"
  }

  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 600 { return "\(whole / 60) min \(whole % 60) s" }
    let minutes = (whole + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
