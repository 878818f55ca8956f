import Bytecode
import Syntax

/// Finds the value of expressions that are constant, as CPython's optimiser does: arithmetic on
/// literals within size limits, tuples, `not`, `__debug__`.
struct ConstantFolder {
  let isDebug: Bool

  /// The value, or nil if it is not constant (or its evaluation would raise).
  func value(of expression: Expression) -> Constant? {
    switch expression.kind {
    case .constant(let value, _): return Constant(value)
    case .name("__debug__"): return isDebug ? .true : .false
    case .unaryOp(let op, let operand):
      guard let operand = value(of: operand) else { return nil }
      return unary(op, operand)
    case .binOp(let left, let op, let right):
      guard let left = value(of: left), let right = value(of: right) else { return nil }
      return binary(left, op, right)
    case .tuple(let elements): return values(of: elements).map { .tuple($0) }
    default: return nil
    }
  }

  func values(of expressions: [Expression]) -> [Constant]? {
    var values: [Constant] = []
    for expression in expressions {
      guard let value = value(of: expression) else { return nil }
      values.append(value)
    }
    return values
  }

  private func unary(_ op: UnaryOperator, _ operand: Constant) -> Constant? {
    switch (op, operand) {
    case (.not, _): return operand.truth.map { $0 ? .false : .true }
    case (.uSub, .float(let value)): return .float(-value)
    case (.uAdd, .float): return operand
    case (.uSub, .complex(let real, let imaginary)):
      return .complex(real: -real, imaginary: -imaginary)
    case (.uSub, .bigInteger(let digits, let radix)):
      return operand.wideInteger.map { Constant(wide: -$0) }
        ?? .bigInteger(
          digits: digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits, radix: radix)
    case (.invert, .true), (.invert, .false): return nil
    default:
      guard let value = operand.wideInteger else { return nil }
      switch op {
      case .uSub: return Constant(wide: -value)
      case .uAdd: return Constant(wide: value)
      case .invert: return Constant(wide: ~value)
      case .not: return nil
      }
    }
  }

  /// The bitwise operators make bools of bools.
  private func booleans(_ left: Constant, _ op: BinaryOperator, _ right: Constant) -> Bool? {
    guard [.true, .false].contains(left), [.true, .false].contains(right) else { return nil }
    switch op {
    case .bitAnd: return left == .true && right == .true
    case .bitOr: return left == .true || right == .true
    case .bitXor: return left != right
    default: return nil
    }
  }

  private func binary(_ left: Constant, _ op: BinaryOperator, _ right: Constant) -> Constant? {
    if let truth = booleans(left, op, right) { return truth ? .true : .false }
    if let a = left.wideInteger, let b = right.wideInteger {
      return op == .div ? trueQuotient(a, b) : IntegerFolding.fold(a, op, b)
    }
    if let a = left.real, let b = right.real { return fold(a, op, b) }
    return complex(left, op, right) ?? sequence(left, op, right)
  }

  private func trueQuotient(_ a: Int128, _ b: Int128) -> Constant? {
    let exact: Int128 = 1 << 53
    guard b != 0, abs(a) <= exact, abs(b) <= exact else { return nil }
    return .float(Double(a) / Double(b))
  }

  private func fold(_ a: Double, _ op: BinaryOperator, _ b: Double) -> Constant? {
    switch op {
    case .add: .float(a + b)
    case .sub: .float(a - b)
    case .mult: .float(a * b)
    case .div where b != 0: .float(a / b)
    default: nil
    }
  }

  private func complex(_ left: Constant, _ op: BinaryOperator, _ right: Constant) -> Constant? {
    guard let (a, b) = left.complexParts, let (c, d) = right.complexParts else { return nil }
    switch op {
    case .add: return .complex(real: a + c, imaginary: b + d)
    case .sub: return .complex(real: a - c, imaginary: b - d)
    default: return nil
    }
  }

  private func sequence(_ left: Constant, _ op: BinaryOperator, _ right: Constant) -> Constant? {
    switch (left, op, right) {
    case (.string(let a), .add, .string(let b)): return .string(utf8: a + b)
    case (.bytes(let a), .add, .bytes(let b)): return .bytes(a + b)
    case (.tuple(let a), .add, .tuple(let b)): return .tuple(a + b)
    case (.string(let text), .mult, .integer(let count)),
      (.integer(let count), .mult, .string(let text)):
      return repeated(text, count, limit: 4096).map { .string(utf8: $0) }
    case (.bytes(let bytes), .mult, .integer(let count)),
      (.integer(let count), .mult, .bytes(let bytes)):
      return repeated(bytes, count, limit: 4096).map { .bytes($0) }
    case (.tuple(let items), .mult, .integer(let count)),
      (.integer(let count), .mult, .tuple(let items)):
      return repeated(items, count, limit: 256).map { .tuple($0) }
    default: return nil
    }
  }

