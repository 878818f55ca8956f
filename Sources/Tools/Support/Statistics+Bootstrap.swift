extension Statistics {
  /// Where the median of such a sample lies, with 95 % confidence: the percentile bootstrap.
  ///
  /// The draws are pseudo-random with a fixed seed, so that a report comes out the same each time.
  package func medianInterval(draws: Int = 2_000) -> ClosedRange<Double> {
    guard sorted.count > 1 else {
      let only = sorted.first ?? 0
      return only...only
    }
    var generator = SplitMix(state: 0x5DEECE66D)
    var medians: [Double] = []
    medians.reserveCapacity(draws)
    for _ in 0..<draws {
      let resample = sorted.map { _ in sorted[Int.random(in: sorted.indices, using: &generator)] }
      medians.append(Statistics(resample).median)
    }
    medians.sort()
    return medians[draws * 25 / 1_000]...medians[draws * 975 / 1_000]
  }
}

/// Steele, Lea and Flood's SplitMix64.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
