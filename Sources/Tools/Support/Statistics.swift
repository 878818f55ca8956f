/// What a handful of measurements says: the middle one, and how far the others lie from it.
package struct Statistics: Equatable, Sendable {
  package let sorted: [Double]

  package init(_ values: [Double]) {
    sorted = values.sorted()
  }

  package var median: Double {
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  package var minimum: Double { sorted.first ?? .nan }
  package var maximum: Double { sorted.last ?? .nan }

  /// Half the distance between the extremes, as a share of the median.
  package var spread: Double {
    median == 0 ? 0 : (maximum - minimum) / 2 / median
  }
}
