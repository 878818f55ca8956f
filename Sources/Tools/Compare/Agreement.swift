/// Whether all runs of a script did the same, and where they did not.
///
/// The first run seen is what the others are held against. The outputs themselves are not kept, so
/// a script may print a lot.
package struct Agreement {
  /// A place where two runs did not agree.
  package struct Finding: Equatable, Sendable, CustomStringConvertible {
    /// The mode and number of threads whose runs did not agree, and how many of them.
    package var cell: String
    package var runs: Int
    /// The run they are held against.
    package var reference: String
    /// `stdout`, `stderr` or `exit`.
    package var subject: String
    package var detail: String

    package var description: String {
      "\(subject) of \(cell)\(runs > 1 ? ", \(runs) runs" : ""): \(detail) (as in \(reference))"
    }
  }

  /// What a script does, as far as it must be the same in every mode.
  private struct Behaviour {
    var cell: String
    var output: [UInt8]
    var errors: [UInt8]
    var status: ChildProcess.ExitStatus
  }

  private var reference: Behaviour?
  package private(set) var findings: [Finding] = []

  package init() {}

  package mutating func add(_ outcome: ChildProcess.Outcome, cell: String) {
    guard let reference else {
      reference = Behaviour(
        cell: cell, output: outcome.output, errors: outcome.errors, status: outcome.status)
      return
    }
    if outcome.status != reference.status {
      note("exit", "\(outcome.status) instead of \(reference.status)", cell)
    }
    if let difference = Self.difference(reference.output, outcome.output) {
      note("stdout", difference, cell)
    }
    if let difference = Self.difference(reference.errors, outcome.errors) {
      note("stderr", difference, cell)
    }
  }

  private mutating func note(_ subject: String, _ detail: String, _ cell: String) {
    let known = findings.firstIndex {
      $0.cell == cell && $0.subject == subject && $0.detail == detail
    }
    if let known {
      findings[known].runs += 1
      return
    }
    findings.append(
      Finding(
        cell: cell, runs: 1, reference: reference?.cell ?? "", subject: subject, detail: detail))
  }

  /// The first line in which the texts differ, or nil when they are equal.
  static func difference(_ expected: [UInt8], _ found: [UInt8]) -> String? {
    if expected == found { return nil }
    let expectedLines = expected.split(separator: 10, omittingEmptySubsequences: false)
    let foundLines = found.split(separator: 10, omittingEmptySubsequences: false)
    for index in 0..<max(expectedLines.count, foundLines.count) {
      let left = index < expectedLines.count ? expectedLines[index] : nil
      let right = index < foundLines.count ? foundLines[index] : nil
      if left != right {
        return "line \(index + 1) is \(quote(right)) instead of \(quote(left))"
      }
    }
    return "the texts differ"
  }

  private static func quote(_ line: ArraySlice<UInt8>?) -> String {
    guard let line else { return "missing" }
    let text = String(decoding: line.prefix(120), as: UTF8.self)
    return "'\(text)\(line.count > 120 ? "…" : "")'"
  }
}
