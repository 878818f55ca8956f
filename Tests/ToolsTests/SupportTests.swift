import XCTest

@testable import Tools

final class SupportTests: XCTestCase {
  func testStatistics() {
    XCTAssertEqual(Statistics([3, 1, 2]).median, 2)
    XCTAssertEqual(Statistics([4, 1, 2, 3]).median, 2.5)
    XCTAssertEqual(Statistics([9, 10, 11]).spread, 0.1)
    XCTAssertTrue(Statistics([]).median.isNaN)
  }

  func testMedianIntervalHoldsTheMedian() {
    let sample = Statistics([1.0, 1.1, 0.9, 1.05, 0.95, 1.2, 0.8])
    let interval = sample.medianInterval()
    XCTAssertTrue(interval.contains(sample.median))
    XCTAssertGreaterThan(interval.lowerBound, 0.79)
    XCTAssertLessThan(interval.upperBound, 1.21)
    XCTAssertEqual(interval, sample.medianInterval())
    XCTAssertEqual(Statistics([2]).medianInterval(), 2...2)
  }

  func testTickSteps() {
    for (most, step) in [(1.0, 0.2), (1.9, 0.5), (7.3, 1), (0.03, 0.005), (45, 10), (160, 20)] {
      XCTAssertEqual(LineChart.tickStep(most), step, accuracy: step / 1000, "\(most)")
    }
  }

  func testDecimals() {
    XCTAssertEqual(Decimal.text(1.005, digits: 1), "1.0")
    XCTAssertEqual(Decimal.text(0.96, digits: 1), "1.0")
    XCTAssertEqual(Decimal.text(-2.5, digits: 2), "-2.50")
    XCTAssertEqual(Decimal.text(7, digits: 0), "7")
    XCTAssertEqual(Decimal.text(.nan, digits: 2), "–")
    XCTAssertEqual(Decimal.duration(0.0123), "12.3 ms")
    XCTAssertEqual(Decimal.duration(1.23456), "1.235 s")
  }

  func testJSON() {
    let value = JSON.object([
      ("a", .array([.integer(1), .null])), ("b", .string("x\"\n\u{1}")), ("c", .array([])),
    ])
    XCTAssertEqual(
      value.text(),
      "{\n  \"a\": [\n    1,\n    null\n  ],\n  \"b\": \"x\\\"\\n\\u0001\",\n  \"c\": []\n}")
  }

  func testTableAlignsItsColumns() {
    var table = TextTable([("name", .left), ("time", .right), ("", .left)])
    table.append(["a", "1.5 s", "██"])
    table.append(["longer", "10 s", ""])
    XCTAssertEqual(table.lines(), ["name     time", "a       1.5 s  ██", "longer   10 s"])
  }

  func testBars() {
    XCTAssertEqual(TextTable.bar(0.5, width: 4), "██")
    XCTAssertEqual(TextTable.bar(0.3, width: 4), "█▎")
    XCTAssertEqual(TextTable.bar(0.001, width: 4), "▏")
    XCTAssertEqual(TextTable.bar(0, width: 4), "")
    XCTAssertEqual(TextTable.bar(2, width: 4), "████")
  }
}