  private func repeated<Element>(_ items: [Element], _ count: Int, limit: Int) -> [Element]? {
    guard count > 0, !items.isEmpty else { return [] }
    guard count <= limit / items.count else { return nil }
    return Array(repeatElement(items, count: count).joined())
  }
}

/// Integer arithmetic on constants, within 128 bits as CPython's limits.
private enum IntegerFolding {
  static func fold(_ a: Int128, _ op: BinaryOperator, _ b: Int128) -> Constant? {
    result(a, op, b).map { Constant(wide: $0) }
  }

  private static func result(_ a: Int128, _ op: BinaryOperator, _ b: Int128) -> Int128? {
    switch op {
    case .add: checked(a.addingReportingOverflow(b))
    case .sub: checked(a.subtractingReportingOverflow(b))
    case .mult: checked(a.multipliedReportingOverflow(by: b))
    case .floorDiv: b == 0 ? nil : floored(a, b)
    case .mod: b == 0 ? nil : a - floored(a, b) * b
    case .pow: power(a, b)
    case .lShift: shifted(a, b)
    case .rShift: b < 0 ? nil : a >> min(b, 127)
    case .bitAnd: a & b
    case .bitOr: a | b
    case .bitXor: a ^ b
    case .div, .matMult: nil
    }
  }

  private static func checked(_ result: (partialValue: Int128, overflow: Bool)) -> Int128? {
    result.overflow ? nil : result.partialValue
  }

  private static func floored(_ a: Int128, _ b: Int128) -> Int128 {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder != 0 && (remainder < 0) != (b < 0) ? quotient - 1 : quotient
  }

  private static func power(_ base: Int128, _ exponent: Int128) -> Int128? {
    guard exponent >= 0, exponent <= 128 else { return nil }
    var result: Int128 = 1
    for _ in 0..<Int(exponent) {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = product
    }
    return result
  }

  private static func shifted(_ a: Int128, _ b: Int128) -> Int128? {
    guard b >= 0, b < 127 else { return nil }
    let result = a << b
    return result >> b == a ? result : nil
  }
}

extension Constant {
  init(_ value: ConstantValue) {
    switch value {
    case .none: self = .none
    case .true: self = .true
    case .false: self = .false
    case .ellipsis: self = .ellipsis
    case .integer(let value): self = .integer(value)
    case .bigInteger(let digits, let radix): self = .bigInteger(digits: digits, radix: radix)
    case .float(let value): self = .float(value)
    case .imaginary(let value): self = .complex(real: 0, imaginary: value)
    case .string(let text): self = .string(utf8: text.utf8)
    case .bytes(let bytes): self = .bytes(bytes)
    }
  }

  init(wide value: Int128) {
    if let value = Int(exactly: value) {
      self = .integer(value)
    } else {
      self = .bigInteger(digits: String(value), radix: 10)
    }
  }

  /// The value of an integer or bool that fits 128 bits.
  var wideInteger: Int128? {
    switch self {
    case .integer(let value): Int128(value)
    case .true: 1
    case .false: 0
    case .bigInteger(let digits, let radix): Int128(digits, radix: radix)
    default: nil
    }
  }

  /// The value of a float or an integer that a float holds exactly.
  var real: Double? {
    if case .float(let value) = self { return value }
    let exact: Int128 = 1 << 53
    guard let value = wideInteger, abs(value) <= exact else { return nil }
    return Double(value)
  }

  var complexParts: (Double, Double)? {
    if case .complex(let real, let imaginary) = self { return (real, imaginary) }
    return real.map { ($0, 0) }
  }

  /// What `bool` makes of it; nil for code.
  var truth: Bool? {
    switch self {
    case .none, .false: false
    case .true, .ellipsis, .bigInteger: true
    case .integer(let value): value != 0
    case .float(let value): value != 0
    case .complex(let real, let imaginary): real != 0 || imaginary != 0
    case .string(let utf8): !utf8.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .tuple(let items), .frozenset(let items): !items.isEmpty
    case .code: nil
    }
  }
}
