// Order and hash of ints, also against floats, exactly.

import CGMP

/// The prime that hashes of numbers are taken modulo, so that equal numbers of different types
/// hash alike (Python's documented scheme).
package enum NumericHash {
  package static let modulus: UInt = 1 << 61 - 1
  package static let infinity = 314159
  package static let imaginary: UInt = 1_000_003

  @inline(__always) package static func integer(_ number: Int) -> Int {
    var hash = number
    if number.magnitude >= modulus {
      hash = Int(bitPattern: number.magnitude % modulus)
      if number < 0 { hash = -hash }
    }
    return hash == -1 ? -2 : hash
  }

  package static func integer(_ value: Value) -> Int {
    if value.isSmallInteger { return integer(value.smallInteger) }
    if value.isBool { return value.isTrue ? 1 : 0 }
    let object = IntegerObject(value)
    if object.count == 0 { return 0 }
    var hash = Int(bitPattern: __gmpn_mod_1(object.limbs, object.count, modulus))
    if object.isNegative { hash = -hash }
    return hash == -1 ? -2 : hash
  }

  /// Hash of a float that is a number: mantissa times a power of two, modulo the prime, where a
  /// multiplication by 2^61 changes nothing. NaN hashes by identity, which is the caller's affair.
  package static func float(_ number: Double) -> Int {
    if number.isInfinite { return number > 0 ? infinity : -infinity }
    if number == 0 { return 0 }
    if number.magnitude < 9e18, let word = Int(exactly: number) { return integer(word) }
    var mantissa = UInt(number.significandBitPattern)
    var exponent = -1074
    if number.isNormal {
      mantissa |= 1 << 52
      exponent = Int(number.exponent) - 52
    }
    let turn = UInt(((exponent % 61) + 61) % 61)
    let rotated = ((mantissa << turn) & modulus) | (mantissa >> (61 - turn))
    var hash = Int(bitPattern: rotated == modulus ? 0 : rotated)
    if number < 0 { hash = -hash }
    return hash == -1 ? -2 : hash
  }
}

extension IntegerArithmetic {
  /// Negative, zero or positive as the left int is below, equal to or above the right one.
  package static func order(_ left: Value, _ right: Value) -> Int {
    if let x = left.machineInteger, let y = right.machineInteger {
      return x < y ? -1 : x > y ? 1 : 0
    }
    let leftIsNegative = left.isNegativeInteger
    if leftIsNegative != right.isNegativeInteger { return leftIsNegative ? -1 : 1 }
    var scratch: (UInt, UInt) = (0, 0)
    let order = withUnsafeMutablePointer(to: &scratch.0) { first in
      withUnsafeMutablePointer(to: &scratch.1) { second in
        compareMagnitudes(
          IntegerOperand(left, scratch: first), IntegerOperand(right, scratch: second))
      }
    }
    return leftIsNegative ? -order : order
  }

  /// The order of an int and a float; nil for NaN.
  package static func order(_ left: Value, _ right: Double) -> Int? {
    if right.isNaN { return nil }
    if right.isInfinite { return right > 0 ? -1 : 1 }
    guard let word = left.machineInteger else { return orderLarge(IntegerObject(left), right) }
    if word.magnitude <= 1 << 53 {
      let number = Double(word)
      return number < right ? -1 : number > right ? 1 : 0
    }
    if right >= 0x1p63 { return -1 }
    if right < -0x1p63 { return 1 }
    // Past 2^53 the float's whole part decides, unless the parts are equal.
    let whole = right.rounded(.towardZero)
    let truncated = Int(whole)
    if word != truncated { return word < truncated ? -1 : 1 }
    return right > whole ? -1 : right < whole ? 1 : 0
  }

  /// An int past a machine word against a finite float: a float of that size is whole.
  private static func orderLarge(_ left: IntegerObject, _ right: Double) -> Int {
    let sign = left.isNegative ? -1 : 1
    if left.isNegative != (right < 0) || right == 0 { return sign }
    let operand = IntegerOperand(limbs: left.limbs, count: left.count, isNegative: false)
    let bits = operand.bitCount
    let rightBits = Int(right.exponent) + 1
    if right.magnitude < 1 || bits > rightBits { return sign }
    if bits < rightBits { return -sign }
    let mantissa = UInt(right.significandBitPattern) | 1 << 52
    let top = operand.word(at: bits - 53) & (1 << 53 - 1)
    if top != mantissa { return top > mantissa ? sign : -sign }
    return operand.hasSetBit(below: bits - 53) ? sign : 0
  }
}
