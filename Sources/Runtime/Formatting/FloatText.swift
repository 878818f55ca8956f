// Floats as text: the shortest digits that read back as the same number, or correctly rounded ones.
//
// Shortest digits come from the standard library's description (SwiftDtoa, Errol's successor), laid
// out anew as Python's repr does; rounded digits come from the C library.

import CRuntime
import Glibc

package enum FloatText {
  /// How a float's digits are chosen and laid out.
  enum Style {
    /// `e` and `f`, with `precision` digits after the point.
    case exponent, fixed
    /// `g`: `precision` significant digits.
    case general
    /// `r`: the shortest that reads back.
    case shortest
  }

  struct Options {
    var style: Style
    var precision = 0
    /// `#`: always a decimal point, and trailing zeros stay.
    var isAlternate = false
    /// Integral numbers end in `.0`.
    var addsPointZero = false
    var isUppercase = false
  }

  /// `repr(number)`.
  package static func appendRepr(_ number: Double, to builder: inout StringBuilder) {
    if number.sign == .minus && !number.isNaN { builder.append(UInt32(45)) }
    append(number.magnitude, Options(style: .shortest, addsPointZero: true), to: &builder)
  }

  /// `repr(number)` as a str.
  package static func repr(_ thread: ThreadState, _ number: Double) throws(Raised) -> Value {
    var builder = StringBuilder()
    defer { builder.discard() }
    appendRepr(number, to: &builder)
    return try builder.finish(thread)
  }

  /// Appends a number that is not negative.
  static func append(_ number: Double, _ options: Options, to builder: inout StringBuilder) {
    if number.isNaN {
      builder.append(options.isUppercase ? "NAN" : "nan" as StaticString)
    } else if number.isInfinite {
      builder.append(options.isUppercase ? "INF" : "inf" as StaticString)
    } else if options.style == .fixed {
      appendFixed(number, options, to: &builder)
    } else {
      appendDigits(number, options, to: &builder)
    }
  }

  private static func appendFixed(
    _ number: Double, _ options: Options, to builder: inout StringBuilder
  ) {
    if options.precision <= FixedPoint.maximumPrecision,
      let (whole, fraction) = FixedPoint.split(number, precision: options.precision)
    {
      builder.append(digits: whole)
      if options.precision > 0 || options.isAlternate { builder.append(UInt32(46)) }
      if options.precision > 0 { builder.append(digits: fraction, width: options.precision) }
      return
    }
    // 309 digits before the point at most.
    let capacity = options.precision + 320
    withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 1) { memory in
      let count = racer_format_double(
        memory.baseAddress!.assumingMemoryBound(to: CChar.self), capacity, 0x66,
        Int32(options.precision), number)
      builder.append(ascii: memory.baseAddress!, count: Int(count))
    }
    if options.precision == 0 && options.isAlternate { builder.append(UInt32(46)) }
  }

  private static func appendDigits(
    _ number: Double, _ options: Options, to builder: inout StringBuilder
  ) {
    let significant: Int
    switch options.style {
    case .exponent: significant = options.precision + 1
    case .general: significant = max(1, options.precision)
    default: significant = 17
    }
    withUnsafeTemporaryAllocation(byteCount: significant + 24, alignment: 1) { memory in
      let digits = memory.baseAddress!.assumingMemoryBound(to: UInt8.self)
      var decimal =
        options.style == .shortest
        ? shortest(number, digits) : rounded(number, significant, digits, memory.count)
      layOut(&decimal, options, significant, to: &builder)
    }
  }

  /// Digits d1d2d3… of 0.d1d2d3… × 10^point.
  private struct Decimal {
    var digits: UnsafeMutablePointer<UInt8>
    var count: Int
    var point: Int
  }

  private static func shortest(_ number: Double, _ digits: UnsafeMutablePointer<UInt8>) -> Decimal {
    var decimal = Decimal(digits: digits, count: 0, point: 0)
    var hasPoint = false
    var exponent = 0
    var isInExponent = false
    var isNegative = false
    for byte in number.description.utf8 {
      switch byte {
      case 48...57 where isInExponent: exponent = exponent * 10 + Int(byte) - 48
      case 48...57:
        // Leading zeros count for the point's place only.
        if byte == 48 && decimal.count == 0 {
          if hasPoint { decimal.point -= 1 }
        } else {
          digits[decimal.count] = byte
          decimal.count += 1
          if !hasPoint { decimal.point += 1 }
        }
      case 46: hasPoint = true
      case 45: isNegative = true
      case 101: isInExponent = true
      default: break
      }
    }
    decimal.point += isNegative ? -exponent : exponent
    trimZeros(&decimal)
    return decimal
  }

  private static func trimZeros(_ decimal: inout Decimal) {
    while decimal.count > 0 && decimal.digits[decimal.count - 1] == 48 { decimal.count -= 1 }
    if decimal.count == 0 {
      decimal.digits[0] = 48
      decimal.count = 1
      decimal.point = 1
    }
  }

  private static func rounded(
    _ number: Double, _ significant: Int, _ digits: UnsafeMutablePointer<UInt8>, _ capacity: Int
  ) -> Decimal {
    let length = racer_format_double(
      UnsafeMutableRawPointer(digits).assumingMemoryBound(to: CChar.self), capacity, 0x65,
      Int32(significant - 1), number)
    var decimal = Decimal(digits: digits, count: 0, point: 0)
    var index = 0
    while digits[index] != 101 {
      if digits[index] != 46 {
        digits[decimal.count] = digits[index]
        decimal.count += 1
      }
      index += 1
    }
    let isNegative = digits[index + 1] == 45
    var exponent = 0
    for position in index + 2..<Int(length) {
      exponent = exponent * 10 + Int(digits[position]) - 48
    }
    decimal.point = (isNegative ? -exponent : exponent) + 1
    return decimal
  }

  private static func layOut(
    _ decimal: inout Decimal, _ options: Options, _ significant: Int,
    to builder: inout StringBuilder
  ) {
    let usesExponent: Bool
    switch options.style {
    case .exponent: usesExponent = true
    case .general:
      let limit = significant - (options.addsPointZero ? 1 : 0)
      usesExponent = decimal.point <= -4 || decimal.point > limit
      if !options.isAlternate { trimZeros(&decimal, keepingPoint: true) }
    default: usesExponent = decimal.point <= -4 || decimal.point > 16
    }
    if usesExponent {
      appendScientific(decimal, options, to: &builder)
    } else {
      appendPositional(decimal, options, to: &builder)
    }
  }

  private static func trimZeros(_ decimal: inout Decimal, keepingPoint: Bool) {
    while decimal.count > 1 && decimal.digits[decimal.count - 1] == 48 { decimal.count -= 1 }
  }

  private static func appendScientific(
    _ decimal: Decimal, _ options: Options, to builder: inout StringBuilder
  ) {
    builder.append(UInt32(decimal.digits[0]))
    if decimal.count > 1 || options.isAlternate { builder.append(UInt32(46)) }
    builder.append(ascii: decimal.digits + 1, count: decimal.count - 1)
    builder.append(UInt32(options.isUppercase ? 69 : 101))
    let exponent = decimal.point - 1
    builder.append(UInt32(exponent < 0 ? 45 : 43))
    if exponent.magnitude < 10 { builder.append(UInt32(48)) }
    builder.append(decimal: Int(exponent.magnitude))
  }

  private static func appendPositional(
    _ decimal: Decimal, _ options: Options, to builder: inout StringBuilder
  ) {
    let whole = decimal.point
    if whole <= 0 {
      builder.append("0." as StaticString)
      builder.append(UInt32(48), repeated: -whole)
      builder.append(ascii: decimal.digits, count: decimal.count)
      return
    }
    let given = min(whole, decimal.count)
    builder.append(ascii: decimal.digits, count: given)
    builder.append(UInt32(48), repeated: whole - given)
    if decimal.count > whole {
      builder.append(UInt32(46))
      builder.append(ascii: decimal.digits + whole, count: decimal.count - whole)
    } else if options.addsPointZero {
      builder.append(".0" as StaticString)
    } else if options.isAlternate {
      builder.append(UInt32(46))
    }
  }
}
