/// What `repr` gives for the values of literals.
public enum PythonRepresentation {
  public static func of(_ value: ConstantValue) -> String {
    switch value {
    case .none: return "None"
    case .true: return "True"
    case .false: return "False"
    case .ellipsis: return "Ellipsis"
    case .integer(let value): return "\(value)"
    case .bigInteger(let digits, let radix): return decimal(digits, radix)
    case .float(let value): return float(value)
    case .imaginary(let value):
      let text = float(value)
      return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "j"
    case .string(let value): return text(value.utf8)
    case .bytes(let value): return bytes(value)
    }
  }

  /// The `repr` of a string given in generalised UTF-8.
  public static func text(_ utf8: [UInt8]) -> String {
    let quote = quote(utf8)
    var result = String(Character(Unicode.Scalar(quote)))
    for codePoint in StringConstant(utf8: utf8).codePoints {
      switch codePoint {
      case UInt32(quote), 0x5C: result += "\\" + String(Character(Unicode.Scalar(UInt8(codePoint))))
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      default:
        if let scalar = Unicode.Scalar(codePoint), CharacterClass.isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += escape(codePoint)
        }
      }
    }
    return result + String(Character(Unicode.Scalar(quote)))
  }

  private static func bytes(_ bytes: [UInt8]) -> String {
    let quote = quote(bytes)
    var result = "b" + String(Character(Unicode.Scalar(quote)))
    for byte in bytes {
      switch byte {
      case quote, 0x5C: result += "\\" + String(Character(Unicode.Scalar(byte)))
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x20..<0x7F: result += String(Character(Unicode.Scalar(byte)))
      default: result += escape(UInt32(byte))
      }
    }
    return result + String(Character(Unicode.Scalar(quote)))
  }

  private static func quote(_ bytes: [UInt8]) -> UInt8 {
    bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
  }

  private static func escape(_ codePoint: UInt32) -> String {
    let (letter, width) =
      codePoint < 0x100 ? ("x", 2) : codePoint < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(codePoint, radix: 16)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }

  /// The shortest digits that give the number back; an exponent from 1e16 on and below 1e-4.
  private static func float(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value.isNaN { return "nan" }
    let (digits, exponent) = shortestDigits(value.magnitude)
    let sign = value.sign == .minus ? "-" : ""
    if exponent < -4 || exponent >= 16 {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      return sign + String(digits.prefix(1)) + fraction + "e" + (exponent < 0 ? "-" : "+") + power
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let whole = digits.prefix(exponent + 1)
    let padding = String(repeating: "0", count: exponent + 1 - whole.count)
    let fraction = digits.dropFirst(exponent + 1)
    return sign + whole + padding + "." + (fraction.isEmpty ? "0" : fraction)
  }

  /// The significant digits of a number and the power of ten of the first.
  private static func shortestDigits(_ value: Double) -> (String, Int) {
    let parts = value.description.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".")
    let whole = String(mantissa[0])
    var digits = whole + (mantissa.count > 1 ? String(mantissa[1]) : "")
    exponent += whole.count - 1
    while digits.count > 1, digits.hasPrefix("0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return digits == "0" ? ("0", 0) : (digits, exponent)
  }

  /// Converts digits of any radix to decimal.
  private static func decimal(_ digits: String, _ radix: Int) -> String {
    if radix == 10 { return String(digits.drop { $0 == "0" }) }
    var limbs: [Int] = [0]
    let base = 1_000_000_000
    for byte in digits.utf8 {
      var carry = Int(CharacterClass.digitValue(byte))
      for index in limbs.indices {
        carry += limbs[index] * radix
        limbs[index] = carry % base
        carry /= base
      }
      if carry > 0 { limbs.append(carry) }
    }
    var result = "\(limbs.removeLast())"
    for limb in limbs.reversed() {
      let text = "\(limb)"
      result += String(repeating: "0", count: 9 - text.count) + text
    }
    return result
  }
}
