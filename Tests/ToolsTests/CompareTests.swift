import XCTest

@testable import Tools

final class CompareTests: XCTestCase {
  private func shell(_ script: String) -> ChildProcess {
    ChildProcess(executable: "/bin/sh", arguments: ["-c", script])
  }

  func testChildIsMeasured() throws {
    var process = shell(
      "echo out $COLOUR; echo err >&2; printf 'lag\\t2.5\\tms\\n' >$RACER_METRICS; exit 3")
    process.environment["COLOUR"] = "red"
    let outcome = try process.run()
    XCTAssertEqual(outcome.status, .code(3))
    XCTAssertEqual(String(decoding: outcome.output.bytes, as: UTF8.self), "out red\n")
    XCTAssertEqual(String(decoding: outcome.errors.bytes, as: UTF8.self), "err\n")
    XCTAssertEqual(String(decoding: outcome.metrics, as: UTF8.self), "lag\t2.5\tms\n")
    XCTAssertGreaterThan(outcome.wallTime, 0)
    XCTAssertGreaterThan(outcome.peakMemory, 100_000)
  }

  func testSignalAndTimeLimit() throws {
    XCTAssertEqual(try shell("kill -9 $$").run().status, .signal(9))
    var process = shell("sleep 20")
    process.timeLimit = 0.3
    let outcome = try process.run()
    XCTAssertEqual(outcome.status, .timedOut)
    XCTAssertLessThan(outcome.wallTime, 5)
  }

  func testMissingProgram() {
    XCTAssertThrowsError(try ChildProcess(executable: "/no/such", arguments: []).run())
  }

  func testRunsAreInterleavedAndAgree() throws {
    let contenders = [
      Contender(name: "gil", executable: "/bin/sh", options: ["-c", "echo same", "sh"]),
      Contender(name: "free", executable: "/bin/sh", options: ["-c", "echo same", "sh"]),
    ]
    var runner = CompareRunner(
      plan: ComparePlan(
        script: "x.py", arguments: ["9"], contenders: contenders, threadCounts: [1, 2], runs: 3))
    var order: [String] = []
    var remaining: [Double?] = []
    runner.show = {
      order.append($0.label)
      remaining.append($0.remaining)
    }
    let result = try runner.run()
    XCTAssertEqual(order.count, 16)
    XCTAssertNil(remaining[0])
    XCTAssertTrue(remaining.dropFirst().allSatisfy { $0 ?? 0 > 0 })
    XCTAssertEqual(
      Array(order[..<5]),
      ["gil, 1 thread", "free, 1 thread", "gil, 2 threads", "free, 2 threads", "free, 2 threads"])
    XCTAssertEqual(result.rows.map(\.samples.count), [3, 3, 3, 3])
    XCTAssertEqual(result.findings, [])
    XCTAssertEqual(result.scaling(result.rows[0]), 1)
    let lines = TextReport(result).lines()
    XCTAssertTrue(lines[0].hasPrefix("x.py 9: 3 runs each"))
    XCTAssertEqual(lines.last, "All runs agree: same output, same errors, same exit code.")
    XCTAssertTrue(JSONReport.make(result).text().contains("\"agree\": true"))
    XCTAssertEqual(CSVReport.text(result).split(separator: "\n").count, 13)
    XCTAssertEqual(HTMLReport(result).text().components(separatedBy: "<svg").count, 5)
  }

  func testRemainingTime() {
    let contenders = ["gil", "free"].map { Contender(name: $0, executable: "/bin/true") }
    var plan = ComparePlan(
      script: "x.py", arguments: [], contenders: contenders, threadCounts: [1], runs: 2)
    plan.warmUps = 1
    var progress = CompareProgress(plan)
    XCTAssertNil(progress.remaining)
    progress.begin(plan.cells[0])
    XCTAssertEqual(progress.text, "──────────────────── 0/6 gil, 1 thread")
    progress.end(plan.cells[0], after: 10)
    XCTAssertEqual(progress.remaining, 50)
    progress.end(plan.cells[1], after: 40)
    progress.end(plan.cells[1], after: 20)
    progress.begin(plan.cells[0])
    XCTAssertEqual(progress.remaining, 50)
    XCTAssertEqual(progress.text, "━━━━━━━━━━────────── 3/6 gil, 1 thread, about 50 s left")
    XCTAssertEqual(
      [0.2, 59.5, 60, 599, 600, 3000, 7300].map(CompareProgress.duration),
      ["1 s", "1 min 0 s", "1 min 0 s", "9 min 59 s", "10 min", "50 min", "2 h 2 min"])
  }

