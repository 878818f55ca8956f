// The arithmetic of complex numbers on machine floats.

import Glibc

package struct ComplexNumber {
  package var real: Double
  package var imaginary: Double

  package init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  package var isZero: Bool { real == 0 && imaginary == 0 }
  package var hasInfinity: Bool { real.isInfinite || imaginary.isInfinite }
  package var isFinite: Bool { real.isFinite && imaginary.isFinite }
  package var negated: ComplexNumber { ComplexNumber(-real, -imaginary) }
}

extension ComplexNumber {
  package static func + (x: ComplexNumber, y: ComplexNumber) -> ComplexNumber {
    ComplexNumber(x.real + y.real, x.imaginary + y.imaginary)
  }
  package static func - (x: ComplexNumber, y: ComplexNumber) -> ComplexNumber {
    ComplexNumber(x.real - y.real, x.imaginary - y.imaginary)
  }
  package static func * (x: ComplexNumber, y: ComplexNumber) -> ComplexNumber {
    ComplexNumber(
      x.real * y.real - x.imaginary * y.imaginary, x.real * y.imaginary + x.imaginary * y.real)
  }

  /// The quotient by Smith's method, which scales by the divisor's larger part so that no square
  /// overflows; nil for a zero divisor.
  package static func quotient(_ x: ComplexNumber, _ y: ComplexNumber) -> ComplexNumber? {
    if y.real.magnitude >= y.imaginary.magnitude {
      if y.real == 0 { return nil }
      let ratio = y.imaginary / y.real
      let scale = y.real + y.imaginary * ratio
      return ComplexNumber(
        (x.real + x.imaginary * ratio) / scale, (x.imaginary - x.real * ratio) / scale)
    }
    if y.imaginary.magnitude >= y.real.magnitude {
      let ratio = y.real / y.imaginary
      let scale = y.real * ratio + y.imaginary
      return ComplexNumber(
        (x.real * ratio + x.imaginary) / scale, (x.imaginary * ratio - x.real) / scale)
    }
    return ComplexNumber(.nan, .nan)
  }

  /// The power, by repeated squaring for small whole exponents; nil for zero to a negative or
  /// complex power.
  package static func power(_ x: ComplexNumber, _ y: ComplexNumber) -> ComplexNumber? {
    if y.imaginary == 0, y.real == y.real.rounded(.down), y.real.magnitude <= 100 {
      let power = x.raised(to: Int(y.real.magnitude))
      return y.real > 0 ? power : quotient(ComplexNumber(1, 0), power)
    }
    if y.isZero { return ComplexNumber(1, 0) }
    if x.isZero {
      return y.imaginary != 0 || y.real < 0 ? nil : ComplexNumber(0, 0)
    }
    let size = hypot(x.real, x.imaginary)
    let angle = atan2(x.imaginary, x.real)
    var length = pow(size, y.real)
    var phase = angle * y.real
    if y.imaginary != 0 {
      length /= exp(angle * y.imaginary)
      phase += y.imaginary * log(size)
    }
    return ComplexNumber(length * cos(phase), length * sin(phase))
  }

  private func raised(to exponent: Int) -> ComplexNumber {
    var result = ComplexNumber(1, 0)
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 != 0 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}
