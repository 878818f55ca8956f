// `complex.__format__` and repr of complex numbers.

extension Formatting {
  /// `complex.__format__`.
  package static func formatComplex(_ thread: ThreadState, _ value: Value, _ specification: Value)
    throws(Raised) -> Value
  {
    let text = try self.specification(thread, specification)
    if text.count == 0 { return try thread.str(value) }
    let spec = try FormatSpecification.parse(
      thread, text, for: value, defaultType: 0, defaultAlignment: .right)
    if spec.type == 0x25 { throw FormatSpecification.unknownType(thread, spec.type, value) }
    let options = try floatOptions(thread, value, spec, addsPointZero: false)
    if spec.fill == 0x30 {
      throw thread.raise(
        .valueError, "Zero padding is not allowed in complex format specifier")
    }
    if spec.alignment == .afterSign {
      throw thread.raise(
        .valueError, "'=' alignment flag is not allowed in complex format specifier")
    }
    let number = ComplexObject(value)
    let real = number.real, imaginary = number.imaginary
    let isPlain = spec.type == 0
    let skipsReal = isPlain && real == 0 && real.sign == .plus
    var parts = StringBuilder()
    defer { parts.discard() }
    if isPlain && !skipsReal { parts.append(UInt32(40)) }
    if !skipsReal { append(real, options, spec, sign: spec.sign, to: &parts) }
    append(imaginary, options, spec, sign: skipsReal ? spec.sign : 0x2b, to: &parts)
    parts.append(UInt32(106))
    if isPlain && !skipsReal { parts.append(UInt32(41)) }
    var builder = StringBuilder()
    defer { builder.discard() }
    append(parts.view, spec, to: &builder)
    return try builder.finish(thread)
  }

  private static func append(
    _ number: Double, _ options: FloatText.Options, _ spec: FormatSpecification, sign: UInt32,
    to builder: inout StringBuilder
  ) {
    var part = spec
    part.width = -1
    part.sign = sign
    var text = StringBuilder()
    defer { text.discard() }
    FloatText.append(number.magnitude, options, to: &text)
    layout(number, text.view, part).append(part, to: &builder)
  }
}
