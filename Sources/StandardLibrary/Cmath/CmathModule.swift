// The module cmath: functions of complex numbers, the C library's with Python's errors. Their branch
// cuts and special values are those of C99's Annex G.

import CRuntime
import Glibc
import Runtime

package enum CmathModule {
  package static let definition = ModuleDefinition(
    name: "cmath", doc: "Mathematical functions of complex numbers.",
    functions: functions + tests,
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      try module.add("pi", try thread.float(.pi))
      try module.add("e", try thread.float(2.718281828459045))
      try module.add("tau", try thread.float(2 * .pi))
      try module.add("inf", try thread.float(.infinity))
      try module.add("nan", try thread.float(.nan))
      try module.add("infj", try thread.complex(0, .infinity))
      try module.add("nanj", try thread.complex(0, .nan))
    })

  private static let functions: [Method] = [
    Method("acos(z, /)", acos, "The arc cosine."),
    Method("acosh(z, /)", acosh, "The inverse hyperbolic cosine."),
    Method("asin(z, /)", asin, "The arc sine."),
    Method("asinh(z, /)", asinh, "The inverse hyperbolic sine."),
    Method("atan(z, /)", atan, "The arc tangent."),
    Method("atanh(z, /)", atanh, "The inverse hyperbolic tangent."),
    Method("cos(z, /)", cos, "The cosine."),
    Method("cosh(z, /)", cosh, "The hyperbolic cosine."),
    Method("exp(z, /)", exp, "e to the power of z."),
    Method("sin(z, /)", sin, "The sine."),
    Method("sinh(z, /)", sinh, "The hyperbolic sine."),
    Method("sqrt(z, /)", sqrt, "The square root."),
    Method("tan(z, /)", tan, "The tangent."),
    Method("tanh(z, /)", tanh, "The hyperbolic tangent."),
    Method("log(z, base=<unrepresentable>, /)", log, "The logarithm, natural without a base."),
    Method("log10(z, /)", log10, "The logarithm to base 10."),
    Method("phase(z, /)", phase, "The angle of z, in radians."),
    Method("polar(z, /)", polar, "The pair of magnitude and angle of z."),
    Method("rect(r, phi, /)", rect, "The number with that magnitude and angle."),
  ]

  private static let tests: [Method] = [
    Method(
      "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose,
      "Whether two numbers are close: as math.isclose, by the magnitude of their difference."),
    Method("isfinite(z, /)", isfinite, "Whether both parts are finite."),
    Method("isinf(z, /)", isinf, "Whether a part is an infinity."),
    Method("isnan(z, /)", isnan, "Whether a part is a NaN."),
  ]

  private typealias Function = (Double, Double, UnsafeMutablePointer<Double>) -> Void

  private static func evaluate(_ number: ComplexNumber, _ function: Function) -> ComplexNumber {
    var parts = (0.0, 0.0)
    withUnsafeMutableBytes(of: &parts) {
      function(
        number.real, number.imaginary,
        $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Double.self))
    }
    return ComplexNumber(parts.0, parts.1)
  }

  /// The result, or the error that a NaN or an infinity stands for which no argument accounts for.
  private static func apply(_ thread: ThreadState, _ value: Value, _ function: Function)
    throws(Raised) -> Value
  {
    let number = try thread.complexNumber(from: value)
    let result = evaluate(number, function)
    let hasNaN = result.real.isNaN || result.imaginary.isNaN
    if hasNaN && !number.real.isNaN && !number.imaginary.isNaN {
      throw MathModule.domainError(thread)
    }
    if !hasNaN && !result.isFinite && number.isFinite { throw MathModule.rangeError(thread) }
    return try thread.complex(result)
  }
}

