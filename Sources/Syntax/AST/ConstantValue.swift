/// The value of a literal, before any object exists for it.
public enum ConstantValue: Hashable, Sendable {
  case none
  case `true`
  case `false`
  case ellipsis
  case integer(Int)
  /// An integer literal that does not fit `Int`: its digits without prefix and underscores, and
  /// their radix (2, 8, 10 or 16).
  case bigInteger(digits: String, radix: Int)
  case float(Double)
  /// The imaginary part of a literal such as `2j`.
  case imaginary(Double)
  case string(StringConstant)
  case bytes([UInt8])
}

/// The text of a string literal.
///
/// Python strings may hold lone surrogates (`'\ud800'`), which a Swift `String` cannot. The text is
/// therefore kept as generalised UTF-8: each code point, surrogates included, is encoded on its
/// own, so that no information is lost and equal texts have equal bytes.
public struct StringConstant: Hashable, Sendable {
  /// The code points in generalised UTF-8.
  public var utf8: [UInt8]

  public init(utf8: [UInt8] = []) { self.utf8 = utf8 }

  public init(_ text: String) { utf8 = Array(text.utf8) }

  public init(codePoints: some Sequence<UInt32>) {
    utf8 = []
    for codePoint in codePoints { append(codePoint: codePoint) }
  }

  public var isEmpty: Bool { utf8.isEmpty }

  public var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// The code points, surrogates included.
  public var codePoints: [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      let (codePoint, length) = StringConstant.decode(utf8, at: index)
      result.append(codePoint)
      index += length
    }
    return result
  }

  /// The text as a Swift string; lone surrogates become U+FFFD.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  public mutating func append(codePoint: UInt32) {
    StringConstant.encode(codePoint, into: &utf8)
  }

  static func encode(_ codePoint: UInt32, into bytes: inout [UInt8]) {
    if codePoint < 0x80 {
      bytes.append(UInt8(codePoint))
    } else if codePoint < 0x800 {
      bytes.append(UInt8(0xC0 | codePoint >> 6))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    } else if codePoint < 0x10000 {
      bytes.append(UInt8(0xE0 | codePoint >> 12))
      bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    } else {
      bytes.append(UInt8(0xF0 | codePoint >> 18))
      bytes.append(UInt8(0x80 | codePoint >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    }
  }

  /// The code point that starts at `index` of well-formed generalised UTF-8, and its length.
  static func decode(_ bytes: [UInt8], at index: Int) -> (codePoint: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[index + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[index + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(bytes[index + 3]) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}
