// Arithmetic on ints of every representation, over GMP's natural-number layer (mpn).
//
// Each operation takes any two ints (immediate, bool, heap, subclass) and yields a plain int. The
// machine-word case comes first; what overflows it goes to the limbs. Results are written straight
// into a fresh object, which `normalised` trims or turns into an immediate.

import CGMP

package enum IntegerArithmetic {
  @inline(__always)
  package static func add(_ thread: ThreadState, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return try thread.integer(sum) }
    }
    return try addLarge(thread, left, right, negateRight: false)
  }

  @inline(__always)
  package static func subtract(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return try thread.integer(difference) }
    }
    return try addLarge(thread, left, right, negateRight: true)
  }

  @inline(__always)
  package static func multiply(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return try thread.integer(product) }
    }
    return try multiplyLarge(thread, left, right)
  }

  package static func negate(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if value.isSmallInteger { return try thread.integer(-value.smallInteger) }
    return try withOperand(value) { (x: IntegerOperand) throws(Raised) in
      try IntegerObject.make(
        thread, limbs: x.limbs, count: x.count, isNegative: !x.isNegative)
    }
  }

  package static func absolute(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    value.isNegativeInteger ? try negate(thread, value) : try plain(thread, value)
  }

  /// The same number as an exact int.
  package static func plain(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if value.isSmallInteger { return value }
    if value.isExactly(.int) { return thread.retain(value) }
    return try withOperand(value) { (x: IntegerOperand) throws(Raised) in
      try IntegerObject.make(thread, limbs: x.limbs, count: x.count, isNegative: x.isNegative)
    }
  }
}

// MARK: Sums

extension IntegerArithmetic {
  @inline(never)
  static func addLarge(
    _ thread: ThreadState, _ left: Value, _ right: Value, negateRight: Bool
  ) throws(Raised) -> Value {
    try withOperands(left, right) { (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      if x.isNegative == (y.isNegative != negateRight) {
        return try addMagnitudes(thread, x, y, isNegative: x.isNegative)
      }
      return try subtractMagnitudes(thread, x, y, isNegative: x.isNegative)
    }
  }

  /// ±(|x| + |y|)
  private static func addMagnitudes(
    _ thread: ThreadState, _ x: IntegerOperand, _ y: IntegerOperand, isNegative: Bool
  ) throws(Raised) -> Value {
    if x.count < y.count { return try addMagnitudes(thread, y, x, isNegative: isNegative) }
    let result = try IntegerObject.allocate(thread, limbs: x.count + 1)
    let limbs = result.limbs
    if y.isZero {
      limbs.update(from: x.limbs, count: x.count)
    } else {
      limbs[x.count] = __gmpn_add(limbs, x.limbs, x.count, y.limbs, y.count)
    }
    return try result.normalised(thread, capacity: x.count + 1, isNegative: isNegative)
  }

  /// ±(|x| − |y|), with the sign turned where the difference is negative.
  private static func subtractMagnitudes(
    _ thread: ThreadState, _ x: IntegerOperand, _ y: IntegerOperand, isNegative: Bool
  ) throws(Raised) -> Value {
    let order = compareMagnitudes(x, y)
    if order == 0 { return Value(small: 0) }
    if order < 0 { return try subtractMagnitudes(thread, y, x, isNegative: !isNegative) }
    let result = try IntegerObject.allocate(thread, limbs: x.count)
    if y.isZero {
      result.limbs.update(from: x.limbs, count: x.count)
    } else {
      _ = __gmpn_sub(result.limbs, x.limbs, x.count, y.limbs, y.count)
    }
    return try result.normalised(thread, capacity: x.count, isNegative: isNegative)
  }

  /// Negative, zero or positive as |x| is below, equal to or above |y|.
  static func compareMagnitudes(_ x: IntegerOperand, _ y: IntegerOperand) -> Int {
    if x.count != y.count { return x.count - y.count }
    var index = x.count
    while index > 0 {
      index -= 1
      if x[index] != y[index] { return x[index] < y[index] ? -1 : 1 }
    }
    return 0
  }
}

// MARK: Products

extension IntegerArithmetic {
  @inline(never)
  static func multiplyLarge(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    if let x = left.machineInteger, let y = right.machineInteger {
      let product = x.magnitude.multipliedFullWidth(by: y.magnitude)
      let result = try IntegerObject.allocate(thread, limbs: 2)
      result.limbs[0] = product.low
      result.limbs[1] = product.high
      return try result.normalised(thread, capacity: 2, isNegative: (x < 0) != (y < 0))
    }
    return try withOperands(left, right) {
      (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      if x.isZero || y.isZero { return Value(small: 0) }
      let count = x.count + y.count
      let result = try IntegerObject.allocate(thread, limbs: count)
      multiplyMagnitudes(into: result.limbs, x, y)
      return try result.normalised(
        thread, capacity: count, isNegative: x.isNegative != y.isNegative)
    }
  }

  private static func multiplyMagnitudes(
    into limbs: UnsafeMutablePointer<UInt>, _ x: IntegerOperand, _ y: IntegerOperand
  ) {
    if x.limbs == y.limbs {
      __gmpn_sqr(limbs, x.limbs, x.count)
    } else if x.count < y.count {
      _ = __gmpn_mul(limbs, y.limbs, y.count, x.limbs, x.count)
    } else {
      _ = __gmpn_mul(limbs, x.limbs, x.count, y.limbs, y.count)
    }
  }
}
