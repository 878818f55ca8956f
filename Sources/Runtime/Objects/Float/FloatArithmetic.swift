// Float operations whose result differs from the machine's: division with Python's signs and
// errors, and powers.

import Glibc

package enum FloatArithmetic {
  package static func divide(_ thread: ThreadState, _ x: Double, _ y: Double) throws(Raised)
    -> Double
  {
    if y == 0 { throw thread.raise(.zeroDivisionError, "float division by zero") }
    return x / y
  }

  package static func modulo(_ thread: ThreadState, _ x: Double, _ y: Double) throws(Raised)
    -> Double
  {
    if y == 0 { throw thread.raise(.zeroDivisionError, "float modulo by zero") }
    return floorRemainder(x, y)
  }

  package static func floorDivide(_ thread: ThreadState, _ x: Double, _ y: Double)
    throws(Raised) -> Double
  {
    if y == 0 { throw thread.raise(.zeroDivisionError, "float floor division by zero") }
    return divideWithRemainder(x, y).quotient
  }

  /// The remainder with the divisor's sign.
  package static func floorRemainder(_ x: Double, _ y: Double) -> Double {
    let remainder = fmod(x, y)
    if remainder == 0 { return copysign(0, y) }
    return (y < 0) != (remainder < 0) ? remainder + y : remainder
  }

  /// Floor quotient and remainder. The quotient is computed from an exactly divisible dividend,
  /// which may come out a little below the whole number that it stands for.
  package static func divideWithRemainder(_ x: Double, _ y: Double)
    -> (quotient: Double, remainder: Double)
  {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder == 0 {
      remainder = copysign(0, y)
    } else if (y < 0) != (remainder < 0) {
      remainder += y
      quotient -= 1
    }
    if quotient == 0 { return (copysign(0, x / y), remainder) }
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
  }

  /// `x ** y`: a complex for a negative base with a fractional exponent.
  package static func power(_ thread: ThreadState, _ x: Double, _ y: Double) throws(Raised)
    -> Value
  {
    if x == 0 && y < 0 {
      throw thread.raise(
        .zeroDivisionError, "0.0 cannot be raised to a negative power")
    }
    if x < 0 && x.isFinite && y.isFinite && y != y.rounded(.down) {
      return try ComplexObject.power(
        thread, ComplexNumber(x, 0), ComplexNumber(y, 0))
    }
    let result = pow(x, y)
    if result.isInfinite && x.isFinite && y.isFinite { throw raiseRangeError(thread) }
    return try thread.float(result)
  }

  /// What the C library's ERANGE becomes.
  package static func raiseRangeError(_ thread: ThreadState) -> Raised {
    do throws(Raised) {
      let text = try thread.string("Numerical result out of range")
      defer { thread.release(text) }
      return thread.raise(.overflowError, arguments: [Value(small: 34), text])
    } catch {
      return error
    }
  }
}
