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

  /// Seconds with three or four significant digits: `4.2 µs`, `12.3 ms`, `1.234 s`.
  package static func duration(_ seconds: Double) -> String {
    let (factor, digits, unit) = scale(seconds)
    return "\(text(seconds * factor, digits: digits)) \(unit)"
  }

  /// A span of durations, with the unit once: `12.3 – 14.0 ms`.
  package static func durations(_ low: Double, _ high: Double) -> String {
    let (factor, digits, unit) = scale(high)
    return text(low * factor, digits: digits) + " – " + text(high * factor, digits: digits)
      + " " + unit
  }

  private static func scale(_ seconds: Double) -> (factor: Double, digits: Int, unit: String) {
    if seconds < 0.0001 { return (1_000_000, 1, "µs") }
    if seconds < 0.1 { return (1_000, 1, "ms") }
    return (1, seconds < 100 ? 3 : 1, "s")
  }

  package static func megabytes(_ bytes: Int) -> String {
    text(Double(bytes) / 1_000_000, digits: 1) + " MB"
  }
}
