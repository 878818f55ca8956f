// Logarithms, of floats and of ints too large for a float.

import Glibc
import Runtime

extension MathModule {
  static func log(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "math.log() takes no keyword arguments")
    }
    if arguments.count == 0 || arguments.count > 2 {
      let bound = arguments.count == 0 ? "least 1 argument" : "most 2 arguments"
      throw thread.raise(.typeError, "log expected at \(bound), got \(arguments.count)")
    }
    let number = try logarithm(thread, arguments[0], Glibc.log)
    if arguments.count == 1 { return try thread.float(number) }
    let base = try logarithm(thread, arguments[1], Glibc.log)
    return try thread.float(try FloatArithmetic.divide(thread, number, base))
  }

  static func log2(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try thread.float(try logarithm(thread, x, Glibc.log2))
  }
  static func log10(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try thread.float(try logarithm(thread, x, Glibc.log10))
  }

  @inline(__always)
  private static func logarithm(
    _ thread: ThreadState, _ value: Value, _ function: (Double) -> Double
  ) throws(Raised) -> Double {
    if value.isInteger {
      if value.isNegativeInteger || value.machineInteger == 0 { throw domainError(thread) }
      let number = IntegerArithmetic.nearestDouble(value)
      if number.isFinite { return function(number) }
      let (mantissa, exponent) = IntegerArithmetic.splitExponent(value)
      return function(mantissa) + function(2) * Double(exponent)
    }
    let number = try thread.double(from: value)
    if number <= 0 { throw domainError(thread) }
    return function(number)
  }
}
