// `/` of ints and conversions between ints and floats, each rounded once, half to even.

import CGMP
import Glibc

extension IntegerArithmetic {
  /// The float nearest to the exact quotient.
  package static func trueDivide(_ thread: ThreadState, _ left: Value, _ right: Value)
    throws(Raised) -> Double
  {
    let exact = 1 << 53
    if let x = left.machineInteger, let y = right.machineInteger,
      x.magnitude <= exact, y.magnitude <= exact, y != 0
    {
      return Double(x) / Double(y)
    }
    return try withOperands(left, right) { (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      if y.isZero { throw thread.raise(.zeroDivisionError, "division by zero") }
      let magnitude = try divideToDouble(thread, x, y)
      if magnitude.isInfinite {
        throw thread.raise(.overflowError, "integer division result too large for a float")
      }
      return x.isNegative != y.isNegative ? -magnitude : magnitude
    }
  }

  /// |x| / |y|. The dividend is shifted so that the quotient has 64 or 65 bits above a sticky rest.
  private static func divideToDouble(
    _ thread: ThreadState, _ x: IntegerOperand, _ y: IntegerOperand
  ) throws(Raised) -> Double {
    if x.isZero { return 0 }
    let difference = x.bitCount - y.bitCount
    if difference > 1024 { return .infinity }
    if difference < -1080 { return 0 }
    let shift = 64 - difference
    let dividendCount = (x.bitCount + max(shift, 0)) / UInt.bitWidth + 2
    let quotientCount = max(dividendCount - y.count, 0) + 1
    let bytes = (dividendCount + quotientCount + y.count) * MemoryLayout<UInt>.stride
    let store = try thread.allocateStore(bytes: bytes)
    defer { thread.freeStore(store, bytes: bytes) }
    let dividend = store.bindMemory(to: UInt.self, capacity: bytes / MemoryLayout<UInt>.stride)
    let quotient = dividend + dividendCount
    let remainder = quotient + quotientCount
    var isInexact = shift < 0 && x.hasSetBit(below: -shift)
    for index in 0..<dividendCount { dividend[index] = word(x, shiftedLeft: shift, index) }
    var count = dividendCount
    while count > y.count && dividend[count - 1] == 0 { count -= 1 }
    __gmpn_tdiv_qr(quotient, remainder, 0, dividend, count, y.limbs, y.count)
    if !isZero(remainder, y.count) { isInexact = true }
    let result = IntegerOperand(
      limbs: UnsafePointer(quotient), count: significant(quotient, count - y.count + 1),
      isNegative: false)
    return double(result, exponent: -shift, isInexact: isInexact)
  }

  /// Limb `index` of |x| · 2^shift, rounded down.
  private static func word(_ x: IntegerOperand, shiftedLeft shift: Int, _ index: Int) -> UInt {
    let offset = index * UInt.bitWidth - shift
    if offset >= 0 { return x.word(at: offset) }
    if offset <= -UInt.bitWidth || x.isZero { return 0 }
    return x[0] << UInt(-offset)
  }

  static func significant(_ limbs: UnsafePointer<UInt>, _ count: Int) -> Int {
    var count = count
    while count > 0 && limbs[count - 1] == 0 { count -= 1 }
    return count
  }

  /// |x| · 2^exponent, plus a little where inexact, rounded half to even; infinite past the range.
  static func double(_ x: IntegerOperand, exponent: Int, isInexact: Bool) -> Double {
    if x.isZero { return 0 }
    let bits = x.bitCount
    let top = bits + exponent
    if top > 1024 { return .infinity }
    // Bits that a float of this size has, fewer for subnormal ones.
    let kept = min(53, top + 1074)
    if kept < 0 { return 0 }
    let dropped = bits - kept
    if dropped <= 0 { return scalbn(Double(x.word(at: 0)), Int32(exponent)) }
    var mantissa = x.word(at: dropped) & (UInt(1) << UInt(kept) &- 1)
    let half = x.word(at: dropped - 1) & 1 != 0
    let rest = isInexact || x.hasSetBit(below: dropped - 1)
    if half && (rest || mantissa & 1 != 0) { mantissa += 1 }
    return scalbn(Double(mantissa), Int32(exponent + dropped))
  }

  /// The nearest float of any int. Raises OverflowError past the range.
  package static func double(_ thread: ThreadState, _ value: Value) throws(Raised) -> Double {
    if value.isSmallInteger { return Double(value.smallInteger) }
    let result = nearestDouble(value)
    if result.isInfinite {
      throw thread.raise(.overflowError, "int too large to convert to float")
    }
    return result
  }

  /// The nearest float of any int, infinite past the range.
  package static func nearestDouble(_ value: Value) -> Double {
    if let word = value.machineInteger { return Double(word) }
    let integer = IntegerObject(value)
    let operand = IntegerOperand(
      limbs: integer.limbs, count: integer.count, isNegative: integer.isNegative)
    let magnitude = double(operand, exponent: 0, isInexact: false)
    return integer.isNegative ? -magnitude : magnitude
  }

  /// The int that a finite float is rounded toward zero to.
  package static func integer(_ thread: ThreadState, truncating number: Double)
    throws(Raised) -> Value
  {
    if number.magnitude < 9.2e18 { return try thread.integer(Int(number)) }
    let exponent = Int(number.exponent) - 52
    let mantissa = UInt(number.significandBitPattern) | 1 << 52
    let whole = exponent / UInt.bitWidth
    let shift = UInt(exponent % UInt.bitWidth)
    let result = try IntegerObject.allocate(thread, limbs: whole + 2)
    result.limbs[whole] = mantissa << shift
    result.limbs[whole + 1] = shift == 0 ? 0 : mantissa >> (64 - shift)
    return try result.normalised(thread, capacity: whole + 2, isNegative: number < 0)
  }
}
