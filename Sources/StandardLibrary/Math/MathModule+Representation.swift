// Rounding, remainders and the parts of a float.

import Glibc
import Runtime

extension MathModule {
  // MARK: Rounding to ints

  static func floor(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try round(thread, x, .__floor__, .down)
  }
  static func ceil(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try round(thread, x, .__ceil__, .up)
  }

  private static func round(
    _ thread: ThreadState, _ value: Value, _ name: WellKnownName,
    _ rule: FloatingPointRoundingRule
  ) throws(Raised) -> Value {
    if value.isExactInteger { return thread.retain(value) }
    if !value.isExactFloat {
      let method = try thread.lookupSpecial(value, .name(name))
      if !method.isUnbound {
        defer { thread.release(method) }
        return try thread.call(method)
      }
    }
    return try FloatObject.integer(thread, try thread.double(from: value).rounded(rule))
  }

  static func trunc(thread: ThreadState, x: Value) throws(Raised) -> Value {
    if x.isExactFloat { return try FloatObject.integer(thread, x.float) }
    let method = try thread.lookupSpecial(x, .name(.__trunc__))
    if method.isUnbound {
      throw thread.raise(.typeError, "type \(x.type.nameText) doesn't define __trunc__ method")
    }
    defer { thread.release(method) }
    return try thread.call(method)
  }

  // MARK: Remainders and signs

  static func fmod(thread: ThreadState, x: Value, y: Value) throws(Raised) -> Value {
    try apply(thread, x, y, Glibc.fmod)
  }
  static func remainder(thread: ThreadState, x: Value, y: Value) throws(Raised) -> Value {
    try apply(thread, x, y, Glibc.remainder)
  }
  static func copysign(thread: ThreadState, x: Value, y: Value) throws(Raised) -> Value {
    try thread.float(Glibc.copysign(try thread.double(from: x), try thread.double(from: y)))
  }
  static func fabs(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try thread.float(try thread.double(from: x).magnitude)
  }

  static func fma(thread: ThreadState, x: Value, y: Value, z: Value) throws(Raised) -> Value {
    let a = try thread.double(from: x)
    let b = try thread.double(from: y)
    let c = try thread.double(from: z)
    let result = Glibc.fma(a, b, c)
    if result.isNaN && !a.isNaN && !b.isNaN && !c.isNaN {
      throw thread.raise(.valueError, "invalid operation in fma")
    }
    if result.isInfinite && a.isFinite && b.isFinite && c.isFinite {
      throw thread.raise(.overflowError, "overflow in fma")
    }
    return try thread.float(result)
  }

  // MARK: Classes of floats

  static func isfinite(thread: ThreadState, x: Value) throws(Raised) -> Value {
    Value(try thread.double(from: x).isFinite)
  }
  static func isinf(thread: ThreadState, x: Value) throws(Raised) -> Value {
    Value(try thread.double(from: x).isInfinite)
  }
  static func isnan(thread: ThreadState, x: Value) throws(Raised) -> Value {
    Value(try thread.double(from: x).isNaN)
  }

  static func isclose(
    thread: ThreadState, a: Value, b: Value, relative: Value, absolute: Value
  ) throws(Raised) -> Value {
    let x = try thread.double(from: a)
    let y = try thread.double(from: b)
    let relative = try thread.double(from: relative)
    let absolute = try thread.double(from: absolute)
    if relative < 0 || absolute < 0 {
      throw thread.raise(.valueError, "tolerances must be non-negative")
    }
    if x == y { return .true }
    if x.isInfinite || y.isInfinite { return .false }
    let difference = (y - x).magnitude
    return Value(
      difference <= (relative * y).magnitude || difference <= (relative * x).magnitude
        || difference <= absolute)
  }

  // MARK: Mantissa and exponent

  static func frexp(thread: ThreadState, x: Value) throws(Raised) -> Value {
    let number = try thread.double(from: x)
    var exponent: Int32 = 0
    let mantissa = number.isFinite ? Glibc.frexp(number, &exponent) : number
    return try thread.tuple(owned: [try thread.float(mantissa), Value(small: Int(exponent))])
  }

  static func ldexp(thread: ThreadState, x: Value, i: Value) throws(Raised) -> Value {
    let number = try thread.double(from: x)
    guard i.isInteger else {
      throw thread.raise(.typeError, "Expected an int as second argument to ldexp.")
    }
    if number == 0 || !number.isFinite { return try thread.float(number) }
    let exponent = i.machineInteger ?? (i.isNegativeInteger ? Int.min : Int.max)
    let result = Glibc.scalbln(number, max(min(exponent, 100_000), -100_000))
    if result.isInfinite { throw rangeError(thread) }
    return try thread.float(result)
  }

  static func modf(thread: ThreadState, x: Value) throws(Raised) -> Value {
    let number = try thread.double(from: x)
    let whole = number.rounded(.towardZero)
    let fraction = number.isFinite ? number - whole : number.isNaN ? number : 0
    return try thread.tuple(
      owned: [try thread.float(Glibc.copysign(fraction, number)), try thread.float(whole)])
  }

  static func ulp(thread: ThreadState, x: Value) throws(Raised) -> Value {
    let number = try thread.double(from: x).magnitude
    if !number.isFinite { return try thread.float(number) }
    if number == .greatestFiniteMagnitude { return try thread.float(number - number.nextDown) }
    return try thread.float(number.nextUp - number)
  }

  static func nextafter(thread: ThreadState, x: Value, y: Value, steps: Value) throws(Raised)
    -> Value
  {
    let from = try thread.double(from: x)
    let to = try thread.double(from: y)
    if steps.isNone { return try thread.float(Glibc.nextafter(from, to)) }
    let steps = try thread.indexValue(steps)
    defer { thread.release(steps) }
    if steps.isNegativeInteger {
      throw thread.raise(.valueError, "steps must be a non-negative integer")
    }
    let count = steps.machineInteger.map { UInt64($0) } ?? .max
    return try thread.float(step(from, to, count))
  }

  /// Floats of one sign are ordered as their bit patterns are.
  private static func step(_ from: Double, _ to: Double, _ count: UInt64) -> Double {
    if count == 0 || from.isNaN { return from }
    if to.isNaN { return to }
    if from == to { return to }
    let sign: UInt64 = 1 << 63
    let start = from.bitPattern
    let (startDistance, endDistance) = (start & ~sign, to.bitPattern & ~sign)
    if from.sign != to.sign {
      if startDistance + endDistance <= count { return to }
      if startDistance < count {
        return Double(bitPattern: to.bitPattern & sign | (count - startDistance))
      }
      return Double(bitPattern: start - count)
    }
    if startDistance > endDistance {
      return startDistance - endDistance >= count ? Double(bitPattern: start - count) : to
    }
    return endDistance - startDistance >= count ? Double(bitPattern: start + count) : to
  }
}
