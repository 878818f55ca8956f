// Sums and products over many numbers.

import Glibc
import Runtime

extension MathModule {
  // MARK: Distances

  static func hypot(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "math.hypot() takes no keyword arguments")
    }
    var vector: [Double] = []
    for index in 0..<arguments.count { vector.append(try thread.double(from: arguments[index])) }
    return try thread.float(vectorNorm(vector))
  }

  static func dist(thread: ThreadState, p: Value, q: Value) throws(Raised) -> Value {
    let from = try coordinates(thread, p)
    let to = try coordinates(thread, q)
    if from.count != to.count {
      throw thread.raise(.valueError, "both points must have the same number of dimensions")
    }
    return try thread.float(vectorNorm(zip(from, to).map { ($0 - $1).magnitude }))
  }

  private static func coordinates(_ thread: ThreadState, _ point: Value) throws(Raised)
    -> [Double]
  {
    var result: [Double] = []
    try thread.forEach(point) { (item: Value) throws(Raised) in
      result.append(try thread.double(from: item))
      return true
    }
    return result
  }

  // MARK: Exact sum

  /// Shewchuk's algorithm: partial sums that don't overlap, from small to large, represent the sum
  /// exactly.
  static func fsum(thread: ThreadState, sequence: Value) throws(Raised) -> Value {
    var partials: [Double] = []
    var specials = 0.0
    var infinities = 0.0
    try thread.forEach(sequence) { (item: Value) throws(Raised) in
      let x = try thread.double(from: item)
      let carry = merge(x, into: &partials)
      if carry.isFinite {
        if carry != 0 { partials.append(carry) }
        return true
      }
      if x.isFinite {
        throw thread.raise(.overflowError, "intermediate overflow in fsum")
      }
      if x.isInfinite { infinities += x }
      specials += x
      partials.removeAll(keepingCapacity: true)
      return true
    }
    if specials != 0 || specials.isNaN {
      if infinities.isNaN { throw thread.raise(.valueError, "-inf + inf in fsum") }
      return try thread.float(specials)
    }
    return try thread.float(roundedSum(&partials))
  }

  /// Adds x to the partial sums; returns the sum's leading part, which is to become the last one.
  private static func merge(_ x: Double, into partials: inout [Double]) -> Double {
    var x = x
    var kept = 0
    for index in partials.indices {
      var y = partials[index]
      if x.magnitude < y.magnitude { swap(&x, &y) }
      let sum = DoubleLength.fastSum(x, y)
      if sum.low != 0 {
        partials[kept] = sum.low
        kept += 1
      }
      x = sum.high
    }
    partials.removeSubrange(kept...)
    return x
  }

  /// The partial sums' total, rounded once. Where it is half way between two floats, the next
  /// smaller partial says which way the rest lies.
  private static func roundedSum(_ partials: inout [Double]) -> Double {
    guard var high = partials.popLast() else { return 0 }
    var low = 0.0
    while let y = partials.popLast() {
      let sum = DoubleLength.fastSum(high, y)
      high = sum.high
      low = sum.low
      if low != 0 { break }
    }
    if let rest = partials.last, (low < 0 && rest < 0) || (low > 0 && rest > 0) {
      let doubled = low * 2
      let moved = high + doubled
      if doubled == moved - high { high = moved }
    }
    return high
  }

  // MARK: Products

  static func prod(thread: ThreadState, iterable: Value, start: Value) throws(Raised) -> Value {
    var total = thread.retain(start)
    do throws(Raised) {
      try thread.forEach(iterable) { (item: Value) throws(Raised) in
        let product = try thread.binary(.multiply, total, item)
        thread.release(total)
        total = product
        return true
      }
    } catch {
      thread.release(total)
      throw error
    }
    return total
  }

  static func sumprod(thread: ThreadState, p: Value, q: Value) throws(Raised) -> Value {
    let left = try thread.iterator(p)
    defer { thread.release(left) }
    let right = try thread.iterator(q)
    defer { thread.release(right) }
    var sum = ProductSum()
    do throws(Raised) {
      while true {
        let x = try thread.next(left)
        defer { thread.release(x) }
        let y = try thread.next(right)
        defer { thread.release(y) }
        if x.isUnbound != y.isUnbound {
          throw thread.raise(.valueError, "Inputs are not the same length")
        }
        if x.isUnbound { return try sum.finish(thread) }
        try sum.add(thread, x, y)
      }
    } catch {
      thread.release(sum.total)
      throw error
    }
  }
}

/// A sum of products: of machine ints as long as there are only such, then of floats in extended
/// precision as long as there are only such, then by the operators.
private struct ProductSum {
  var total = Value(small: 0)
  private var integers = 0
  private var floats = TripleLength()
  private var takesIntegers = true
  private var takesFloats = true
  private var hasFloats = false

  mutating func add(_ thread: ThreadState, _ x: Value, _ y: Value) throws(Raised) {
    if takesIntegers {
      if x.isExactInteger && y.isExactInteger && addIntegers(x, y) { return }
      try flushIntegers(thread)
    }
    if takesFloats {
      if addFloats(x, y) { return }
      try flushFloats(thread)
    }
    let product = try thread.binary(.multiply, x, y)
    defer { thread.release(product) }
    try addToTotal(thread, product)
  }

  mutating func finish(_ thread: ThreadState) throws(Raised) -> Value {
    if takesIntegers { try flushIntegers(thread) }
    if takesFloats { try flushFloats(thread) }
    return total
  }

  private mutating func addIntegers(_ x: Value, _ y: Value) -> Bool {
    guard let a = x.machineInteger, let b = y.machineInteger else { return false }
    let product = a.multipliedReportingOverflow(by: b)
    let sum = integers.addingReportingOverflow(product.partialValue)
    if product.overflow || sum.overflow { return false }
    integers = sum.partialValue
    return true
  }

  private mutating func addFloats(_ x: Value, _ y: Value) -> Bool {
    guard x.isExactFloat || y.isExactFloat, let a = number(x), let b = number(y) else {
      return false
    }
    var next = floats
    next.addProduct(a, b)
    if !next.isFinite { return false }
    floats = next
    hasFloats = true
    return true
  }

  private func number(_ value: Value) -> Double? {
    if value.isExactFloat { return value.float }
    guard value.isExactInteger || value.isBool else { return nil }
    let number = IntegerArithmetic.nearestDouble(value)
    return number.isFinite ? number : nil
  }

  private mutating func flushIntegers(_ thread: ThreadState) throws(Raised) {
    takesIntegers = false
    let value = try thread.integer(integers)
    defer { thread.release(value) }
    if integers != 0 { try addToTotal(thread, value) }
  }

  private mutating func flushFloats(_ thread: ThreadState) throws(Raised) {
    takesFloats = false
    if !hasFloats { return }
    let value = try thread.float(floats.value)
    defer { thread.release(value) }
    try addToTotal(thread, value)
  }

  private mutating func addToTotal(_ thread: ThreadState, _ value: Value) throws(Raised) {
    let sum = try thread.binary(.add, total, value)
    thread.release(total)
    total = sum
  }
}
