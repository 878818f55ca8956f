// The module math: its table. The functions lie beside it, by topic.

import Runtime

package enum MathModule {
  package static let definition = ModuleDefinition(
    name: "math", doc: "Functions of the C standard's mathematics, and exact ones of integers.",
    functions: elementary + logarithms + representation + sums + integers,
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      try module.add("pi", Value(immediate: Double.pi) ?? .none)
      try module.add("e", Value(immediate: 2.718281828459045) ?? .none)
      try module.add("tau", Value(immediate: 2 * Double.pi) ?? .none)
      try module.add("inf", try thread.float(.infinity))
      try module.add("nan", try thread.float(.nan))
    })

  private static let elementary: [Method] = [
    Method("acos(x, /)", acos, "The arc cosine, in radians, between 0 and pi."),
    Method("acosh(x, /)", acosh, "The inverse hyperbolic cosine."),
    Method("asin(x, /)", asin, "The arc sine, in radians, between -pi/2 and pi/2."),
    Method("asinh(x, /)", asinh, "The inverse hyperbolic sine."),
    Method("atan(x, /)", atan, "The arc tangent, in radians, between -pi/2 and pi/2."),
    Method(
      "atan2(y, x, /)", atan2, "The arc tangent of y/x, in radians, in the quadrant of (x, y)."),
    Method("atanh(x, /)", atanh, "The inverse hyperbolic tangent."),
    Method("cbrt(x, /)", cbrt, "The cube root."),
    Method("cos(x, /)", cos, "The cosine of x radians."),
    Method("cosh(x, /)", cosh, "The hyperbolic cosine."),
    Method("degrees(x, /)", degrees, "The angle x from radians to degrees."),
    Method("erf(x, /)", erf, "The error function."),
    Method("erfc(x, /)", erfc, "One minus the error function."),
    Method("exp(x, /)", exp, "e to the power of x."),
    Method("exp2(x, /)", exp2, "2 to the power of x."),
    Method(
      "expm1(x, /)", expm1, "exp(x) - 1, without the loss of precision that has for small x."),
    Method("gamma(x, /)", gamma, "The gamma function."),
    Method("lgamma(x, /)", lgamma, "The logarithm of the gamma function's absolute value."),
    Method("pow(x, y, /)", pow, "x to the power of y, as floats."),
    Method("radians(x, /)", radians, "The angle x from degrees to radians."),
    Method("sin(x, /)", sin, "The sine of x radians."),
    Method("sinh(x, /)", sinh, "The hyperbolic sine."),
    Method("sqrt(x, /)", sqrt, "The square root."),
    Method("tan(x, /)", tan, "The tangent of x radians."),
    Method("tanh(x, /)", tanh, "The hyperbolic tangent."),
  ]

  private static let logarithms: [Method] = [
    Method(
      "log(x, base=<unrepresentable>, /)", log,
      "The logarithm to the given base, the natural one without. Takes ints of any size."),
    Method("log10(x, /)", log10, "The logarithm to base 10."),
    Method("log1p(x, /)", log1p, "The natural logarithm of 1 + x, precise for x near zero."),
    Method("log2(x, /)", log2, "The logarithm to base 2."),
  ]

  private static let representation: [Method] = [
    Method("ceil(x, /)", ceil, "x rounded up, as an int."),
    Method("copysign(x, y, /)", copysign, "The magnitude of x with the sign of y."),
    Method("fabs(x, /)", fabs, "The absolute value as a float."),
    Method("floor(x, /)", floor, "x rounded down, as an int."),
    Method("fma(x, y, z, /)", fma, "x * y + z, rounded once."),
    Method("fmod(x, y, /)", fmod, "The remainder of x/y with the sign of x, as in C."),
    Method("frexp(x, /)", frexp, "The pair (m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."),
    Method(
      "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose,
      """
      Whether two numbers are close to each other.

      They are if they differ by no more than rel_tol times the larger magnitude, or by no more
      than abs_tol. NaN is close to nothing, an infinity to itself only.
      """),
    Method("isfinite(x, /)", isfinite, "Whether x is neither an infinity nor a NaN."),
    Method("isinf(x, /)", isinf, "Whether x is an infinity."),
    Method("isnan(x, /)", isnan, "Whether x is a NaN."),
    Method("ldexp(x, i, /)", ldexp, "x * (2**i), the inverse of frexp."),
    Method("modf(x, /)", modf, "The fractional and the whole part of x, both with its sign."),
    Method(
      "nextafter(x, y, /, *, steps=None)", nextafter,
      "The float that lies so many steps from x towards y, one step if None."),
    Method(
      "remainder(x, y, /)", remainder,
      "The difference of x to the nearest whole multiple of y, the even one of two."),
    Method("trunc(x, /)", trunc, "x rounded toward zero: what __trunc__ returns."),
    Method("ulp(x, /)", ulp, "The value of the least significant bit of x."),
  ]

  private static let sums: [Method] = [
    Method("dist(p, q, /)", dist, "The Euclidean distance of two points, each a sequence."),
    Method("fsum(seq, /)", fsum, "The exact sum of floats, rounded once."),
    Method("hypot(*coordinates)", hypot, "The Euclidean distance of a point from the origin."),
    Method(
      "prod(iterable, /, *, start=1)", prod,
      "The product of start and all numbers of the iterable."),
    Method(
      "sumprod(p, q, /)", sumprod,
      "The sum of the products of two iterables' items; floats in extended precision."),
  ]

  private static let integers: [Method] = [
    Method("comb(n, k, /)", comb, "The number of ways to choose k of n things without order."),
    Method("factorial(n, /)", factorial, "n!"),
    Method("gcd(*integers)", gcd, "The greatest common divisor."),
    Method("isqrt(n, /)", isqrt, "The whole part of the square root of an int."),
    Method("lcm(*integers)", lcm, "The least common multiple."),
    Method(
      "perm(n, k=None, /)", perm,
      "The number of ways to choose k of n things in order; n! if k is None."),
  ]
}

// MARK: Errors

extension MathModule {
  static func domainError(_ thread: ThreadState) -> Raised {
    thread.raise(.valueError, "math domain error")
  }
  static func rangeError(_ thread: ThreadState) -> Raised {
    thread.raise(.overflowError, "math range error")
  }

  /// A function's result, judged by whether its argument accounts for a NaN or an infinity.
  @inline(__always)
  static func apply(
    _ thread: ThreadState, _ value: Value, overflows: Bool = false,
    _ function: (Double) -> Double
  ) throws(Raised) -> Value {
    // Neither NaN nor infinity is an immediate float.
    if value.isImmediateFloat, let result = Value(immediate: function(value.immediateFloat)) {
      return result
    }
    let x = try thread.double(from: value)
    let result = function(x)
    if !result.isFinite {
      if result.isNaN && !x.isNaN { throw domainError(thread) }
      if result.isInfinite && x.isFinite {
        throw overflows ? rangeError(thread) : domainError(thread)
      }
    }
    return try thread.float(result)
  }

  /// The same for two arguments.
  @inline(__always)
  static func apply(
    _ thread: ThreadState, _ first: Value, _ second: Value,
    _ function: (Double, Double) -> Double
  ) throws(Raised) -> Value {
    let x = try thread.double(from: first)
    let y = try thread.double(from: second)
    let result = function(x, y)
    if result.isNaN && !x.isNaN && !y.isNaN { throw domainError(thread) }
    if result.isInfinite && x.isFinite && y.isFinite { throw rangeError(thread) }
    return try thread.float(result)
  }
}
