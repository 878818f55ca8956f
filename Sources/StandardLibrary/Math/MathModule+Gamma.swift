// The gamma function by Lanczos' approximation with 13 terms (the rational form of it that Boost's
// documentation gives), whose results differ from the exact ones in the last few bits.

import Glibc
import Runtime

extension MathModule {
  static func gamma(thread: ThreadState, x: Value) throws(Raised) -> Value {
    let number = try thread.double(from: x)
    if number == -.infinity || (number <= 0 && number == number.rounded(.down)) {
      throw domainError(thread)
    }
    let result = Lanczos.gamma(number)
    if result.isInfinite && number.isFinite { throw rangeError(thread) }
    return try thread.float(result)
  }

  static func lgamma(thread: ThreadState, x: Value) throws(Raised) -> Value {
    let number = try thread.double(from: x)
    if number.isFinite && number <= 0 && number == number.rounded(.down) {
      throw domainError(thread)
    }
    let result = Lanczos.logGamma(number)
    if result.isInfinite && number.isFinite { throw rangeError(thread) }
    return try thread.float(result)
  }
}

enum Lanczos {
  static let g = 6.024680040776729583740234375
  static let gMinusHalf = 5.524680040776729583740234375
  static let logPi = 1.144729885849400174143427351353058711647

  static let numerator: [Double] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]

  static let denominator: [Double] = [
    0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558,
    357_423, 32_670, 1925, 66, 1,
  ]

  /// The approximating quotient of two polynomials, evaluated in 1/x for larger x.
  static func sum(_ x: Double) -> Double {
    var above = 0.0
    var below = 0.0
    if x < 5 {
      for index in numerator.indices.reversed() {
        above = above * x + numerator[index]
        below = below * x + denominator[index]
      }
    } else {
      for index in numerator.indices {
        above = above / x + numerator[index]
        below = below / x + denominator[index]
      }
    }
    return above / below
  }

  static func gamma(_ x: Double) -> Double {
    if !x.isFinite { return x }
    if x == x.rounded(.down) && x <= 23 {
      return (1..<Int(x)).reduce(1.0) { $0 * Double($1) }
    }
    let size = x.magnitude
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + gMinusHalf
    // The rounding error of y, to correct the result by.
    let error = size > gMinusHalf ? y - size - gMinusHalf : y - gMinusHalf - size
    let correction = error * g / y
    var result: Double
    if x < 0 {
      result = -Double.pi / sinPi(size) / size * exp(y) / sum(size)
      result -= correction * result
      result = scaled(result, y, size, divides: true)
    } else {
      result = sum(size) / exp(y)
      result += correction * result
      result = scaled(result, y, size, divides: false)
    }
    return result
  }

  /// The result times or divided by y ** (size - 0.5), in two steps where that would overflow.
  private static func scaled(_ result: Double, _ y: Double, _ size: Double, divides: Bool)
    -> Double
  {
    if size < 140 {
      let factor = pow(y, size - 0.5)
      return divides ? result / factor : result * factor
    }
    let root = pow(y, size / 2 - 0.25)
    return divides ? result / root / root : result * root * root
  }

  static func logGamma(_ x: Double) -> Double {
    if !x.isFinite { return x.isNaN ? x : .infinity }
    if x == x.rounded(.down) && x <= 2 { return 0 }
    let size = x.magnitude
    if size < 1e-20 { return -log(size) }
    var result = log(sum(size)) - g
    result += (size - 0.5) * (log(size + g - 0.5) - 1)
    if x < 0 { result = logPi - log(sinPi(size).magnitude) - log(size) - result }
    return result
  }

  /// sin(pi * x), precise for large x.
  static func sinPi(_ x: Double) -> Double {
    let y = fmod(x.magnitude, 2)
    let result: Double
    switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
    case 0: result = sin(.pi * y)
    case 1: result = cos(.pi * (y - 0.5))
    case 2: result = sin(.pi * (1 - y))
    case 3: result = -cos(.pi * (y - 1.5))
    default: result = sin(.pi * (y - 2))
    }
    return copysign(1, x) * result
  }
}
