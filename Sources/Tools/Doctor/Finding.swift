/// What `racer doctor` says about one thing.
package struct Finding: Equatable, Sendable {
  package enum Verdict: String, Sendable {
    case good = "ok"
    /// Works, but slower or with less than there might be.
    case remark = "note"
    case bad = "FAIL"
  }

  package var verdict: Verdict
  package var subject: String
  package var text: String

  package init(_ verdict: Verdict, _ subject: String, _ text: String) {
    self.verdict = verdict
    self.subject = subject
    self.text = text
  }

  package static func lines(_ findings: [Finding]) -> [String] {
    var table = TextTable([("", .left), ("", .left), ("", .left)])
    for finding in findings {
      table.append([finding.verdict.rawValue, finding.subject, finding.text])
    }
    return Array(table.lines().dropFirst())
  }
}
