/// Numbers as people read them, without Foundation's formatters.
package enum Decimal {
  /// The number with a fixed count of digits after the point.
  package static func text(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    let whole = Int(scaled)
    if digits == 0 { return sign + String(whole) }
    let fraction = String(whole % Int(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return sign + String(whole / Int(scale)) + "." + zeros + fraction
  }

  /// Seconds with three or four significant digits: `12.3 ms`, `1.234 s`.
  package static func duration(_ seconds: Double) -> String {
    if seconds < 0.1 { return text(seconds * 1000, digits: 1) + " ms" }
    if seconds < 100 { return text(seconds, digits: 3) + " s" }
    return text(seconds, digits: 1) + " s"
  }

  package static func megabytes(_ bytes: Int) -> String {
    text(Double(bytes) / 1_000_000, digits: 1) + " MB"
  }
}
