// Where the parts of a formatted number go: padding, sign, prefix, zeros, grouped digits, the rest.

struct NumberLayout {
  /// `-`, `+`, space, or 0 for none.
  var sign: UInt32
  /// `0x` and its like, ASCII.
  var prefix: StaticString = ""
  /// The digits before the decimal point, ASCII; none for inf and nan.
  var digits: StringView
  /// Decimal point, fraction, exponent, percent sign; or `inf`, `nan`.
  var remainder: StringView

  /// The sign to show for a number.
  static func sign(isNegative: Bool, _ specified: UInt32) -> UInt32 {
    if isNegative { return 0x2d }
    return specified == 0x2b || specified == 0x20 ? specified : 0
  }

  func append(_ spec: FormatSpecification, to builder: inout StringBuilder) {
    let fixed = (sign == 0 ? 0 : 1) + prefix.utf8CodeUnitCount + remainder.count
    let zeroFills = spec.fill == 0x30 && spec.alignment == .afterSign
    let minimum = zeroFills ? spec.width - fixed : 0
    let groupSize = spec.separator == 0 ? Int.max : groupSize(spec)
    let total = digits.count == 0 ? 0 : paddedDigits(minimum, groupSize)
    let grouped = total == 0 ? 0 : total + (total - 1) / groupSize
    let padding = max(0, spec.width - fixed - grouped)
    var left = 0
    var inner = 0
    switch spec.alignment {
    case .left: break
    case .right: left = padding
    case .center: left = padding / 2
    case .afterSign: inner = padding
    }
    builder.append(spec.fill, repeated: left)
    if sign != 0 { builder.append(sign) }
    builder.append(prefix)
    builder.append(spec.fill, repeated: inner)
    appendDigits(total, groupSize, spec.separator, to: &builder)
    builder.append(remainder)
    builder.append(spec.fill, repeated: padding - left - inner)
  }

  private func groupSize(_ spec: FormatSpecification) -> Int {
    switch Unicode.Scalar(spec.type) {
    case "b", "o", "x", "X": 4
    default: 3
    }
  }

  /// How many digits, zeros in front included, fill `minimum` columns with their separators.
  private func paddedDigits(_ minimum: Int, _ groupSize: Int) -> Int {
    if groupSize == Int.max { return max(digits.count, minimum) }
    var total = max(digits.count, minimum * groupSize / (groupSize + 1) - 1)
    while total + (total - 1) / groupSize < minimum { total += 1 }
    return total
  }

  private func appendDigits(
    _ total: Int, _ groupSize: Int, _ separator: UInt32, to builder: inout StringBuilder
  ) {
    let zeros = total - digits.count
    if groupSize == Int.max {
      builder.append(UInt32(48), repeated: zeros)
      builder.append(digits)
      return
    }
    for index in 0..<total {
      if index > 0 && (total - index) % groupSize == 0 { builder.append(separator) }
      builder.append(index < zeros ? 48 : digits[index - zeros])
    }
  }
}
