/// A constant of a code object, before any object exists for it.
///
/// Constants are equal only if they have the same type and the same value down to the bits: 1, 1.0
/// and True differ, and so do 0.0 and -0.0.
public indirect enum Constant: Sendable {
  case none
  case `true`
  case `false`
  case ellipsis
  case integer(Int)
  /// An integer beyond `Int`: digits in `radix`, after a `-` if it is negative.
  case bigInteger(digits: String, radix: Int)
  case float(Double)
  case complex(real: Double, imaginary: Double)
  /// Text in generalised UTF-8: lone surrogates are encoded like any other code point.
  case string(utf8: [UInt8])
  case bytes([UInt8])
  case tuple([Constant])
  case frozenset([Constant])
  case code(CodeBlueprint)

  public static func string(_ text: String) -> Constant { .string(utf8: Array(text.utf8)) }
}

extension Constant: Hashable {
  public static func == (left: Constant, right: Constant) -> Bool {
    switch (left, right) {
    case (.none, .none), (.true, .true), (.false, .false), (.ellipsis, .ellipsis): true
    case (.integer(let a), .integer(let b)): a == b
    case (.bigInteger(let a, let r), .bigInteger(let b, let s)): a == b && r == s
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.complex(let a, let b), .complex(let c, let d)):
      a.bitPattern == c.bitPattern && b.bitPattern == d.bitPattern
    case (.string(let a), .string(let b)), (.bytes(let a), .bytes(let b)): a == b
    case (.tuple(let a), .tuple(let b)), (.frozenset(let a), .frozenset(let b)): a == b
    case (.code(let a), .code(let b)): a === b
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .none: hasher.combine(0)
    case .true: hasher.combine(1)
    case .false: hasher.combine(2)
    case .ellipsis: hasher.combine(3)
    case .integer(let value): hasher.combine(value)
    case .bigInteger(let digits, _): hasher.combine(digits)
    case .float(let value): hasher.combine(value.bitPattern)
    case .complex(let real, let imaginary):
      hasher.combine(real.bitPattern)
      hasher.combine(imaginary.bitPattern)
    case .string(let utf8): utf8.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .bytes(let bytes):
      hasher.combine(bytes.count)
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .tuple(let items): hasher.combine(items)
    case .frozenset(let items): hasher.combine(items.count); hasher.combine(items)
    case .code(let code): hasher.combine(ObjectIdentifier(code))
    }
  }
}
