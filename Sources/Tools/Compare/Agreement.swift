/// Whether all runs of a script did the same, and where they did not.
///
/// The first run seen is what the others are held against. What runs print stays in files, and only
/// that of the first and the last run is kept, so a script may print a lot.
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
    var output: CapturedText
    var errors: CapturedText
    var status: ChildProcess.ExitStatus
  }

  /// How the first run that did not end well ended.
  private var firstFailure: String?
  private var runCount = 0
  private var failureCount = 0

  private var reference: Behaviour?
  package private(set) var findings: [Finding] = []

  package init() {}

  /// What to tell of runs that ended with anything but exit code 0: they agree, perhaps, but their
  /// times mean little. Nil if there were none.
  package var failure: String? {
    guard let firstFailure else { return nil }
    let runs = failureCount == runCount ? "All \(runCount)" : "\(failureCount) of \(runCount)"
    return "\(runs) runs failed: \(firstFailure)"
  }

  package mutating func add(_ outcome: ChildProcess.Outcome, cell: String) {
    runCount += 1
    if outcome.status != .code(0) {
      failureCount += 1
      firstFailure = firstFailure ?? Self.describeFailure(outcome)
    }
    guard let reference else {
      reference = Behaviour(
        cell: cell, output: outcome.output, errors: outcome.errors, status: outcome.status)
      return
    }
    if outcome.status != reference.status {
      note("exit", "\(outcome.status) instead of \(reference.status)", cell)
    }
    if let difference = Self.difference(between: reference.output, and: outcome.output) {
      note("stdout", difference, cell)
    }
    if let difference = Self.difference(between: reference.errors, and: outcome.errors) {
      note("stderr", difference, cell)
    }
  }

  private static func describeFailure(_ outcome: ChildProcess.Outcome) -> String {
    let end = outcome.errors.withBytes { Array($0.suffix(2000)) }
    let line = end.split(separator: newline).last.map { quote($0) }
    return outcome.status.description + (line.map { ", with \($0) at the end of stderr" } ?? "")
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

  private static func difference(between expected: CapturedText, and found: CapturedText) -> String?
  {
    expected.withBytes { expected in found.withBytes { difference(expected, $0) } }
  }

  /// The first line in which the texts differ, or nil when they are equal.
  static func difference(_ expected: UnsafeRawBufferPointer, _ found: UnsafeRawBufferPointer)
    -> String?
  {
    let shared = min(expected.count, found.count)
    var end = 0
    while end < shared, expected[end] == found[end] { end += 1 }
    if end == expected.count && end == found.count { return nil }
    // One text's end and the other's line end close the same line: the next one is missing.
    let next = expected.count > end ? expected : found
    if end == shared && next[end] == newline { end += 1 }
    let number = next.prefix(end).reduce(1) { $1 == newline ? $0 + 1 : $0 }
    let start = next.prefix(end).lastIndex(of: newline).map { $0 + 1 } ?? 0
    return "line \(number) is \(quote(found, start)) instead of \(quote(expected, start))"
  }

  private static let newline = UInt8(ascii: "\n")

  /// The line that starts at an offset.
  private static func quote(_ text: UnsafeRawBufferPointer, _ start: Int) -> String {
    guard start <= text.count else { return "missing" }
    return quote(text[start...].prefix { $0 != newline })
  }

  private static func quote(_ line: some Collection<UInt8>) -> String {
    let shown = String(decoding: line.prefix(120), as: UTF8.self)
    return "'\(shown)\(line.count > 120 ? "…" : "")'"
  }
}
