// Sums and products of floats together with their rounding errors (Dekker 1971; Ogita, Rump and
// Oishi 2005).

import Glibc

/// An unevaluated sum of two floats, the second being the rounding error of the first.
struct DoubleLength {
  var high: Double
  var low: Double

  /// x + y, for |x| >= |y|.
  @inline(__always) static func fastSum(_ x: Double, _ y: Double) -> DoubleLength {
    let sum = x + y
    return DoubleLength(high: sum, low: (x - sum) + y)
  }

  /// x + y, for any order of magnitudes.
  @inline(__always) static func sum(_ x: Double, _ y: Double) -> DoubleLength {
    let sum = x + y
    let part = sum - x
    return DoubleLength(high: sum, low: (x - (sum - part)) + (y - part))
  }

  @inline(__always) static func product(_ x: Double, _ y: Double) -> DoubleLength {
    let product = x * y
    return DoubleLength(high: product, low: fma(x, y, -product))
  }
}

/// A running sum of products in three times the precision.
struct TripleLength {
  private var high = 0.0
  private var low = 0.0
  private var tiny = 0.0

  mutating func addProduct(_ x: Double, _ y: Double) {
    let product = DoubleLength.product(x, y)
    let sum = DoubleLength.sum(high, product.high)
    let first = DoubleLength.sum(low, product.low)
    let second = DoubleLength.sum(first.high, sum.low)
    high = sum.high
    low = second.high
    tiny += first.low + second.low
  }

  var isFinite: Bool { high.isFinite }

  var value: Double {
    let last = DoubleLength.sum(low, tiny)
    return DoubleLength.sum(high, last.high).high
  }
}

/// The Euclidean norm: squares are summed with their errors, scaled so that none overflows, and
/// the root is corrected by one Newton step.
func vectorNorm(_ vector: [Double]) -> Double {
  var largest = 0.0
  var hasNaN = false
  for x in vector {
    if x.isNaN { hasNaN = true } else { largest = max(largest, x.magnitude) }
  }
  if largest.isInfinite { return largest }
  if hasNaN { return .nan }
  if largest == 0 || vector.count <= 1 { return largest }
  return vectorNorm(vector, largest: largest)
}

private func vectorNorm(_ vector: [Double], largest: Double) -> Double {
  var exponent: Int32 = 0
  _ = frexp(largest, &exponent)
  let smallest = Double.leastNormalMagnitude
  if exponent < -1023 {
    return smallest * vectorNorm(vector.map { $0 / smallest }, largest: largest / smallest)
  }
  let scale = scalbn(1, -exponent)
  var sum = 1.0
  var products = 0.0
  var sums = 0.0
  func add(_ product: DoubleLength) {
    let next = DoubleLength.fastSum(sum, product.high)
    sum = next.high
    products += product.low
    sums += next.low
  }
  for x in vector {
    let scaled = x.magnitude * scale
    add(DoubleLength.product(scaled, scaled))
  }
  let root = (sum - 1 + (products + sums)).squareRoot()
  add(DoubleLength.product(-root, root))
  let rest = sum - 1 + (products + sums)
  return (root + rest / (2 * root)) / scale
}