  func testDisagreementIsAFinding() throws {
    let contenders = [
      Contender(name: "gil", executable: "/bin/sh", options: ["-c", "echo a; echo b", "sh"]),
      Contender(
        name: "free", executable: "/bin/sh", options: ["-c", "echo a; echo c; exit 1", "sh"]),
    ]
    var plan = ComparePlan(
      script: "x.py", arguments: [], contenders: contenders, threadCounts: [2], runs: 1)
    plan.warmUps = 0
    let result = try CompareRunner(plan: plan).run()
    XCTAssertEqual(result.failure, "1 of 2 runs failed: exit code 1")
    XCTAssertTrue(TextReport(result).lines().contains("1 of 2 runs failed: exit code 1."))
    XCTAssertTrue(HTMLReport(result).text().contains("1 of 2 runs failed: exit code 1."))
    let findings = result.findings
    XCTAssertEqual(findings.map(\.subject), ["exit", "stdout"])
    XCTAssertEqual(findings[0].detail, "exit code 1 instead of exit code 0")
    XCTAssertEqual(findings[1].detail, "line 2 is 'c' instead of 'b'")
    XCTAssertEqual(
      findings[1].description,
      "stdout of free, 2 threads: line 2 is 'c' instead of 'b' (as in gil, 2 threads)")
  }

  func testDifferenceOfLengths() {
    func difference(_ expected: String, _ found: String) -> String? {
      Array(expected.utf8).withUnsafeBytes { expected in
        Array(found.utf8).withUnsafeBytes { Agreement.difference(expected, $0) }
      }
    }
    XCTAssertNil(difference("a\n", "a\n"))
    XCTAssertNil(difference("", ""))
    XCTAssertEqual(difference("a\n", "a\nb\n"), "line 2 is 'b' instead of ''")
    XCTAssertEqual(difference("a\nb", "a"), "line 2 is missing instead of 'b'")
    XCTAssertEqual(difference("a", "a\n"), "line 2 is '' instead of missing")
    XCTAssertEqual(difference("", "a"), "line 1 is 'a' instead of ''")
    XCTAssertEqual(difference("x\nab\nc", "x\nac\nc"), "line 2 is 'ac' instead of 'ab'")
  }

  func testMetricsAreMediansByName() {
    let metrics = Metric.parse(Array("p50\t1.5\tms\nbad line\np99\t9\tms\n".utf8))
    XCTAssertEqual(metrics.map(\.0.name), ["p50", "p99"])
    XCTAssertEqual(metrics.map(\.1), [1.5, 9])
  }

  func testWaitsAreMediansByKind() throws {
    let racer = Contender(
      name: "free", executable: "/bin/sh",
      options: [
        "-c", "printf 'object locks\\t%s\\t0.5\\n' $1 >$\(WaitFigure.variable)", "sh", "4",
      ])
    let peer = Contender(name: "peer", executable: "/bin/sh", options: ["-c", "true"])
    let result = try CompareRunner(
      plan: ComparePlan(
        script: "x.py", arguments: [], contenders: [racer, peer], threadCounts: [1], runs: 2)
    ).run()
    XCTAssertEqual(
      result.rows[0].waits, [WaitFigure(kind: .objectLocks, count: 4, seconds: 0.5)])
    XCTAssertEqual(result.rows[0].waitCells, ["4 × 0.125 s", "–", "–", "–"])
    XCTAssertEqual(result.rows[1].waits, [])
    XCTAssertTrue(TextReport(result).lines().contains { $0.hasPrefix("What threads waited for") })
    XCTAssertTrue(CSVReport.text(result).contains(",4,0.5,,,,,,\n"))
  }
}