extension CmathModule {
  private static func acos(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_cacos)
  }
  private static func acosh(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_cacosh)
  }
  private static func asin(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_casin)
  }
  private static func asinh(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_casinh)
  }
  private static func cos(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_ccos)
  }
  private static func cosh(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_ccosh)
  }
  private static func exp(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_cexp)
  }
  private static func sin(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_csin)
  }
  private static func sinh(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_csinh)
  }
  private static func sqrt(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_csqrt)
  }
  private static func tan(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_ctan)
  }
  private static func tanh(thread: ThreadState, z: Value) throws(Raised) -> Value {
    try apply(thread, z, racer_ctanh)
  }

  private static func atan(thread: ThreadState, z: Value) throws(Raised) -> Value {
    let number = try thread.complexNumber(from: z)
    if number.real == 0 && number.imaginary.magnitude == 1 {
      throw MathModule.domainError(thread)
    }
    return try apply(thread, z, racer_catan)
  }
  private static func atanh(thread: ThreadState, z: Value) throws(Raised) -> Value {
    let number = try thread.complexNumber(from: z)
    if number.imaginary == 0 && number.real.magnitude == 1 {
      throw MathModule.domainError(thread)
    }
    return try apply(thread, z, racer_catanh)
  }

  // MARK: Logarithms and polar coordinates

  private static func logarithm(_ thread: ThreadState, _ value: Value) throws(Raised)
    -> ComplexNumber
  {
    let number = try thread.complexNumber(from: value)
    if number.isZero { throw MathModule.domainError(thread) }
    return evaluate(number, racer_clog)
  }

  private static func log(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.count == 0 || arguments.count > 2 {
      let bound = arguments.count == 0 ? "least 1 argument" : "most 2 arguments"
      throw thread.raise(.typeError, "log expected at \(bound), got \(arguments.count)")
    }
    let number = try logarithm(thread, arguments[0])
    if arguments.count == 1 { return try thread.complex(number) }
    let base = try logarithm(thread, arguments[1])
    guard let result = ComplexNumber.quotient(number, base) else {
      throw MathModule.domainError(thread)
    }
    return try thread.complex(result)
  }

  private static func log10(thread: ThreadState, z: Value) throws(Raised) -> Value {
    let number = try logarithm(thread, z)
    let scale = Glibc.log(10.0)
    return try thread.complex(number.real / scale, number.imaginary / scale)
  }

  private static func phase(thread: ThreadState, z: Value) throws(Raised) -> Value {
    let number = try thread.complexNumber(from: z)
    return try thread.float(atan2(number.imaginary, number.real))
  }

  private static func polar(thread: ThreadState, z: Value) throws(Raised) -> Value {
    let number = try thread.complexNumber(from: z)
    let size = hypot(number.real, number.imaginary)
    if size.isInfinite && number.isFinite { throw MathModule.rangeError(thread) }
    let angle = atan2(number.imaginary, number.real)
    return try thread.tuple(owned: [try thread.float(size), try thread.float(angle)])
  }

  private static func rect(thread: ThreadState, r: Value, phi: Value) throws(Raised) -> Value {
    let size = try thread.double(from: r)
    let angle = try thread.double(from: phi)
    if angle.isInfinite && size != 0 && !size.isNaN { throw MathModule.domainError(thread) }
    if angle == 0 { return try thread.complex(size, size * angle) }
    return try thread.complex(size * Glibc.cos(angle), size * Glibc.sin(angle))
  }

  // MARK: Tests

  private static func isfinite(thread: ThreadState, z: Value) throws(Raised) -> Value {
    Value(try thread.complexNumber(from: z).isFinite)
  }
  private static func isinf(thread: ThreadState, z: Value) throws(Raised) -> Value {
    Value(try thread.complexNumber(from: z).hasInfinity)
  }
  private static func isnan(thread: ThreadState, z: Value) throws(Raised) -> Value {
    let number = try thread.complexNumber(from: z)
    return Value(number.real.isNaN || number.imaginary.isNaN)
  }

  private static func isclose(
    thread: ThreadState, a: Value, b: Value, relative: Value, absolute: Value
  ) throws(Raised) -> Value {
    let x = try thread.complexNumber(from: a)
    let y = try thread.complexNumber(from: b)
    let relative = try thread.double(from: relative)
    let absolute = try thread.double(from: absolute)
    if relative < 0 || absolute < 0 {
      throw thread.raise(.valueError, "tolerances must be non-negative")
    }
    if x.real == y.real && x.imaginary == y.imaginary { return .true }
    if x.hasInfinity || y.hasInfinity { return .false }
    func size(_ number: ComplexNumber) -> Double { hypot(number.real, number.imaginary) }
    let difference = size(x - y)
    return Value(
      difference <= relative * size(y) || difference <= relative * size(x)
        || difference <= absolute)
  }
}
